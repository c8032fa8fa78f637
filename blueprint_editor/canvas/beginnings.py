"""Which gesture a press begins, by what lies under the pointer.

What a gesture does is loaded at the first press that begins it: the first paint needs none of it.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from blueprint_editor.canvas.hit import Hit
from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage, choose, toggles
from blueprint_editor.canvas.voting import Voting
from blueprint_editor.commands.lookup import find_record

if TYPE_CHECKING:
    from blueprint_editor.canvas.tools.connect import AskKind
    from blueprint_editor.canvas.tools.links import Link
    from blueprint_editor.canvas.tools.reorder import HeaderKind

Begin: TypeAlias = Callable[[Hit, Pointer], Gesture | None]
"""Begins the gesture that a press on something means; None if the press did it all."""


class Beginnings:
    """Makes the gestures of one canvas."""

    def __init__(self, stage: Stage, ask_kind: "AskKind", voting: Voting) -> None:
        self._stage = stage
        self._voting = voting
        self._ask_kind = ask_kind
        self._by_kind: dict[str, Begin] = {
            "handle": self._begin_connection,
            "card": self._begin_move,
            "connector": self._select,
            "mark": self._select,
            "responsibility": self._select,
            "persona": self._select,
            "lane": partial(self._begin_order, "lane"),
            "phase": partial(self._begin_order, "phase"),
            "step": partial(self._begin_order, "step"),
            "edge": self._begin_width,
            "point": self._begin_emotion,
        }

    def begin(self, hit: Hit, start: Pointer) -> Gesture | None:
        """Begin what a press means; None if it is done already."""
        if self._voting.is_on and hit.kind in {"card", "mark"}:
            self._voting.cast(hit.record, -1 if toggles(start.modifiers) else 1)
            return None
        return self._by_kind.get(hit.kind, self._begin_band)(hit, start)

    def connect_from(self, card: str) -> Gesture:
        """Begin a connection that is drawn with the keys, or by a click."""
        from blueprint_editor.canvas.tools.connect import ConnectGesture  # noqa: PLC0415
        from blueprint_editor.canvas.tools.links import NewLink  # noqa: PLC0415

        return ConnectGesture(self._stage, NewLink(self._stage, card), self._ask_kind)

    def _begin_connection(self, hit: Hit, start: Pointer) -> Gesture | None:
        from blueprint_editor.canvas.tools.connect import ConnectGesture  # noqa: PLC0415
        from blueprint_editor.canvas.tools.links import MovedEnd, NewLink  # noqa: PLC0415

        link: Link = NewLink(self._stage, hit.record)
        if hit.handle is not None and hit.handle.end is not None:
            connector = find_record(self._stage.session.document, hit.record).record
            link = MovedEnd(self._stage, connector, hit.handle.end)
        return ConnectGesture(self._stage, link, self._ask_kind, start)

    def _begin_move(self, hit: Hit, start: Pointer) -> Gesture | None:
        from blueprint_editor.canvas.tools.drag_cards import DragCardsGesture  # noqa: PLC0415

        return DragCardsGesture(self._stage, hit.record, start)

    def _begin_order(self, kind: "HeaderKind", hit: Hit, start: Pointer) -> Gesture | None:
        from blueprint_editor.canvas.tools.reorder import ReorderGesture  # noqa: PLC0415

        return ReorderGesture(self._stage, kind, hit.record, start)

    def _begin_width(self, hit: Hit, start: Pointer) -> Gesture | None:
        from blueprint_editor.canvas.tools.resize_column import (  # noqa: PLC0415
            ResizeColumnGesture,
        )

        return ResizeColumnGesture(self._stage, hit.record, start)

    def _begin_emotion(self, hit: Hit, start: Pointer) -> Gesture | None:
        from blueprint_editor.canvas.tools.drag_emotion import DragEmotionGesture  # noqa: PLC0415

        return None if hit.point is None else DragEmotionGesture(self._stage, hit.point, start)

    def _select(self, hit: Hit, start: Pointer) -> Gesture | None:
        choose(self._stage.session, hit.record, start.modifiers)
        return None

    def _begin_band(self, _hit: Hit, start: Pointer) -> Gesture | None:
        from blueprint_editor.canvas.tools.rubber_band import begin_card_band  # noqa: PLC0415

        return begin_card_band(self._stage, start)
