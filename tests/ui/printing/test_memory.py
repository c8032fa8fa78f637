"""What was chosen for a document's print comes back the next time, if it still makes sense."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint_editor.app.settings import MOST_PRINTS, Settings, SettingsFile
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.printing.dialog import ExportDialog
from blueprint_editor.ui.printing.memory import read_choices, tell_choices
from blueprint_editor.ui.printing.wish import Order, Wish
from tests.ui.conftest import Find


def test_choices_come_back_as_they_were() -> None:
    wish = Wish("png", dpi=300.0, edge=5.0, crop_marks=True, layout="phases", language="sv")
    kept = json.loads(json.dumps(tell_choices(wish)))
    assert read_choices(kept) == wish
    assert tell_choices(Wish()) == {}


def test_what_belongs_to_one_print_or_to_the_document_is_not_kept() -> None:
    wish = Wish(fit="fill", layout="posters", splits=("b",), sheets="A1", is_test=True)
    assert tell_choices(wish) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "json"),
        ("layout", []),
        ("edge", 900),
        ("edge", float("nan")),
        ("bleed", True),
        ("width_px", 3.5),
        ("crop_marks", 1),
        ("language", 4),
        ("leaving", {}),
        ("what", "else"),
    ],
)
def test_what_makes_no_sense_is_left_out(name: str, value: object) -> None:
    assert read_choices({name: value, "dpi": 300}) == Wish(dpi=300)


def test_the_oldest_choices_make_room() -> None:
    settings = Settings()
    for number in range(MOST_PRINTS + 1):
        settings = settings.with_print(f"d{number}", {"edge": 5.0})
    settings = settings.with_print("d1", {"edge": 4.0}).with_print("d2", {})
    assert (len(settings.prints), list(settings.prints)[-1]) == (MOST_PRINTS - 1, "d1")
    assert not {"d0", "d2"} & settings.prints.keys()


def test_a_document_that_is_opened_again_has_its_choices(
    window: MainWindow, find_window: Find, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    desk, document = window._desk.exports, window.canvas.session.document
    desk._remember(Order(document, Wish(edge=5.0, kind="svg", language="sv")))
    kept = SettingsFile(Path(settings_file.path)).read().prints
    assert kept == {document.id: {"kind": "svg", "language": "sv", "edge": 5.0}}
    desk._wish = None  # as in another window
    window.actions_by_name["print_or_export"].trigger()
    dialog = find_window(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(lambda: not dialog._is_drawing)
    assert dialog.order.wish == Wish(edge=5.0, kind="svg")  # there is no Swedish
    dialog.reject()
    desk.forget()
    assert settings_file.read().prints == {}
    assert QApplication.activeModalWidget() is None
