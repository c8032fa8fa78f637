"""Drag cards: they stand at their new place already while the pointer is still down."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.overlay import level_line
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.tools.gesture import (
    ALT,
    CONTROL,
    SHIFT,
    Gesture,
    Pointer,
    Stage,
    choose,
    toggles,
)
from blueprint_editor.commands.cards import MoveCards
from blueprint_editor.commands.command import Command, CommandRefusedError
from blueprint_editor.commands.copies import DuplicateCards
from blueprint_editor.commands.rules import CardPlace, plan_block_move
from blueprint_editor.commands.selection import Selection
from blueprint_editor.commands.several import Several
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document

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


class _Drop(NamedTuple):
    """What a release would do: nothing, something, or a refusal.

    Attributes:
        card: the one that stands where the insertion mark tells.
        selection: what is selected then.
    """

    command: Command | None = None
    refusal: CommandRefusedError | None = None
    card: str = ""
    selection: Selection = Selection()


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


class DragCardsGesture(Gesture):
    """Starts on a card; a press that does not move only selects.

    With Ctrl or Alt held copies go where the cards would.
    """

    def __init__(self, stage: Stage, card: str, start: Pointer) -> None:
        self._stage = stage
        self._session = stage.session
        self._card = card
        self._start = start
        self._before = stage.session.selection
        self._ghost: _Ghost | None = None
        self._cell: tuple[str, str] | None = None
        self._chosen_px = start.px
        self._copies = False
        self._drop = _Drop()
        self._made: _Copies | None = None
        if not toggles(start.modifiers):
            choose(stage.session, card, start.modifiers)

    def move(self, pointer: Pointer) -> None:
        if self._ghost is None:
            if self._start.modifiers & SHIFT or not pointer.went_from(self._start):
                return
            if self._card not in self._session.selection.records:
                self._session.select((self._card,))
            self._ghost = _Ghost(self._stage.scene, self._card, self._start.at)
        self._ghost.follow(pointer.at)
        self._try_place(pointer)

    def _try_place(self, pointer: Pointer) -> None:
        """Preview the move to the cell under the pointer, as far as the rules allow it.

        The cell is looked up in the poster as it is shown now, with the cards at their previewed
        place. A cell that the preview itself moved away from under the pointer still counts,
        until the pointer has gone on a little: what was shown is what is dropped.
        """
        copies = bool(pointer.modifiers & (CONTROL | ALT))
        cell = self._session.poster.grid.find_cell(pointer.at.x(), pointer.at.y())
        if cell != self._cell:
            went = (pointer.px - self._chosen_px).manhattanLength()
            if self._cell is None or went >= _STICKY_PX:
                self._cell, self._chosen_px = cell, pointer.px
            elif copies == self._copies:
                return
        self._copies = copies
        self._drop = self._find_drop(self._cell, pointer.at.y(), copies=copies)
        self._show(copies=copies)

    def _find_drop(self, cell: tuple[str, str] | None, y: float, *, copies: bool) -> _Drop:
        if cell is None:
            return _Drop()
        try:
            return self._plan_copies(cell, y) if copies else self._plan_move(cell, y)
        except CommandRefusedError as error:
            return _Drop(refusal=error)

    def _plan_move(self, cell: tuple[str, str], y: float) -> _Drop:
        cards = self._cards()
        place = self._find_place(cell, y, frozenset(cards))
        command = MoveCards(plan_block_move(self._session.facts, cards, self._card, place))
        return _Drop(command, None, self._card, self._session.selection)

    def _plan_copies(self, cell: tuple[str, str], y: float) -> _Drop:
        """Plan that copies come to be below the cards and go from there as cards do."""
        cards = self._cards()
        if self._made is None:
            self._made = _make_copies(self._session.document, cards)
        made = self._made
        new = tuple(made.ids[card] for card in cards)
        anchor = made.ids[self._card]
        place = self._find_place(cell, y, frozenset(new))._replace(card=anchor)
        move = MoveCards(plan_block_move(made.facts, new, anchor, place))
        command = Several(made.command.name, (made.command, move))
        return _Drop(command, None, anchor, Selection(new))

    def _find_place(self, cell: tuple[str, str], y: float, ignored: frozenset[str]) -> CardPlace:
        grid = self._session.poster.grid
        others = (card for card in grid.cells.get(cell, ()) if card not in ignored)
        position = sum((grid.cards[o].y0 + grid.cards[o].y1) / 2 < y for o in others)
        return CardPlace(self._card, *cell, position=position)

    def _cards(self) -> tuple[str, ...]:
        cards = self._session.facts.cards
        return tuple(record for record in self._session.selection.records if record in cards)

    def _show(self, *, copies: bool) -> None:
        """Show what the release would do: the cards at their new place, or why not."""
        command, mark = self._drop.command, QPainterPath()
        if command is None:
            self._session.drop_preview()
        else:
            self._session.preview(command)
            bounds = self._session.poster.grid.cards[self._drop.card]
            mark = level_line(bounds.x0, bounds.x1, bounds.y0 - _MARK_ABOVE_MM)
        self._stage.overlay.insertion.show_path(mark)
        self._stage.tell(self._drop.refusal)
        shape = Qt.CursorShape.DragCopyCursor if copies else Qt.CursorShape.ClosedHandCursor
        self.cursor = shape if self._drop.refusal is None else Qt.CursorShape.ForbiddenCursor

    def release(self, pointer: Pointer) -> None:
        if self._ghost is None:
            if toggles(self._start.modifiers):
                choose(self._session, self._card, self._start.modifiers)
            else:
                self._session.select((self._card,))
            return
        self._try_place(pointer)
        self._end()
        if self._drop.command is not None:
            self._session.execute(self._drop.command, self._drop.selection)
        else:
            self._session.drop_preview()
        if self._drop.refusal is not None:
            self._session.refused.emit(self._drop.refusal)

    def cancel(self) -> None:
        self._end()
        self._session.drop_preview()
        self._session.select(*self._before)

    def _end(self) -> None:
        self._stage.overlay.insertion.show_path(QPainterPath())
        self._stage.tell(None)
        if self._ghost is not None:
            self._ghost.remove()
            self._ghost = None
