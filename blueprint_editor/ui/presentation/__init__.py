"""A blueprint before an audience, on the whole screen."""
