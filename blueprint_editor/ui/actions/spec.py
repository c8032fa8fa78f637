"""What one action is, and what it acts on; the tables of actions are made of these."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.session.current import Context
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import selected_cards
from blueprint_editor.ui.base_desk import BaseDesk
from blueprint_editor.ui.causal_desk import CausalDesk
from blueprint_editor.ui.clipboard_desk import ClipboardDesk
from blueprint_editor.ui.collection_desk import CollectionDesk
from blueprint_editor.ui.docks.dock_area import DockArea
from blueprint_editor.ui.export_desk import ExportDesk
from blueprint_editor.ui.files import FileDesk
from blueprint_editor.ui.fit_desk import FitDesk
from blueprint_editor.ui.handover_desk import HandoverDesk
from blueprint_editor.ui.library_desk import LibraryDesk
from blueprint_editor.ui.path_desk import PathDesk
from blueprint_editor.ui.picture_desk import PictureDesk
from blueprint_editor.ui.round_desk import RoundDesk
from blueprint_editor.ui.safety_desk import SafetyDesk
from blueprint_editor.ui.sheet_desk import SheetDesk
from blueprint_editor.ui.shell import Shell
from blueprint_editor.ui.table_desk import TableDesk
from blueprint_editor.ui.version_desk import VersionDesk
from blueprint_editor.ui.vote_desk import VoteDesk

if TYPE_CHECKING:
    from blueprint_editor.ui.main_window import MainWindow


class Desk(NamedTuple):
    """What actions act on."""

    session: DocumentSession
    canvas: PosterCanvas
    files: FileDesk
    exports: ExportDesk
    pictures: PictureDesk
    docks: DockArea
    window: "MainWindow"
    shell: Shell
    safety: SafetyDesk
    clipboard: ClipboardDesk
    sheets: SheetDesk
    paths: PathDesk
    versions: VersionDesk
    rounds: RoundDesk
    handovers: HandoverDesk
    votes: VoteDesk
    base: BaseDesk
    fits: FitDesk
    causal: CausalDesk
    services: LibraryDesk
    tables: TableDesk
    collections: CollectionDesk


def always(_desk: Desk) -> bool:
    return True


def has_cards_selected(desk: Desk) -> bool:
    return bool(selected_cards(desk.session))


def has_one_card_selected(desk: Desk) -> bool:
    return len(selected_cards(desk.session)) == 1


def has_several_cards_selected(desk: Desk) -> bool:
    return len(selected_cards(desk.session)) > 1


def has_selection(desk: Desk) -> bool:
    return bool(desk.session.selection.records)


def has_cursor(desk: Desk) -> bool:
    return desk.session.selection.cursor is not None


class ActionSpec(NamedTuple):
    """One thing that a person can do.

    Attributes:
        name: its own name in the program.
        text: message id of the menu's line; ``&`` stands before its mnemonic, if it has one.
        run: does it.
        menu: name of the menu; a menu's actions stand in the table's order.
        shortcuts: in Qt's portable notation; the first is shown.
        icon: name of its icon, where it has one.
        word: message id of the one word below the icon, for those of the toolbar.
        is_enabled: whether it makes sense now.
        is_checked: for what is on or off, whether it is on now.
        starts_group: a line stands before it in the menu and in the toolbar.
        keeps_editing: what is being typed goes on; otherwise it is committed first.
        contexts: in which context menus it stands; see :data:`Context`.
        needs_context: it makes sense only in those contexts.
        submenu: message id of the title of the submenu that it stands in, if it does.
    """

    name: str
    text: str
    run: Callable[[Desk], object]
    menu: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    word: str = ""
    is_enabled: Callable[[Desk], bool] = always
    is_checked: Callable[[Desk], bool] | None = None
    starts_group: bool = False
    keeps_editing: bool = False
    contexts: frozenset[Context] = frozenset()
    needs_context: bool = False
    submenu: str = ""
