"""A document in another of its languages: translated texts put in place, the rest marked."""

from collections.abc import Mapping
from typing import Any, TypeVar

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.record import Record

AnyDocument = TypeVar("AnyDocument", bound=DocumentContent)
AnyRecord = TypeVar("AnyRecord", bound=Record)

_UNTOUCHED = frozenset({"translations", "snapshots", "assets", "poster", "base"})


def translate(document: AnyDocument, language: str) -> AnyDocument:
    """Return the document with its texts in ``language`` where it holds them.

    A card without a translation keeps its text and is marked with the original language, so that
    a screen reader pronounces it right. An unknown language gives the document unchanged.
    """
    table = document.translations.get(language)
    if language == document.language or table is None:
        return document
    updates: dict[str, Any] = _rewrite_fields(document, table)
    updates["cards"] = tuple(
        card
        if card is not old or "text" in table.get(card.id, {})
        else card.model_copy(update={"language": card.language or document.language})
        for old, card in zip(document.cards, updates.get("cards", document.cards), strict=True)
    )
    updates.update(_own_texts(document, table.get(document.id, {}), updates))
    if document.poster.second_language == document.language:
        updates["translations"] = {**document.translations, document.language: _names(document)}
    updates["language"] = language
    return document.model_copy(update=updates)


def _names(document: DocumentContent) -> dict[str, dict[str, str]]:
    """Return the names of all headers as a translation holds them."""
    found: dict[str, dict[str, str]] = {}
    for records in (document.lanes, document.phases, document.steps):
        found |= {record.id: {"name": record.name} for record in records if record.name}
    return found


def find_untranslated(document: DocumentContent, language: str) -> int:
    """Return how many cards have no text in ``language``."""
    table = document.translations.get(language, {})
    return sum("text" not in table.get(card.id, {}) for card in document.cards)


def _rewrite(record: AnyRecord, table: Mapping[str, Mapping[str, str]]) -> AnyRecord:
    updates = _rewrite_fields(record, table)
    own = table.get(getattr(record, "id", ""), {})
    updates.update(_own_texts(record, own, updates))
    return record.model_copy(update=updates) if updates else record


def _rewrite_fields(record: Record, table: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    updates: dict[str, Any] = {}
    for name in type(record).model_fields:
        if name in _UNTOUCHED:
            continue
        value = getattr(record, name)
        if isinstance(value, Record):
            new: Any = _rewrite(value, table)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            new = tuple(_rewrite(item, table) for item in value)
            if all(a is b for a, b in zip(new, value, strict=True)):
                continue
        else:
            continue
        if new is not value:
            updates[name] = new
    return updates


def _own_texts(
    record: Record, texts: Mapping[str, str], known: Mapping[str, Any]
) -> dict[str, Any]:
    """Return field updates for paths such as ``name``, ``value.social`` or ``groups.0``.

    ``known`` are the fields that have other updates already, such as those of records in them.
    """
    updates: dict[str, Any] = {}
    for path, text in texts.items():
        name, _, rest = path.partition(".")
        if name not in type(record).model_fields:
            continue
        value = updates.get(name, known.get(name, getattr(record, name)))
        updates[name] = _set_text(value, rest, text)
    return updates


def _set_text(value: Any, path: str, text: str) -> Any:
    if not path:
        return text
    name, _, rest = path.partition(".")
    if isinstance(value, tuple):
        index = int(name) if name.isdecimal() else -1
        if not 0 <= index < len(value):
            return value
        return (*value[:index], _set_text(value[index], rest, text), *value[index + 1 :])
    if isinstance(value, Record) and name in type(value).model_fields:
        return value.model_copy(update={name: _set_text(getattr(value, name), rest, text)})
    return value
