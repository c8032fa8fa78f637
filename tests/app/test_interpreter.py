"""Qt's own dialogs speak the person's language, also where Qt's translation has gaps."""

import sys
from collections.abc import Iterator

import pytest
from defusedxml import ElementTree
from PySide6.QtCore import QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from blueprint_editor.app.interpreter import Interpreter
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.ui.actions.keys import name_keys, normalise_keys

LOCALE = ResourceDir.find().resources / "locale"
ENGLISH = {"look", "files", "type", "folder", "sided", "side", "off", "page", "set", "print"}


@pytest.fixture
def interpreter(qapp: QApplication) -> Iterator[Interpreter]:
    made = Interpreter(qapp, LOCALE, qapp)
    yield made
    made.speak("en")
    made.deleteLater()


def _texts(dialog: QDialog) -> set[str]:
    boxes = dialog.findChildren(QComboBox)
    found = {box.itemText(row) for box in boxes for row in range(box.count())}
    for kind in (QLabel, QRadioButton):
        found |= {widget.text() for widget in dialog.findChildren(kind)}
    return {text.replace("&", "").lower() for text in found}


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_dialogs_for_files_and_printers(
    qtbot: QtBot, interpreter: Interpreter, language: str
) -> None:
    interpreter.speak(language)
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    for dialog in (files, QPrintDialog(printer)):
        qtbot.addWidget(dialog)
        words = {word.strip(":…") for text in _texts(dialog) for word in text.split()}
        assert not words & ENGLISH


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_gaps_are_compiled_as_they_are_written(
    interpreter: Interpreter, qapp: QApplication, language: str
) -> None:
    """Compile with: pyside6-lrelease qt_gaps.ts."""
    interpreter.speak(language)
    written = ElementTree.parse(LOCALE / language / "qt_gaps.ts")
    messages = [(c.findtext("name"), m) for c in written.iter("context") for m in c.iter("message")]
    assert messages
    for context, message in messages:
        told = qapp.translate(context, message.findtext("source"), message.findtext("comment"))
        assert told == message.findtext("translation")


def test_no_translator_waits_for_python(interpreter: Interpreter) -> None:
    # A worker that loaded a plug-in of Qt asked for the text of a warning, and the window stood.
    interpreter.speak("fi")
    found = interpreter.findChildren(QTranslator)
    assert len(found) == 2
    assert {type(translator) for translator in found} == {QTranslator}


def test_what_qt_translates_itself_stays(interpreter: Interpreter, qapp: QApplication) -> None:
    interpreter.speak("fi")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Peru"
    assert qapp.translate("QFileDialog", "no text of Qt") == "no text of Qt"


@pytest.mark.skipif(sys.platform == "darwin", reason="has a sign for this key")
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_key_that_ends_a_line_is_called_as_in_the_guide(
    interpreter: Interpreter, language: str
) -> None:
    interpreter.speak(language)
    assert name_keys("Ctrl+Return") == "Ctrl+Enter"
    assert normalise_keys("Ctrl+Return") == "Ctrl+Return"
