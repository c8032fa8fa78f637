"""In a longer language, at a small window, no text of the program is cut."""

import pytest
from PySide6.QtWidgets import QToolButton

from blueprint_editor.language import texts
from blueprint_editor.ui.docks.table import DOCKS
from tests.ui.clipping import find_clipped
from tests.ui.pseudo_language import PseudoTranslations, is_stretched, stretch
from tests.ui.whole_program import (
    DIALOGS,
    WINDOW_PX,
    Whole,
    list_dialog_classes,
    open_dialog,
    open_dock,
    select_each_kind,
    settle,
)


@pytest.fixture(autouse=True)
def _long_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "NullTranslations", PseudoTranslations)


def test_language_is_longer_and_keeps_fields_and_mnemonics() -> None:
    told = stretch("&Save “{name}” in {count} files…")
    assert told == "&Šåvēēē “{name}” īñē {count} fīlēšēē…"
    assert len(stretch("Keyboard Shortcuts")) >= 1.4 * len("Keyboard Shortcuts")


def test_window_shows_all_its_texts(whole: Whole) -> None:
    assert (whole.window.width(), whole.window.height()) == WINDOW_PX
    found = find_clipped(whole.window)
    assert not found, "\n".join(found)


@pytest.mark.endurance
@pytest.mark.parametrize("name", [spec.name for spec in DOCKS])
def test_dock_shows_all_its_texts(whole: Whole, name: str) -> None:
    open_dock(whole, name)
    found: dict[str, str] = {}
    for kind in select_each_kind(whole):
        for fault in find_clipped(whole.window, is_stretched):
            found.setdefault(fault, kind)
    assert not found, "\n".join(f"{fault} ({kind})" for fault, kind in found.items())


def test_docks_side_by_side_show_all_their_titles(whole: Whole) -> None:
    for spec in DOCKS:
        whole.window.docks.show(spec.name)
    settle()
    found = find_clipped(whole.window, is_stretched)
    assert not found, "\n".join(found)


@pytest.mark.endurance
@pytest.mark.parametrize("name", DIALOGS)
def test_dialog_shows_all_its_texts(whole: Whole, name: str) -> None:
    dialog = open_dialog(whole, name)
    found = find_clipped(dialog, is_stretched)
    assert not found, "\n".join(found)
    least = dialog.minimumSizeHint()
    assert (least.width(), least.height()) <= WINDOW_PX


def test_every_dialog_is_looked_at(whole: Whole) -> None:
    """A new dialog needs a line in tests/ui/whole_program.py."""
    opened = {type(open_dialog(whole, name)) for name in DIALOGS}
    assert list_dialog_classes() - opened == set()


def test_bars_show_all_that_is_in_them(whole: Whole) -> None:
    for name in ("qt_menubar_ext_button", "qt_toolbar_ext_button"):
        assert not any(b.isVisible() for b in whole.window.findChildren(QToolButton, name))


def test_start_page_shows_all_its_texts(whole: Whole) -> None:
    whole.editor.show_start_page()
    page = whole.editor.start_page
    assert page is not None
    page.resize(*WINDOW_PX)
    settle()
    found = find_clipped(page, is_stretched)
    page.close()
    assert not found, "\n".join(found)


def test_palette_shows_all_its_texts(whole: Whole) -> None:
    whole.window.show_palette()
    settle()
    found = find_clipped(whole.window, is_stretched)
    assert not found, "\n".join(found)
