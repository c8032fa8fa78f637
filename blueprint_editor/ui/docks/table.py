"""The one table of docks; a dock's panel is imported and made when it is first shown."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtWidgets import QWidget

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.language.texts import msgid
from blueprint_editor.session.checking import DocumentChecks
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.reading import ReadingMeter
from blueprint_editor.ui.fit_desk import FitDesk
from blueprint_editor.ui.library_desk import LibraryDesk
from blueprint_editor.ui.picture_desk import PictureDesk
from blueprint_editor.ui.preferences_desk import PreferencesDesk


class DockSurroundings(NamedTuple):
    """What a panel works with; ``open_dock`` shows another dock and returns its panel."""

    session: DocumentSession
    canvas: PosterCanvas
    pictures: PictureDesk
    preferences: PreferencesDesk
    checks: DocumentChecks
    open_dock: Callable[[str], QWidget]
    meter: ReadingMeter
    fits: FitDesk
    services: LibraryDesk


class DockSpec(NamedTuple):
    """One dock.

    Attributes:
        name: its own name in the program.
        title: message id of its title and of its line in the menu.
        side: where it stands at first.
        make: makes the panel.
        shortcuts: in Qt's portable notation; shows the dock, or hides it if it has the keyboard.
        menu: where its line stands.
        is_first: it is shown in a window of which nothing is remembered.
    """

    name: str
    title: str
    side: Literal["left", "right", "bottom"]
    make: Callable[[DockSurroundings], QWidget]
    shortcuts: tuple[str, ...] = ()
    menu: str = "view"
    is_first: bool = False


def _make_outline(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.outline.panel import OutlinePanel  # noqa: PLC0415

    return OutlinePanel(surroundings.session, surroundings.canvas)


def _make_cell_table(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.cell_table.panel import CellTablePanel  # noqa: PLC0415

    return CellTablePanel(surroundings.session)


def _make_notes(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.notes.panel import NotesPanel  # noqa: PLC0415

    return NotesPanel(surroundings.session)


def _make_theme_board(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.theme_board.panel import ThemeBoardPanel  # noqa: PLC0415

    return ThemeBoardPanel(surroundings.session)


def _make_find(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.find.panel import FindPanel  # noqa: PLC0415

    return FindPanel(surroundings.session, surroundings.canvas)


def _make_translations(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.translations.panel import TranslationsPanel  # noqa: PLC0415

    return TranslationsPanel(surroundings.session)


def _make_comments(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.docks.comments import CommentsPanel  # noqa: PLC0415

    preferences = surroundings.preferences
    return CommentsPanel(
        surroundings.session, lambda: preferences.current.author, surroundings.open_dock
    )


def _make_problems(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.problems.panel import ProblemsPanel  # noqa: PLC0415

    return ProblemsPanel(
        surroundings.session, surroundings.canvas, surroundings.checks, surroundings.open_dock
    )


def _make_inspector(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.inspector.panel import InspectorPanel  # noqa: PLC0415

    return InspectorPanel(surroundings.session, surroundings.pictures)


def _make_reading(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.docks.reading import ReadingPanel  # noqa: PLC0415

    return ReadingPanel(surroundings.session, surroundings.meter, surroundings.fits)


def _make_history(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.docks.history import HistoryPanel  # noqa: PLC0415

    return HistoryPanel(surroundings.session)


def _make_library(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.library.panel import LibraryPanel  # noqa: PLC0415

    return LibraryPanel(surroundings.services)


def _make_filter(surroundings: DockSurroundings) -> QWidget:
    from blueprint_editor.ui.filter.panel import FilterPanel  # noqa: PLC0415

    return FilterPanel(surroundings.session)


DOCKS: tuple[DockSpec, ...] = (
    DockSpec("outline", msgid("Outline"), "left", _make_outline, ("Ctrl+Shift+O",), is_first=True),
    DockSpec("filter", msgid("Filter"), "left", _make_filter, ("F9", "Ctrl+Shift+L")),
    DockSpec("cell_table", msgid("Table"), "bottom", _make_cell_table, ("Ctrl+Shift+T",)),
    DockSpec("notes", msgid("Notes"), "bottom", _make_notes, ("Ctrl+Shift+N",)),
    DockSpec("theme_board", msgid("Theme Board"), "bottom", _make_theme_board, ("Ctrl+Shift+E",)),
    DockSpec("find", msgid("Find and Replace"), "bottom", _make_find, ("Ctrl+F", "Ctrl+H"), "edit"),
    DockSpec("translations", msgid("Translations"), "bottom", _make_translations),
    DockSpec("problems", msgid("Problems"), "bottom", _make_problems, ("F8",)),
    DockSpec("inspector", msgid("Properties"), "right", _make_inspector, ("F4",), is_first=True),
    DockSpec("library", msgid("Library"), "right", _make_library, ("Ctrl+Shift+B",)),
    DockSpec("comments", msgid("Comments"), "right", _make_comments, ("Ctrl+Shift+K",)),
    DockSpec("reading", msgid("Reading Distance"), "left", _make_reading, ("Ctrl+Shift+R",)),
    DockSpec("history", msgid("History"), "right", _make_history, ("Ctrl+Shift+H",)),
)
