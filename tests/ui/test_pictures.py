import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from blueprint_editor.app.application import Editor
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.pictures import SetPicture
from blueprint_editor.model.images.assets import import_image
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.model.records import Picture
from blueprint_editor.ui.fields.pictures import PictureField
from blueprint_editor.ui.inspector.panel import InspectorPanel
from blueprint_editor.ui.main_window import MainWindow
from tests.commands.documents import make_card, make_document


def png() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 20), "#2F6DB5").save(target, "PNG")
    return target.getvalue()


def test_a_picture_comes_with_its_asset_once() -> None:
    asset = import_image(png(), "kuva.png")
    document = make_document(make_card("a"), make_card("b"))
    plain, told = Picture(asset=asset.id), Picture(asset=asset.id, alt="Kartta")
    changed = SetPicture("b", "image", told, asset).apply(
        SetPicture("a", "image", plain, asset).apply(document)
    )
    assert [card.image.alt for card in changed.cards if card.image] == ["", "Kartta"]
    assert changed.assets == (asset,)
    assert not find_problems(changed)
    with pytest.raises(CommandRefusedError):
        SetPicture("zzz", "image", plain, asset).apply(document)


def window_of(editor: Editor) -> MainWindow:
    assert editor.window is not None
    return editor.window


def test_person_puts_a_picture_on_a_card_and_takes_it_back(
    editor: Editor, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_of(editor)
    session = window._session
    session.select(["a"])
    assert window.actions_by_name["picture"].isEnabled()
    path = tmp_path / "kärryt.png"
    path.write_bytes(png())
    window._desk.pictures.read("a", "image", path)
    qtbot.waitUntil(lambda: bool(window.findChildren(QInputDialog)), timeout=5000)
    (dialog,) = window.findChildren(QInputDialog)
    dialog.setTextValue("Siniset kärryt ")
    dialog.accept()
    card = session.document.cards[0]
    assert card.image is not None
    assert card.image.alt == "Siniset kärryt"
    assert session.document.assets[0].file_name == "kärryt.png"
    session.undo()
    assert session.document.cards[0].image is None
    assert session.document.assets == ()


@pytest.mark.parametrize("content", [b"no image", None])
def test_a_useless_file_is_told_and_changes_nothing(
    editor: Editor, tmp_path: Path, qtbot: QtBot, content: bytes | None
) -> None:
    window = window_of(editor)
    before = window._session.document
    path = tmp_path / "rikki.png"
    if content is not None:
        path.write_bytes(content)
    window._desk.pictures.read("a", "image", path)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=5000)
    (box,) = window.findChildren(QMessageBox)
    assert "rikki.png" in box.text()
    assert ("PNG" if content else "not there any more") in box.informativeText()
    box.close()
    assert window._session.document is before


def test_decoration_is_said_in_the_inspector_and_ends_where_the_picture_is_told(
    editor: Editor, qtbot: QtBot
) -> None:
    window = window_of(editor)
    session = window._session
    asset = import_image(png(), "kuva.png")
    session.execute(SetPicture("a", "image", Picture(asset=asset.id), asset))
    session.select(["a"])
    panel = window.docks.panel("inspector")
    assert isinstance(panel, InspectorPanel)
    panel.focus_field("image")
    (field,) = (each for each in panel.findChildren(PictureField) if each.isVisible())

    def image() -> Picture | None:
        return session.document.cards[0].image

    field._decoration.setFocus()
    QTest.keyClick(field._decoration, Qt.Key.Key_Space)
    assert image() == Picture(asset=asset.id, decorative=True)
    QApplication.processEvents()
    QTest.keyClicks(field._alt, "Kartta")
    assert image() == Picture(asset=asset.id, alt="Kartta")
    assert not field._decoration.isEnabled()
    session.undo()
    qtbot.waitUntil(field._decoration.isChecked)
