"""Panels beside the canvas, each on the session's document and selection."""
