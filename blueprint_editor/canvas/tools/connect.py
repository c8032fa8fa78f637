"""Draw a connector: from a handle with the pointer, or from card to card with the keys."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath

from blueprint_editor.canvas.accessibility import describe_card, describe_cell
from blueprint_editor.canvas.elbow import draw_elbow, facing_side, middle_of
from blueprint_editor.canvas.handles import body_of
from blueprint_editor.canvas.overlay import draw_line, outline_of
from blueprint_editor.canvas.places import find_area, find_card_at, find_place_at, mark_place
from blueprint_editor.canvas.tools.gesture import SHIFT, Gesture, Pointer, Stage
from blueprint_editor.canvas.tools.links import Link
from blueprint_editor.commands.command import Command, CommandRefusedError
from blueprint_editor.commands.rules import find_place_problem
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.language.texts import _
from blueprint_editor.model.kinds import ConnectorKind
from blueprint_editor.session.navigation import Direction, find_cursor, step_selection

_STUB_PX = 14.0
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Backtab: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Tab: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}

AskKind = Callable[[QPointF, Callable[[ConnectorKind | None], object]], object]
"""Asks for a connector's kind near a point (viewport px) and gives the answer to a function."""


class Aim(NamedTuple):
    """Where the line would end: at a card, at a free place for a new one, or nowhere (both None).

    Attributes:
        at: the pointer, in mm; None while only keys choose.
    """

    card: str = ""
    place: Cursor | None = None
    at: QPointF | None = None


class ConnectGesture(Gesture):
    """Held from a handle, or without a button until a click or Enter.

    A press on a handle that does not move goes on without the button.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        stage: Stage,
        link: Link,
        ask_kind: AskKind,
        start: Pointer | None = None,
    ) -> None:
        self._stage = stage
        self._link = link
        self._ask_kind = ask_kind
        self._start = start
        self._aim = Aim()
        self._command: Command | None = None
        self._grid = stage.session.poster.grid
        self._problem: CommandRefusedError | None = None
        self._is_asking = False
        self._resting: Pointer | None = None
        self._has_keys = start is None
        self.goes_on = start is None
        if start is None:
            self._begin_with_keys()

    def _begin_with_keys(self) -> None:
        code = self._stage.session.facts.card_codes[self._link.card]
        self._stage.tell(
            _(
                "Connect card {code} to another: arrow keys or the pointer choose, Enter connects "
                "(with Shift you choose the kind), Esc leaves."
            ).format(code=code)
        )

    def _home(self) -> Cursor | None:
        return find_cursor(self._stage.session.facts, self._link.card)

    def move(self, pointer: Pointer) -> None:
        if self._is_asking or self._is_resting(pointer):
            return
        self._start = None
        card = self._find_card(pointer.at)
        place = None if card else find_place_at(self._stage.session.poster, pointer.at)
        self._take_aim(Aim(card, place, pointer.at))

    def _is_resting(self, pointer: Pointer) -> bool:
        """Tell whether the pointer has not really moved yet, since the press or the last key."""
        if self._start is not None:
            return not pointer.went_from(self._start)
        if self._has_keys:
            self._resting = self._resting or pointer
            self._has_keys = not pointer.went_from(self._resting)
        return self._has_keys

    def _find_card(self, at: QPointF) -> str:
        """Return the card under the pointer; one that the preview itself moved away still counts.

        Otherwise a line that needs room would come and go with each pixel.
        """
        bounds = self._grid.cards.get(self._aim.card)
        if bounds is not None and bounds.contains(at.x(), at.y()):
            return self._aim.card
        return find_card_at(self._stage.session.poster.grid, at)

    def take_key(self, event: QKeyEvent) -> bool:
        if not self.goes_on or self._is_asking:
            return False
        if event.key() in _ARROWS:
            self._has_keys, self._resting = True, None
            self._step(_ARROWS[event.key()])
        elif event.key() in _ENTER:
            self._finish(self._point_px(), asks=bool(event.modifiers() & SHIFT))
        else:
            return False
        return True

    def _step(self, direction: Direction) -> None:
        facts = self._stage.session.poster.facts
        before = self._aim_as_selection()
        after = step_selection(facts, before, direction)
        if after.cursor is None:
            return
        card = after.current or ""
        self._take_aim(Aim(card, None if card else after.cursor))
        area = find_area(self._stage.session.poster.grid, after.cursor, card or None)
        if area is not None:
            self._stage.view.reveal(area)

    def _aim_as_selection(self) -> Selection:
        """Return where the arrow keys go on from."""
        if self._aim.card:
            return Selection(
                (self._aim.card,), find_cursor(self._stage.session.facts, self._aim.card)
            )
        if self._aim.place is not None:
            return Selection((), self._aim.place)
        return Selection((self._link.card,), self._home())

    def _take_aim(self, aim: Aim) -> None:
        """Show where the line would end and tell what would come of it."""
        is_same = aim.card == self._aim.card and self._command is not None
        self._aim = aim
        if is_same:
            return
        self._problem = self._find_problem(aim)
        self._show_line(aim)
        outline, empty = self._outline(aim.card), QPainterPath()
        is_open = self._problem is None
        cell, line = empty, empty
        if aim.place is not None and is_open and self._link.is_new:
            cell, line = mark_place(self._stage.session.poster.grid, aim.place)
        overlay = self._stage.overlay
        overlay.target.show_path(outline if is_open else empty)
        overlay.refused.show_path(empty if is_open else outline)
        overlay.drop.show_path(cell)
        overlay.insertion.show_path(line)
        forbidden = Qt.CursorShape.ForbiddenCursor
        self.cursor = Qt.CursorShape.CrossCursor if is_open else forbidden
        self._stage.tell(self._problem or self._describe(aim))

    def _show_line(self, aim: Aim) -> None:
        """Preview the connector as it would run; on the way to nowhere only a plain line."""
        session = self._stage.session
        self._command = None
        if aim.card and self._problem is None:
            self._command = self._link.make_command(aim.card, "flow")
            session.preview(self._command)
        else:
            session.drop_preview()
        route = self._outline(self._link.connector) if self._command else QPainterPath()
        self._stage.overlay.route.show_path(route)
        wire = QPainterPath() if self._command else self._draw_wire(aim)
        self._stage.overlay.wire.show_path(wire)

    def _find_problem(self, aim: Aim) -> CommandRefusedError | None:
        if aim.card:
            return self._link.find_problem(aim.card)
        if aim.place is None or not self._link.is_new:
            return None
        return find_place_problem(self._stage.session.document, aim.place.lane, aim.place.step)

    def _describe(self, aim: Aim) -> str:
        facts = self._stage.session.facts
        if aim.card:
            return _("Connect to: {card}").format(card=describe_card(facts, aim.card))
        if aim.place is not None and self._link.is_new:
            cell = describe_cell(facts, aim.place.lane, aim.place.step)
            return _("Connect to a new card. {cell}").format(cell=cell)
        return ""

    def _outline(self, card: str) -> QPainterPath:
        placed = self._stage.scene.find_placed(card) if card else None
        return QPainterPath() if placed is None else outline_of(placed)

    def _draw_wire(self, aim: Aim) -> QPainterPath:
        box = self._target_box(aim)
        end = aim.at if box is None else box.center()
        home = self._stage.scene.find_placed(self._link.card)
        if end is None or home is None or aim.card == self._link.card:
            return QPainterPath()
        body = body_of(home)
        side = facing_side(body, end)
        start = middle_of(body, side)
        stub = _STUB_PX / self._stage.view.scale_px
        if box is None:
            return draw_line(draw_elbow(start, side, end, None, stub))
        entering = facing_side(box, start)
        return draw_line(draw_elbow(start, side, middle_of(box, entering), entering, stub))

    def _target_box(self, aim: Aim) -> QRectF | None:
        """Return the card, or the cell that only keys have chosen."""
        if aim.card:
            placed = self._stage.scene.find_placed(aim.card)
            return None if placed is None else body_of(placed)
        return find_area(self._stage.session.poster.grid, aim.place) if aim.at is None else None

    def _point_px(self) -> QPointF:
        """Return where a question about the aim belongs, in viewport px."""
        box = self._target_box(self._aim)
        at = self._aim.at or (box.center() if box is not None else QPointF())
        return self._stage.view.viewportTransform().map(at)

    def release(self, pointer: Pointer) -> None:
        if self._start is not None:
            self.goes_on = True
            self._start = None
            self._begin_with_keys()
            return
        self._has_keys = False
        self.move(pointer)
        self._finish(pointer.px, asks=bool(pointer.modifiers & SHIFT))

    def _finish(self, px: QPointF, *, asks: bool) -> None:
        aim = self._aim
        has_place = aim.place is not None and self._link.is_new
        if self._problem is not None:
            self._refuse(self._problem)
        elif not (aim.card or has_place):
            self.cancel()
        elif asks and self._link.is_new:
            self.goes_on = self._is_asking = True
            self._ask_kind(px, self._take_kind)
        else:
            self._connect("flow")

    def _refuse(self, problem: CommandRefusedError) -> None:
        """Tell why not; who chooses with keys or clicks chooses again."""
        if not self.goes_on:
            self.cancel()
        self._stage.session.refused.emit(problem)

    def _take_kind(self, kind: ConnectorKind | None) -> None:
        if kind is None:
            self.cancel()
        else:
            self._connect(kind)

    def _connect(self, kind: ConnectorKind) -> None:
        aim, session = self._aim, self._stage.session
        known, link = self._command, self._link
        self._end()
        if aim.card:
            command = known if known and kind == "flow" else link.make_command(aim.card, kind)
            cursor = find_cursor(session.facts, aim.card)
            session.execute(command, Selection((link.connector,), cursor))
        elif aim.place is not None:
            self._stage.editing.add_card(aim.place, lambda card: link.make_command(card, kind))

    def cancel(self) -> None:
        self._end()
        self._stage.session.drop_preview()

    def _end(self) -> None:
        self.goes_on = self._is_asking = False
        overlay, empty = self._stage.overlay, QPainterPath()
        for item in (
            overlay.target,
            overlay.refused,
            overlay.drop,
            overlay.insertion,
            overlay.wire,
            overlay.route,
        ):
            item.show_path(empty)
        self._stage.tell(None)
