"""Notes and cards brought to other places of the theme board."""

from dataclasses import dataclass

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.parts import map_records
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import NoteKind
from blueprint_editor.model.records import Card, Note


@dataclass(frozen=True)
class SortByTheme:
    """Let notes and cards leave a theme for another, and notes be of a kind.

    Attributes:
        records: ids of notes and cards.
        theme: id of the tag that they get; None for none.
        left: id of the tag that they lose.
        kind: of the notes; None for none.
    """

    records: tuple[str, ...]
    theme: str | None
    left: str | None = None
    kind: NoteKind | None = None
    name: str = msgid("sorting by theme")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Refused: ``unknown_record``, for a tag or a record that is not there."""
        known = {tag.id for tag in document.tags}
        if self.theme is not None and self.theme not in known:
            raise CommandRefusedError("unknown_record", self.theme)
        there = {note.id for note in document.notes} | {card.id for card in document.cards}
        if missing := [record for record in self.records if record not in there]:
            raise CommandRefusedError("unknown_record", *missing)
        wanted = frozenset(self.records)

        def sort(record: Note | Card) -> Note | Card:
            if record.id not in wanted:
                return record
            kept = [tag for tag in record.tags if tag not in {self.left, self.theme}]
            tags = (*kept, self.theme) if self.theme is not None else tuple(kept)
            tags = record.tags if set(tags) == set(record.tags) else tags
            changes = {"tags": tags} | ({"kind": self.kind} if isinstance(record, Note) else {})
            if all(getattr(record, name) == value for name, value in changes.items()):
                return record
            return record.changed(**changes)

        after = map_records(document, "notes", sort)
        return map_records(after, "cards", sort)
