"""The comment round in a window: what goes out, and what comes back before it enters."""
