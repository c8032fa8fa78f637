"""Words of the program and of documents, plural and date forms, hyphenation; knows no record."""
