"""The dialog in which two paths become a general one, row by row."""
