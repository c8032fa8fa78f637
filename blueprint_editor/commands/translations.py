"""Texts in the document's other languages: set, clear, list; a language comes or goes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from blueprint_editor.commands.command import CommandRefusedError, InvalidValueError
from blueprint_editor.commands.document_texts import iter_document_texts
from blueprint_editor.commands.faults import find_fault
from blueprint_editor.commands.lookup import find_record
from blueprint_editor.commands.parts import replace_translations
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import LanguageTag, Record, Text
from blueprint_editor.model.texts import iter_texts

_TEXT: TypeAdapter[str] = TypeAdapter(Text)
_LANGUAGE: TypeAdapter[str] = TypeAdapter(LanguageTag)


class TranslationRow(NamedTuple):
    """A text of the document and what it is in another language; "" = nothing yet."""

    record: str
    path: str
    text: str
    translation: str


def list_translations(document: Document, language: str) -> tuple[TranslationRow, ...]:
    """Return every text that says something, with its translation."""
    table = document.translations.get(language, {})
    return tuple(
        TranslationRow(p.record, p.path, p.text, table.get(p.record, {}).get(p.path, ""))
        for p in iter_document_texts(document)
    )


@dataclass(frozen=True)
class SetTranslation:
    """Say a text of a record in another language; "" takes the translation away."""

    language: str
    record: str
    path: str
    text: str
    name: str = msgid("translation")

    @property
    def merge_key(self) -> tuple[str, ...]:
        return ("translation", self.language, self.record, self.path)

    def apply(self, document: Document) -> Document:
        """Raises CommandRefusedError, ``unknown_field``, for a text that is not there."""
        record = find_record(document, self.record).record
        if self.path not in {path for path, _ in iter_texts(record)}:
            raise CommandRefusedError("unknown_field", self.path)
        _check_language(document, self.language)
        change = (self.language, self.record, self.path, self.text)
        return put_translations(document, (change,))


@dataclass(frozen=True)
class AddLanguage:
    """Let the document be translated into a language."""

    language: str
    name: str = msgid("new language")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        _check_language(document, self.language)
        if self.language in document.translations:
            return document
        return replace_translations(document, {**document.translations, self.language: {}})


@dataclass(frozen=True)
class RemoveLanguage:
    """Take all translations into a language away."""

    language: str
    name: str = msgid("deletion of a language")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        kept = {k: v for k, v in document.translations.items() if k != self.language}
        return replace_translations(document, kept)


def _check_language(document: Document, language: str) -> None:
    """Raises InvalidValueError, or CommandRefusedError ``own_language``."""
    _check(_LANGUAGE, "language", language)
    if language == document.language:
        raise CommandRefusedError("own_language", language)


def _check(adapter: TypeAdapter[str], path: str, value: str) -> None:
    try:
        adapter.validate_python(value, strict=True)
    except ValidationError as error:
        raise InvalidValueError(path, find_fault(error)) from error


def put_translations(document: Document, changes: Iterable[tuple[str, str, str, str]]) -> Document:
    """Return the document with (language, record, path, text) said; "" takes a text away.

    The records are known to have these texts.

    Raises:
        InvalidValueError: the format forbids a text.
    """
    tables = {language: dict(table) for language, table in document.translations.items()}
    for language, record, path, text in changes:
        _check(_TEXT, path, text)
        table = tables.setdefault(language, {})
        texts = {**table.get(record, {}), path: text}
        if not text:
            del texts[path]
        table[record] = texts
        if not texts:
            del table[record]
    return replace_translations(document, tables)


def drop_stale_translations(document: Document, records: Iterable[Record]) -> Document:
    """Return the document without translations of texts that the given records have no longer."""
    if not document.translations:
        return document
    paths = {
        record.id: {path for path, _ in iter_texts(record)}  # type: ignore[attr-defined]
        for record in records
        if any(record.id in table for table in document.translations.values())  # type: ignore[attr-defined]
    }
    tables = {
        language: _keep_known(table, paths) for language, table in document.translations.items()
    }
    return replace_translations(document, tables)


def _keep_known(
    table: Mapping[str, Mapping[str, str]], paths: Mapping[str, set[str]]
) -> Mapping[str, Mapping[str, str]]:
    stale = {i for i in paths if not table.get(i, {}).keys() <= paths[i]}
    if not stale:
        return table
    return {
        i: {path: text for path, text in texts.items() if path in paths[i]} if i in stale else texts
        for i, texts in table.items()
    }
