"""The blueprint in a Word document: a table for each step, a row for each card."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.shared import Mm, RGBColor
from docx.table import Table, _Cell

from blueprint_editor.export.twin.looks import LIGHT, Looks
from blueprint_editor.export.twin.outline import join_values
from blueprint_editor.export.twin.tree import (
    CardText,
    CellText,
    ConnectorText,
    LaneText,
    PathText,
    PhaseText,
    Run,
    StepText,
)
from blueprint_editor.export.twin.word_parts import (
    add_bookmark,
    describe_table,
    new_paragraph,
    set_style,
    shade,
)
from blueprint_editor.export.twin.word_text import DETAIL, TextWriter
from blueprint_editor.language.terms import Terms

_WIDTHS_MM = (37.0, 71.0, 62.0)
"""Of the columns: lane, card, marks and connections."""


def name_bookmarks(path: PathText | None) -> dict[str, str]:
    """Return card id → bookmark: Word takes 40 letters, digits and low lines."""
    cards = path.iter_cards() if path else ()
    return {card.id: f"card_{card.code.replace('.', '_')}" for card in cards}


def write_path(
    document: WordDocument, path: PathText, text: TextWriter, looks: Looks, terms: Terms
) -> None:
    """Add lanes, phases, steps and cards to the document."""
    _PathWriter(document, path, text, looks, terms).write()


class _PathWriter:
    def __init__(
        self,
        document: WordDocument,
        path: PathText,
        text: TextWriter,
        looks: Looks,
        terms: Terms,
    ) -> None:
        self.document = document
        self.path = path
        self.text = text
        self.looks = looks
        self.words = terms.twin
        self.bookmarks = name_bookmarks(path)
        self.marked = 0

    def write(self) -> None:
        for lane in self.path.lanes:
            self._add_lane(lane)
        for phase in self.path.phases:
            self._add_phase(phase)

    def _add_lane(self, lane: LaneText) -> None:
        self.text.add_named(self.document, lane.name, (lane.hint,), "List Bullet")
        self.text.add_facts(self.document, lane.facts, "List Bullet 2")
        for line in lane.lines:
            words = Run(self.words.line_after.format(line.name.text), line.name.language)
            self.text.add_runs(new_paragraph(self.document, "List Bullet 2"), (words,))

    def _add_phase(self, phase: PhaseText) -> None:
        heading = new_paragraph(self.document, "Heading 2")
        self.text.add_runs(heading, (Run(f"{phase.number} "), phase.name))
        self.text.add_facts(self.document, phase.facts, "List Bullet")
        self.text.add_marks(self.document, phase.marks, "List Bullet", "List Bullet 2")
        for step in phase.steps:
            self._add_step(step, phase, is_only=len(phase.steps) == 1)

    def _add_step(self, step: StepText, phase: PhaseText, *, is_only: bool) -> None:
        title = f"{phase.number} {phase.name.text}".strip()
        if step.is_named or not is_only:
            heading = new_paragraph(self.document, "Heading 3")
            self.text.add_runs(heading, (step.heading,))
            title = f"{title}, {step.heading.text}"
        self.text.add_facts(self.document, step.facts, "List Bullet")
        self.text.add_marks(self.document, step.marks, "List Bullet", "List Bullet 2")
        if step.cells:
            self._add_table(step, " ".join(title.split()))

    def _add_table(self, step: StepText, title: str) -> None:
        table = self.document.add_table(rows=0, cols=len(_WIDTHS_MM))
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS_MM, strict=True):
            column.width = Mm(width)
        heads = (self.words.lane, self.words.happens, self.words.details)
        for cell, head in zip(_add_row(table), heads, strict=True):
            shade(cell, LIGHT.band)
            run = cell.paragraphs[0].add_run(head)
            run.bold = True
            run.font.color.rgb = RGBColor.from_string(LIGHT.on_band.removeprefix("#"))
        for filled in step.cells:
            for card in filled.cards or (None,):
                self._fill_row(_add_row(table), filled, card)
        describe_table(table, title, LIGHT.rule)
        # Two tables without anything between them become one.
        new_paragraph(self.document, DETAIL)

    def _fill_row(self, cells: tuple[_Cell, ...], filled: CellText, card: CardText | None) -> None:
        lane_cell, text_cell, more_cell = cells
        shade(lane_cell, self.looks.lanes[filled.lane].tint)
        self.text.add_name(
            lane_cell.paragraphs[0], self.path.lanes[filled.lane].name, is_followed=False
        )
        first = text_cell.paragraphs[0]
        if filled.feelings and card in (None, *filled.cards[:1]):
            self.text.add_runs(first, join_values(tuple(self._feelings(filled))))
            first = new_paragraph(text_cell, DETAIL) if card is not None else first
        if card is None:
            return
        code = first.add_run(f"{card.code} ")
        code.bold = True
        self.text.add_runs(first, (card.text,))
        self.marked += 1
        add_bookmark(first, self.bookmarks[card.id], self.marked)
        if card.picture is not None:
            self.text.add_figure(text_cell, card.picture, DETAIL)
        self.text.add_facts(text_cell, card.facts, DETAIL)
        for link in card.links:
            self.text.add_runs(new_paragraph(text_cell, DETAIL), (link,))
        self.text.add_marks(more_cell, card.marks, DETAIL, DETAIL)
        for connector in card.connectors:
            self._add_connector(more_cell, connector)
        _drop_first_if_empty(more_cell)

    def _feelings(self, filled: CellText) -> Iterator[tuple[Run, ...]]:
        for feeling in filled.feelings:
            sign = (Run(f"{feeling.sign} "),) if feeling.sign else ()
            yield (*sign, feeling.words)

    def _add_connector(self, cell: _Cell, connector: ConnectorText) -> None:
        self.text.add_runs(new_paragraph(cell, DETAIL), connector.runs)
        self.text.add_facts(cell, connector.facts, DETAIL)
        self.text.add_marks(cell, connector.marks, DETAIL, DETAIL)


def _add_row(table: Table) -> tuple[_Cell, ...]:
    cells = tuple(table.add_row().cells)  # type: ignore[no-untyped-call]
    for cell, width in zip(cells, _WIDTHS_MM, strict=True):
        cell.width = Mm(width)
        set_style(cell.paragraphs[0], DETAIL)
    return cells


def _drop_first_if_empty(cell: _Cell) -> None:
    """Take away the paragraph that every new cell begins with, where another one follows."""
    first, *others = cell.paragraphs
    if others and not first.text:
        cell._tc.remove(first._p)  # noqa: SLF001 - python-docx has no call for it
