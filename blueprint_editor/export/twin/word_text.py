"""Runs, facts, marks and pictures as paragraphs of a Word document, in its body or in a cell."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TypeAlias

from docx.document import Document as WordDocument
from docx.shared import Mm, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from blueprint_editor.export.twin.outline import join_values
from blueprint_editor.export.twin.tree import Fact, Figure, HeldImage, MarkText, Run, Runs
from blueprint_editor.export.twin.word_parts import (
    add_link,
    describe_picture,
    new_paragraph,
    set_language,
    set_style,
)
from blueprint_editor.model.addresses import write_uri

Container: TypeAlias = WordDocument | _Cell
DETAIL = "Card detail"
"""The style of small text in tables."""
LINK = "Link"
_LARGEST_MM: Mapping[str, tuple[float, float]] = {
    "card": (60.0, 45.0),
    "portrait": (35.0, 35.0),
    "logo": (60.0, 18.0),
}
"""Kind of figure → the box in mm that it fits into."""


class TextWriter:
    """Puts text into a document.

    Args:
        images: asset id → image.
        bookmarks: card id → the bookmark that a link to it leads to.
        mark_colours: kind of mark → ``#RRGGBB``.
    """

    def __init__(
        self,
        images: Mapping[str, HeldImage],
        bookmarks: Mapping[str, str],
        mark_colours: Mapping[str, str],
    ) -> None:
        self._images = images
        self._bookmarks = bookmarks
        self._mark_colours = mark_colours

    def add_runs(self, paragraph: Paragraph, runs: Iterable[Run]) -> None:
        """Put runs at a paragraph's end, links as links."""
        for run in runs:
            if run.text:
                self._add_run(paragraph, run)

    def _add_run(self, paragraph: Paragraph, run: Run) -> None:
        is_link = bool(run.url or run.target)
        added = paragraph.add_run(run.text)
        if is_link:
            set_style(added, LINK)
        if run.language:
            set_language(added, run.language)
        if run.url:
            add_link(paragraph, added, url=write_uri(run.url))
        elif run.target:
            add_link(paragraph, added, bookmark=self._bookmarks[run.target])

    def add_name(self, paragraph: Paragraph, name: Run, *, is_followed: bool = True) -> None:
        """Put a name and a colon before what is named."""
        if not name.text.strip():
            return
        added = paragraph.add_run(f"{name.text}{':' if is_followed else ''}")
        added.bold = True
        if name.language:
            set_language(added, name.language)
        if is_followed:
            paragraph.add_run(" ")

    def add_fact(self, container: Container, fact: Fact, style: str) -> None:
        paragraph = new_paragraph(container, style)
        self.add_name(paragraph, fact.name)
        self.add_runs(paragraph, join_values(fact.values))

    def add_facts(self, container: Container, facts: Iterable[Fact], style: str) -> None:
        for fact in facts:
            self.add_fact(container, fact, style)

    def add_named(self, container: Container, name: Run, runs: Runs, style: str) -> Paragraph:
        """Add a paragraph of a name and what it names; return it."""
        paragraph = new_paragraph(container, style)
        is_followed = any(run.text.strip() for run in runs)
        self.add_name(paragraph, name, is_followed=is_followed)
        self.add_runs(paragraph, runs)
        return paragraph

    def add_marks(
        self, container: Container, marks: Iterable[MarkText], style: str, deeper: str
    ) -> None:
        """Add marks in words, their names in their colours, then facts about them."""
        for mark in marks:
            paragraph = self.add_named(container, mark.name, (mark.text,), style)
            colour = self._mark_colours[mark.kind].removeprefix("#")
            paragraph.runs[0].font.color.rgb = RGBColor.from_string(colour)
            self.add_facts(container, mark.facts, deeper)

    def add_figure(self, container: Container, figure: Figure, style: str) -> None:
        """Add a picture as large as its place allows, its alternative text where there is none."""
        alt = figure.alt.text.strip()
        image = self._images.get(figure.asset)
        if image is None:
            if alt:
                self.add_runs(new_paragraph(container, style), (figure.alt,))
            return
        run = new_paragraph(container, style).add_run()
        width, height = _LARGEST_MM[figure.kind]
        factor = min(width / image.width, height / image.height)
        picture = run.add_picture(
            BytesIO(image.data), Mm(image.width * factor), Mm(image.height * factor)
        )
        describe_picture(picture, alt)
