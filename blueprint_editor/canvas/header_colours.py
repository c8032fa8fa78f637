"""The colours that headers have on the poster, for the strips that repeat them while it scrolls."""

from functools import lru_cache

from blueprint_editor.canvas.eyes import Eyes
from blueprint_editor.drawing.colour_vision import see_colour
from blueprint_editor.layout.headers import paint_phase
from blueprint_editor.layout.theme import Theme, lane_look, make_theme, plain_look
from blueprint_editor.model.records import Lane, Phase
from blueprint_editor.session.document_session import DocumentSession


@lru_cache(maxsize=4)
def _find_theme(greyscale: bool, ink_saving: bool) -> Theme:
    return make_theme(greyscale=greyscale, ink_saving=ink_saving)


class HeaderColours:
    """Follows what a session's poster is set to, and the eyes that it is seen with."""

    def __init__(self, session: DocumentSession, eyes: Eyes) -> None:
        self._session = session
        self._eyes = eyes

    @property
    def inputs(self) -> tuple[object, ...]:
        """All that the colours depend on besides phases and lanes."""
        poster = self._session.shown_document.poster
        return poster.greyscale, poster.ink_saving, poster.colour_by, self._eyes.vision

    def find_phase(self, phase: Phase) -> str:
        """Return the ground of a phase's header."""
        return self._see(paint_phase(phase, self._theme).fill)

    def find_lane(self, lane: Lane) -> tuple[str, str]:
        """Return the ground of a lane's header and its bar."""
        theme = self._theme
        told = self._session.shown_document.poster.colour_by
        if told == "role" or theme.greyscale:
            look = lane_look(theme, lane.role, lane.colour)
        else:
            look = plain_look(theme, lane.role)
        return self._see(look.tint), self._see(look.bar)

    @property
    def _theme(self) -> Theme:
        poster = self._session.shown_document.poster
        return _find_theme(poster.greyscale, poster.ink_saving)

    def _see(self, colour: str) -> str:
        vision = self._eyes.vision
        return colour if vision is None else see_colour(colour, vision)
