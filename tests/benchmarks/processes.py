"""Whole processes: from the start to the first painted window, and from a file to a poster."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from blueprint_editor.storage.format import save_document
from tests.benchmarks.generator import make_document
from tests.benchmarks.measure import ROOT, ProcessCost, Row, median_process, python
from tests.benchmarks.rivals import RIVALS

SAMPLE = ROOT / "samples" / "osatyokykyisen-palvelupolku.blueprint.json"
PROGRAM = ("-m", "blueprint_editor.app.cli")

BARE_WINDOW = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
import uharfbuzz
import blueprint_editor.model.document

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os._exit(0))

app = QApplication([])
window = Window()
window.resize(1360, 860)
window.show()
app.exec()
"""
EDITOR = """
import os, sys
from blueprint_editor.app import cli
from blueprint_editor.app.collector import tune_collector
from blueprint_editor.app.qt_features import forgo_features
tune_collector()
forgo_features()
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from blueprint_editor.app.application import Editor

turn = Qt.EventPriority[sys.argv.pop(1)]

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            # Before or after all that waits for the paint, as the panels of the docks do.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), turn.value)
        return False

    def customEvent(self, event):
        os._exit(0)

start = Editor.start

def start_and_watch(editor, paths):
    start(editor, paths)
    editor.first_paint = FirstPaint()
    editor.window.canvas.viewport().installEventFilter(editor.first_paint)

Editor.start = start_and_watch
cli.main(sys.argv[1:])
"""
"""The command line with a file, and an end when the window is painted, or its panels are made."""
IMPORTS = "import blueprint_editor.model.document, uharfbuzz, reportlab.pdfgen.canvas, pikepdf"


def measure() -> Iterator[Row]:
    """Yield the rows of starting the editor, its memory, and exporting a poster."""
    # Beside the sources: some programs are kept out of the folder for temporary files.
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as folder:
        yield from _measure_start(Path(folder))
        yield _measure_validate()
        yield from _measure_export(Path(folder))


def _measure_start(folder: Path) -> Iterator[Row]:
    home = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    home["XDG_RUNTIME_DIR"] = str(folder)
    thousand = folder / "thousand.blueprint"
    save_document(make_document(1_000), thousand)
    # A copy: an editor that is ended so early may leave its lock note beside the file.
    sample = folder / SAMPLE.name
    shutil.copy(SAMPLE, sample)
    bare = median_process(python("-c", BARE_WINDOW), 5, environment=home)
    painted = python("-c", EDITOR, "HighEventPriority", sample)
    start = median_process(painted, 5, environment=home)
    whole = python("-c", EDITOR, "LowEventPriority", thousand)
    memory = median_process(whole, 1, environment=home)
    what = "process start to the first painted window, sample S1"
    limit = min(2 * bare.wall_ms, 500.0)
    name = "bare window, the same imports"
    yield Row(what, start.wall_ms, "ms", limit, bare.wall_ms, name)
    what = "memory with 1,000 cards open (peak)"
    yield Row(what, memory.memory_mb, "MB", 150, bare.memory_mb, name)


def _measure_validate() -> Row:
    floor = median_process(python("-c", "import blueprint_editor.model.document"), 5)
    cost = median_process(python(*PROGRAM, "validate", SAMPLE), 5)
    what = "validate sample S1, whole process"
    return Row(what, cost.wall_ms, "ms", 350, floor.wall_ms, "importing the records alone")


def _measure_export(folder: Path) -> Iterator[Row]:
    poster = folder / "poster.blueprint"
    svg, pdf = folder / "poster.svg", folder / "poster.pdf"
    save_document(make_document(200), poster)
    export = python(*PROGRAM, "export", poster)
    imports = median_process(python("-c", IMPORTS), 5)
    own = median_process((*export, pdf, "--paper", "A0", "--force"), 5)
    one_page = pdf.stat().st_size / 1000
    tiled = median_process((*export, pdf, "--paper", "A0", "--tile", "A4", "--force"), 5)
    sheets = pdf.stat().st_size / 1000
    median_process((*export, svg, "--paper", "A0", "--force"), 1)
    rivals: dict[str, ProcessCost] = {}
    rows = []
    for rival in RIVALS:
        program = rival.find()
        what = f"  the same by {rival.name}, from SVG"
        if program is None:
            rows.append(Row(what, None, "ms", floor_name="not installed"))
            continue
        pdf.unlink(missing_ok=True)
        cost = rivals[rival.name] = median_process(rival.command(program, svg, pdf))
        if not pdf.exists():
            raise RuntimeError(f"{rival.name} wrote no PDF")
        rows.append(Row(what, cost.wall_ms, "ms", floor_name=f"{cost.memory_mb:.0f} MB"))
    fastest = min((cost.wall_ms for cost in rivals.values()), default=None)
    name = f"the imports alone; {own.memory_mb:.0f} MB"
    yield Row("export of a 200-card poster", own.wall_ms, "ms", fastest, imports.wall_ms, name)
    yield from rows
    what, name = "the same cut into A4 sheets", "the one page"
    yield Row(what, tiled.wall_ms, "ms", 1.3 * own.wall_ms, own.wall_ms, name)
    yield Row("its size", sheets, "kB", 1.5 * one_page, one_page, name)
    save_document(make_document(2_000), poster)
    roll = median_process((*export, pdf, "--paper", "roll:914", "--force"), 3)
    what = "export of 2,000 cards on a roll of 914 mm"
    yield Row(what, roll.wall_ms, "ms", 1_000, imports.wall_ms, "the imports alone")
