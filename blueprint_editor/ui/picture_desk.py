"""Pictures from the menu: asks for a file, cleans it off the GUI thread, asks what it shows."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from blueprint_editor.commands.pictures import SetCardPicture
from blueprint_editor.language.texts import _
from blueprint_editor.model.records import Asset
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import selected_cards
from blueprint_editor.session.task import Task
from blueprint_editor.storage.faults import make_access_error


def _read_image(path: Path) -> Asset:
    from blueprint_editor.model.images.assets import import_image  # noqa: PLC0415 - seldom needed

    try:
        data = path.read_bytes()
    except OSError as error:
        raise make_access_error(path, error) from error
    return import_image(data, path.name)


class PictureDesk(QObject):
    """Puts a picture on the selected card."""

    def __init__(self, session: DocumentSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask_for_picture(self) -> None:
        """Let the person choose an image for the selected card."""
        cards = selected_cards(self._session)
        if len(cards) != 1:
            return
        card = cards[0]
        dialog = QFileDialog(self._window, _("Picture on a Card"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        images = _("Images")
        dialog.setNameFilters([f"{images} (*.png *.jpg *.jpeg *.svg)"])
        if self._session.path is not None:
            dialog.setDirectory(str(self._session.path.parent))
        dialog.fileSelected.connect(lambda name: self.read(card, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, card: str, path: Path) -> None:
        """Clean the image file, then ask for its alternative text."""
        task = Task(self)
        task.succeeded.connect(lambda asset: self._ask_what_it_shows(card, asset))
        task.failed.connect(lambda error: self._tell_failure(path, error))
        task.start(lambda: _read_image(path))

    def _ask_what_it_shows(self, card: str, asset: Asset) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(_("Picture on a Card"))
        dialog.setLabelText(_("What does the picture show? Leave empty if it is only decoration."))
        dialog.textValueSelected.connect(
            lambda alt: self._session.execute(SetCardPicture(card, asset, alt.strip()))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_failure(self, path: Path, error: Exception) -> None:
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415 - late, as all

        what = _("“{name}” could not be used as a picture.").format(name=path.name)
        show_error(self._window, what, error, is_reading=True)
