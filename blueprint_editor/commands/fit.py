"""Store a fit of the poster to its paper: the canvas and every export go by it from then on."""

from dataclasses import dataclass

from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.paths import change_record
from blueprint_editor.commands.soundness import require_sound
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.model.records import Fit


@dataclass(frozen=True)
class FitPoster:
    """Give the poster the columns and the type that were found for its paper.

    Attributes:
        fit: None = the usual columns and type, scaled to the page as a whole.
        paper: another paper on which the poster is to stand; None = the one it has.
        orientation: None = as it lies.
    """

    fit: Fit | None
    paper: str | None = None
    orientation: Orientation | None = None
    name: str = msgid("fit to paper")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        known = document.poster
        poster = change_record(
            known,
            fit=self.fit,
            paper=self.paper or known.paper,
            orientation=self.orientation or known.orientation,
        )
        if poster == known:
            return document
        fitted = replace_parts(document, poster=poster)
        require_sound(fitted, "", ("poster",), (fitted,))
        return fitted
