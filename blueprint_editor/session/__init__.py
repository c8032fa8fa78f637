"""One open document: history, selection, layout cache, saving; the first room that knows Qt."""
