"""Traces of people in the texts of a document: identity codes, numbers, addresses, names.

Codes, numbers and addresses are known by their form; names only by a careful guess, so that what
is found is shown for a decision and nothing is changed.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from blueprint_editor.checks.given_names import GIVEN_NAMES, WORD_NAMES
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.references import iter_record_lists
from blueprint_editor.model.texts import iter_texts

TraceKind = Literal["identity_code", "phone", "email", "name"]


class Trace(NamedTuple):
    """Something that may tell who a person is, and where it stands.

    Attributes:
        record: id of the record; ``field`` is the path within it, after ``translations.sv.`` where
            the text is a translation.
        found: as it is written; ``excerpt`` shows a few words around it.
    """

    kind: TraceKind
    record: str
    field: str
    found: str
    excerpt: str


_AROUND = 24
"""Characters shown on each side of what was found."""


def find_traces(document: DocumentContent) -> tuple[Trace, ...]:
    """Return all traces in the texts, translations and addresses of a document's records.

    Names are looked for where people are spoken of: personas, cards, connectors, marks, notes and
    the sentences for clients; not in the project's data, whose people stand there on purpose.
    """
    personas = frozenset(persona.name.casefold() for persona in document.personas)
    found = [
        trace
        for record, field, text, is_prose in _iter_places(document)
        for trace in _find_in_text(record, field, text, personas if is_prose else None)
    ]
    return tuple(found)


def _iter_places(document: DocumentContent) -> Iterator[tuple[str, str, str, bool]]:
    """Yield (record id, field, text, whether people are spoken of there)."""
    prose: set[str] = set()
    for noun, _, records in iter_record_lists(document):
        if noun in {"asset", "snapshot"}:
            continue
        for record in records:
            is_prose = noun in _SPOKEN_OF
            if is_prose:
                prose.add(record.id)
            for field, text in iter_texts(record):
                if text:
                    yield record.id, field, text, is_prose or field.startswith("client_path")
            yield from _iter_addresses(record, noun)
    for language, table in document.translations.items():
        for record_id, texts in table.items():
            for field, text in texts.items():
                yield record_id, f"translations.{language}.{field}", text, record_id in prose


_SPOKEN_OF = frozenset(
    {"persona", "barrier", "card", "connector", "mark", "note", "comment", "responsibility"}
)


_ADDRESSES = {"link": "url", "source": "url", "actor": "link", "phase": "link"}


def _iter_addresses(record: Any, noun: str) -> Iterator[tuple[str, str, str, bool]]:
    field = _ADDRESSES.get(noun, "")
    url = getattr(record, field) if field else None
    if url is not None:
        yield record.id, field, url.removeprefix("mailto:").removeprefix("tel:"), False


def _find_in_text(
    record: str, field: str, text: str, personas: frozenset[str] | None
) -> Iterator[Trace]:
    spans: list[tuple[TraceKind, int, int]] = []
    for kind, signs, finder in _FINDERS:
        if signs.search(text):
            spans += ((kind, start, end) for start, end in finder(text))
    if personas is not None:
        is_name = field == "name"
        spans += (("name", start, end) for start, end in _find_names(text, personas, is_name))
    taken = 0
    for kind, start, end in sorted(spans, key=lambda span: (span[1], -span[2])):
        if start >= taken:
            taken = end
            yield Trace(kind, record, field, text[start:end], _cut_excerpt(text, start, end))


def _cut_excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"{before}{' '.join(text[first:last].split())}{after}"


_IDENTITY_CODE = re.compile(
    r"(?<![0-9A-Za-z])(\d{2})(\d{2})(\d{2})([-–−+A-FU-Ya-fu-y])(\d{3})([0-9A-Ya-y])(?![0-9A-Za-z])"
)
_CHECK_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CENTURIES = {**dict.fromkeys("+", 1800), **dict.fromkeys("-YXWVU", 1900)}
_CENTURIES |= dict.fromkeys("ABCDEF", 2000)
"""Signs of the century; the newer ones of 1900 and 2000 since 2023 (asetus 690/2022)."""


def _find_identity_codes(text: str) -> Iterator[tuple[int, int]]:
    """Yield Finnish personal identity codes whose day exists and whose check sign is right."""
    for match in _IDENTITY_CODE.finditer(text):
        day, month, year, sign, number, check = match.groups()
        # Word processors write a dash where a hyphen was typed.
        sign = "-" if sign in "–−" else sign.upper()
        century = _CENTURIES.get(sign)
        if century is None or not _is_day(century + int(year), int(month), int(day)):
            continue
        if _CHECK_SIGNS[int(f"{day}{month}{year}{number}") % 31] == check.upper():
            yield match.span()


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_NUMBER = re.compile(r"(?<![\w.,/+–-])(?:\+|\()?\d(?:[ \u00a0()-]{0,2}\d){6,14}(?![\w/–]|[.,:-]\d)")
_NOT_PHONES = re.compile(
    r"\d{2}-\d{2}-\d{4}|\d{4}-\d{2}-\d{2}|\d{7}-\d|\d{2}-\d{2}(?: \d{2}-\d{2})*"
)
"""Dates, business identity codes, times of day."""


def _find_phones(text: str) -> Iterator[tuple[int, int]]:
    """Yield phone numbers, in the Finnish manner from 0 or with the country's number."""
    for match in _NUMBER.finditer(text):
        words = match.group()
        if words.lstrip("(")[0] in "+0" and not _NOT_PHONES.fullmatch(words):
            yield match.span()


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+(?:@|\(at\)|\[at\])[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)


def _find_emails(text: str) -> Iterator[tuple[int, int]]:
    for match in _EMAIL.finditer(text):
        yield match.span()


_FINDERS: tuple[tuple[TraceKind, re.Pattern[str], Any], ...] = (
    ("identity_code", re.compile(r"\d{6}"), _find_identity_codes),
    ("phone", re.compile(r"\d"), _find_phones),
    ("email", re.compile(r"@|at[)\]]", re.IGNORECASE), _find_emails),
)
"""(kind, what a text without it cannot hold one of, finder); most texts hold no trace at all."""

_CAPITALISED = r"[A-ZÅÄÖÜ][a-zåäöüéšž]+(?:-[A-ZÅÄÖÜ]?[a-zåäöüéšž]+)*"
_WORD = re.compile(_CAPITALISED)
_SURNAME_AFTER = re.compile(rf"(?:[ \u00a0][A-ZÅÄÖ]\.)?[ \u00a0](?:(?:von|af|de) )?{_CAPITALISED}")
_TITLED = re.compile(
    r"\b(?i:herra|rouva|neiti|hra|rva|nti|tohtori|lääkäri|hoitaja|ohjaaja|johtaja|valmentaja|"
    r"koordinaattori|työntekijä|herr|fru|fröken|doktor|läkare|handledare|mr|mrs|ms|dr)\.?[ \u00a0]"
    rf"({_CAPITALISED})"
)
_NAMES = GIVEN_NAMES | WORD_NAMES
_SHORTEST_STEM = 3
_NOT_SURNAMES = frozenset({"kela", "suomi", "finland", "oy", "ry"})
_ENDINGS = (
    "lle", "lta", "ltä", "lla", "llä", "sta", "stä", "ssa", "ssä", "kin", "han", "hän", "an", "än",
    "en", "in", "n", "a", "ä", "s",
)  # fmt: skip
"""Of Finnish cases, and the Swedish and English genitive."""


def _find_names(text: str, personas: frozenset[str], is_name: bool) -> Iterator[tuple[int, int]]:
    """Yield what looks like a person's name; the given names of personas alone are no trace.

    Args:
        text: of one field.
        personas: names in small letters.
        is_name: the field is itself a name, so that a given name alone is expected.
    """
    start = 0
    for match in _WORD.finditer(text):
        start = match.start()
        stem = _find_given_name(match.group())
        if stem is None:
            continue
        surname = _SURNAME_AFTER.match(text, match.end())
        if surname is not None and not _is_no_surname(surname.group()):
            yield match.start(), surname.end()
        elif stem not in WORD_NAMES and not is_name and not _is_persona(stem, personas):
            yield match.span()
    # A name after a title is a word with a capital that is not the text's first.
    for match in _TITLED.finditer(text) if start else ():
        name = match.group(1)
        if not _is_organisation(name) and not _is_persona(name.casefold(), personas):
            yield match.span(1)


def _is_no_surname(words: str) -> bool:
    """Tell whether what follows a given name is another given name or an organisation."""
    last = words.rpartition(" ")[2]
    return _find_given_name(last) is not None or _is_organisation(last)


def _is_organisation(word: str) -> bool:
    small = word.casefold()
    return any(small.removesuffix(ending) in _NOT_SURNAMES for ending in ("", *_ENDINGS))


def _is_persona(stem: str, personas: frozenset[str]) -> bool:
    return any(stem in name.split() for name in personas)


@lru_cache(maxsize=4096)
def _find_given_name(word: str) -> str | None:
    """Return the given name that a word is, perhaps with a Finnish ending, in small letters."""
    small = word.casefold()
    if small in _NAMES:
        return small
    for ending in _ENDINGS:
        stem = small.removesuffix(ending)
        if len(stem) >= _SHORTEST_STEM and stem != small and stem in GIVEN_NAMES:
            return stem
    first, dash, last = small.partition("-")
    if dash and first in _NAMES and (second := _find_given_name(last)) is not None:
        return f"{first}-{second}"
    return None
