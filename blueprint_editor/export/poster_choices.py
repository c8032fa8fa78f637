"""What one export changes of the poster that the document stores: parts, look, draft."""

from typing import NamedTuple

from blueprint_editor.export.languages import check_language
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import (
    POSTER_EXTRAS,
    POSTER_PARTS,
    ColourBy,
    MarkStyle,
    PosterExtra,
    PosterPart,
)

_DRAFT: tuple[PosterExtra, ...] = ("draft_watermark",)


class PosterChoices(NamedTuple):
    """What is asked for besides what the document says.

    Attributes:
        shown, hidden: parts to show and to hide; a part in both is hidden.
        is_draft: mark it as a draft, whatever its status.
        colour_by, marks, second_language: as the poster has them; None = as the document says.
    """

    ink_saving: bool = False
    shown: tuple[PosterPart | PosterExtra, ...] = ()
    hidden: tuple[PosterPart | PosterExtra, ...] = ()
    is_draft: bool = False
    colour_by: ColourBy | None = None
    marks: MarkStyle | None = None
    second_language: str | None = None


def choose(document: Document, choices: PosterChoices) -> Document:
    """Return the document as it is to be exported; without choices the document itself.

    Raises:
        ExportError: it has no texts in the second language.
    """
    if choices == PosterChoices():
        return document
    poster = document.poster
    second = choices.second_language
    if second is not None:
        check_language(document, second)
    wanted = {*choices.shown, *_DRAFT} if choices.is_draft else {*choices.shown}
    parts = (*POSTER_PARTS, *POSTER_EXTRAS)
    shown = {part for part in parts if poster.shows(part) or part in wanted} - {*choices.hidden}
    changed = poster.changed(
        hidden_parts=tuple(part for part in POSTER_PARTS if part not in shown),
        extra_parts=tuple(part for part in POSTER_EXTRAS if part in shown),
        ink_saving=poster.ink_saving or choices.ink_saving,
        colour_by=choices.colour_by or poster.colour_by,
        marks=choices.marks or poster.marks,
        second_language=second or poster.second_language,
    )
    status = "draft" if choices.is_draft else document.status
    return document.model_copy(update={"poster": changed, "status": status})
