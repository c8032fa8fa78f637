"""The theme board: what is needed, what ideas answer it, what works already, and the cards made.

A theme is a tag. Notes tell their kind; marks of what hurts are needs, those of ideas are ideas.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import MarkKind

ThemeColumn = Literal["unsorted", "need", "idea", "practice", "card"]
THEME_COLUMNS: tuple[ThemeColumn, ...] = get_args(ThemeColumn)
"""From what nobody has sorted yet to what stands in the blueprint."""

_MARK_COLUMNS: Mapping[MarkKind, ThemeColumn] = {
    "pain_point": "need", "barrier": "need", "critical_point": "need",
    "idea": "idea", "solution": "idea", "local_practice": "practice",
}  # fmt: skip


class ThemeEntry(NamedTuple):
    """Something that stands on the board.

    Attributes:
        record: id of a note, mark or card.
        code: of the card that it is or hangs on.
        times: how many say so.
    """

    record: str
    collection: Literal["notes", "marks", "cards"]
    text: str
    code: str = ""
    times: int = 1


class Theme(NamedTuple):
    """A row of the board; ``tag`` is None for what belongs to no theme."""

    tag: str | None
    name: str
    columns: Mapping[ThemeColumn, tuple[ThemeEntry, ...]]

    @property
    def height(self) -> int:
        """How many entries its fullest column has."""
        return max(map(len, self.columns.values()))


def list_themes(document: DocumentContent) -> tuple[Theme, ...]:
    """Return the board: the tags in their order, then the notes without one, if there are any."""
    found: dict[str | None, dict[ThemeColumn, list[ThemeEntry]]] = {
        tag: {column: [] for column in THEME_COLUMNS}
        for tag in (*(tag.id for tag in document.tags), None)
    }
    for tag, column, entry in _iter_entries(document):
        found[tag][column].append(entry)
    names = {tag.id: tag.name for tag in document.tags}
    themes = (
        Theme(tag, names.get(tag or "", ""), {c: tuple(own) for c, own in columns.items()})
        for tag, columns in found.items()
    )
    return tuple(theme for theme in themes if theme.tag is not None or theme.height)


def _iter_entries(
    document: DocumentContent,
) -> Iterator[tuple[str | None, ThemeColumn, ThemeEntry]]:
    facts = DerivedFacts(document)
    for note in document.notes:
        entry = ThemeEntry(note.id, "notes", note.text, times=note.count)
        for tag in note.tags or (None,):
            yield tag, note.kind or "unsorted", entry
    for card in facts.reading_order:
        code = facts.card_codes.get(card.id, "")
        for tag in card.tags:
            yield tag, "card", ThemeEntry(card.id, "cards", card.text, code, max(card.votes, 1))
            for mark in facts.marks_of.get(card.id, ()):
                column = _MARK_COLUMNS.get(mark.kind)
                if column is not None and mark.text.strip():
                    told = ThemeEntry(mark.id, "marks", mark.text, code, max(mark.votes, 1))
                    yield tag, column, told
