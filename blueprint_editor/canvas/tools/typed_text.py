"""One text that is being typed into where it stands: shown at once, made real at the end."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from blueprint_editor.canvas.tools.editor_fonts import EditorFonts
from blueprint_editor.canvas.tools.text_place import TextPlace
from blueprint_editor.canvas.view import ZoomView
from blueprint_editor.commands.command import Command
from blueprint_editor.commands.selection import Selection
from blueprint_editor.session.document_session import DocumentSession

if TYPE_CHECKING:
    from blueprint_editor.canvas.tools.edit_text import TextEditor

MakeCommand: TypeAlias = Callable[[str], Command]


class Edited(Protocol):
    """What is being typed into: what makes it of its text, and what was selected before."""

    @property
    def make_command(self) -> MakeCommand: ...

    @property
    def before(self) -> Selection: ...


EditedT = TypeVar("EditedT", bound=Edited)


class Typing(QObject, Generic[EditedT]):
    """Follows the letters and ends; where the text stands and what it makes is decided below it.

    Signals:
        ended: the editor is gone; carries where to go next: ``stay``, ``below`` (Enter),
            ``right`` or ``left`` (Tab).
    """

    ended = Signal(str)

    def __init__(self, session: DocumentSession, view: ZoomView, fonts: EditorFonts) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._fonts = fonts
        self._edited: EditedT | None = None
        self._command: Command | None = None
        view.zoomed.connect(self.place)
        view.scrolled.connect(self.place)

    @property
    def is_active(self) -> bool:
        return self._edited is not None

    @cached_property
    def editor(self) -> "TextEditor":
        """The box that takes the letters, made for the first of them."""
        # Late: the first paint needs none of Qt's rich text.
        from blueprint_editor.canvas.tools.edit_text import TextEditor  # noqa: PLC0415

        made = TextEditor(self._view.viewport(), self._fonts)
        made.hide()
        made.typed.connect(self._take_text)
        made.finished.connect(self.commit)
        made.cancelled.connect(self.cancel)
        return made

    def place(self) -> None:
        """Keep the editor where the text stands."""
        raise NotImplementedError  # Qt's metaclass leaves no room for abc's

    def _open(self, edited: EditedT, text: str, name: str, area: QRectF | None) -> None:
        """Show the editor with a text, by a name for readers; ``area`` (mm) comes into view."""
        self._edited = edited
        self._command = None
        self.editor.setAccessibleName(name)
        self.editor.start(text)
        if area is not None:
            self._view.reveal(area)
        self.place()
        self.editor.show()
        self.editor.setFocus()

    def _put(self, where: TextPlace) -> None:
        """Let the editor stand where the text does."""
        start = self._view.viewportTransform().map(QPointF(where.area.left(), where.baseline))
        self.editor.place(where, self._view.scale_px, start)

    def commit(self, next_place: str = "stay") -> None:
        """Make real what was typed."""
        raise NotImplementedError  # what a text becomes is what tells poster and map apart

    def cancel(self) -> None:
        """Leave the text as it was."""
        edited, _command = self._end()
        if edited is not None:
            self._take_back(edited)
            self.ended.emit("stay")

    def _take_back(self, edited: EditedT) -> None:
        self._session.drop_preview()
        self._session.select(*edited.before)

    def _take_text(self, text: str) -> None:
        if self._edited is not None:
            self._command = self._edited.make_command(text)
            self._session.preview(self._command)

    def _end(self) -> tuple[EditedT | None, Command | None]:
        ended = self._edited, self._command
        if self._edited is not None:
            self._edited = self._command = None
            self.editor.hide()
        return ended
