"""Printing and exporting: choices beside a true preview, files, the printer; knows no painter."""
