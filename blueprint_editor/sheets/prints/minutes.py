"""The minutes of a session gathered as text from what the document kept of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_editor.language.terms import Terms, find_terms
from blueprint_editor.language.workshop.kit import find_kit
from blueprint_editor.language.workshop.words import SheetWords
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.records import Mark, Workshop
from blueprint_editor.model.translated import translate
from blueprint_editor.model.votes import rank_votes
from blueprint_editor.sheets.prints.change_rows import ChangeRow, list_changes

MINUTE_PARTS = ("produced", "decided", "open", "changed", "next")
"""Keys of the headings, in their order, as sheet W1 has them."""
_LANGUAGES = ("fi", "sv", "en")
_BULLET = "– "
_MOST_VOTED = 5
_TOLD_APART = frozenset({"decision", "question"})
_COUNTED = (("phase", "phases"), ("step", "steps"), ("card", "cards"), ("mark", "marks"))


class _Words(NamedTuple):
    """The words in which changes are told."""

    words: SheetWords
    terms: Terms


class _Session(NamedTuple):
    """One session: the document after it and before it, None for the first one."""

    after: DocumentContent
    before: DocumentContent | None
    language: str

    @property
    def facts(self) -> DerivedFacts:
        return DerivedFacts(self.after)

    @property
    def terms(self) -> Terms:
        return find_terms(self.language)


def gather_minutes(
    after: DocumentContent,
    before: DocumentContent | None,
    following: Workshop | None = None,
) -> str:
    """Return headed lines of text: what was made, decided, left open and changed in a session.

    Args:
        after: the document as the session left it, in its own language.
        before: as the one before had left it; None if there was none.
        following: the next session, as far as it is known.
    """
    language = after.language
    session = _Session(after, before and translate(before, language), language)
    rows = _list_rows(session)
    lines: Mapping[str, Sequence[str]] = {
        "produced": [*_tell_new(session, rows), *_tell_votes(session)],
        "decided": list(_tell_decisions(session)),
        "open": list(_tell_open(session)),
        "changed": [_tell_change(row) for row in rows if row.kind != "added"],
        "next": list(_tell_next(session, following)),
    }
    headings = find_kit(language, after.client_word).sheets["W1"].fields
    return "\n\n".join(
        "\n".join((f"{headings[key]}:", *(f"{_BULLET}{line}" for line in lines[key])))
        for key in MINUTE_PARTS
    )


def split_minutes(text: str) -> dict[str, str]:
    """Return the text under each of the headings; what stands before any is what was produced."""
    headings = {
        find_kit(language).sheets["W1"].fields[key].casefold(): key
        for language in _LANGUAGES
        for key in MINUTE_PARTS
    }
    found: dict[str, list[str]] = {}
    part = "produced"
    for line in text.splitlines():
        named = headings.get(line.strip().removesuffix(":").casefold())
        if named is not None:
            part = named
        else:
            found.setdefault(part, []).append(line)
    return {key: "\n".join(lines).strip() for key, lines in found.items()}


def find_version(document: Document, workshop: Workshop | None) -> Snapshot | None:
    """Return the named version that a session has left: of its name or its day, the last one."""
    if workshop is None:
        return None
    name, number = workshop.name.strip().casefold(), str(workshop.number or "")
    for version in reversed(document.snapshots):
        called = version.name.casefold()
        is_named = bool(name) and name in called and (not number or number in called.split())
        if is_named or (workshop.date and version.at.startswith(workshop.date)):
            return version
    return None


def find_before(document: Document, version: Snapshot | None) -> Snapshot | None:
    """Return the version that was kept before another one; before the document the newest."""
    versions = document.snapshots
    place = versions.index(version) if version is not None else len(versions)
    return versions[place - 1] if place else None


def _list_rows(session: _Session) -> list[ChangeRow]:
    if session.before is None:
        return []
    kit = find_kit(session.language, session.after.client_word)
    words = _Words(kit.sheets["change-list"], session.terms)
    return list_changes(session.before, session.after, words)


def _tell_new(session: _Session, rows: Sequence[ChangeRow]) -> Iterator[str]:
    if session.before is not None:
        told = {_flatten(mark.text) for mark in session.after.marks if mark.kind in _TOLD_APART}
        for row in rows:
            if row.kind == "added" and _flatten(row.now) not in told:
                yield f"{_name_place(row)}: {row.now}"
        return
    counts = [
        session.terms.count(noun, number)
        for noun, field in _COUNTED
        if (number := len(getattr(session.after, field)))
    ]
    if counts:
        yield ", ".join(counts)


def _tell_votes(session: _Session) -> Iterator[str]:
    facts, terms = session.facts, session.terms
    for record, card in rank_votes(facts)[:_MOST_VOTED]:
        code = facts.card_codes.get(card, "")
        yield f"{terms.count('vote', record.votes)}: {code} {_flatten(record.text)}"


def _tell_decisions(session: _Session) -> Iterator[str]:
    """Yield what was decided since the session before."""
    known = {mark.id: mark for mark in session.before.marks} if session.before else {}
    for mark in session.after.marks:
        if mark.kind == "decision" and mark.text.strip() and known.get(mark.id) != mark:
            yield _tell_mark(session, mark)


def _tell_open(session: _Session) -> Iterator[str]:
    for mark in session.after.marks:
        if mark.kind == "question" and mark.text.strip():
            yield _tell_mark(session, mark)
    codes = session.facts.card_codes
    for comment in session.after.comments:
        if not comment.resolved and comment.text.strip():
            place = codes.get(comment.target or "", "")
            author = f" ({comment.author.strip()})" if comment.author.strip() else ""
            yield f"{place} {_flatten(comment.text)}{author}".strip()


def _tell_change(row: ChangeRow) -> str:
    if row.kind == "removed":
        return f"{row.sign}: {_name_place(row)}: {row.before}"
    return f"{_name_place(row)}: {row.before} → {row.now}"


def _name_place(row: ChangeRow) -> str:
    """Return where it is, to be followed by a colon."""
    return row.place.rstrip(" .:")


def _tell_next(session: _Session, following: Workshop | None) -> Iterator[str]:
    if following is not None:
        date = session.terms.date(following.date) if following.date else ""
        number = str(following.number or "")
        yield ", ".join(filter(None, (f"{following.name} {number}".strip(), date)))


def _tell_mark(session: _Session, mark: Mark) -> str:
    sources = {connector.id: connector.source for connector in session.after.connectors}
    code = session.facts.card_codes.get(sources.get(mark.target, mark.target), "")
    return f"{code} {_flatten(mark.text)}".strip()


def _flatten(text: str) -> str:
    return " ".join(text.split())
