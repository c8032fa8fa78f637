"""The system's own dialog for printers, for pages whose size is settled already."""

from collections.abc import Callable

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from blueprint_editor.language.texts import _


def ask_for_printer(
    window: QWidget, title: str, on_chosen: Callable[[QPrinter], object]
) -> QPrintDialog:
    """Let the person choose a printer, how many copies, and of which pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Blueprint Editor")
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(_("Print at Actual Size"))
    dialog.accepted.connect(lambda: on_chosen(printer))
    dialog.finished.connect(dialog.deleteLater)
    # PySide6 knows only the older overload of this class.
    QDialog.open(dialog)
    return dialog
