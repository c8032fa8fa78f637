"""A series of workshops in the program: blank sheets, notes, two paths, a general one, changes.

Run by ``packaging/dev.py endurance tests/walkthrough``; pictures of the way are left in the
folder that ``WALKTHROUGH_PICTURES`` names. The windows are real and handled where a person would
handle them: menus and cells by the mouse, notes and names by the keyboard.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint_editor.app.settings import Settings, SettingsFile
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Card
from blueprint_editor.storage.format import load_document
from blueprint_editor.ui.preferences import Preferences
from tests.ui.whole_program import SAMPLE, Whole, leave, start
from tests.walkthrough.series import SHEETS, Series, Written

pytestmark = [
    pytest.mark.endurance,
    pytest.mark.qt_log_ignore("^This plugin does not support", extend=True),
]

WORKSHOP_SAMPLE = SAMPLE.with_name("yhteiskehittamisen-tyopajaprosessi.blueprint.json")


@pytest.fixture
def whole(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Whole]:
    for kind in ("STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    file = SettingsFile(tmp_path / "settings.json")
    file.write(Settings(Preferences(language="fi")))
    made = start(qapp, file, tmp_path)
    made.window.resize(1440, 900)
    yield made
    leave(made)


def _count_pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _paths(document: Document) -> Callable[[str], set[str]]:
    return lambda variant: {c.text for c in document.cards if variant in c.variants}


def _walk(series: Series, written: Sequence[Written]) -> None:
    """Go through the whole series and check what came of each workshop."""
    session, folder = series.session, series.folder
    series.print_sheets()
    assert _count_pages(folder / "arkit.pdf") >= len(SHEETS) + 1
    series.empty_the_path()
    series.make_two_paths()
    series.keep_version("Paja 1")
    series.take_notes(written)
    series.keep_version("Paja 2")
    first, second = (variant.id for variant in session.document.variants)
    paths = _paths(session.document)
    assert len(session.document.cards) == len(written)
    assert paths(first)
    assert paths(second)
    assert paths(first) != paths(second)
    series.look_side_by_side()
    series.merge()
    assert any(card.origin for card in session.document.cards)
    assert len(session.document.cards) < len(written)
    series.keep_version("Paja 3")
    series.print_poster()
    series.print_changes("Paja 2")
    for file in ("juliste.pdf", "muutosjuliste.pdf"):
        assert _count_pages(folder / file) == 1
    assert _count_pages(folder / "muutokset.pdf") >= 1
    series.choose("split_merged")
    assert len(session.document.cards) == len(written)


def _write(card: Card, text: str, path: int | None) -> Written:
    return Written(" ".join(text.split()), card.lane, card.step, path)


def test_two_paths_become_a_general_one(whole: Whole, tmp_path: Path, qtbot: QtBot) -> None:
    original = load_document(SAMPLE).snapshots[0].document
    places: dict[tuple[str, ...], int | None] = {("v-a",): 0, ("v-b",): 1}
    # What several groups wrote alike is one note, counted.
    cards = {" ".join(card.text.split()): card for card in original.cards}
    written = [_write(c, c.text, places.get(c.variants)) for c in cards.values()]
    _walk(Series(whole, tmp_path, qtbot, "s1"), written)


def test_the_workshops_themselves_become_a_general_path(
    whole: Whole, tmp_path: Path, qtbot: QtBot
) -> None:
    """The process of co-development is a blueprint; two groups go through it on their own."""
    file = tmp_path / "pajat.blueprint.json"
    shutil.copy(WORKSHOP_SAMPLE, file)
    whole.editor.open_files([file], whole.window)
    qtbot.waitUntil(lambda: len(whole.editor.list_windows()) == 2, timeout=30_000)
    window = next(w for w in whole.editor.list_windows() if w is not whole.window)
    window.resize(1440, 900)
    with qtbot.waitActive(window):
        window.activateWindow()
    written: list[Written] = []
    for number, card in enumerate(load_document(WORKSHOP_SAMPLE).cards):
        if number % 3 == 0:
            written.append(_write(card, card.text, None))
            continue
        # The other group says the same in words of its own, or has nothing to say.
        written.append(_write(card, card.text, 0))
        if number % 3 == 1:
            written.append(_write(card, f"{card.text.rstrip('.')} yhdessä.", 1))
    _walk(Series(Whole(whole.editor, window), tmp_path, qtbot, "s6"), written)
