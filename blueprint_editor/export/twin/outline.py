"""The tree as lines in reading order, for outputs without tables: Markdown and plain text."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from blueprint_editor.export.twin.tree import (
    Block,
    CardText,
    CellText,
    ConnectorText,
    Fact,
    Facts,
    Figure,
    Item,
    Items,
    LaneText,
    MarkText,
    Paragraph,
    PathText,
    Run,
    Runs,
    Section,
    StepText,
    Twin,
)
from blueprint_editor.language.terms import Terms


class HeadingLine(NamedTuple):
    """``level`` is 1 for the title."""

    level: int
    runs: Runs


class TextLine(NamedTuple):
    runs: Runs
    is_quote: bool = False


class ItemLine(NamedTuple):
    """An entry of a list: ``name`` stands before the runs; ``depth`` counts from 0.

    A colon stands between the two unless the name ``is_code``.
    """

    depth: int
    name: Run
    runs: Runs
    number: int | None = None
    is_code: bool = False


Line: TypeAlias = HeadingLine | TextLine | ItemLine
NOTHING = Run("")


def separator(values: Iterable[Runs]) -> str:
    """Return what parts the values of a fact: commas unless there are some in them."""
    return "; " if any("," in run.text for value in values for run in value) else ", "


def join_values(values: tuple[Runs, ...]) -> Runs:
    """Return the values of a fact in one row."""
    sign = Run(separator(values))
    found: list[Run] = []
    for value in values:
        if found:
            found.append(sign)
        found += value
    return tuple(found)


def iter_outline(twin: Twin, terms: Terms) -> Iterator[Line]:
    """Yield every line of the tree.

    Args:
        twin: the tree.
        terms: for the few words that tables say by their place.
    """
    yield HeadingLine(1, (twin.title,))
    for run in (twin.subtitle, *twin.status):
        if run.text.strip():
            yield TextLine((run,))
    outliner = _Outliner(terms)
    yield from outliner.blocks(twin.intro, 2)
    for section in twin.sections:
        yield from outliner.section(section, 2)


class _Outliner:
    def __init__(self, terms: Terms) -> None:
        self.words = terms.twin

    def section(self, section: Section, level: int) -> Iterator[Line]:
        yield HeadingLine(level, (section.heading,))
        yield from self.blocks(section.blocks, level + 1)

    def blocks(self, blocks: tuple[Block, ...], level: int) -> Iterator[Line]:
        for block in blocks:
            match block:
                case Section():
                    yield from self.section(block, level)
                case PathText():
                    yield from self._path(block, level)
                case Paragraph():
                    yield TextLine(block.runs, block.kind == "quote")
                case Facts():
                    yield from self._facts(block.entries, 0)
                case Items():
                    yield from self._items(block)
                case Figure():
                    yield from self._figure(block, 0)

    def _items(self, items: Items) -> Iterator[Line]:
        for number, item in enumerate(items.entries, 1):
            yield from self._item(item, number if items.ordered else None)

    def _item(self, item: Item, number: int | None) -> Iterator[Line]:
        yield ItemLine(0, NOTHING, item.runs, number)
        yield from self._facts(item.facts, 1)

    def _facts(self, facts: Iterable[Fact], depth: int) -> Iterator[Line]:
        for fact in facts:
            yield ItemLine(depth, fact.name, join_values(fact.values))

    def _figure(self, figure: Figure, depth: int) -> Iterator[Line]:
        if figure.alt.text.strip():
            yield ItemLine(depth, Run(self.words.picture), (figure.alt,))

    def _path(self, path: PathText, level: int) -> Iterator[Line]:
        for lane in path.lanes:
            yield from self._lane(lane)
        for phase in path.phases:
            yield HeadingLine(level, (Run(f"{phase.number} "), phase.name))
            yield from self._facts(phase.facts, 0)
            yield from self._marks(phase.marks, 0)
            for step in phase.steps:
                yield from self._step(step, path, level + 1, is_only=len(phase.steps) == 1)

    def _lane(self, lane: LaneText) -> Iterator[Line]:
        yield ItemLine(0, lane.name, (lane.hint,))
        yield from self._facts(lane.facts, 1)
        for line in lane.lines:
            words = self.words.line_after.format(line.name.text)
            yield ItemLine(1, NOTHING, (Run(words, line.name.language),))

    def _step(self, step: StepText, path: PathText, level: int, *, is_only: bool) -> Iterator[Line]:
        if step.is_named or not is_only:
            yield HeadingLine(level, (step.heading,))
        yield from self._facts(step.facts, 0)
        yield from self._marks(step.marks, 0)
        for cell in step.cells:
            yield from self._cell(cell, path.lanes[cell.lane])

    def _cell(self, cell: CellText, lane: LaneText) -> Iterator[Line]:
        feelings = join_values(
            tuple(
                (Run(f"{feeling.sign} "), feeling.words) if feeling.sign else (feeling.words,)
                for feeling in cell.feelings
            )
        )
        yield ItemLine(0, lane.name, feelings)
        for card in cell.cards:
            yield from self._card(card)

    def _card(self, card: CardText) -> Iterator[Line]:
        yield ItemLine(1, Run(card.code), (card.text,), is_code=True)
        if card.picture is not None:
            yield from self._figure(card.picture, 2)
        yield from self._facts(card.facts, 2)
        for link in card.links:
            yield ItemLine(2, NOTHING, (link,))
        yield from self._marks(card.marks, 2)
        for connector in card.connectors:
            yield from self._connector(connector)

    def _connector(self, connector: ConnectorText) -> Iterator[Line]:
        yield ItemLine(2, NOTHING, connector.runs)
        yield from self._facts(connector.facts, 3)
        yield from self._marks(connector.marks, 3)

    def _marks(self, marks: Iterable[MarkText], depth: int) -> Iterator[Line]:
        for mark in marks:
            yield ItemLine(depth, mark.name, (mark.text,))
            yield from self._facts(mark.facts, depth + 1)
