"""Offers unsaved work at a start: a bar that says what there is, and a dialog that shows it."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QWidget

from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.session.unsaved_work import UnsavedWork
from blueprint_editor.storage.recovery import ExaminedWork
from blueprint_editor.ui.dialogs.recovery import RecoveryDialog, name_work
from blueprint_editor.ui.differences import count_differences
from blueprint_editor.ui.notice_bar import NoticeStack, Offer
from blueprint_editor.ui.shell import Shell
from blueprint_editor.ui.times import tell_time


class RecoveryDesk(QObject):
    """Follows the unsaved work that was found, in one window."""

    def __init__(
        self, unsaved: UnsavedWork, shell: Shell, notices: NoticeStack, window: QWidget
    ) -> None:
        super().__init__(window)
        self._unsaved = unsaved
        self._shell = shell
        self._notices = notices
        self._window = window
        unsaved.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        works, damaged = self._unsaved.found
        if works:
            offers: list[Offer] = [(_("Show…"), self.show_works)]
            if len(works) == 1:
                offers.insert(0, (_("Bring Back"), lambda: self._bring_back(works[0])))
            self._notices.bar("recovery").tell(_tell_works(works), offers=offers, kind="state")
        else:
            self._notices.drop("recovery")
        if damaged:
            self._notices.bar("damage").tell(
                _tell_damage(damaged),
                tone="warn",
                offers=((_("Open the Folder"), lambda: self._open_folder(damaged[0].parent)),),
            )
        else:
            self._notices.drop("damage")

    def show_works(self) -> None:
        """Open the dialog of unsaved work."""
        RecoveryDialog(self._unsaved, self._bring_back, self._window).open()

    def _bring_back(self, examined: ExaminedWork) -> None:
        self._shell.bring_back(examined, self._window)

    def _open_folder(self, folder: Path) -> None:
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - seldom asked

        self._unsaved.note_damage()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _tell_works(works: tuple[ExaminedWork, ...]) -> str:
    if len(works) > 1:
        return ngettext(
            "The program ended before {count} document was saved. The work is still there.",
            "The program ended before {count} documents were saved. The work is still there.",
            len(works),
        ).format(count=len(works))
    examined = works[0]
    text = _(
        "The program ended before “{name}” was saved. The work is still there, as of {time}."
    ).format(name=name_work(examined), time=tell_time(examined.work.at))
    if examined.comparison is None:
        return text
    differs = count_differences(examined.comparison)
    return f"{text} {_('Compared with the file: {differences}.').format(differences=differs)}"


def _tell_damage(damaged: tuple[Path, ...]) -> str:
    return _(
        "Some autosaved work could not be read. Nothing was deleted: see the folder {folder}."
    ).format(folder=damaged[0])
