"""Questions and messages in windows of their own; they open and return at once, never block."""
