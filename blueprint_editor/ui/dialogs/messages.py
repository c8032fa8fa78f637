"""Message boxes: an error with what to do, the question about unsaved changes, about."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.ui.sentences import tell_details, tell_error

_BREAKING_PX, _WIDEST_PX = 420, 900


def show_error(
    parent: QWidget, what: str, error: Exception, *, is_reading: bool = False
) -> QMessageBox:
    """Say what could not be done, why, and what helps; details can be unfolded and copied."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Blueprint Editor"))
    box.setText(what)
    box.setInformativeText(tell_error(error, is_reading=is_reading))
    box.setDetailedText(tell_details(error))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _open(box)
    return box


def show_open_error(parent: QWidget, path: Path, error: Exception) -> QMessageBox:
    """Say that a file cannot be opened, and why."""
    what = _("“{name}” could not be opened.").format(name=path.name)
    return show_error(parent, what, error, is_reading=True)


def ask_about_changes(
    parent: QWidget,
    name: str,
    on_save: Callable[[], None],
    on_discard: Callable[[], None],
    on_cancel: Callable[[], None],
) -> QMessageBox:
    """Ask whether changes shall be saved before they would be lost; Esc means cancel."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("Blueprint Editor"))
    box.setText(_("Save the changes to “{name}”?").format(name=name))
    box.setInformativeText(_("If you do not save them, they are lost."))
    save = box.addButton(_("Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(_("Do Not Save"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def do_what_was_chosen(button: QAbstractButton) -> None:
        if button is save:
            on_save()
        elif button is discard:
            on_discard()
        else:
            on_cancel()

    box.buttonClicked.connect(do_what_was_chosen)
    _open(box)
    return box


def ask_to_delete(
    parent: QWidget, what: str, consequence: str, on_delete: Callable[[], object]
) -> QMessageBox:
    """Ask before something goes for good; Esc and Enter mean no."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("Blueprint Editor"))
    box.setText(what)
    box.setInformativeText(consequence)
    delete = box.addButton(_("Delete"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    delete.clicked.connect(lambda _checked=False: on_delete())
    _open(box)
    return box


def show_about(
    parent: QWidget, version: str, on_licences: Callable[[], object] | None
) -> QMessageBox:
    """Say what the program is and under which terms it comes.

    Args:
        parent: the window that asks.
        version: of the program.
        on_licences: shows the licences of all that comes with it; None if nothing does.
    """
    box = QMessageBox(parent)
    box.setWindowTitle(_("About Blueprint Editor"))
    box.setText(_("Blueprint Editor {version}").format(version=version))
    box.setInformativeText(
        _(
            "Draft service blueprints in swimlanes, offline, and print them as wall posters.\n\n"
            "Free software under the MIT licence. Fonts: Noto Sans, under the Open Font License. "
            "Made with Qt for Python, under the LGPL."
        )
    )
    if on_licences is not None:
        licences = box.addButton(_("Licences…"), QMessageBox.ButtonRole.ActionRole)
        licences.clicked.connect(lambda _checked=False: on_licences())
        close = box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _open(box)
    return box


def _open(box: QMessageBox) -> None:
    """Show a box that is as wide as the longest word in it, such as the name of a file."""
    for label in box.findChildren(QLabel):
        measure = label.fontMetrics().horizontalAdvance
        lines, words = label.text().splitlines(), label.text().split()
        # Qt 6.11 breaks wider lines, and would cut a word that is wider still.
        whole, word = max(map(measure, lines), default=0), max(map(measure, words), default=0)
        label.setMinimumWidth(min(whole, max(word, _BREAKING_PX), _WIDEST_PX) + 1)
    box.open()
