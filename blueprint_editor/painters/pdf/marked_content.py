"""Marked content: which ink belongs to which element, and which is decoration."""

from collections.abc import Iterable

from blueprint_editor.painters.pdf.meaning import Element, Slot
from blueprint_editor.painters.pdf.operands import write_text
from blueprint_editor.painters.pdf.text_lines import TextLines


class _Nothing:
    """Stands for what is open where nothing is."""


_NOTHING = _Nothing()


class MarkedContent:
    """Marked content as it opens and closes; only opened where ink follows.

    Marked content is never nested: a text in another language or ink that reads as something else
    gets a piece of its own, since some readers lose what follows an inner piece.

    Args:
        out: where the operators go.
        lines: the text object, which ends with the marked content it stands in.
        is_told: False in ink that many pages use, which must hold no marks of its own.

    Attributes:
        plain: the slot (None = decoration) whose ink may follow without further ado.
    """

    def __init__(self, out: list[str], lines: TextLines, *, is_told: bool = True) -> None:
        self._out = out
        self._is_told = is_told
        self._lines = lines
        self._is_open = False
        self._special: tuple[Slot, str | None, str] | None = None
        self._places: list[int] = []
        self._closed = _NOTHING if is_told else None
        self.plain: Slot | _Nothing | None = self._closed

    def enter(self, slot: Slot | None) -> None:
        """Let the ink that follows belong to the slot's element; None = decoration."""
        if not self._is_told or slot is self.plain:
            return
        self.leave()
        self._is_open = True
        self.plain = slot
        if not slot:
            self._out.append("/Artifact BMC")
            return
        self._add_piece(slot, f"/{slot.element.tag.role}<</MCID ")

    def enter_as(self, slot: Slot | None, actual_text: str | None, language: str = "") -> None:
        """Let the ink that follows be read as a text of its own, or in a language of its own.

        Args:
            slot: as in :meth:`enter`; decoration is not read.
            actual_text: None = what the ink shows.
            language: empty = the element's.
        """
        if not slot or (actual_text is None and not language):
            self.enter(slot)
            return
        special = slot, actual_text, language
        if not self._is_told or special == self._special:
            return
        self.leave()
        self._is_open = True
        self._special = special
        text = "" if actual_text is None else f"/ActualText{write_text(actual_text)}"
        tongue = f"/Lang{write_text(language)}" if language else ""
        self._add_piece(slot, f"/Span<<{tongue}{text}/MCID ")

    def _add_piece(self, slot: Slot, operator: str) -> None:
        slot.content.append(len(self._places))
        self._places.append(len(self._out))
        self._out.append(operator)

    def leave(self) -> None:
        """Close what is open."""
        if self._lines.is_open:
            self._lines.end()
        if self._is_open:
            self._out.append("EMC")
            self._is_open = False
            self.plain = self._closed
            self._special = None

    def number(self, elements: Iterable[Element]) -> list[Element]:
        """Number all pieces by the order of the elements they belong to; return their owners."""
        out, places = self._out, self._places
        owners: list[Element] = []
        number = 0
        for element in elements:
            contents = element.contents
            for index, piece in enumerate(contents):
                if isinstance(piece, int):
                    contents[index] = number
                    out[places[piece]] += f"{number}>>BDC"
                    owners.append(element)
                    number += 1
        return owners
