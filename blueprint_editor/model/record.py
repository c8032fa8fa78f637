"""The base of all records and the checked scalar types of their fields; knows no record."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainSerializer,
)
from pydantic_core import CoreSchema

ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{0,63}$"
COLOUR_PATTERN = r"^#[0-9A-Fa-f]{6}$"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{4,8})*$"
MAX_TEXT_LENGTH = 100_000
"""Characters in one text field (design, limits)."""

_FORBIDDEN_CHARACTERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
_URL = re.compile(r"^(?:https?://[^\s/]|mailto:[^\s@]+@|tel:\+?[0-9])[^\s]*$", re.IGNORECASE)
_BLUEPRINT_PATH = re.compile(
    r"^(?![A-Za-z][A-Za-z0-9+.-]*:)(?![/\\])[^\x00-\x1f]+\.(?:blueprint|json)$"
)


class Record(BaseModel):
    """A frozen, strictly validated piece of the document.

    Python callers give tuples where the JSON has arrays. ``model_copy(update=…)`` does not
    validate: use :meth:`changed`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let a tuple stop at its first wrong item.

        A hostile file with a million wrong items would otherwise fill the memory with its faults.
        """
        schema = handler(source)
        fields = schema.get("schema", {}).get("fields", {})
        for field in fields.values():
            inner = field["schema"]
            while inner["type"] in {"default", "nullable"}:
                inner = inner["schema"]
            if inner["type"] == "tuple":
                inner["fail_fast"] = True
        return schema

    def changed(self, **values: Any) -> Self:
        """Return a validated copy with the given fields set.

        Raises:
            pydantic.ValidationError: a value breaks a rule of its field.
        """
        fields = type(self).model_fields
        kept = {name: getattr(self, name) for name in fields if name not in values}
        return type(self)(**kept, **values)


class ValueFault(ValueError):  # noqa: N818 - pydantic makes the error of it
    """Why a value is forbidden; ``kind`` is a fixed word for whoever makes a sentence of it."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


def _check_text(text: str) -> str:
    if (found := _FORBIDDEN_CHARACTERS.search(text)) is not None:
        message = f"holds the forbidden character U+{ord(found.group()):04X}"
        raise ValueFault("character", message)
    return text


def clean_text(text: str) -> str:
    """Return any text as a document may hold it: line feeds, no other control characters."""
    lines = _LINE_BREAK.sub("\n", text).replace("\t", " ")
    return _FORBIDDEN_CHARACTERS.sub("", lines)[:MAX_TEXT_LENGTH]


def _check_date(text: str) -> str:
    date.fromisoformat(text)
    return text


def _check_moment(text: str) -> str:
    datetime.fromisoformat(text)
    return text


def is_allowed_url(text: str) -> bool:
    """Tell whether a link is of a kind that may stand in a document (design §3, limits)."""
    # Browsers drop spaces and line ends around an address, so that " javascript:" would run there.
    if text != text.strip() or not text.isprintable():
        return False
    return bool(_URL.match(text) or _BLUEPRINT_PATH.match(text))


def _check_url(text: str) -> str:
    if not is_allowed_url(text):
        message = "is not an http, https, mailto or tel address or a relative blueprint file"
        raise ValueFault("url", message)
    return text


def _freeze(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(
        {k: _freeze(v) if isinstance(v, Mapping) else v for k, v in mapping.items()}
    )


def _thaw(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return {k: _thaw(v) if isinstance(v, Mapping) else v for k, v in mapping.items()}


Id = Annotated[str, Field(pattern=ID_PATTERN)]
Text = Annotated[str, Field(max_length=MAX_TEXT_LENGTH), AfterValidator(_check_text)]
Colour = Annotated[str, Field(pattern=COLOUR_PATTERN)]
Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_check_date)]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}"), AfterValidator(_check_moment)]
Url = Annotated[
    str, Field(max_length=2000), AfterValidator(_check_text), AfterValidator(_check_url)
]
LanguageTag = Annotated[
    str,
    Field(pattern=LANGUAGE_PATTERN),
]

TranslationTable = Annotated[
    Mapping[LanguageTag, Mapping[Id, Mapping[str, Text]]],
    AfterValidator(_freeze),
    PlainSerializer(_thaw),
]
"""Language → record id → field path → text, frozen all the way down."""
