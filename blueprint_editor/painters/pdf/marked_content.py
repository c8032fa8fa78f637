"""Marked content: which ink belongs to which element, and which is decoration."""

from collections.abc import Iterable

from blueprint_editor.painters.pdf.meaning import Element, Slot
from blueprint_editor.painters.pdf.operands import write_text
from blueprint_editor.painters.pdf.text_lines import TextLines


class MarkedContent:
    """Marked content as it opens and closes; only opened where ink follows.

    Marked content is never nested: a text in another language or ink that reads as something else
    gets a piece of its own, since some readers lose what follows an inner piece.

    Args:
        out: where the operators go.
        lines: the text object, which ends with the marked content it stands in.
        is_told: False in ink that many pages use, which must hold no marks of its own.
    """

    def __init__(self, out: list[str], lines: TextLines, *, is_told: bool = True) -> None:
        self._out = out
        self._is_told = is_told
        self._lines = lines
        self._is_open = False
        self._slot: Slot | None = None
        self._actual_text: str | None = None
        self._language = ""
        self._places: list[int] = []

    def enter(self, slot: Slot | None, actual_text: str | None = None, language: str = "") -> None:
        """Let the ink that follows belong to the slot's element; None = decoration."""
        if not self._is_told:
            return
        if (
            self._is_open
            and slot is self._slot
            and (not slot or (actual_text == self._actual_text and language == self._language))
        ):
            return
        self.leave()
        self._is_open = True
        self._slot, self._actual_text, self._language = slot, actual_text, language
        if not slot:
            self._out.append("/Artifact BMC")
            return
        slot.content.append(len(self._places))
        self._places.append(len(self._out))
        if actual_text is None and not language:
            self._out.append(f"/{slot.element.tag.role}<</MCID ")
            return
        text = "" if actual_text is None else f"/ActualText{write_text(actual_text)}"
        tongue = f"/Lang{write_text(language)}" if language else ""
        self._out.append(f"/Span<<{tongue}{text}/MCID ")

    def leave(self) -> None:
        """Close what is open."""
        self._lines.end()
        if self._is_open:
            self._out.append("EMC")
            self._is_open = False

    def number(self, elements: Iterable[Element]) -> list[Element]:
        """Number all pieces by the order of the elements they belong to; return their owners."""
        owners: list[Element] = []
        for element in elements:
            contents = element.contents
            for index, piece in enumerate(contents):
                if isinstance(piece, int):
                    contents[index] = len(owners)
                    self._out[self._places[piece]] += f"{len(owners)}>>BDC"
                    owners.append(element)
        return owners
