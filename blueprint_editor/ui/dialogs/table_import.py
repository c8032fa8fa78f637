"""What a table would change in the blueprint: new, changed, and what of it cannot be read."""

from PySide6.QtWidgets import QWidget

from blueprint_editor.commands.table_rows import RowChange, find_row_changes
from blueprint_editor.commands.table_taking import TakeTable
from blueprint_editor.language.table_words import find_table_words
from blueprint_editor.language.texts import _, current_language, ngettext
from blueprint_editor.model.table_rows import COLUMNS, TableRows
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.storage.document_table import FoundRows, tell_value
from blueprint_editor.ui.dialogs.tick_dialog import TickDialog, TickRow, make_choice
from blueprint_editor.ui.table_sentences import list_remarks, tell_fault


class TableImportDialog(TickDialog):
    """What is ticked enters as one step that can be undone."""

    def __init__(
        self, name: str, found: FoundRows, session: DocumentSession, parent: QWidget
    ) -> None:
        super().__init__(_("Take In a Table"), _("Take In"), parent)
        self._session = session
        self._found = found
        self.changes = changes = find_row_changes(session.document, found.table)
        self.explanation.setText(" ".join(self._explain(name)))
        self.take_button.setEnabled(bool(changes))
        self.show_rows(
            _("What would change in the blueprint"),
            (_("Take In"), _("In the blueprint"), _("In the table"), _("Row")),
            tuple(map(self._make_row, changes)),
            (
                make_choice("all", _("&All"), len(changes), lambda _number: True),
                make_choice(
                    "new", _("Only What Is &New"), len(changes), lambda n: not changes[n].record
                ),
                make_choice("none", _("&None"), len(changes), lambda _number: False),
            ),
        )
        self.show_faults(tuple(map(tell_fault, found.faults)))

    def _explain(self, name: str) -> list[str]:
        changes, rows = self.changes, self._found.table.rows
        new = sum(change.record is None for change in changes)
        changed, same = len(changes) - new, len(rows) - len(changes)
        counts = (
            ngettext("{count} new", "{count} new", new).format(count=new),
            ngettext("{count} changed", "{count} changed", changed).format(count=changed),
            ngettext("{count} the same", "{count} the same", same).format(count=same),
        )
        found = self._found
        remarks = list_remarks(found.faults, is_old_encoding=found.is_old_encoding)
        return [f"{name}: {', '.join(counts)}.", *remarks]

    def _make_row(self, change: RowChange) -> TickRow:
        row, kind = change.row, self._found.table.kind
        name = row.values["name" if kind == "actors" else "text"]
        if change.record is None:
            words = (_("New: {name}").format(name=name), "", self._tell_place(change))
        else:
            headings = find_table_words(current_language())
            columns = [column for column in COLUMNS[kind] if column in change.columns]
            words = (
                f"{name}: {', '.join(headings[column] for column in columns)}",
                " / ".join(self._tell(column, change.here[column]) or "–" for column in columns),
                " / ".join(self._tell(column, row.values[column]) or "–" for column in columns),
            )
        return TickRow((*words, str(row.line)), is_ticked=True)

    def _tell_place(self, change: RowChange) -> str:
        """Return where a new card goes, or that it is a note that waits."""
        if change.collection == "actors":
            return self._tell("organisation", change.row.values.get("organisation"))
        if change.collection == "notes":
            return " · ".join(filter(None, (_("Notes"), change.row.values.get("group"))))
        told = (change.row.values.get(column) for column in ("phase", "step", "lane"))
        return " · ".join(filter(None, told))

    def _tell(self, column: str, value: object) -> str:
        return tell_value(column, value, current_language())

    def _take(self) -> None:
        rows = tuple(self.changes[number].row for number in self.list_ticked())
        table = TableRows(self._found.table.kind, rows)
        if not rows or self._session.execute(TakeTable(table)):
            self._session.end_step()
            self.accept()
