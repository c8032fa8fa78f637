"""Shows the start page, one at a time, with what makes its pictures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from blueprint_editor.ui.dialogs.themed_dialog import resize_within_screen
from blueprint_editor.ui.shell import Shell

if TYPE_CHECKING:
    from blueprint_editor.ui.start_page import StartPage


class StartPageHost(QObject):
    """Makes the page when it is asked for and forgets it when it was closed."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._page: StartPage | None = None

    @property
    def page(self) -> "StartPage | None":
        """The page that is shown."""
        return self._page

    def show(self) -> None:
        """Show the page, or bring it to the front."""
        from blueprint_editor.app.previews import PreviewMaker  # noqa: PLC0415
        from blueprint_editor.ui.start_page import StartPage  # noqa: PLC0415

        if self._page is None:
            previews = PreviewMaker(self._shell.preferences.current.font_files)
            page = StartPage(self._shell, previews)
            previews.setParent(page)
            page.closed.connect(lambda: self._forget(page))
            resize_within_screen(page, page.width(), page.height())
            self._page = page
        self._page.show()
        self._page.raise_()
        self._page.activateWindow()

    def _forget(self, page: "StartPage") -> None:
        page.deleteLater()
        if self._page is page:
            self._page = None

    def leave(self) -> None:
        """Close the page, if there is one."""
        if self._page is not None:
            self._page.close()

    def remake(self) -> None:
        """Show the page anew, if there is one: what it says is another."""
        old, self._page = self._page, None
        if old is not None:
            self.show()
            old.close()
