"""The window of the causal map: its view, lists of what is on it in words, and properties."""
