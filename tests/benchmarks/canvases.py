"""What the hand feels: opening, typing, dragging, panning and zooming on the canvas.

Real events go in; a frame ends when Qt has painted all that it was asked to. Floors are the same
number of plain boxes and lines in a plain view, or a plain editor.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QTextEdit,
    QWidget,
)

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.storage.format import Envelope, load_document, save_document
from tests.benchmarks.generator import make_document
from tests.benchmarks.measure import Row
from tests.benchmarks.posters import FONTS

WINDOW_PX = (1600, 1000)
ZOOMS = (0.05, 0.1, 0.2, 0.35, 0.5, 1.0, 2.0)
FRAMES = 12
FRAME_LIMITS_MS = {1_000: 16.0, 10_000: 33.0}
TYPED = "kuntoutussuunnitelma ja palvelutarpeen arvio "


class _PaintCounter(QObject):
    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class _Frames:
    """Times from an action to the end of the painting that it causes in one widget."""

    def __init__(self, widget: QWidget) -> None:
        self._counter = _PaintCounter(widget)

    def settle(self) -> None:
        """Paint until nothing is left to paint."""
        before = -1
        while before != self._counter.count:
            before = self._counter.count
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def time_ms(self, action: Callable[[], object]) -> float:
        """Return the time of one frame in ms.

        Raises:
            RuntimeError: the action made Qt paint nothing, so there was no frame.
        """
        self.settle()
        before = self._counter.count
        start = time.perf_counter()
        action()
        self.settle()
        taken = time.perf_counter() - start
        if self._counter.count == before:
            raise RuntimeError("nothing was painted")
        return taken * 1000


class _Stage(NamedTuple):
    canvas: PosterCanvas
    frames: _Frames


def measure() -> Iterator[Row]:
    """Yield the rows of the canvas."""
    application = QApplication.instance() or QApplication([])
    yield _measure_open()
    yield from _measure_typing()
    yield _measure_drag()
    for count in FRAME_LIMITS_MS:
        yield from _measure_moves(count)
    application.processEvents()


def open_stage(document: Document) -> _Stage:
    """Show a document on a canvas, painted to the end."""
    session = DocumentSession(document, PosterComposer(Typesetter(FONTS)).compose, save_document)
    canvas = PosterCanvas(session, FONTS)
    canvas.resize(*WINDOW_PX)
    canvas.show()
    canvas.fit_page()
    frames = _Frames(canvas.viewport())
    frames.settle()
    return _Stage(canvas, frames)


def close_stage(stage: _Stage) -> None:
    """End what :func:`open_stage` has begun."""
    stage.canvas.close()
    stage.canvas.session.deleteLater()
    stage.canvas.deleteLater()
    QApplication.processEvents()


def _measure_open() -> Row:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "poster.blueprint")
        save_document(make_document(1_000), path)
        times, floors = [], []
        for _ in range(4):
            start = time.perf_counter()
            Envelope.model_validate_json(path.read_bytes())
            floors.append((time.perf_counter() - start) * 1000)
            start = time.perf_counter()
            stage = open_stage(load_document(path))
            times.append((time.perf_counter() - start) * 1000)
            close_stage(stage)
            del stage  # else its end would count as part of the next one's beginning
    what = "open 1,000 cards, 1,500 connectors: file to painted"
    floor = statistics.median(floors[1:])
    return Row(what, statistics.median(times[1:]), "ms", 150, floor, "model_validate_json alone")


def _measure_typing() -> Iterator[Row]:
    stage = open_stage(make_document(2_000))
    canvas = stage.canvas
    canvas.set_zoom(0.5)
    canvas.session.select((canvas.session.document.cards[1_000].id,))
    canvas.edit_selection()
    times = sorted(type_letters(canvas.editing.editor, stage.frames))
    close_stage(stage)
    plain = QTextEdit()
    plain.resize(300, 100)
    plain.show()
    floor = statistics.median(type_letters(plain, _Frames(plain.viewport())))
    plain.close()
    what = "keystroke to painted, 2,000 cards"
    yield Row(f"{what}, median", statistics.median(times), "ms", 8, floor, "a plain text field")
    yield Row(f"{what}, p95", times[int(len(times) * 0.95)], "ms", 16)


def type_letters(editor: QTextEdit, frames: _Frames) -> list[float]:
    return [frames.time_ms(partial(QTest.keyClicks, editor, letter)) for letter in TYPED]


def _measure_drag() -> Row:
    """Drag a card across its neighbours; each frame lays out and routes anew."""
    stage = open_stage(make_document(1_000))
    canvas, viewport = stage.canvas, stage.canvas.viewport()
    card = canvas.session.document.cards[500].id
    canvas.set_zoom(0.35)
    canvas.session.select((card,))
    placed = canvas.poster_scene.find_placed(card)
    assert placed is not None
    box = placed.bounds
    # Beside the handles in the middle of each side.
    grip = QPointF(box.x0 + box.width * 0.3, box.y0 + box.height * 0.3)
    middle = QPointF(viewport.rect().center())
    canvas.pan_by(canvas.viewportTransform().map(grip) - middle)
    start = canvas.viewportTransform().map(grip)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start.toPoint())
    path = [start + QPointF(12 * i, 7 * i) for i in range(1, 25)]
    times = [stage.frames.time_ms(partial(_move_mouse, viewport, at)) for at in path]
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=path[-1].toPoint())
    drawing = canvas.session.poster.drawing
    close_stage(stage)
    view, frames = _open_plain(drawing)
    item = view.scene().items()[0]
    floors = [frames.time_ms(lambda: item.moveBy(20, 10)) for _ in path]
    view.close()
    floor = statistics.median(floors)
    what = "drag a card with live re-routing, 1,000 cards, a frame"
    return Row(what, statistics.median(times[2:]), "ms", 16, floor, "moving one plain box")


def _move_mouse(widget: QWidget, at: QPointF) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        widget.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def _measure_moves(count: int) -> Iterator[Row]:
    stage = open_stage(make_document(count))
    canvas, limit = stage.canvas, FRAME_LIMITS_MS[count]
    drawing = canvas.session.poster.drawing

    def pan() -> None:
        canvas.pan_by(QPointF(25, 15))

    pans = {zoom: _time_at(canvas, stage.frames, zoom, pan) for zoom in ZOOMS}
    steps = {
        zoom: _time_at(canvas, stage.frames, zoom, lambda: canvas.zoom_by(1.02)) for zoom in ZOOMS
    }
    close_stage(stage)
    view, frames = _open_plain(drawing)
    floor = statistics.median(
        frames.time_ms(partial(view.scale, *step)) for step in [(1.02, 1.02), (0.99, 0.99)] * FRAMES
    )
    view.close()
    for name, found in (("pan", pans), ("zoom", steps)):
        worst = max(found, key=lambda zoom: found[zoom])
        what = f"{name}, {count:,} cards, a frame (worst at {worst:.0%})"
        yield Row(what, found[worst], "ms", limit, floor, "plain boxes, all in view")


def _time_at(
    canvas: PosterCanvas, frames: _Frames, zoom: float, action: Callable[[], None]
) -> float:
    canvas.fit_page()
    canvas.set_zoom(zoom)
    frames.settle()
    return statistics.median(frames.time_ms(action) for _ in range(FRAMES))


def _open_plain(drawing: Drawing) -> tuple[QGraphicsView, _Frames]:
    """Show the bounds of all groups as boxes without text, all in view."""
    scene = QGraphicsScene()
    for placed in drawing.placed:
        box = placed.bounds
        scene.addItem(QGraphicsRectItem(box.x0, box.y0, box.width, box.height))
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.resize(*WINDOW_PX)
    view.show()
    view.fitInView(view.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    frames = _Frames(view.viewport())
    frames.settle()
    return view, frames
