"""Loading and saving documents, beside the plain library and the plain disk."""

import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from blueprint_editor.storage.format import (
    Envelope,
    dump_document,
    load_document,
    save_document,
)
from tests.benchmarks.generator import make_document
from tests.benchmarks.measure import ROOT, Row, median_ms, python

CARD_COUNT = 2_000

FIRST_LOAD = """
import sys, time
from blueprint_editor.app.collector import tune_collector
from blueprint_editor.storage.format import load_document
tune_collector()
load_document(sys.argv[1])
start = time.process_time()
load_document(sys.argv[2])
print(time.process_time() - start)
"""
"""A process opens a file once. Where it loads again and again, freed memory comes back in scattered
order, so that large documents take longer each time while small ones stay in the cache."""


def measure() -> Iterator[Row]:
    """Yield the rows of reading and writing 2,000 cards, and of growth to 10,000."""
    # Memory file systems know no fsync worth measuring, so the files lie beside the sources.
    build = Path(__file__).parent.parent.parent / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as folder:
        path = Path(folder, "poster.blueprint.json")
        document = make_document(CARD_COUNT)
        data = dump_document(document)
        save_document(document, path)
        floor = median_ms(lambda: Envelope.model_validate_json(path.read_bytes()))
        load = median_ms(lambda: load_document(path))
        yield Row(
            "load 2,000 cards", load, "ms", 2 * floor, floor, "pydantic's own model_validate_json"
        )
        raw = Path(folder, "raw")
        floor = median_ms(lambda: write_and_sync(raw, data), runs=21)
        save = median_ms(lambda: save_document(document, path), runs=21)
        yield Row("save 2,000 cards", save, "ms", 10 * floor, floor, "raw write and fsync")
        yield Row("size of 2,000 cards", len(data) / 1000, "kB")
        yield _measure_growth(Path(folder))


def _measure_growth(folder: Path) -> Row:
    paths = {count: folder / f"{count}.blueprint.json" for count in (10, 1_000, 10_000)}
    for count, path in paths.items():
        save_document(make_document(count), path)
    per_card = {}
    for count in (1_000, 10_000):
        script = python("-c", FIRST_LOAD, paths[10], paths[count])
        told = [subprocess.check_output(script, cwd=ROOT, text=True) for _ in range(7)]
        per_card[count] = statistics.median(map(float, told)) / count
    growth = per_card[10_000] / per_card[1_000]
    return Row("load: cost per card, 1,000 to 10,000 cards", growth, "×", 1.3)


def write_and_sync(path: Path, data: bytes) -> None:
    """Write bytes as plainly as the disk allows."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
