"""A document as text in reading order: one tree of headings, lists and figures, four writers."""
