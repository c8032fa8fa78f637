"""One module for each printable sheet: document in, drawing out."""
