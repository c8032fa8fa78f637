"""The causal map on screen: its view, what mouse and keys do to it, and what it says to readers."""
