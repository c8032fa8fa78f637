import pytest
from PySide6.QtWidgets import QMenu

from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.model.kinds import POSTER_EXTRAS, POSTER_PARTS, PosterExtra, PosterPart
from blueprint_editor.model.records import Persona
from blueprint_editor.ui.fields.choices import ChecksField
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import Hand
from tests.ui.inspector.test_inspector import field, panel

__all__ = ["panel"]


@pytest.mark.parametrize("part", [*POSTER_PARTS, *POSTER_EXTRAS])
def test_each_part_is_shown_and_hidden_from_the_menu(
    window: MainWindow, part: PosterPart | PosterExtra
) -> None:
    session, action = window.canvas.session, window.actions_by_name[f"show_{part}"]
    is_shown = part in POSTER_PARTS
    assert action.isChecked() is is_shown
    action.trigger()
    assert session.document.poster.shows(part) is not is_shown
    assert action.isChecked() is not is_shown
    session.undo()
    assert action.isChecked() is is_shown


@pytest.mark.parametrize(
    ("name", "place", "value"),
    [("mark_list", "marks", "list"), ("ink_saving", "ink_saving", True),
     ("greyscale", "greyscale", True)],
)  # fmt: skip
def test_looks_are_switched_from_the_menu(
    window: MainWindow, name: str, place: str, value: object
) -> None:
    session, action = window.canvas.session, window.actions_by_name[name]
    before = getattr(session.document.poster, place)
    action.trigger()
    assert getattr(session.document.poster, place) == value
    assert action.isChecked()
    action.trigger()
    assert getattr(session.document.poster, place) == before


def test_parts_stand_in_a_menu_of_their_own(window: MainWindow) -> None:
    menus = {menu.title().replace("&", ""): menu for menu in window.findChildren(QMenu)}
    parts = menus["Show on the Poster"]
    lines = [action.text() for action in parts.actions() if not action.isSeparator()]
    assert len(lines) == len(POSTER_PARTS) + len(POSTER_EXTRAS)
    assert parts.menuAction() in menus["Poster"].actions()


def test_boxes_of_the_inspector_hide_and_show(window: MainWindow, panel: object) -> None:
    session = window.canvas.session
    session.select(())
    hidden = field(panel, "poster.hidden_parts")
    assert isinstance(hidden, ChecksField)
    assert all(box.isChecked() for box in hidden.boxes.values())
    hidden.boxes["value"].click()
    hidden.boxes["legend"].click()
    assert session.document.poster.hidden_parts == ("value", "legend")
    session.undo()
    assert hidden.boxes["value"].isChecked()
    extra = field(panel, "poster.extra_parts")
    assert isinstance(extra, ChecksField)
    extra.boxes["link_codes"].click()
    assert session.document.poster.extra_parts == ("link_codes",)


def test_a_click_on_a_panel_selects_its_persona(window: MainWindow, hand: Hand) -> None:
    session = window.canvas.session
    session.execute(AddRecord("personas", Persona(id="aino", name="Aino", goal="Työ")))
    window.canvas.fit_page()
    placed = window.canvas.poster_scene.find_placed("aino")
    assert placed is not None
    box = placed.bounds
    hand.click(hand.at((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2))
    assert session.selection.records == ("aino",)
    session.execute(SetField((session.document.id,), "poster.hidden_parts", ("personas",)))
    assert window.canvas.poster_scene.find_placed("aino") is None
