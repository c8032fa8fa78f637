"""Which checks a document goes through: a list of them all with a tick, and what each is for."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.checks.finding import SEVERITIES
from blueprint_editor.checks.rules import RULES
from blueprint_editor.language.texts import _
from blueprint_editor.session.checking import DocumentChecks
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen
from blueprint_editor.ui.problems.edits import make_switch
from blueprint_editor.ui.problems.model import GROUP_NAMES

_RULE: Final = Qt.ItemDataRole.UserRole
_SIZE_PX: Final = (620, 560)


class CheckChoice(ThemedDialog):
    """Each tick is an edit of the document at once, and can be undone as one."""

    def __init__(self, session: DocumentSession, checks: DocumentChecks, parent: QWidget) -> None:
        super().__init__(_("Checks of This Document"), parent)
        self._session = session
        self._checks = checks
        self._is_showing = False
        self.list = QTreeWidget()
        self.list.setAccessibleName(_("Checks"))
        self.list.setHeaderHidden(True)
        self.list.setIndentation(14)
        self.list.setUniformRowHeights(True)
        self._advice = make_label("", "quiet")
        self._advice.setMinimumHeight(self._advice.fontMetrics().lineSpacing() * 3)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._items = {item.data(0, _RULE): item for item in self._fill()}
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(
            make_label(
                _("What is not ticked is not looked for. The choice is kept in the document."),
                "quiet",
            )
        )
        layout.addWidget(self.list, 1)
        layout.addWidget(self._advice)
        layout.addWidget(buttons)
        resize_within_screen(self, *_SIZE_PX)
        self._show()
        self.list.setCurrentItem(self._items[RULES[0].id])
        self.list.itemChanged.connect(self._take)
        self.list.currentItemChanged.connect(self._show_advice)
        session.changed.connect(self._show)
        self._show_advice()
        self.list.setFocus()

    def _fill(self) -> list[QTreeWidgetItem]:
        made = []
        for severity in SEVERITIES:
            group = QTreeWidgetItem([_(GROUP_NAMES[severity])])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.list.font()
            font.setBold(True)
            group.setFont(0, font)
            self.list.addTopLevelItem(group)
            for rule in RULES:
                if rule.severity == severity:
                    item = QTreeWidgetItem([_(rule.title)])
                    item.setData(0, _RULE, rule.id)
                    item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, _(rule.advice))
                    group.addChild(item)
                    made.append(item)
        self.list.expandAll()
        return made

    def _show(self) -> None:
        off = self._session.document.checks_off
        self._is_showing = True
        for rule, item in self._items.items():
            ticked = Qt.CheckState.Unchecked if rule in off else Qt.CheckState.Checked
            item.setCheckState(0, ticked)
        self._is_showing = False

    def _show_advice(self) -> None:
        item = self.list.currentItem()
        rule = item.data(0, _RULE) if item is not None else None
        advice = next((_(each.advice) for each in RULES if each.id == rule), "")
        self._advice.setText(advice)

    def _take(self, item: QTreeWidgetItem) -> None:
        if not self._is_showing:
            is_on = item.checkState(0) == Qt.CheckState.Checked
            self._session.end_step()
            document = self._session.document
            self._session.execute(make_switch(document, item.data(0, _RULE), is_on=is_on))
            self._session.end_step()
            self._checks.look_soon()
