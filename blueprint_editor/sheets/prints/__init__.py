"""Prints that tell people what the document holds: booklets, slides, cards, maps, lists."""
