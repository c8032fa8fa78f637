"""Answers of a comment round as remarks: tables of spreadsheets and Word files, notes in PDFs."""
