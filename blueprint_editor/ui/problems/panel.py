"""The dock of problems: the list, where each leads, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.closeness import show_closely
from blueprint_editor.checks.finding import Finding
from blueprint_editor.checks.rules import RULES
from blueprint_editor.language.messages import tell
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.session.checking import DocumentChecks
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.inspector.panel import InspectorPanel
from blueprint_editor.ui.problems.detail import ProblemDetail, name_acceptance
from blueprint_editor.ui.problems.edits import make_acceptance, make_fix, make_switch
from blueprint_editor.ui.problems.model import SIGN_PX, ProblemModel
from blueprint_editor.ui.tab_order import follow_layout

_RULE_IDS = tuple(rule.id for rule in RULES)
_WIDE_PX = 560
"""From this width on the details stand beside the list, else below it."""
_LIST_SHARE = 0.62
"""Of the panel, until somebody moves the edge."""
_PLACE_SHARE = 0.42
"""Of the list: how wide it is told where; what is found has the rest."""


_ON_POSTER = frozenset({"", "text", "name"})
"""Fields that are typed on the poster itself."""
_DOCKS = {"notes": "notes", "comments": "comments"}
"""Field of the document → the dock in which it is edited; others are in the inspector."""


class _Tree(QTreeView):
    """Leaves letters to the window, so that none starts Qt's own search by first letters."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(0, round(self.viewport().width() * _PLACE_SHARE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ProblemsPanel(QWidget):
    """Shows what the checks have found; follows them while it is seen."""

    def __init__(
        self,
        session: DocumentSession,
        canvas: PosterCanvas,
        checks: DocumentChecks,
        open_dock: Callable[[str], QWidget],
    ) -> None:
        super().__init__()
        self._session = session
        self._canvas = canvas
        self._checks = checks
        self._open_dock = open_dock
        self._is_showing = False
        self._is_stale = True
        self._is_wide: bool | None = None
        self.setObjectName("problems")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sum = QLabel()
        self.sum.setObjectName("quiet")
        self.empty = QLabel()
        self.empty.setObjectName("quiet")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.statistics = self._make_button(_("Statistics…"))
        self.choose = self._make_button(_("Checks…"))
        self.tree = _Tree()
        self.detail = ProblemDetail()
        self._model = ProblemModel(self)
        self._parts = QSplitter()
        self._dress_tree()
        self._lay_out()
        self._connect()
        self._renew()

    def _make_button(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("more")
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _dress_tree(self) -> None:
        tree = self.tree
        tree.setModel(self._model)
        tree.setAccessibleName(_("Problems"))
        tree.setHeaderHidden(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setUniformRowHeights(True)
        tree.setIndentation(18)
        tree.setIconSize(QSize(SIGN_PX, SIGN_PX))
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setExpandsOnDoubleClick(False)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.sum, 1)
        head.addWidget(self.statistics)
        head.addWidget(self.choose)
        self._parts.addWidget(self.tree)
        self._parts.addWidget(self.detail)
        self._parts.setChildrenCollapsible(False)
        self._parts.setStretchFactor(0, 3)
        self._parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self._parts, 1)
        self.setFocusProxy(self.tree)
        follow_layout(self)

    def _connect(self) -> None:
        self._checks.looked.connect(self._mark_stale)
        self.tree.selectionModel().currentChanged.connect(self._show_current)
        self.tree.clicked.connect(self._lead)
        self.tree.activated.connect(self._enter)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.detail.fix_asked.connect(self._fix)
        self.detail.off_asked.connect(self._switch_off)
        self.detail.fine_asked.connect(self._accept)
        self.statistics.clicked.connect(self._show_statistics)
        self.choose.clicked.connect(self._choose_checks)

    # --- what is shown

    def _mark_stale(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._renew()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._is_stale:
            self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE_PX
        if wide != self._is_wide:
            self._is_wide = wide
            across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
            self._parts.setOrientation(across if wide else down)
            room = self.width() if wide else self.height()
            self._parts.setSizes([round(room * share) for share in (_LIST_SHARE, 1 - _LIST_SHARE)])

    def _renew(self) -> None:
        """Show the findings as they are now, and stay on the same one, or on the next."""
        self._is_stale = False
        findings = (*self._checks.findings, *self._checks.accepted)
        before, row = self.current, self.tree.currentIndex().row()
        group = self.tree.currentIndex().parent().row()
        self._is_showing = True
        self._model.show_findings(findings, _RULE_IDS)
        self.tree.expandAll()
        for number in range(self._model.rowCount()):
            self.tree.setFirstColumnSpanned(number, QModelIndex(), True)
        if before is not None:
            self._stay(before, group, row)
        self._is_showing = False
        self._parts.setVisible(bool(findings))
        self.empty.setVisible(not findings)
        self.empty.setText(self._tell_empty())
        self.sum.setText(self._sum_up())
        self.detail.show_finding(self.current)

    def _stay(self, before: Finding, group: int, row: int) -> None:
        same = self._model.find(before)
        if not same.isValid():
            parent = self._model.index(min(group, self._model.rowCount() - 1), 0)
            same = self._model.index(min(row, self._model.rowCount(parent) - 1), 0, parent)
        self.tree.setCurrentIndex(same)

    def _tell_empty(self) -> str:
        if not self._checks.has_looked:
            return _("Looking for problems…")
        return _(
            "No problems found. While you work, the blueprint is looked through for what a path "
            "lacks, such as an answer to the customer, a solution or its owner, for what is hard "
            "to read, for links that mislead and for traces of people."
        )

    def _sum_up(self) -> str:
        off = len(set(self._session.document.checks_off).intersection(_RULE_IDS))
        count = len(self._checks.findings)
        parts = [ngettext("{count} problem", "{count} problems", count).format(count=count)]
        if accepted := len(self._checks.accepted):
            text = ngettext("{count} accepted", "{count} accepted", accepted)
            parts.append(text.format(count=accepted))
        if off:
            parts.append(ngettext("{count} check off", "{count} checks off", off).format(count=off))
        return " · ".join(parts) if self._checks.has_looked else ""

    @property
    def current(self) -> Finding | None:
        """The finding on whose line the keyboard stands."""
        return self._model.finding_at(self.tree.currentIndex())

    # --- where it leads

    def _show_current(self) -> None:
        self.detail.show_finding(self.current)
        if not self._is_showing:
            self._lead()

    def _lead(self) -> bool:
        """Select the record of the current problem and show it; tell whether the poster has it."""
        finding = self.current
        if finding is None:
            return False
        is_whole = finding.record == self._session.document.id
        self._session.select(() if is_whole else (finding.record,))
        return show_closely(self._canvas)

    def _enter(self) -> None:
        """Put the keyboard where the problem can be dealt with."""
        finding = self.current
        if finding is None:
            return
        is_on_poster = self._lead()
        dock = "translations" if finding.language else _DOCKS.get(finding.field, "inspector")
        if is_on_poster and finding.field in _ON_POSTER and not finding.language:
            self._canvas.setFocus()
            return
        panel = self._open_dock(dock)
        panel.setFocus()
        if isinstance(panel, InspectorPanel):
            panel.focus_field(finding.field)

    # --- what is done

    def _fix(self) -> None:
        finding = self.current
        if finding is not None and finding.fix is not None:
            self._session.end_step()
            if self._session.execute(make_fix(finding.fix)):
                announce(self, tell(finding.fix.label))
            self._settle()

    def _switch_off(self) -> None:
        finding = self.current
        if finding is not None:
            document = self._session.document
            self._session.end_step()
            self._session.execute(make_switch(document, finding.rule.id, is_on=False))
            text = _("No longer looked for: {what}").format(what=_(finding.rule.title))
            announce(self, text)
            self._settle()

    def _accept(self) -> None:
        """Let what is found be right as it is, or a problem again."""
        finding = self.current
        if finding is not None:
            is_fine = not finding.is_accepted
            self._session.end_step()
            document = self._session.document
            self._session.execute(make_acceptance(document, finding, is_fine=is_fine))
            text = _("Accepted: {what}") if is_fine else _("Looked at again: {what}")
            announce(self, text.format(what=_(finding.rule.title)))
            self._settle()

    def _settle(self) -> None:
        self._session.end_step()
        self._checks.look_soon()
        self.tree.setFocus()

    def _open_menu(self, at: QPoint) -> None:
        finding = self.current
        if finding is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Go There"), self._enter)
        if finding.fix is not None and not finding.is_accepted:
            menu.addAction(tell(finding.fix.label).replace("&", "&&"), self._fix)
        menu.addSeparator()
        if finding.severity != "error":
            menu.addAction(name_acceptance(finding), self._accept)
        if not finding.is_accepted:
            menu.addAction(_("Do Not Look for This"), self._switch_off)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _choose_checks(self) -> None:
        from blueprint_editor.ui.problems.choice import CheckChoice  # noqa: PLC0415 - when asked

        CheckChoice(self._session, self._checks, self).open()

    def _show_statistics(self) -> None:
        from blueprint_editor.ui.statistics.dialog import show_statistics  # noqa: PLC0415

        show_statistics(self._session, self)
