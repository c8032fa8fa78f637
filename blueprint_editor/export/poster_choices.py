"""What one export changes of the poster that the document stores: parts, ink, draft."""

from typing import NamedTuple

from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import POSTER_EXTRAS, POSTER_PARTS, PosterExtra, PosterPart

_DRAFT: tuple[PosterExtra, ...] = ("draft_watermark",)


class PosterChoices(NamedTuple):
    """What is asked for besides what the document says.

    Attributes:
        shown, hidden: parts to show and to hide; a part in both is hidden.
        is_draft: mark it as a draft, whatever its status.
    """

    ink_saving: bool = False
    shown: tuple[PosterPart | PosterExtra, ...] = ()
    hidden: tuple[PosterPart | PosterExtra, ...] = ()
    is_draft: bool = False


def choose(document: Document, choices: PosterChoices) -> Document:
    """Return the document as it is to be exported; without choices the document itself."""
    if choices == PosterChoices():
        return document
    poster = document.poster
    wanted = {*choices.shown, *_DRAFT} if choices.is_draft else {*choices.shown}
    parts = (*POSTER_PARTS, *POSTER_EXTRAS)
    shown = {part for part in parts if poster.shows(part) or part in wanted} - {*choices.hidden}
    changed = poster.changed(
        hidden_parts=tuple(part for part in POSTER_PARTS if part not in shown),
        extra_parts=tuple(part for part in POSTER_EXTRAS if part in shown),
        ink_saving=poster.ink_saving or choices.ink_saving,
    )
    status = "draft" if choices.is_draft else document.status
    return document.model_copy(update={"poster": changed, "status": status})
