"""Gestures on the canvas: one object for each, from the press to the release or to Esc."""
