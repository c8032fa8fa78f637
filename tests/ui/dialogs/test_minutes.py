"""The dialog of minutes: it turns to the right versions, and writes one step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from blueprint_editor.commands.registers import AddRecord
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.records import Workshop
from blueprint_editor.ui.dialogs.minutes import MinutesDialog
from blueprint_editor.ui.main_window import MainWindow
from tests.ui.conftest import Find


def test_minutes_are_written_into_their_workshop_as_one_step(
    window: MainWindow, find_window: Find
) -> None:
    session = window.canvas.session
    made = Workshop(id="w1", name="Paja", number=1, minutes="Vanhaa")
    session.execute(AddRecord("workshops", made))
    session.execute(KeepVersion("z1", "Paja 1", "2026-02-09T16:00:00+02:00"))
    window.actions_by_name["gather_minutes"].trigger()
    dialog = find_window(MinutesDialog)
    assert isinstance(dialog, MinutesDialog)
    assert (dialog.after.currentText(), dialog.before.currentData()) == ("Paja 1", "")
    assert "Mitä tuotettiin:" in dialog.text.toPlainText()
    dialog.text.setPlainText("Uutta")
    QTest.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    assert session.document.workshops[0].minutes == "Uutta\n\nVanhaa"
    assert session.selection.current == "w1"
    session.undo()
    assert session.document.workshops[0].minutes == "Vanhaa"
