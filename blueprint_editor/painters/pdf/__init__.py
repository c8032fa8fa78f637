"""Accessible PDF: content stream, fonts, structure tree, metadata; the only room of reportlab."""
