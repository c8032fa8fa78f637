"""About leads to the licences of what a bundle brings, where it brings them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from blueprint_editor.ui.dialogs.licences import LicencesDialog
from blueprint_editor.ui.program_dialogs import ProgramDialogs

TERMS = "Noto Sans\n<b>OFL</b> – ä"


@pytest.fixture
def asker(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _open_about(asker: QWidget, file: Path | None) -> list[QPushButton]:
    ProgramDialogs(None, Path(), file).show_about(asker)
    (box,) = asker.findChildren(QMessageBox)
    return [button for button in box.buttons() if isinstance(button, QPushButton)]


def test_licences_of_a_bundle_are_shown_as_they_are(asker: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "licences.txt"
    file.write_text(TERMS, "utf-8")
    licences = next(b for b in _open_about(asker, file) if b.text() == "Licences…")
    licences.click()
    QApplication.processEvents()
    (dialog,) = asker.findChildren(LicencesDialog)
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == TERMS
    assert dialog.text.isReadOnly()
    dialog.reject()


def test_elsewhere_no_button_leads_nowhere(asker: QWidget) -> None:
    assert [button.text() for button in _open_about(asker, None)] == ["OK"]
