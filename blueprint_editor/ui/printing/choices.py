"""The lines of the dialog's left side: a path of the wish or of the document, and its editor."""

from types import MappingProxyType
from typing import cast

from blueprint_editor.language.texts import LANGUAGE_NAMES, msgid
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.paper import ROLL_WIDTHS, SIZES
from blueprint_editor.ui.fields.choices import Choices
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.inspector.document_fields import list_second_languages
from blueprint_editor.ui.inspector.spec import (
    FieldSpec,
    Records,
    Surroundings,
    checks,
    choice,
    flag,
    pick,
)
from blueprint_editor.ui.printing import files, sizing, tiling
from blueprint_editor.ui.printing.paper_field import PaperField
from blueprint_editor.ui.printing.wish import Wish
from blueprint_editor.ui.words import (
    COLOUR_BY,
    MARK_STYLES,
    ORIENTATIONS,
    POSTER_EXTRAS,
    POSTER_PARTS,
)

KINDS = MappingProxyType(
    {
        "pdf": msgid("PDF"),
        "png": msgid("Picture (PNG)"),
        "svg": msgid("Vector picture (SVG)"),
        "html": msgid("Web page (HTML)"),
        "docx": msgid("Word document"),
        "md": msgid("Markdown text"),
        "txt": msgid("Plain text"),
        "csv": msgid("Table for spreadsheets (CSV)"),
    }
)
"""Kind of file → message id, in the order offered."""
_PAGED = frozenset({"pdf", "png", "svg"})


def _wish(records: Records) -> Wish:
    return cast("Wish", records[0])


def _has_pages(_document: Document, records: Records) -> bool:
    return _wish(records).kind in _PAGED


def _has_languages(document: Document, _records: Records) -> bool:
    return bool(document.translations)


def _list_languages(document: Document) -> Choices:
    own = document.language
    tags = [own, *(tag for tag in document.translations if tag != own)]
    return [(None if tag == own else tag, LANGUAGE_NAMES.get(tag, tag)) for tag in tags]


def _has_second_language(document: Document, records: Records) -> bool:
    return _has_pages(document, records) and _has_languages(document, records)


def _list_papers() -> list[str]:
    return [*SIZES, *(f"roll:{width:g}" for width in ROLL_WIDTHS)]


def _paper(_around: Surroundings) -> Field:
    return PaperField(_list_papers())


CHOICES: tuple[FieldSpec, ...] = (
    FieldSpec("wish.kind", msgid("Make a"), choice(KINDS)),
    FieldSpec("poster.paper", msgid("Paper"), _paper, is_half=True,
              is_shown=sizing.is_on_own_paper),
    FieldSpec("poster.orientation", msgid("Orientation"), choice(ORIENTATIONS), is_half=True,
              is_shown=sizing.is_on_own_paper),
    *sizing.CHOICES,
    FieldSpec("wish.language", msgid("Language"), pick(_list_languages), is_shown=_has_languages),
    *files.CHOICES,
    *tiling.CHOICES,
    *sizing.PRINT_SHOP,
    FieldSpec("poster.hidden_parts", msgid("Shown"), checks(POSTER_PARTS, is_inverted=True),
              group=msgid("Content"), is_shown=_has_pages),
    FieldSpec("poster.extra_parts", msgid("On request"), checks(POSTER_EXTRAS),
              is_shown=_has_pages),
    FieldSpec("poster.colour_by", msgid("Colours tell the"), choice(COLOUR_BY), is_half=True,
              is_shown=_has_pages),
    FieldSpec("poster.marks", msgid("Marks"), choice(MARK_STYLES), is_half=True,
              is_shown=_has_pages),
    FieldSpec("poster.second_language", msgid("Second language of headers"),
              pick(list_second_languages, none=msgid("None")), is_shown=_has_second_language),
    FieldSpec("poster.ink_saving", "", flag(msgid("Save ink")),
              hint=msgid("Outlines, no filled areas."), is_shown=_has_pages),
    FieldSpec("poster.greyscale", "", flag(msgid("Greyscale")), is_shown=_has_pages),
)  # fmt: skip
