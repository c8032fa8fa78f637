"""The guide inside the program: chapters in the language of now, which name keys as they are."""
