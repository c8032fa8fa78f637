"""Let everything that named one record name another, and merge what two records say."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from blueprint_editor.commands.parts import change_where, replace_parts, replace_translations
from blueprint_editor.commands.paths import change_record
from blueprint_editor.commands.removal import Lost, release
from blueprint_editor.commands.renaming import rename_value
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record
from blueprint_editor.model.references import NOUNS, REFERENCES, Reference

AnyRecord = TypeVar("AnyRecord", bound=Record)

MERGE_SIGN = " / "
"""Stands between two names that become one; longer texts are joined by a line break."""


def redirect(document: Document, collection: str, ids: Mapping[str, str]) -> Document:
    """Return the document where what named a key of ``ids`` names its value, save origins.

    ``collection`` is where the named records stand. Nothing is deleted.
    """
    noun = NOUNS[collection]
    for ref in REFERENCES:
        if not ref.nouns or noun in ref.nouns:
            is_named = _make_test(ref, ids)
            turn = _make_turn(ref, ids)
            document = change_where(document, ref.collection, ref.field, is_named, turn)
    causal_map = document.causal_map
    if causal_map is None or collection not in {"cards", "marks"}:
        return document
    nodes = tuple(
        node.changed(
            card=ids.get(node.card or "", node.card), mark=ids.get(node.mark or "", node.mark)
        )
        if node.card in ids or node.mark in ids
        else node
        for node in causal_map.nodes
    )
    if all(a is b for a, b in zip(nodes, causal_map.nodes, strict=True)):
        return document
    return replace_parts(document, causal_map=causal_map.changed(nodes=nodes))


def _make_test(ref: Reference, ids: Mapping[str, str]) -> Callable[[Any], bool]:
    if ref.is_list:
        return lambda value: not ids.keys().isdisjoint(value)
    return ids.__contains__


def _make_turn(ref: Reference, ids: Mapping[str, str]) -> Callable[[Any], Any]:
    def turn(record: Any) -> Any:
        return record.changed(**{ref.field: rename_value(getattr(record, ref.field), ids)})

    return turn


def drop_merged(document: Document, collection: str, ids: Iterable[str]) -> Document:
    """Return the document without records that others took the place of."""
    return release(document, Lost(frozenset(ids), frozenset({collection}), is_merged=True))


def join_texts(*texts: str, sign: str = "\n") -> str:
    """Return the texts that hold something, each once, with ``sign`` between them."""
    return sign.join(dict.fromkeys(text for text in texts if text.strip()))


def join_fields(first: AnyRecord, second: AnyRecord, texts: Mapping[str, str]) -> AnyRecord:
    """Return the first record with the second's words too.

    Args:
        first: what it has of other fields stays.
        second: gives what the first has none of.
        texts: field → the sign between the two texts.
    """
    values: dict[str, Any] = {}
    for field in type(first).model_fields:
        mine, theirs = getattr(first, field), getattr(second, field)
        if field in texts:
            values[field] = join_texts(mine, theirs, sign=texts[field])
        elif mine is None:
            values[field] = theirs
    changed = {field: value for field, value in values.items() if value != getattr(first, field)}
    return change_record(first, **changed) if changed else first


def join_translations(
    document: Document, first: Any, second: Any, texts: Mapping[str, str]
) -> Document:
    """Return the document whose translations of ``first`` hold those of ``second`` too.

    A text that only one of the two is translated of is joined with the other's original, so that
    nothing said is missing in any language. ``first`` and ``second`` are as before the merge.
    """
    tables = dict(document.translations)
    for language, table in document.translations.items():
        mine, theirs = table.get(first.id, {}), table.get(second.id, {})
        joined = {
            field: join_texts(
                mine.get(field) or getattr(first, field),
                theirs.get(field) or getattr(second, field),
                sign=sign,
            )
            for field, sign in texts.items()
            if field in mine or field in theirs
        }
        joined |= {p: t for p, t in theirs.items() if getattr(first, p.split(".")[0]) is None}
        if joined:
            tables[language] = {**table, first.id: {**mine, **joined}}
    return replace_translations(document, tables)
