"""Drag cards: they stand at their new place already while the pointer is still down."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.overlay import level_line
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.tools.drag import Plan, RecordDrag
from blueprint_editor.canvas.tools.gesture import ALT, CONTROL, SHIFT, Pointer, Stage
from blueprint_editor.commands.cards import MoveCards
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.copies import DuplicateCards
from blueprint_editor.commands.rules import CardPlace, plan_block_move
from blueprint_editor.commands.selection import Selection
from blueprint_editor.commands.several import Several
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.session.edits import selected_cards
from blueprint_editor.session.navigation import find_card_place

_MARK_ABOVE_MM = 3.0
_STICKY_PX = 14.0
"""How far the pointer must go before another cell counts."""
_GHOST_OPACITY = 0.55


class _Ghost:
    """A pale copy of the dragged card that stays under the pointer."""

    def __init__(self, scene: PosterScene, card: str, start: QPointF) -> None:
        self._scene = scene
        self._item = scene.add_ghost(card)
        self._item.setOpacity(_GHOST_OPACITY)
        self._grip = self._item.pos() - start

    def follow(self, at: QPointF) -> None:
        self._item.setPos(self._grip + at)

    def remove(self) -> None:
        self._scene.removeItem(self._item)


class _Copies(NamedTuple):
    """Copies of the dragged cards, as if they stood below these already.

    Attributes:
        command: makes them.
        facts: the document with them.
        ids: id of a card → id of its copy.
    """

    command: DuplicateCards
    facts: DerivedFacts
    ids: dict[str, str]


def _make_copies(document: Document, cards: tuple[str, ...]) -> _Copies:
    command = DuplicateCards(cards)
    facts = DerivedFacts(command.apply(document))
    ids: dict[str, str] = {}
    for cell in facts.cards_by_cell.values():
        for card, below in pairwise(cell):
            if card.id in cards:
                ids[card.id] = below.id
    return _Copies(command, facts, ids)


class DragCardsGesture(RecordDrag):
    """Starts on a card and takes all selected ones along.

    With Ctrl or Alt held copies go where the cards would.
    """

    def __init__(self, stage: Stage, card: str, start: Pointer) -> None:
        super().__init__(stage, card, start)
        self._ghost: _Ghost | None = None
        self._cell: tuple[str, str] | None = None
        self._chosen_px = start.px
        self._copies = False
        self._made: _Copies | None = None

    def move(self, pointer: Pointer) -> None:
        # With Shift held at the press only a click means something.
        if not self._start.modifiers & SHIFT:
            super().move(pointer)

    def _begin(self) -> None:
        if self._record not in self._session.selection.records:
            self._session.select((self._record,))
        self._ghost = _Ghost(self._stage.scene, self._record, self._start.at)

    def _follow(self, pointer: Pointer) -> None:
        """Preview the move to the cell under the pointer, as far as the rules allow it.

        The cell is looked up in the poster as it is shown now, with the cards at their previewed
        place. A cell that the preview itself moved away from under the pointer still counts,
        until the pointer has gone on a little: what was shown is what is dropped.
        """
        if self._ghost is not None:
            self._ghost.follow(pointer.at)
        copies = bool(pointer.modifiers & (CONTROL | ALT))
        cell = self._session.poster.grid.find_cell(pointer.at.x(), pointer.at.y())
        if cell != self._cell:
            went = (pointer.px - self._chosen_px).manhattanLength()
            if self._cell is None or went >= _STICKY_PX:
                self._cell, self._chosen_px = cell, pointer.px
            elif copies == self._copies:
                return
        self._copies = copies
        self.grip = Qt.CursorShape.DragCopyCursor if copies else Qt.CursorShape.ClosedHandCursor
        self._show(self._make_plan(self._cell, pointer.at.y()))
        self._stage.overlay.insertion.show_path(self._draw_mark())

    def _make_plan(self, cell: tuple[str, str] | None, y: float) -> Plan:
        if cell is None:
            return Plan()
        try:
            return self._plan_copies(cell, y) if self._copies else self._plan_move(cell, y)
        except CommandRefusedError as error:
            return Plan(refusal=error)

    def _plan_move(self, cell: tuple[str, str], y: float) -> Plan:
        cards = selected_cards(self._session)
        place = self._find_place(cell, y, frozenset(cards))
        return Plan(MoveCards(plan_block_move(self._session.facts, cards, self._record, place)))

    def _plan_copies(self, cell: tuple[str, str], y: float) -> Plan:
        """Plan that copies come to be below the cards and go from there as cards do."""
        cards = selected_cards(self._session)
        if self._made is None:
            self._made = _make_copies(self._session.document, cards)
        made = self._made
        new = tuple(made.ids[card] for card in cards)
        anchor = made.ids[self._record]
        place = self._find_place(cell, y, frozenset(new))._replace(card=anchor)
        move = MoveCards(plan_block_move(made.facts, new, anchor, place))
        return Plan(Several(made.command.name, (made.command, move)), None, Selection(new))

    def _find_place(self, cell: tuple[str, str], y: float, ignored: frozenset[str]) -> CardPlace:
        grid = self._session.poster.grid
        others = (card for card in grid.cells.get(cell, ()) if card not in ignored)
        position = sum((grid.cards[o].y0 + grid.cards[o].y1) / 2 < y for o in others)
        place = CardPlace(self._record, *cell, position=position)
        return find_card_place(self._session.poster.facts, place, ignored)

    def _draw_mark(self) -> QPainterPath:
        """Return the line above the dragged card where it would stand."""
        if self._plan.command is None:
            return QPainterPath()
        made = self._made.ids if self._copies and self._made is not None else {}
        bounds = self._session.poster.grid.cards[made.get(self._record, self._record)]
        return level_line(bounds.x0, bounds.x1, bounds.y0 - _MARK_ABOVE_MM)

    def _end(self) -> None:
        super()._end()
        self._stage.overlay.insertion.show_path(QPainterPath())
        if self._ghost is not None:
            self._ghost.remove()
            self._ghost = None
