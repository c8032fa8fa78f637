"""The document as a table of lanes by steps, edited cell by cell as in a spreadsheet."""
