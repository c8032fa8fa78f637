"""Rules on how easily texts are read: long cards, long sentences, long words, abbreviations.

Limits are counts of words and letters, which say something about any text of the language; whether
a text is good only a reader can tell.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.subject import FRONT, Subject
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.kinds import Role
from blueprint_editor.model.texts import iter_texts

_CARD_WORDS = 12
"""Of a card that is read at a glance from two metres."""


class _Limits(NamedTuple):
    """The most words of a sentence, and of one in plain language; the most letters of a word."""

    sentence: int
    plain_sentence: int
    word: int


_LIMITS = {"fi": _Limits(20, 12, 22), "sv": _Limits(24, 15, 22), "en": _Limits(24, 15, 17)}
"""Finnish says with one word what others say with several, hence fewer and longer ones."""
_OTHER = _LIMITS["en"]

_FOR_CLIENTS: frozenset[Role | None] = frozenset({"evidence", "customer", *FRONT})
_WORD = re.compile(r"[^\W_]+(?:['’:-][^\W_]+)*")
_END = re.compile(r"[.!?…]+[\"”’)]*(?:\s+|$)|\n+")
_ABBREVIATION = re.compile(r"(?<![^\W_])[^\W\d_a-zåäö]{2,5}(?![^\W_])")
_ROMAN = re.compile(r"[IVX]+")
_WELL_KNOWN = frozenset({"EU", "PDF", "OK", "QR", "SMS", "TV", "WWW", "PIN", "DVD", "CV", "YK"})
_PLAIN_FIELDS = ("plain_text", "client_path.")


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))


def _find_limits(language: str | None) -> _Limits:
    return _LIMITS.get((language or "").partition("-")[0].lower(), _OTHER)


def _find_long_cards(subject: Subject) -> Iterator[Found]:
    for card in subject.document.cards:
        count = _count_words(card.text)
        if count > _CARD_WORDS:
            text = msgid("it has {count} words; up to {limit} are read at a glance")
            yield Found(card.id, message(text, count=count, limit=_CARD_WORDS), "text")


# --- sentences


def _find_long_sentences(subject: Subject) -> Iterator[Found]:
    limits = _find_limits(subject.document.language)
    for record, field, text in _iter_prose(subject):
        limit = limits.plain_sentence if field.startswith(_PLAIN_FIELDS) else limits.sentence
        longest = max(map(_count_words, _END.split(text)), default=0)
        if longest > limit:
            found = msgid("a sentence has {count} words; up to {limit} are easy to follow")
            yield Found(record, message(found, count=longest, limit=limit), field)


_PROSE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("personas", ("situation", "goal", "strengths", "close_people", "services_now", "quote")),
    ("lanes", ("hint",)),
    ("cards", ("plain_text",)),
    ("marks", ("text",)),
    ("responsibilities", ("text",)),
)
"""Collection → fields with whole sentences for a reader; those of cards are counted as cards."""


def _iter_prose(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Yield (record, field, text) of what readers are to read in sentences."""
    document = subject.document
    for field in ("subtitle", "description"):
        yield document.id, field, getattr(document, field)
    for number, text in enumerate(document.client_path):
        yield document.id, f"client_path.{number}", text
    for part in ("value", "publication"):
        record = getattr(document, part)
        for field, text in iter_texts(record) if record is not None else ():
            yield document.id, f"{part}.{field}", text
    for collection, fields in _PROSE:
        for holder in getattr(document, collection):
            for field in fields:
                if text := getattr(holder, field):
                    yield holder.id, field, text


# --- words


def _find_long_words(subject: Subject) -> Iterator[Found]:
    document = subject.document
    own = _find_limits(document.language).word
    for number, text in enumerate(document.client_path):
        yield from _tell_long_words(document, f"client_path.{number}", text, own)
    for card in document.cards:
        limit = _find_limits(card.language).word if card.language else own
        if subject.role_of(card) in _FOR_CLIENTS:
            yield from _tell_long_words(card, "text", card.text, limit)
        yield from _tell_long_words(card, "plain_text", card.plain_text, limit)


def _tell_long_words(record: Any, field: str, text: str, limit: int) -> Iterator[Found]:
    if len(text) <= limit:
        return
    parts = (part for word in _WORD.findall(text) for part in re.split("[:-]", word))
    words = tuple(dict.fromkeys(part for part in parts if len(part) > limit))
    if words:
        yield Found(record.id, message(msgid("it has long words: {words}"), words=words), field)


# --- abbreviations


def _find_abbreviations(subject: Subject) -> Iterator[Found]:
    known = set(_iter_explained(subject))
    for record, field, text in _iter_read(subject):
        for match in _ABBREVIATION.finditer(text):
            short = match.group()
            if short in known or _ROMAN.fullmatch(short) or _is_shouted(text):
                continue
            known.add(short)
            if not _is_explained_there(subject, short):
                yield Found(
                    record, message(msgid("“{short}” is not explained"), short=short), field
                )


def _iter_explained(subject: Subject) -> Iterator[str]:
    yield from _WELL_KNOWN
    document = subject.document
    yield from (abbreviation.short.strip() for abbreviation in document.abbreviations)
    # Monograms of actors and paths are explained in the legend.
    yield from (actor.short for actor in document.actors)
    yield from (variant.short for variant in document.variants)


def _is_shouted(text: str) -> bool:
    """Tell whether a text has capitals only, so that they tell nothing."""
    return text.upper() == text and len(text.split()) > 1


def _is_explained_there(subject: Subject, short: str) -> bool:
    """Tell whether any text explains it in brackets, or is in brackets its explanation."""
    explained = (f"({short})", f"{short} (")
    return any(words in text for _, _, text in _iter_read(subject) for words in explained)


def _iter_read(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Yield (record, field, text) of what stands on the poster, from the title on."""
    document = subject.document
    for field in ("title", "subtitle", "description"):
        yield document.id, field, getattr(document, field)
    for collection, field in _ON_POSTER:
        for record in getattr(document, collection):
            if text := getattr(record, field):
                yield record.id, field, text


_ON_POSTER = (
    ("lanes", "name"), ("lanes", "hint"), ("phases", "name"), ("steps", "name"),
    ("cards", "text"), ("cards", "plain_text"), ("marks", "text"), ("connectors", "label"),
)  # fmt: skip


RULES: tuple[Rule, ...] = (
    Rule(
        "card-too-long",
        "hint",
        msgid("Card with many words"),
        msgid(
            "Say who does what in one short sentence; put the rest into the note, the plain text "
            "or a second card."
        ),
        _find_long_cards,
    ),
    Rule(
        "long-sentence",
        "hint",
        msgid("Long sentence"),
        msgid("Make two sentences of it, each with one thing to say."),
        _find_long_sentences,
    ),
    Rule(
        "long-word",
        "hint",
        msgid("Long word in a text for clients"),
        msgid("Say it with shorter words where a client reads it: what is done, not its name."),
        _find_long_words,
    ),
    Rule(
        "abbreviation-unexplained",
        "hint",
        msgid("Abbreviation without an explanation"),
        msgid("Write the words out, or explain it in the list of abbreviations."),
        _find_abbreviations,
    ),
)
