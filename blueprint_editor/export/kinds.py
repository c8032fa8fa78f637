"""What can be exported: sheets and kinds of file, known without loading what makes them."""

import os
from pathlib import Path
from typing import Literal, get_args

from blueprint_editor.model.errors import BlueprintError

Kind = Literal["pdf", "svg", "png"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SHEETS: tuple[str, ...] = ("poster",)


class ExportError(BlueprintError):
    """What was asked for cannot be made; not the document's fault."""


def find_kind(path: str | os.PathLike[str]) -> Kind:
    """Return the kind of file that a name's ending asks for.

    Raises:
        ExportError: there is no such kind.
    """
    ending = Path(path).suffix.removeprefix(".").lower()
    for kind in KINDS:
        if kind == ending:
            return kind
    raise ExportError(f'unknown ending "{Path(path).suffix[:20]}" (one of: {", ".join(KINDS)})')
