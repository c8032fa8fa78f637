"""Drag cards: they stand at their new place already while the pointer is still down."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from blueprint_editor.canvas.overlay import level_line
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage, choose, toggles
from blueprint_editor.commands.cards import MoveCards
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.rules import CardPlace, plan_block_move

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


class DragCardsGesture(Gesture):
    """Starts on a card; a press that does not move only selects."""

    def __init__(self, stage: Stage, card: str, start: Pointer) -> None:
        self._stage = stage
        self._session = stage.session
        self._overlay = stage.overlay
        self._card = card
        self._start = start
        self._before = stage.session.selection
        self._ghost: _Ghost | None = None
        self._cell: tuple[str, str] | None = None
        self._chosen_px = start.px
        self._command: MoveCards | None = None
        self._refusal: CommandRefusedError | None = None
        choose(stage.session, card, start.modifiers)

    def move(self, pointer: Pointer) -> None:
        if self._ghost is None:
            if toggles(self._start.modifiers) or not pointer.went_from(self._start):
                return
            self._ghost = _Ghost(self._stage.scene, self._card, self._start.at)
        self._ghost.follow(pointer.at)
        self._try_place(pointer)

    def _try_place(self, pointer: Pointer) -> None:
        """Preview the move to the cell under the pointer, as far as the rules allow it.

        The cell is looked up in the poster as it is shown now, with the cards at their previewed
        place. A cell that the preview itself moved away from under the pointer still counts,
        until the pointer has gone on a little: what was shown is what is dropped.
        """
        cell = self._session.poster.grid.find_cell(pointer.at.x(), pointer.at.y())
        if cell != self._cell:
            went = (pointer.px - self._chosen_px).manhattanLength()
            if self._cell is not None and went < _STICKY_PX:
                return
            self._cell, self._chosen_px = cell, pointer.px
        self._command, self._refusal = self._find_command(cell, pointer.at.y())
        if self._command is None:
            self._session.drop_preview()
            self._overlay.insertion.show_path(QPainterPath())
        else:
            self._session.preview(self._command)
            self._show_insertion_mark()

    def _find_command(
        self, cell: tuple[str, str] | None, y: float
    ) -> tuple[MoveCards | None, CommandRefusedError | None]:
        if cell is None:
            return None, None
        try:
            return MoveCards(self._plan(cell, y)), None
        except CommandRefusedError as error:
            return None, error

    def _plan(self, cell: tuple[str, str], y: float) -> tuple[CardPlace, ...]:
        grid, cards = self._session.poster.grid, self._cards()
        others = (card for card in grid.cells.get(cell, ()) if card not in cards)
        position = sum((grid.cards[o].y0 + grid.cards[o].y1) / 2 < y for o in others)
        place = CardPlace(self._card, *cell, position=position)
        return plan_block_move(self._session.facts, cards, self._card, place)

    def _cards(self) -> tuple[str, ...]:
        cards = self._session.facts.cards
        return tuple(record for record in self._session.selection.records if record in cards)

    def _show_insertion_mark(self) -> None:
        bounds = self._session.poster.grid.cards[self._card]
        line = level_line(bounds.x0, bounds.x1, bounds.y0 - _MARK_ABOVE_MM)
        self._overlay.insertion.show_path(line)

    def release(self, pointer: Pointer) -> None:
        if self._ghost is None:
            if not toggles(self._start.modifiers):
                self._session.select((self._card,))
            return
        self._try_place(pointer)
        self._end()
        if self._command is not None:
            self._session.execute(self._command, self._session.selection)
        else:
            self._session.drop_preview()
        if self._refusal is not None:
            self._session.refused.emit(self._refusal)

    def cancel(self) -> None:
        self._end()
        self._session.drop_preview()
        self._session.select(*self._before)

    def _end(self) -> None:
        self._overlay.insertion.show_path(QPainterPath())
        if self._ghost is not None:
            self._ghost.remove()
            self._ghost = None
