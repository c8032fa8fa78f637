"""Pictures from the menu: asks for a file, cleans it off the GUI thread, asks what it shows."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from blueprint_editor.commands.fields import read_field
from blueprint_editor.language.texts import _
from blueprint_editor.model.records import Asset, Logo, Picture
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import selected_cards
from blueprint_editor.session.task import Task
from blueprint_editor.storage.faults import make_access_error
from blueprint_editor.storage.long_paths import for_system

_LOGOS: Final = "project.logos"


def _read_image(path: Path) -> Asset:
    from blueprint_editor.model.images.assets import import_image  # noqa: PLC0415 - seldom needed

    try:
        data = for_system(path).read_bytes()
    except OSError as error:
        raise make_access_error(path, error) from error
    return import_image(data, path.name)


class PictureDesk(QObject):
    """Puts pictures into the document."""

    def __init__(self, session: DocumentSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask_for_picture(self) -> None:
        """Let the person choose an image for the selected card."""
        cards = selected_cards(self._session)
        if len(cards) == 1:
            self.choose(cards[0], "image")

    def choose(self, record: str, path: str) -> None:
        """Let the person choose an image for a field that holds a picture, or a list of logos."""
        dialog = QFileDialog(self._window, _("Choose a Picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        images = _("Images")
        dialog.setNameFilters([f"{images} (*.png *.jpg *.jpeg *.svg)"])
        if self._session.path is not None:
            dialog.setDirectory(str(self._session.path.parent))
        dialog.fileSelected.connect(lambda name: self.read(record, path, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, record: str, path: str, file: Path) -> None:
        """Clean the image file, then ask for its alternative text."""
        task = Task(self)
        task.succeeded.connect(lambda asset: self._ask_what_it_shows(record, path, asset))
        task.failed.connect(lambda error: self._tell_failure(file, error))
        task.start(lambda: _read_image(file))

    def _ask_what_it_shows(self, record: str, path: str, asset: Asset) -> None:
        is_logo = path == _LOGOS
        question = (
            _("Whose logo is it? A screen reader says this.")
            if is_logo
            else _("What does the picture show? Leave empty if it is only decoration.")
        )
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(_("Logo") if is_logo else _("Picture"))
        dialog.setLabelText(question)
        dialog.textValueSelected.connect(lambda alt: self._put(record, path, asset, alt.strip()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put(self, record: str, path: str, asset: Asset, alt: str) -> None:
        from blueprint_editor.commands.pictures import SetPicture  # noqa: PLC0415 - seldom

        value: Any = Picture(asset=asset.id, alt=alt)
        if path == _LOGOS:
            logos = read_field(self._session.document, record, path)
            value = (*logos, Logo(asset=asset.id, alt=alt or asset.file_name))
        self._session.execute(SetPicture(record, path, value, asset))

    def _tell_failure(self, file: Path, error: Exception) -> None:
        from blueprint_editor.ui.dialogs.messages import show_error  # noqa: PLC0415 - late, as all

        what = _("“{name}” could not be used as a picture.").format(name=file.name)
        show_error(self._window, what, error, is_reading=True)
