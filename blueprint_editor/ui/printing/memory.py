"""What of a wish is kept for a document's next print, as plain values; pure.

A fit is not among it: once it is exported the document itself holds it.
"""

from collections.abc import Mapping
from math import isfinite
from types import MappingProxyType
from typing import Any, get_args

from blueprint_editor.export.kinds import PICTURE_KINDS, TABLE_KINDS, TEXT_KINDS
from blueprint_editor.model.table_rows import TableKind
from blueprint_editor.ui.printing.wish import (
    HandoutPaper,
    PictureSize,
    Telling,
    Wish,
    find_fault,
)

_CLOSED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "kind": (*PICTURE_KINDS, *TEXT_KINDS, *TABLE_KINDS),
        "layout": ("poster", "phases"),
        "telling": get_args(Telling),
        "table": get_args(TableKind),
        "size": get_args(PictureSize),
        "handout_paper": get_args(HandoutPaper),
    }
)
"""Field → its values; several posters are told by the document."""
_NUMBERS: Mapping[str, type[float]] = MappingProxyType(
    {"dpi": float, "width_px": int, "edge": float, "bleed": float}
)
_FLAGS = ("has_source", "crop_marks", "text_as_paths", "is_published")
_KEPT = ("language", *_CLOSED, *_NUMBERS, *_FLAGS)
_USUAL = Wish()


def tell_choices(wish: Wish) -> dict[str, Any]:
    """Return what is to be kept of a wish, without what is as usual."""
    choices = {name: getattr(wish, name) for name in _KEPT}
    return {
        name: value
        for name, value in choices.items()
        if value != getattr(_USUAL, name) and value in _CLOSED.get(name, (value,))
    }


def read_choices(choices: Mapping[str, Any]) -> Wish:
    """Return a wish with what was kept, as far as that still makes sense."""
    return _USUAL._replace(
        **{name: value for name, value in choices.items() if _makes_sense(name, value)}
    )


def _makes_sense(name: str, value: object) -> bool:
    if name in _CLOSED:
        return value in _CLOSED[name]
    if name in _FLAGS:
        return isinstance(value, bool)
    if name in _NUMBERS:
        if not isinstance(value, (int, _NUMBERS[name])) or isinstance(value, bool):
            return False
        return isfinite(value) and find_fault(name, value) is None
    return name == "language" and isinstance(value, str)
