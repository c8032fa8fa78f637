"""The colours of the interface are far enough apart, in light and in dark, by computation."""

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from blueprint_editor.canvas.overlay import ACCENT, REFUSED
from blueprint_editor.layout.theme import make_theme
from blueprint_editor.ui.fields.roomy import ChoiceBox
from blueprint_editor.ui.look import find_colours, make_own_rules, make_palette
from tests.ui.contrast import contrast
from tests.ui.whole_program import Whole

THEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
TEXTS = {
    "text": "surface side ground hover notice notice_bad field selected chip",
    "quiet": "surface side ground hover field notice notice_bad selected",
    "faint": "surface side ground field",
    "good": "surface side",
    "warn": "surface side",
    "bad": "surface side field",
    "link": "surface side ground hover",
    "chosen_text": "chosen",
    "primary_text": "primary primary_hover ticked",
}
"""Colour of letters → the grounds on which they stand."""
SIGNS = {
    "focus": "surface side ground hover notice notice_bad field selected chosen",
    "field_edge": "surface side ground field",
}
"""Colour of a line that tells something → the grounds beside it."""


@THEMES
@pytest.mark.parametrize(("table", "least"), [(TEXTS, 4.5), (SIGNS, 3)], ids=["texts", "signs"])
def test_colours_are_far_enough_apart(dark: bool, table: dict[str, str], least: float) -> None:
    colours = find_colours(dark=dark)
    near = {
        (use, ground): round(ratio, 2)
        for use, grounds in table.items()
        for ground in grounds.split()
        if (ratio := contrast(QColor(colours[use]), QColor(colours[ground]))) < least
    }
    assert near == {}


@THEMES
def test_palette_of_qt_is_readable(dark: bool) -> None:
    palette, role = make_palette(dark=dark), QPalette.ColorRole
    for text, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
    ):
        assert contrast(palette.color(text), palette.color(ground)) >= 4.5, (text, ground)


def test_what_is_drawn_over_the_poster_stands_out_from_every_card_and_lane() -> None:
    looks = make_theme().roles.values()
    grounds = {"#FFFFFF"} | {look.fill for look in looks} | {look.tint for look in looks}
    for ground in grounds:
        for sign in (ACCENT, REFUSED):
            assert contrast(sign, QColor(ground)) >= 3, ground


def _grab(widget: QWidget) -> QImage:
    widget.ensurePolished()
    return widget.grab().toImage()


@THEMES
def test_edges_of_fields_are_seen(qapp: QApplication, dark: bool) -> None:
    colours = find_colours(dark=dark)
    usual = QPalette(qapp.palette())
    qapp.setPalette(make_palette(dark=dark))
    try:
        window = QWidget()
        window.setStyleSheet(make_own_rules(colours))
        for kind in (QLineEdit, QCheckBox, ChoiceBox):
            field = kind(window)
            field.resize(120, 28)
            image = _grab(field)
            edges = {image.pixelColor(x, image.height() // 2).name() for x in range(3)}
            assert any(contrast(QColor(e), QColor(colours["surface"])) >= 3 for e in edges), kind
    finally:
        qapp.setPalette(usual)


@THEMES
def test_hints_in_empty_fields_are_read(whole: Whole, dark: bool) -> None:
    colours = find_colours(dark=dark)
    window = QWidget()
    window.setStyleSheet(make_own_rules(colours))
    for kind in (QLineEdit, QPlainTextEdit, ChoiceBox):
        field = kind(window)
        field.ensurePolished()
        hint = field.palette().placeholderText().color()
        assert hint.name() == colours["faint"].lower(), kind
        assert hint.alpha() == 255


def test_pictures_in_the_rules_are_found(whole: Whole) -> None:
    box = QCheckBox(whole.window)
    box.setChecked(True)
    box.resize(40, 28)
    colours = find_colours(dark=False)
    image = _grab(box)
    seen = {image.pixelColor(x, y).name() for x in range(14) for y in range(28)}
    assert colours["ticked"].lower() in seen
    assert any(contrast(QColor(each), QColor(colours["ticked"])) > 5 for each in seen)
