"""What safety costs: autosave while somebody types, and what its workers take."""

import statistics
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from blueprint_editor.model.comparison import compare_documents
from blueprint_editor.model.document import Document
from blueprint_editor.session import autosave as autosave_module
from blueprint_editor.session.autosave import Autosave
from blueprint_editor.storage.journal import JournalStore, WorkPlace
from blueprint_editor.storage.processes import this_process
from blueprint_editor.storage.versions import VersionStore
from tests.benchmarks import canvases
from tests.benchmarks.files import write_and_sync
from tests.benchmarks.generator import make_document
from tests.benchmarks.measure import Row, median_ms

CARD_COUNT = 2_000
EAGER_MS = 40
"""Autosave writes so soon after a key that every few keys meet a write on its way."""


def measure() -> Iterator[Row]:
    """Yield the rows of autosave and versions at 2,000 cards."""
    application = QApplication.instance() or QApplication([])
    # Memory file systems know no fsync worth measuring, so the files lie beside the sources.
    build = Path(__file__).parent.parent.parent / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as folder:
        yield from _measure_typing(Path(folder))
        yield from _measure_workers(Path(folder))
    application.processEvents()


def _measure_typing(folder: Path) -> Iterator[Row]:
    # The program knows its own process before anybody can type.
    this_process()
    floor = _type(None)
    delay = autosave_module.DELAY_MS
    autosave_module.DELAY_MS = EAGER_MS
    times = _type(folder / "journals")
    autosave_module.DELAY_MS = delay
    what = f"keystroke to painted, autosave every {EAGER_MS} ms"
    floor_name = "the same without autosave"
    yield Row(
        f"{what}, median",
        statistics.median(times),
        "ms",
        8,
        statistics.median(floor),
        floor_name,
    )
    yield Row(f"{what}, p95", _p95(times), "ms", 16, _p95(floor), floor_name)


def _type(journals: Path | None) -> list[float]:
    stage = canvases.open_stage(make_document(CARD_COUNT))
    canvas = stage.canvas
    autosave = None
    if journals is not None:
        autosave = Autosave(canvas.session, JournalStore(journals), WorkPlace)
    canvas.set_zoom(0.5)
    canvas.session.select((canvas.session.document.cards[1_000].id,))
    canvas.edit_selection()
    times = canvases.type_letters(canvas.editing.editor, stage.frames)
    if autosave is not None:
        autosave.close()
    canvases.close_stage(stage)
    return times


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _measure_workers(folder: Path) -> Iterator[Row]:
    documents = _edit_on(make_document(CARD_COUNT))
    journal = JournalStore(folder / "journals").begin()
    journal.write(next(documents), WorkPlace())
    write = median_ms(lambda: journal.write(next(documents), WorkPlace()), runs=21)
    size = (journal.folder / "changes.json").stat().st_size
    floor = median_ms(lambda: write_and_sync(folder / "raw", b"x" * size), runs=21)
    what = f"autosave of one edit of {CARD_COUNT:,} cards, in a worker"
    yield Row(what, write, "ms", 100, floor, "raw write and fsync")
    file, versions = folder / "polku.blueprint", VersionStore(folder / "versions")
    file.touch()
    ticks = count()

    def keep() -> None:
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=next(ticks))
        versions.add(next(documents), file, at)

    yield Row(f"version of {CARD_COUNT:,} cards kept, in a worker", median_ms(keep), "ms", 200)
    one, other = next(documents), next(documents)
    compare = median_ms(lambda: compare_documents(one, other))
    yield Row(f"two documents of {CARD_COUNT:,} cards compared", compare, "ms", 100)


def _edit_on(document: Document) -> Iterator[Document]:
    """Yield the document after one edit more each time, here and there."""
    for number in count():
        place = number * 7919 % len(document.cards)
        card = document.cards[place]
        cards = list(document.cards)
        cards[place] = card.model_copy(update={"text": f"{card.text}x"})
        document = document.model_copy(update={"cards": tuple(cards)})
        yield document
