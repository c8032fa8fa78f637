"""The kinds of file that can be exported, known without loading what makes them."""

import os
from pathlib import Path
from typing import Literal, TypeVar, get_args

from blueprint_editor.model.errors import BlueprintError

PictureKind = Literal["pdf", "svg", "png"]
TextKind = Literal["html", "docx", "md", "txt"]
TableFileKind = Literal["csv"]
DocumentKind = Literal["blueprint", "json"]
Kind = PictureKind | TextKind | TableFileKind | DocumentKind
PICTURE_KINDS: tuple[PictureKind, ...] = get_args(PictureKind)
TEXT_KINDS: tuple[TextKind, ...] = get_args(TextKind)
TABLE_KINDS: tuple[TableFileKind, ...] = get_args(TableFileKind)
DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)
KINDS: tuple[Kind, ...] = (*PICTURE_KINDS, *TEXT_KINDS, *TABLE_KINDS, *DOCUMENT_KINDS)
AnyKind = TypeVar("AnyKind", bound=str)


class ExportError(BlueprintError):
    """What was asked for cannot be made; not the document's fault."""


class FileTakenError(ExportError):
    """A numbered file that a page would go to is there already; ``path`` is its name."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} exists already; --force overwrites it")
        self.path = path


def find_kind(path: str | os.PathLike[str]) -> Kind:
    """Return the kind of file that a name's ending asks for.

    Raises:
        ExportError: there is no such kind.
    """
    return _find(path, KINDS)


def find_picture_kind(path: str | os.PathLike[str]) -> PictureKind:
    """Return the kind of picture, else like :func:`find_kind`."""
    return _find(path, PICTURE_KINDS)


def find_text_kind(path: str | os.PathLike[str]) -> TextKind:
    """Return the kind of text, else like :func:`find_kind`."""
    return _find(path, TEXT_KINDS)


def _find(path: str | os.PathLike[str], kinds: tuple[AnyKind, ...]) -> AnyKind:
    ending = Path(path).suffix.removeprefix(".").lower()
    for kind in kinds:
        if kind == ending:
            return kind
    raise ExportError(f'unknown ending "{Path(path).suffix[:20]}" (one of: {", ".join(kinds)})')
