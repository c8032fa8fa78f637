"""The tree as a Word document: real headings, lists, tables, links and alternative texts."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import assert_never

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from blueprint_editor.export.twin.looks import LIGHT, Looks
from blueprint_editor.export.twin.tree import (
    Block,
    Facts,
    Figure,
    HeldImage,
    Items,
    Paragraph,
    PathText,
    Section,
    Twin,
)
from blueprint_editor.export.twin.word_parts import (
    new_document,
    new_paragraph,
    set_defaults,
    set_numbering,
    start_numbering,
    word_language,
)
from blueprint_editor.export.twin.word_path import name_bookmarks, write_path
from blueprint_editor.export.twin.word_text import DETAIL, LINK, TextWriter
from blueprint_editor.export.zip_moments import FIRST_MOMENT, fix_moments
from blueprint_editor.language.terms import find_terms

_FONT = "Calibri"
_MOST_HEADING = 4


def write_word(
    twin: Twin, looks: Looks, images: Mapping[str, HeldImage], created: datetime | None
) -> bytes:
    """Return the document; the same arguments give the same bytes.

    Args:
        twin: the tree.
        looks: colours of lanes and marks.
        images: asset id → image.
        created: told in the properties; None tells a fixed moment.
    """
    moment = max(created or FIRST_MOMENT, FIRST_MOMENT).astimezone(UTC)
    document = _WordWriter(twin, looks, images).write()
    _tell_properties(document, twin, moment)
    file = BytesIO()
    document.save(file)
    return fix_moments(file.getvalue(), moment)


class _WordWriter:
    def __init__(self, twin: Twin, looks: Looks, images: Mapping[str, HeldImage]) -> None:
        self.twin = twin
        self.looks = looks
        self.terms = find_terms(twin.language)
        self.document = new_document()
        self.text = TextWriter(images, name_bookmarks(twin.path), looks.marks)

    def write(self) -> WordDocument:
        _set_page(self.document)
        _set_styles(self.document)
        set_defaults(self.document, self.twin.language, _FONT)
        self.text.add_runs(new_paragraph(self.document, "Title"), (self.twin.title,))
        if self.twin.subtitle.text.strip():
            subtitle = new_paragraph(self.document, "Subtitle")
            self.text.add_runs(subtitle, (self.twin.subtitle,))
        for number, run in enumerate(self.twin.status, 1):
            line = new_paragraph(self.document, DETAIL)
            self.text.add_runs(line, (run,))
            if number == len(self.twin.status):
                line.paragraph_format.space_after = Pt(12)
        self._add_blocks(self.twin.intro, 1)
        for section in self.twin.sections:
            self._add_section(section, 1)
        return self.document

    def _add_section(self, section: Section, level: int) -> None:
        style = f"Heading {min(level, _MOST_HEADING)}"
        self.text.add_runs(new_paragraph(self.document, style), (section.heading,))
        self._add_blocks(section.blocks, level + 1)

    def _add_blocks(self, blocks: Iterable[Block], level: int) -> None:
        for block in blocks:
            match block:
                case Section():
                    self._add_section(block, level)
                case PathText():
                    write_path(self.document, block, self.text, self.looks, self.terms)
                case Paragraph():
                    style = "Quote" if block.kind == "quote" else "Normal"
                    self.text.add_runs(new_paragraph(self.document, style), block.runs)
                case Facts():
                    self.text.add_facts(self.document, block.entries, "List Bullet")
                case Items():
                    self._add_items(block)
                case Figure():
                    self.text.add_figure(self.document, block, "Normal")
                case _:
                    assert_never(block)

    def _add_items(self, items: Items) -> None:
        style = "List Number" if items.ordered else "List Bullet"
        number = start_numbering(self.document, style) if items.ordered else 0
        for item in items.entries:
            paragraph = new_paragraph(self.document, style)
            if number:
                set_numbering(paragraph, number)
            self.text.add_runs(paragraph, item.runs)
            self.text.add_facts(self.document, item.facts, "List Bullet 2")


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)


def _set_styles(document: WordDocument) -> None:
    accent = RGBColor.from_string(LIGHT.accent.removeprefix("#"))
    sizes = {"Title": 26, "Heading 1": 17, "Heading 2": 14, "Heading 3": 12, "Heading 4": 11}
    for name, size in sizes.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - the template has them so
        style.font.size = Pt(size)
        style.font.bold = True
        style.font.color.rgb = accent
        style.paragraph_format.space_before = Pt(0 if name == "Title" else size)
        style.paragraph_format.space_after = Pt(4)
    subtitle = document.styles["Subtitle"]
    assert isinstance(subtitle, ParagraphStyle)  # noqa: S101
    subtitle.font.size = Pt(13)
    subtitle.font.italic = False
    for spacing in subtitle.element.rPr.findall(qn("w:spacing")):
        subtitle.element.rPr.remove(spacing)
    subtitle.font.color.rgb = RGBColor.from_string(LIGHT.ink.removeprefix("#"))
    detail = document.styles.add_style(DETAIL, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(detail, ParagraphStyle)  # noqa: S101
    detail.base_style = document.styles["Normal"]
    detail.font.size = Pt(9.5)
    detail.paragraph_format.space_after = Pt(2)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(link, CharacterStyle)  # noqa: S101
    link.font.underline = True
    link.font.color.rgb = accent


def _tell_properties(document: WordDocument, twin: Twin, moment: datetime) -> None:
    told = document.core_properties
    told.title = " ".join(twin.title.text.split())[:255]
    told.author = " ".join(twin.details["author"].split())[:255]
    told.subject = " ".join(twin.details["subject"].split())[:255]
    told.keywords = " ".join(twin.details["keywords"].split())[:255]
    told.version = " ".join(twin.details["version"].split())[:255]
    told.language = word_language(twin.language)
    told.comments = ""
    told.last_modified_by = ""
    told.revision = 1
    told.created = told.modified = moment.replace(tzinfo=None)
