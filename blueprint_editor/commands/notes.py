"""Sticky notes: written down, counted, put into cells and taken back."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from blueprint_editor.commands.cards import place_cards
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.matching import match_registers
from blueprint_editor.commands.parts import map_records, replace_parts, replace_records
from blueprint_editor.commands.paths import change_record, make_record
from blueprint_editor.commands.redirect import drop_merged, join_texts, join_translations, redirect
from blueprint_editor.commands.removal import find_lost, release
from blueprint_editor.commands.renaming import rename_record, take_translations
from blueprint_editor.commands.rules import CardPlace, find_place_problem
from blueprint_editor.commands.soundness import require_sound
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import TranslationTable
from blueprint_editor.model.records import Card, Note

MAX_COUNT = 10_000
"""How many equal notes a note may stand for."""

_TEXTS = {"text": "\n", "original_text": "\n"}


@dataclass(frozen=True)
class AddNotes:
    """Write down notes; one that says the same as another of its group is counted there.

    Attributes:
        texts: one for each note.
        group: whose notes they are.
        workshop: id of the workshop that they come from.
    """

    texts: tuple[str, ...]
    group: str = ""
    workshop: str | None = None
    seed: str = field(default_factory=make_random_tail)
    merge_key: None = None

    @property
    def name(self) -> str:
        return msgid("new note") if len(self.texts) == 1 else msgid("new notes")

    def apply(self, document: Document) -> Document:
        if not self.texts:
            return document
        new_ids = SeededIds(document, self.seed)
        notes = list(document.notes)
        places = {make_note_key(note): place for place, note in enumerate(notes)}
        for text in self.texts:
            note = make_record(Note, id="n", text=text, group=self.group, workshop=self.workshop)
            place = places.setdefault(make_note_key(note), len(notes))
            if place == len(notes):
                notes.append(note.changed(id=new_ids.take("notes")))
            else:
                notes[place] = change_record(notes[place], count=notes[place].count + 1)
        after = replace_parts(document, notes=tuple(notes))
        require_sound(after, "notes", ("workshop",), notes[len(document.notes) :])
        return after


def make_note_key(note: Note) -> tuple[str, str, str | None]:
    """Return what is the same for notes that say the same in the same group and workshop."""
    return " ".join(note.text.casefold().split()), note.group, note.workshop


def find_equal_notes(document: Document) -> tuple[tuple[str, ...], ...]:
    """Return the ids of notes that say the same, two or more together."""
    found: dict[tuple[str, str, str | None], list[str]] = {}
    for note in document.notes:
        found.setdefault(make_note_key(note), []).append(note.id)
    return tuple(tuple(ids) for ids in found.values() if len(ids) > 1)


@dataclass(frozen=True)
class MergeNotes:
    """Make one note of each group of notes and count how many it stands for.

    ``groups``: ids of the notes that become one, such as :func:`find_equal_notes` tells. Different
    texts come below each other, and so do different words of the clients.
    """

    groups: tuple[tuple[str, ...], ...]
    name: str = msgid("joining of notes")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        for group in self.groups:
            document = self._merge(document, group)
        return document

    def _merge(self, document: Document, ids: Sequence[str]) -> Document:
        first, *others = _find_notes(document, ids)
        joined = first
        for other in others:
            if make_note_key(joined)[0] == make_note_key(other)[0]:
                other = other.changed(text=joined.text)  # noqa: PLW2901 - the same in other letters
            document = join_translations(document, joined, other, _TEXTS)
            joined = change_record(
                joined,
                text=join_texts(joined.text, other.text),
                original_text=join_texts(joined.original_text, other.original_text),
                count=joined.count + other.count,
                tags=tuple(dict.fromkeys((*joined.tags, *other.tags))),
            )
        document = replace_records(document, "notes", {document.notes.index(first): joined})
        gone = {other.id: first.id for other in others}
        return drop_merged(redirect(document, "notes", gone), "notes", gone)


def _find_notes(document: Document, ids: Iterable[str]) -> list[Note]:
    notes = {note.id: note for note in document.notes}
    wanted = list(dict.fromkeys(ids))
    if missing := [i for i in wanted if i not in notes]:
        raise CommandRefusedError("unknown_record", *missing)
    return [notes[i] for i in wanted]


@dataclass(frozen=True)
class PlaceNotes:
    """Make cards of notes in a cell, before its ``position``-th card (None = at its end).

    A card gets the note's text and tags; the client's own words and the group become its note,
    the count, if it is more than one, its votes; note and workshop become its origin. Comments
    and translations go along. ``variants``: ids of the only paths that the cards are on.
    """

    notes: tuple[str, ...]
    lane: str
    step: str
    position: int | None = None
    seed: str = field(default_factory=make_random_tail)
    variants: tuple[str, ...] = ()
    merge_key: None = None

    @property
    def name(self) -> str:
        return msgid("placing of a note") if len(self.notes) == 1 else msgid("placing of notes")

    def apply(self, document: Document) -> Document:
        if (problem := find_place_problem(document, self.lane, self.step)) is not None:
            raise problem
        new_ids = SeededIds(document, self.seed)
        cards: dict[str, Card] = {}
        for note in _find_notes(document, self.notes):
            card = _make_card(note, new_ids.take("cards"), self.lane, self.step)
            cards[note.id] = card.changed(variants=self.variants)
        ids = {note: card.id for note, card in cards.items()}
        places = [CardPlace(card, self.lane, self.step, self.position) for card in ids.values()]
        after = replace_parts(document, cards=(*document.cards, *cards.values()))
        require_sound(after, "cards", ("variants",), cards.values())
        after = redirect(place_cards(after, places), "notes", ids)
        after = take_translations(after, _pick_texts(document, ids), ids)
        return drop_merged(after, "notes", ids)


def _make_card(note: Note, card_id: str, lane: str, step: str) -> Card:
    words = note.original_text if note.original_text != note.text else ""
    return make_record(
        Card,
        id=card_id,
        lane=lane,
        step=step,
        text=note.text,
        note=join_texts(words, note.group),
        tags=note.tags,
        votes=note.count if note.count > 1 else 0,
        origin=(note.id, note.workshop) if note.workshop is not None else (note.id,),
    )


@dataclass(frozen=True)
class TakeCardsBack:
    """Make notes of cards again; with the card go its connectors and marks.

    A card that was a note becomes that note; its votes become the count, its note the client's
    own words.
    """

    cards: tuple[str, ...]
    seed: str = field(default_factory=make_random_tail)
    merge_key: None = None

    @property
    def name(self) -> str:
        return msgid("card to notes") if len(self.cards) == 1 else msgid("cards to notes")

    def apply(self, document: Document) -> Document:
        known = DerivedFacts(document).cards
        if missing := [card for card in self.cards if card not in known]:
            raise CommandRefusedError("unknown_record", *missing)
        new_ids = SeededIds(document, self.seed)
        notes = {card: _make_note(document, known[card], new_ids) for card in self.cards}
        ids = {card: note.id for card, note in notes.items()}
        after = replace_parts(document, notes=(*document.notes, *notes.values()))
        after = map_records(after, "comments", lambda c: rename_record(c, "comments", ids))
        after = take_translations(after, _pick_texts(document, ids), ids)
        return release(after, find_lost(after, self.cards))


def _make_note(document: Document, card: Card, new_ids: SeededIds) -> Note:
    workshops = {workshop.id for workshop in document.workshops}
    return make_record(
        Note,
        id=new_ids.keep_or_take(card.origin[0], "notes") if card.origin else new_ids.take("notes"),
        text=card.text,
        original_text=card.note,
        workshop=next((i for i in card.origin if i in workshops), None),
        count=max(1, min(card.votes, MAX_COUNT)),
        tags=card.tags,
    )


def _pick_texts(document: Document, ids: Container[str]) -> TranslationTable:
    """Return the translations of the ``text`` of records; what else they have stays behind."""
    return {
        language: {
            record: {"text": texts["text"]}
            for record, texts in table.items()
            if record in ids and "text" in texts
        }
        for language, table in document.translations.items()
    }


@dataclass(frozen=True)
class TakeNotes:
    """Add the notes of another document, such as what a colleague typed on another computer.

    What was taken before, even if it is in a cell by now, is not taken again. Workshops and tags
    are found by id and name or come too.

    ``with_cards``: the other's cards come as notes too, save those that are in both documents.
    """

    other: Document
    with_cards: bool = False
    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("notes from another file")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        new_ids = SeededIds(document, self.seed)
        known = {note.id: note.text for note in document.notes}
        placed = {origin for card in document.cards for origin in card.origin}
        wanted = [
            note
            for note in self._list_notes(document)
            if note.id not in placed and known.get(note.id) != note.text
        ]
        if not wanted:
            return document
        named = {i for note in wanted for i in (*note.tags, note.workshop)}
        registers = self.other.model_copy(
            update={
                name: tuple(r for r in getattr(self.other, name) if r.id in named)
                for name in ("tags", "workshops")
            }
        )
        document, ids, added = match_registers(document, registers, new_ids, ("tags", "workshops"))
        own = {note.id: new_ids.keep_or_take(note.id, "notes") for note in wanted}
        new: list[Note] = [rename_record(note, "notes", ids | own) for note in wanted]
        after = replace_parts(document, notes=(*document.notes, *new))
        cards = {card.id for card in self.other.cards}
        after = take_translations(after, _pick_texts(self.other, cards), own)
        own_notes = {note: new for note, new in own.items() if note not in cards}
        return take_translations(after, self.other.translations, own_notes | added)

    def _list_notes(self, document: Document) -> Iterator[Note]:
        yield from self.other.notes
        if not self.with_cards:
            return
        here = {card.id for card in document.cards}
        for card in DerivedFacts(self.other).reading_order:
            if card.id not in here and card.text:
                yield make_record(
                    Note,
                    id=card.id,
                    text=card.text,
                    original_text=card.note,
                    count=max(1, min(card.votes, MAX_COUNT)),
                    tags=card.tags,
                )
