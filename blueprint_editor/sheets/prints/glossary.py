"""The abbreviations and the words of the trade that occur in what one actor is told."""

import re

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.records import Abbreviation
from blueprint_editor.sheets.prints.duties import Duties
from blueprint_editor.sheets.workshop.sheet import Sheet


def list_abbreviations(document: DocumentContent, told: str) -> tuple[Abbreviation, ...]:
    """Return the document's abbreviations that stand in a text."""
    return tuple(
        found
        for found in document.abbreviations
        if re.search(rf"(?<!\w){re.escape(found.short)}(?!\w)", told)
    )


def list_glossary(sheet: Sheet, duties: Duties) -> list[tuple[str, str]]:
    """Return (word, what it means) of the marks and connectors that an actor's cards bear."""
    derived, terms = sheet.derived, sheet.terms
    kinds: set[str] = {m.kind for c in duties.cards for m in derived.marks_of.get(c.id, ())}
    ways = (*duties.incoming, *duties.outgoing)
    kinds |= {way.connector.kind for way in ways} & {"handover"}
    names = {**terms.marks, "handover": terms.connectors["handover"]}
    return [
        (names[kind][0].upper() + names[kind][1:], sheet.words.fields[f"means_{kind}"])
        for kind in names
        if kind in kinds and f"means_{kind}" in sheet.words.fields
    ]
