"""A comment round for those who do not have the program: files out, answers in."""
