"""Rules on the form of links; whether an address answers is not asked: no call to the network."""

import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import SplitResult, urlsplit

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.subject import Subject, quote
from blueprint_editor.language.messages import Message, message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.records import Link

Fault = Literal["unsafe", "broken", "open"]
"""It may lead where it does not seem to; it leads nowhere; everybody on the way can read along."""

_HOST = re.compile(
    r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)\.?", re.IGNORECASE
)
_MAIL = re.compile(r"[^@\s?]+@(?:[\w-]+\.)+[^\W\d_]{2,}(?:\?.*)?")
_PHONE = re.compile(r"\+?(?:[0-9][-.() ]?){3,}(?:;.*)?")
_PLACEHOLDERS = ("example.com", "example.org", "example.net", ".example", ".invalid", ".test")
_VAGUE = frozenset(
    {"linkki", "sivu", "tästä", "täältä", "lue lisää", "lisää", "klikkaa tästä", "katso tästä"}
    | {"länk", "sida", "här", "läs mer", "klicka här", "mer", "link", "page", "here", "read more"}
    | {"click here", "more", "www"}
)


class _Place(NamedTuple):
    record: str
    field: str
    address: str


def _iter_places(subject: Subject) -> Iterator[_Place]:
    """Yield every link of the document."""
    document = subject.document
    if document.project is not None and document.project.published_url:
        yield _Place(document.id, "project.published_url", document.project.published_url)
    for record, field, link in _iter_link_records(subject):
        yield _Place(record, f"{field}.url", link.url)
    for name, field in (("actors", "link"), ("phases", "link"), ("sources", "url")):
        for record in getattr(document, name):
            if address := getattr(record, field):
                yield _Place(record.id, field, address)


def _iter_link_records(subject: Subject) -> Iterator[tuple[str, str, Link]]:
    document = subject.document
    for number, link in enumerate(document.project.links if document.project else ()):
        yield document.id, f"project.links.{number}", link
    for card in document.cards:
        for number, link in enumerate(card.links):
            yield card.id, f"links.{number}", link


def judge_address(address: str) -> tuple[Fault, Message] | None:
    """Return what is wrong with the form of a link that the format allows; None if nothing is."""
    scheme, colon, rest = address.partition(":")
    match scheme.lower() if colon else "":
        case "http" | "https":
            return _judge_web(address)
        case "mailto" if not _MAIL.fullmatch(rest):
            return "broken", message(msgid("“{address}” is no e-mail address"), address=rest)
        case "tel" if not _PHONE.fullmatch(rest):
            return "broken", message(msgid("“{address}” is no phone number"), address=rest)
        case _:
            return None


def _judge_web(address: str) -> tuple[Fault, Message] | None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
        _ = parts.port
    except ValueError:
        return "broken", message(msgid("“{address}” is no web address"), address=address)
    if "@" in parts.netloc:
        text = msgid("the address shows another name before the @, but leads to {host}")
        return "unsafe", message(text, host=host)
    if _mixes_alphabets(host):
        text = msgid("“{host}” mixes letters of several alphabets that look alike")
        return "unsafe", message(text, host=host)
    return _judge_host(address, host) or _judge_rest(address, parts)


def _mixes_alphabets(host: str) -> bool:
    return any(
        len({unicodedata.name(letter, "?").split()[0] for letter in label if letter.isalpha()}) > 1
        for label in host.split(".")
    )


def _judge_host(address: str, host: str) -> tuple[Fault, Message] | None:
    if f".{host}".endswith(tuple(f".{name.lstrip('.')}" for name in _PLACEHOLDERS)):
        return "broken", message(msgid("“{host}” is a placeholder"), host=host)
    if _is_number(host) or _HOST.fullmatch(host):
        return None
    text = msgid("“{address}” names no server on the internet")
    return "broken", message(text, address=address)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _judge_rest(address: str, parts: SplitResult) -> tuple[Fault, Message] | None:
    if address[-1] in ".,;":
        text = msgid("the address ends with “{sign}”, which is seldom a part of it")
        return "broken", message(text, sign=address[-1])
    if parts.scheme.lower() == "http":
        return "open", message(msgid("the address begins with http, not https"))
    return None


def _find_unsafe(subject: Subject) -> Iterator[Found]:
    return _find(subject, "unsafe")


def _find_broken(subject: Subject) -> Iterator[Found]:
    return _find(subject, "broken")


def _find_open(subject: Subject) -> Iterator[Found]:
    return _find(subject, "open")


def _find(subject: Subject, wanted: Fault) -> Iterator[Found]:
    for place, (fault, text) in subject.share(_judge_all):
        if fault == wanted:
            yield Found(place.record, text, place.field)


def _judge_all(subject: Subject) -> tuple[tuple[_Place, tuple[Fault, Message]], ...]:
    judged = ((place, judge_address(place.address)) for place in _iter_places(subject))
    return tuple((place, fault) for place, fault in judged if fault is not None)


def _find_vague_labels(subject: Subject) -> Iterator[Found]:
    for record, field, link in _iter_link_records(subject):
        if link.label.strip(" .!→>").casefold() in _VAGUE:
            text = msgid("“{label}” does not say where the link leads")
            yield Found(record, message(text, label=quote(link.label)), f"{field}.label")


RULES: tuple[Rule, ...] = (
    Rule(
        "link-unsafe",
        "error",
        msgid("Link that may mislead"),
        msgid("Copy the address anew from the page itself; if it was sent to you, ask the sender."),
        _find_unsafe,
    ),
    Rule(
        "link-broken",
        "warning",
        msgid("Link that leads nowhere"),
        msgid("Open the page in a browser and copy its whole address from there."),
        _find_broken,
    ),
    Rule(
        "link-insecure",
        "hint",
        msgid("Link without encryption"),
        msgid("Try the address with https; almost every service has it today."),
        _find_open,
    ),
    Rule(
        "link-label-vague",
        "hint",
        msgid("Link whose words do not say where it leads"),
        msgid("Name the page or the service: links are also read out without what is around them."),
        _find_vague_labels,
    ),
)
