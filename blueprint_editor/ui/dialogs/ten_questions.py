"""The dialog that scores the ten questions on a client-led path, as sheet W15 asks them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.commands.fields import SetField
from blueprint_editor.language.texts import _, current_language
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import PrincipleScore
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.sheets.workshop.questions import find_questions
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen
from blueprint_editor.ui.fields.numbers import DateField
from blueprint_editor.ui.fields.texts import LineField

_SHEET = "W15"
_QUESTIONS = 10
_SIZE_PX = (640, 680)


class _Answer(QWidget):
    """One question with its score, and what is to be done about it."""

    def __init__(self, number: int, question: str, document: Document) -> None:
        super().__init__()
        score = next((one for one in document.ratings if one.question == number), None)
        self._number = number
        self._values: dict[str, Any] = {}
        heading = make_label(f"{number}. {question}", "group")
        self.score = QComboBox()
        self.score.setAccessibleName(f"{_('Score, 0–3')}: {question}")
        for value, text in (
            (None, _("Not scored")),
            (0, _("0 – not at all")),
            (1, _("1 – a little")),
            (2, _("2 – fairly well")),
            (3, _("3 – well")),
        ):
            self.score.addItem(text, value)
        self.score.setCurrentIndex(max(0, self.score.findData(score.score if score else None)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 10)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self.score, 0, Qt.AlignmentFlag.AlignLeft)
        self.note = LineField(hint=_("What was noticed"))
        self.owner = LineField(hint=_("Who takes it forward"))
        self.review_on = DateField()
        for name, label, field in (
            ("note", _("What was noticed"), self.note),
            ("owner", _("Who takes it forward"), self.owner),
            ("review_on", _("Review date"), self.review_on),
        ):
            value = getattr(score, name) if score else None
            self._values[name] = value
            field.show_value(value, document)
            field.edited.connect(lambda told, name=name: self._values.update({name: told}))
            field.name_for_readers(f"{label}: {question}")
            if name == "review_on":
                column.addWidget(QLabel(label))
            column.addWidget(field)

    def read(self) -> PrincipleScore | None:
        """Return the score; None if there is none."""
        value = self.score.currentData()
        if value is None:
            return None
        return PrincipleScore(
            question=self._number,
            score=value,
            note=self._values["note"] or "",
            owner=self._values["owner"] or "",
            review_on=self._values["review_on"],
        )


class TenQuestionsDialog(ThemedDialog):
    """What it keeps is one step that can be undone."""

    def __init__(self, session: DocumentSession, parent: QWidget) -> None:
        super().__init__(_("Ten Questions on a Client-Led Path"), parent)
        self._session = session
        self.answers = tuple(_make_answers(session.document))
        content = QWidget()
        inner = QVBoxLayout(content)
        for answer in self.answers:
            inner.addWidget(answer)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = buttons.addButton(_("&Keep the Scores"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        hint = _(
            "Answer alone first, then agree on a score. Sheet W15 prints them, with those of the "
            "named version before beside them."
        )
        column = QVBoxLayout(self)
        column.addWidget(make_label(hint, "quiet"))
        column.addWidget(area, 1)
        column.addWidget(buttons)
        resize_within_screen(self, *_SIZE_PX)

    def _keep(self) -> None:
        scores = tuple(score for answer in self.answers if (score := answer.read()) is not None)
        document = self._session.document
        if scores == document.ratings or self._session.execute(
            SetField((document.id,), "ratings", scores)
        ):
            self.accept()


def _make_answers(document: Document) -> list[_Answer]:
    questions = find_questions(document, _SHEET, current_language())[:_QUESTIONS]
    return [_Answer(n, question, document) for n, question in enumerate(questions, 1)]


def show_ten_questions(session: DocumentSession, parent: QWidget) -> TenQuestionsDialog:
    """Open the dialog."""
    dialog = TenQuestionsDialog(session, parent)
    dialog.open()
    return dialog
