"""Jobs that join a document, a sheet, a painter and options into a file."""
