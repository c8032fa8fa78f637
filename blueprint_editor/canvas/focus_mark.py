"""Who marks the place of the keyboard: a widget itself, or the ring that the program draws."""

OWN_MARK = "marks_focus"
"""Property of a widget: true while it shows itself where the keyboard is, false while it shows
nothing, as the poster with nothing selected; other widgets do not have it and get a ring."""
