"""Find words in every text of the document, and replace those chosen, seen before it is done."""
