"""Which gesture a press begins, by what lies under the pointer."""

from collections.abc import Callable
from typing import TypeAlias

from blueprint_editor.canvas.hit import Hit
from blueprint_editor.canvas.tools.connect import AskKind, ConnectGesture
from blueprint_editor.canvas.tools.drag_cards import DragCardsGesture
from blueprint_editor.canvas.tools.drag_emotion import DragEmotionGesture
from blueprint_editor.canvas.tools.gesture import Gesture, Pointer, Stage, choose, toggles
from blueprint_editor.canvas.tools.links import Link, MovedEnd, NewLink
from blueprint_editor.canvas.tools.reorder import ReorderGesture
from blueprint_editor.canvas.tools.resize_column import ResizeColumnGesture
from blueprint_editor.canvas.tools.rubber_band import begin_card_band
from blueprint_editor.canvas.voting import Voting
from blueprint_editor.commands.lookup import find_record

Begin: TypeAlias = Callable[[Hit, Pointer], Gesture | None]
"""Begins the gesture that a press on something means; None if the press did it all."""


class Beginnings:
    """Makes the gestures of one canvas."""

    def __init__(self, stage: Stage, ask_kind: AskKind, voting: Voting) -> None:
        self._stage = stage
        self._voting = voting
        self._ask_kind = ask_kind
        self._by_kind: dict[str, Begin] = {
            "handle": self._begin_connection,
            "card": lambda hit, start: DragCardsGesture(stage, hit.record, start),
            "connector": self._select,
            "mark": self._select,
            "responsibility": self._select,
            "persona": self._select,
            "lane": lambda hit, start: ReorderGesture(stage, "lane", hit.record, start),
            "phase": lambda hit, start: ReorderGesture(stage, "phase", hit.record, start),
            "step": lambda hit, start: ReorderGesture(stage, "step", hit.record, start),
            "edge": lambda hit, start: ResizeColumnGesture(stage, hit.record, start),
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
        return ConnectGesture(self._stage, NewLink(self._stage, card), self._ask_kind)

    def _begin_connection(self, hit: Hit, start: Pointer) -> Gesture | None:
        link: Link = NewLink(self._stage, hit.record)
        if hit.handle is not None and hit.handle.end is not None:
            connector = find_record(self._stage.session.document, hit.record).record
            link = MovedEnd(self._stage, connector, hit.handle.end)
        return ConnectGesture(self._stage, link, self._ask_kind, start)

    def _begin_emotion(self, hit: Hit, start: Pointer) -> Gesture | None:
        return None if hit.point is None else DragEmotionGesture(self._stage, hit.point, start)

    def _select(self, hit: Hit, start: Pointer) -> Gesture | None:
        choose(self._stage.session, hit.record, start.modifiers)
        return None

    def _begin_band(self, _hit: Hit, start: Pointer) -> Gesture | None:
        return begin_card_band(self._stage, start)
