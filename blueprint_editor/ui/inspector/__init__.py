"""The inspector: every field of what is selected, in the order in which people think of them."""
