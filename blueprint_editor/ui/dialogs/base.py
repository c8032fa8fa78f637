"""How an area version differs from its base, and what can be done about that."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from blueprint_editor.commands.area import MarkLocalPractice, compare_with_base
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.texts import _
from blueprint_editor.model.base_link import find_base
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.task import Task
from blueprint_editor.ui.base_desk import BaseDesk, name_base, tell_base
from blueprint_editor.ui.dialogs.difference_list import DifferenceList
from blueprint_editor.ui.dialogs.messages import show_error
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, make_label, resize_within_screen
from blueprint_editor.ui.differences import count_differences

_SIZE_PX = (820, 560)


class BaseDialog(ThemedDialog):
    """Follows the document."""

    def __init__(self, session: DocumentSession, desk: BaseDesk, parent: QWidget) -> None:
        super().__init__(_("The Base of This Document"), parent)
        self._session = session
        self._desk = desk
        self.explanation = make_label("", "quiet")
        self.differences = DifferenceList(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        for name, text, act in (
            ("mark", _("&Mark Local Practice"), self._mark),
            ("poster", _("&Poster of Differences"), self._view),
            ("update", _("&Update From a Newer Base…"), lambda: desk.ask_for_base(self)),
        ):
            row.addWidget(self._make_button(name, text, act))
        row.addStretch(1)
        close = QDialogButtonBox(self)
        close.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.explanation)
        column.addWidget(self.differences, 1)
        column.addLayout(row)
        column.addWidget(close)
        session.changed.connect(self._fill)
        self._fill()
        resize_within_screen(self, *_SIZE_PX)
        self.differences.setFocus()

    def _make_button(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        self.buttons[name] = button
        return button

    def _fill(self) -> None:
        document = self._session.document
        link, base = document.base, find_base(document)
        for button in self.buttons.values():
            button.setEnabled(base is not None)
        if link is None or base is None:
            self.differences.clear()
            told = _("The named version that kept the base is not there any more.")
            self.explanation.setText(told if link is not None else _("There is no base."))
            return
        found = compare_with_base(document)
        self.differences.show_comparison(found)
        made = _("Made from {base} (file {file}).").format(
            base=tell_base(base), file=link.file_name or _("none")
        )
        self.explanation.setText(f"{made} {count_differences(found)}.")

    def _mark(self) -> None:
        self._session.execute(MarkLocalPractice())

    def _view(self) -> None:
        document, draw = self._session.document, self._desk.versions.changes.draw
        base = find_base(document)
        if base is None:
            return
        name = name_base(base)
        task = Task(self)
        task.succeeded.connect(self._show)
        task.failed.connect(lambda error: show_error(self, _("This cannot be shown."), error))
        task.start(lambda: draw(base, document, name))

    def _show(self, drawing: Drawing) -> None:
        from blueprint_editor.ui.dialogs.poster_view import PosterViewDialog  # noqa: PLC0415

        library = self._desk.versions.tools.library
        PosterViewDialog(_("Poster of differences"), drawing, library, self).open()
