"""The tree that all text outputs are written from; it knows neither records nor kinds of file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias


class Run(NamedTuple):
    """A piece of text in one language.

    Attributes:
        text: may hold line breaks.
        language: BCP 47, empty where it is that of the tree.
        url: makes it a link to somewhere else.
        target: the id of a card, makes it a link within the tree.
        record: the id of the actor or path that it names, for outputs that show signs.
    """

    text: str
    language: str = ""
    url: str = ""
    target: str = ""
    record: str = ""


Runs: TypeAlias = tuple[Run, ...]


class Paragraph(NamedTuple):
    runs: Runs
    kind: Literal["plain", "lead", "quiet", "quote"] = "plain"


class Fact(NamedTuple):
    """A named value; several values of one name are several runs, to be parted by the writer."""

    name: Run
    values: tuple[Runs, ...]


class Facts(NamedTuple):
    entries: tuple[Fact, ...]


class Item(NamedTuple):
    """An entry of a list: its words, then facts about it."""

    runs: Runs
    facts: tuple[Fact, ...] = ()


class Items(NamedTuple):
    entries: tuple[Item, ...]
    ordered: bool = False


class Figure(NamedTuple):
    """A use of an image; without alternative text it is decorative."""

    asset: str
    alt: Run
    kind: Literal["card", "portrait", "logo"]


class HeldImage(NamedTuple):
    """An image cleaned by us, its size in pixels."""

    media_type: str
    data: bytes
    width: int
    height: int


class MarkText(NamedTuple):
    """A mark in words; ``name`` is its kind and number."""

    kind: str
    name: Run
    text: Run
    facts: tuple[Fact, ...]


class ConnectorText(NamedTuple):
    """Where a card leads, in words, with what a handover hands over."""

    kind: str
    runs: Runs
    facts: tuple[Fact, ...]
    marks: tuple[MarkText, ...]


class CardText(NamedTuple):
    """One card.

    Attributes:
        lane: its place among the lanes of the tree.
        actors, variants: ids to filter by; no variants means that it belongs to every path.
    """

    id: str
    code: str
    lane: int
    text: Run
    picture: Figure | None
    facts: tuple[Fact, ...]
    links: Runs
    marks: tuple[MarkText, ...]
    connectors: tuple[ConnectorText, ...]
    actors: tuple[str, ...]
    variants: tuple[str, ...]


class FeelingText(NamedTuple):
    """What the emotion curve shows at a step: the path's sign where paths differ, −2…2, words."""

    sign: str
    value: int
    words: Run


class CellText(NamedTuple):
    """What stands at a step on a lane that is not empty there."""

    lane: int
    feelings: tuple[FeelingText, ...]
    cards: tuple[CardText, ...]


class StepText(NamedTuple):
    """A step; ``is_named`` tells whether the heading is more than a running number."""

    id: str
    heading: Run
    is_named: bool
    facts: tuple[Fact, ...]
    marks: tuple[MarkText, ...]
    cells: tuple[CellText, ...]


class PhaseText(NamedTuple):
    id: str
    number: int
    name: Run
    facts: tuple[Fact, ...]
    marks: tuple[MarkText, ...]
    steps: tuple[StepText, ...]


class LineText(NamedTuple):
    """A line that runs after a lane."""

    kind: str
    name: Run


class LaneText(NamedTuple):
    id: str
    role: str
    colour: str | None
    name: Run
    hint: Run
    facts: tuple[Fact, ...]
    lines: tuple[LineText, ...]


class Choice(NamedTuple):
    """An actor or a path to filter by."""

    id: str
    name: Run


class PathText(NamedTuple):
    """The blueprint itself: steps in reading order, each with its cells from the top lane down."""

    caption: Run
    lanes: tuple[LaneText, ...]
    phases: tuple[PhaseText, ...]
    actors: tuple[Choice, ...]
    variants: tuple[Choice, ...]

    def iter_cards(self) -> Iterator[CardText]:
        """Yield every card in reading order."""
        for phase in self.phases:
            for step in phase.steps:
                for cell in step.cells:
                    yield from cell.cards


class Section(NamedTuple):
    """A heading and what stands under it; ``key`` is the same in every language."""

    key: str
    heading: Run
    blocks: "tuple[Block, ...]"


Block: TypeAlias = Paragraph | Facts | Items | Figure | Section | PathText


@dataclass(frozen=True)
class Twin:
    """A document as text.

    Attributes:
        language: BCP 47.
        status: lines about project and version.
        intro: what stands before the first section.
        details: for the properties of a file: author, subject, keywords.
    """

    title: Run
    language: str
    subtitle: Run
    status: tuple[Run, ...]
    intro: tuple[Block, ...]
    sections: tuple[Section, ...]
    details: Mapping[str, str]

    @property
    def path(self) -> PathText | None:
        """The blueprint, None where the document has neither lanes nor phases."""
        blocks = (block for section in self.sections for block in section.blocks)
        return next((block for block in blocks if isinstance(block, PathText)), None)


def iter_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks and all that stand in them, in order."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from iter_blocks(block.blocks)
