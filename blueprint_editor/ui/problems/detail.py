"""What is known of one problem: what it is, what to do about it, and what can be done at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from blueprint_editor.checks.finding import SEVERITY_NAMES, Finding
from blueprint_editor.language.messages import tell
from blueprint_editor.language.texts import _
from blueprint_editor.ui.fields.roomy import Pair
from blueprint_editor.ui.problems.model import write_sentence


class ProblemDetail(QWidget):
    """Stands beside the list; its buttons come after the list in the order of Tab.

    Where the texts need more room than there is they scroll; the buttons are always seen.

    Signals:
        fix_asked: the fix of the problem shown is to be made.
        off_asked: nothing like the problem shown is to be looked for any more.
        fine_asked: the problem shown is none, or an accepted one is one again.
    """

    fix_asked = Signal()
    off_asked = Signal()
    fine_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = self._make_text("title")
        self._what = self._make_text()
        self._advice = self._make_text("quiet")
        self.fix = QPushButton()
        self.fine = QPushButton()
        self.off = QPushButton(_("Do Not Look for This"))
        self.off.setToolTip(
            _("Switches this check off in this document; under Checks… it comes back")
        )
        for button in (self.fix, self.fine, self.off):
            button.setAutoDefault(False)
        self.fix.clicked.connect(self.fix_asked)
        self.fine.clicked.connect(self.fine_asked)
        self.off.clicked.connect(self.off_asked)
        texts = QWidget()
        texts.setObjectName("detail")
        column = QVBoxLayout(texts)
        column.setContentsMargins(14, 4, 10, 4)
        column.setSpacing(6)
        for widget in (self._title, self._what, self._advice):
            column.addWidget(widget)
        column.addStretch(1)
        self._area.setWidget(texts)
        self._buttons = Pair(8, 6, is_even=False)
        for button in (self.fix, self.fine, self.off):
            self._buttons.add(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 4, 10, 4)
        foot.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addLayout(foot)
        self.show_finding(None)

    def _make_text(self, look: str = "") -> QLabel:
        label = QLabel()
        label.setObjectName(look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def show_finding(self, finding: Finding | None) -> None:
        """Show what is known of a finding; None shows nothing."""
        self._area.setVisible(finding is not None)
        self._buttons.setVisible(finding is not None)
        if finding is None:
            return
        severity = _(SEVERITY_NAMES[finding.severity])
        self._title.setText(f"{severity}: {_(finding.rule.title)}")
        self._what.setText(f"{tell(finding.place)}\n{write_sentence(finding)}")
        self._advice.setText(_(finding.rule.advice))
        self.fix.setVisible(finding.fix is not None and not finding.is_accepted)
        self.fine.setVisible(finding.severity != "error")
        self.fine.setText(name_acceptance(finding))
        self.off.setVisible(not finding.is_accepted)
        if finding.fix is not None:
            # A lone & in somebody's name is no mnemonic.
            self.fix.setText(tell(finding.fix.label).replace("&", "&&"))
        self._area.verticalScrollBar().setValue(0)


def name_acceptance(finding: Finding) -> str:
    """Return what accepting a finding is called, or taking that back."""
    return _("Look at This Again") if finding.is_accepted else _("This Is Fine")
