"""Every text of the document beside its translations."""
