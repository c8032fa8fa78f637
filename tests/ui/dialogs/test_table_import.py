"""A table shows what it would change, and enters as one step."""

from PySide6.QtCore import Qt

from blueprint_editor.storage.document_table import read_table
from blueprint_editor.ui.dialogs.table_import import TableImportDialog
from blueprint_editor.ui.main_window import MainWindow


def test_what_is_ticked_enters_as_one_step(window: MainWindow) -> None:
    session = window.canvas.session
    card = session.document.cards[0]
    text = f"id;Teksti;Äänet\n{card.id};Toisin;\n;Lappu;2\n;Toinen;\n;Kolmas;x\n"
    dialog = TableImportDialog("t.csv", read_table(text.encode()), session, window)
    assert dialog.table.rowCount() == 3
    assert dialog.faults is not None
    dialog.table.item(2, 0).setCheckState(Qt.CheckState.Unchecked)
    dialog.take_button.click()
    assert session.facts.cards[card.id].text == "Toisin"
    assert [note.text for note in session.document.notes][-1] == "Lappu"
    session.undo()
    assert session.facts.cards[card.id].text == card.text
    assert dialog.result() == TableImportDialog.DialogCode.Accepted
