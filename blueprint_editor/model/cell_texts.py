"""Texts in the cells of tables that spreadsheets open: none of them is taken for a formula."""

_FORMULA_SIGNS = ("=", "+", "-", "@")
_DEFUSED = "'"
"""Stands before a text that a spreadsheet would take for a formula."""


def defuse(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return _DEFUSED + text if text.startswith(_FORMULA_SIGNS) else text


def restore(cell: str) -> str:
    """Return the text of a cell without the spaces around it and what :func:`defuse` added."""
    text = cell.strip()
    return text[1:] if text.startswith(tuple(_DEFUSED + sign for sign in _FORMULA_SIGNS)) else text
