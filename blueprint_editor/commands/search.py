"""Find words in all texts of a document, and replace them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.document_texts import TextPlace, iter_document_texts
from blueprint_editor.commands.fields import adopt_holders, write_fields
from blueprint_editor.commands.lookup import RecordPlace, find_records
from blueprint_editor.commands.paths import read_path, split_path
from blueprint_editor.commands.translations import put_translations
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document


class Wanted(NamedTuple):
    """What is looked for."""

    words: str
    is_case_sensitive: bool = False
    whole_words: bool = False
    translated: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words as a regular expression that takes them literally."""
        words = re.escape(self.words)
        if self.whole_words:
            words = rf"(?<!\w){words}(?!\w)"
        return re.compile(words, 0 if self.is_case_sensitive else re.IGNORECASE)


class Occurrence(NamedTuple):
    """Where words stand: the characters from ``start`` to ``end`` of a text."""

    place: TextPlace
    start: int
    end: int


def find_occurrences(document: Document, wanted: Wanted) -> tuple[Occurrence, ...]:
    """Return every place of the wanted words, in the order of :func:`iter_document_texts`."""
    if not wanted.words:
        return ()
    pattern = wanted.pattern
    return tuple(
        Occurrence(place, found.start(), found.end())
        for place in iter_document_texts(document, translated=wanted.translated)
        for found in pattern.finditer(place.text)
    )


@dataclass(frozen=True)
class ReplaceTexts:
    """Replace the chosen occurrences, all at once."""

    occurrences: tuple[Occurrence, ...]
    words: str
    name: str = msgid("replacement")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises CommandRefusedError, ``text_changed``: a text says something else by now."""
        texts: dict[TextPlace, list[Occurrence]] = {}
        for occurrence in self.occurrences:
            texts.setdefault(occurrence.place, []).append(occurrence)
        new = {place: _replace(place.text, found, self.words) for place, found in texts.items()}
        after = _write_texts(document, {p: text for p, text in new.items() if p.language is None})
        translated = [
            (place.language, place.record, place.path, text)
            for place, text in new.items()
            if place.language is not None
        ]
        for place in texts:
            if place.language is not None and _read_translation(document, place) != place.text:
                raise CommandRefusedError("text_changed", place.record)
        return put_translations(after, translated)


def _replace(text: str, occurrences: Iterable[Occurrence], words: str) -> str:
    for occurrence in sorted(set(occurrences), key=lambda found: -found.start):
        text = text[: occurrence.start] + words + text[occurrence.end :]
    return text


def _read_translation(document: Document, place: TextPlace) -> str:
    table = document.translations.get(place.language or "", {})
    return table.get(place.record, {}).get(place.path, "")


def _write_texts(document: Document, texts: Mapping[TextPlace, str]) -> Document:
    found = find_records(document, {place.record for place in texts})
    values: dict[str, list[tuple[RecordPlace, str, Any]]] = {}
    for place, text in texts.items():
        where = found[place.record]
        if read_path(where.record, place.path) != place.text:
            raise CommandRefusedError("text_changed", place.record)
        values.setdefault(where.collection, []).append((where, place.path, text))
    for collection, changes in values.items():
        heads = {(*where.path, *split_path(path))[0] for where, path, _ in changes}
        changed = write_fields(document, collection, changes)
        document = adopt_holders(document, collection, changed, heads)
    return document
