"""The blueprint as an HTML table: a row for each step, phases as groups of rows, lanes as columns.

On a narrow screen the same table is shown as a stack of cards, each with the name of its lane.
"""

from collections.abc import Iterable
from html import escape

from blueprint_editor.export.twin.html_parts import PartWriter, card_id
from blueprint_editor.export.twin.tree import (
    CardText,
    CellText,
    ConnectorText,
    FeelingText,
    LaneText,
    PathText,
    PhaseText,
    StepText,
)
from blueprint_editor.language.terms import Terms


def write_path(path: PathText, parts: PartWriter, terms: Terms) -> str:
    """Return the table."""
    return _PathWriter(path, parts, terms).write()


class _PathWriter:
    def __init__(self, path: PathText, parts: PartWriter, terms: Terms) -> None:
        self.path = path
        self.parts = parts
        self.words = terms.twin

    def write(self) -> str:
        caption = self.parts.run(self.path.caption)
        heads = "".join(self._lane(number, lane) for number, lane in enumerate(self.path.lanes))
        step = self.words.step_column
        corner = f'<th scope="col" class="corner" role="columnheader">{step}</th>'
        groups = "\n".join(map(self._phase, self.path.phases))
        # The roles are those that the elements have; a browser forgets them when they stack.
        return (
            f'<table class="path" role="table"><caption>{caption}</caption>\n'
            f'<thead role="rowgroup"><tr role="row">{corner}{heads}</tr></thead>\n'
            f"{groups}\n</table>"
        )

    def _lane(self, number: int, lane: LaneText) -> str:
        name = f'<span class="name">{self.parts.run(lane.name)}</span>'
        hint = f'<span class="hint">{self.parts.run(lane.hint)}</span>' if lane.hint.text else ""
        lines = "".join(
            f'<span class="line"{self.parts.language(line.name.language)}>'
            f"{escape(self.words.line_after.format(line.name.text))}</span>"
            for line in lane.lines
        )
        facts = self.parts.facts(lane.facts)
        return (
            f'<th scope="col" role="columnheader" class="{self._lane_class(number)}">'
            f"{name}{hint}{facts}{lines}</th>"
        )

    def _lane_class(self, number: int) -> str:
        return f"lane l{number}"

    def _phase(self, phase: PhaseText) -> str:
        name = (
            f'<h3><span class="unseen">{self.words.phase_row} </span>'
            f'<span class="number">{phase.number}</span> {self.parts.run(phase.name)}</h3>'
        )
        more = self.parts.facts(phase.facts) + self.parts.marks(phase.marks)
        # The name takes the first half, so that the row has a cell that it is the header of.
        span = (len(self.path.lanes) + 2) // 2
        rest = len(self.path.lanes) + 1 - span
        cell = f'<td role="cell" colspan="{rest}">{more}</td>' if rest else ""
        head = (
            f'<tr class="phase" role="row"><th scope="rowgroup" role="rowheader"'
            f' colspan="{span}">{name}{"" if rest else more}</th>{cell}</tr>'
        )
        is_only = len(phase.steps) == 1
        rows = "\n".join(self._step(step, is_only=is_only) for step in phase.steps)
        return f'<tbody role="rowgroup" id="phase-{phase.id}">{head}\n{rows}</tbody>'

    def _step(self, step: StepText, *, is_only: bool) -> str:
        cells = {cell.lane: cell for cell in step.cells}
        row = "".join(
            self._cell(number, cells.get(number)) for number in range(len(self.path.lanes))
        )
        more = self.parts.facts(step.facts) + self.parts.marks(step.marks)
        kind = "step quiet" if is_only and not step.is_named and not more else "step"
        head = (
            f'<th scope="row" role="rowheader" class="{kind}">'
            f'<span class="name">{self.parts.run(step.heading)}</span>{more}</th>'
        )
        return f'<tr class="row" role="row">{head}{row}</tr>'

    def _cell(self, number: int, cell: CellText | None) -> str:
        start = f'<td role="cell" class="{self._lane_class(number)}'
        if cell is None:
            return f'{start} empty"></td>'
        name = self.parts.run(self.path.lanes[number].name)
        feelings = _write_list("feelings", map(self._feeling, cell.feelings))
        cards = "".join(map(self._card, cell.cards))
        return f'{start}"><p class="lane-name">{name}</p>{feelings}{cards}</td>'

    def _feeling(self, feeling: FeelingText) -> str:
        dots = "".join(
            f'<i class="on{"" if value == feeling.value else " off"}"></i>'
            for value in range(-2, 3)
        )
        sign = f"{escape(feeling.sign)} " if feeling.sign else ""
        words = f"{sign}{self.parts.run(feeling.words)}"
        return f'<li><span class="scale" aria-hidden="true">{dots}</span>{words}</li>'

    def _card(self, card: CardText) -> str:
        picture = self.parts.figure(card.picture) if card.picture else ""
        links = _write_list("links", (f"<li>{self.parts.run(link)}</li>" for link in card.links))
        leads = _write_list("leads", map(self._connector, card.connectors))
        return (
            f'<div class="card" id="{card_id(card.id)}" data-actors="{" ".join(card.actors)}"'
            f' data-paths="{" ".join(card.variants)}">{picture}'
            f'<p class="text"><span class="code">{card.code}</span> {self.parts.run(card.text)}</p>'
            f"{self.parts.facts(card.facts)}{links}{self.parts.marks(card.marks)}{leads}</div>"
        )

    def _connector(self, connector: ConnectorText) -> str:
        kind = connector.kind.replace("_", "-")
        words = self.parts.runs(connector.runs)
        more = self.parts.facts(connector.facts) + self.parts.marks(connector.marks)
        return f'<li class="{kind}">{words}{more}</li>'


def _write_list(kind: str, rows: Iterable[str]) -> str:
    """Return a list, nothing where it has no rows."""
    found = "".join(rows)
    return f'<ul class="{kind}">{found}</ul>' if found else ""
