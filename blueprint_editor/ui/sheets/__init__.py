"""The dialog in which workshop sheets are picked, looked at and put into one PDF."""
