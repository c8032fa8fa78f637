"""The whole program, with a socket beside it that tells where things are on the screen.

Nothing is done to the program through the socket: it only answers. Run as a module with the
socket's path, then what the program itself takes.
"""

import json
import socketserver
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from blueprint_editor.app.application import Editor, run_editor
from blueprint_editor.canvas.handles import list_card_handles
from blueprint_editor.model.document import Document
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.start_tiles import Tile
from tests.canvas.hand import Hand


class Answers(QObject):
    """What can be asked; every place is a pixel of the screen."""

    def _window(self) -> MainWindow:
        editor = QApplication.instance().findChild(Editor)  # type: ignore[union-attr]
        assert editor is not None
        assert editor.window is not None
        return editor.window

    def _on_screen(self, at: QPoint) -> list[int]:
        place = self._window().canvas.viewport().mapToGlobal(at)
        return [place.x(), place.y()]

    def _find_card(self, text: str) -> str:
        cards = self._window().canvas.session.document.cards
        return next(card.id for card in cards if card.text == text)

    def tile(self, title: str) -> list[int]:
        """Return the middle of a tile of the start page."""
        tiles = [w for w in QApplication.allWidgets() if isinstance(w, Tile) and w.isVisible()]
        tile = next(tile for tile in tiles if tile.entry.title == title)
        place = tile.mapToGlobal(tile.rect().center())
        return [place.x(), place.y()]

    def button(self, text: str) -> list[int]:
        """Return the middle of a visible button or label with a text."""
        for widget in QApplication.allWidgets():
            shown = getattr(widget, "text", None)
            if widget.isVisible() and callable(shown) and _plain(shown()) == text:
                place = widget.mapToGlobal(widget.rect().center())
                return [place.x(), place.y()]
        raise LookupError(text)

    def card(self, text: str) -> list[int]:
        canvas = self._window().canvas
        return self._on_screen(Hand(canvas).card(self._find_card(text)))

    def handle(self, text: str, side: str) -> list[int]:
        """Return a handle of a card, from which a connector is drawn."""
        canvas = self._window().canvas
        placed = canvas.poster_scene.find_placed(self._find_card(text))
        handles = list_card_handles(placed, canvas.scale_px)
        at = next(handle.at for handle in handles if handle.side == side)
        return self._on_screen(canvas.viewportTransform().map(at).toPoint())

    def cell(self, lane: int, step: int) -> list[int]:
        """Return a point in the lower part of a cell, counted from nought."""
        canvas = self._window().canvas
        facts = canvas.session.facts
        return self._on_screen(Hand(canvas).cell(facts.lanes[lane].id, facts.steps[step].id))

    def focus(self) -> str:
        """Return the accessible name, else the class, of the widget that has the keyboard."""
        widget: QWidget | None = QApplication.focusWidget()
        return "" if widget is None else widget.accessibleName() or type(widget).__name__

    def selected(self) -> str:
        """Return the text of the current card; empty where it is none."""
        session = self._window().canvas.session
        card = session.facts.cards.get(session.selection.current or "")
        return "" if card is None else card.text

    def document(self) -> dict[str, Any]:
        session = self._window().canvas.session
        return _describe(session.document) | {"saved": not session.is_modified}

    def title(self) -> str:
        """Return the title of the window that has the keyboard."""
        window = QApplication.activeWindow()
        return "" if window is None else window.windowTitle()


def _plain(text: object) -> str:
    return str(text).replace("&", "")


def _describe(document: Document) -> dict[str, Any]:
    dumped: dict[str, Any] = document.model_dump(mode="json")
    dumped.pop("modified", None)
    return dumped


class Spy(QObject):
    """Takes questions on a socket and answers them in the thread of the window."""

    asked = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._answers = Answers()
        self.asked.connect(self._answer)
        spy = self

        class Caller(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                question = json.loads(self.rfile.readline())
                done = threading.Event()
                told: list[Any] = []

                def tell(answer: Any) -> None:
                    told.append(answer)
                    done.set()

                spy.asked.emit((question, tell))
                done.wait(20)
                self.wfile.write(json.dumps(told[0] if told else None).encode() + b"\n")

        server = socketserver.ThreadingUnixStreamServer(str(path), Caller)
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def _answer(self, asked: tuple[list[Any], Callable[[Any], None]]) -> None:
        (name, *arguments), tell = asked
        try:
            tell({"answer": getattr(self._answers, name)(*arguments)})
        except Exception as error:  # noqa: BLE001 - the asker asks again until it is so
            tell({"error": repr(error)})


if __name__ == "__main__":
    spy = Spy(Path(sys.argv[1]))
    sys.exit(run_editor([Path(argument) for argument in sys.argv[2:]]))
