"""Everything that can be seen of the program, one thing after the other: docks, dialogs, bars.

A dialog that is added to the program gets a line in :data:`DIALOGS`; a test finds what is missing.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import blueprint_editor.ui
from blueprint_editor.app.application import Editor
from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.commands.area import make_area_version
from blueprint_editor.commands.cards import SetCardText
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.comparison import compare_documents
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import FileAccessError
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.docks.table import DOCKS
from blueprint_editor.ui.main_window import MainWindow
from tests.ui.clipping import find_clipped

SAMPLE = Path(__file__).parent.parent.parent / "samples/osatyokykyisen-palvelupolku.blueprint.json"


WINDOW_PX = (1280, 720)


class Whole(NamedTuple):
    """The running program with one document open."""

    editor: Editor
    window: MainWindow

    @property
    def session(self) -> DocumentSession:
        return self.window.canvas.session


def start(app: QApplication, settings_file: SettingsFile, folder: Path) -> Whole:
    """Start the program with a copy of the sample, in a window of the smallest usual size."""
    path = folder / "polku.blueprint"
    path.write_bytes(SAMPLE.read_bytes())
    editor = Editor(app, ResourceDir.find(), settings_file)
    editor.start([path])
    assert editor.window is not None
    editor.window.resize(*WINDOW_PX)
    editor.window.activateWindow()
    settle()
    return Whole(editor, editor.window)


def leave(whole: Whole) -> None:
    """Close everything without asking."""
    close_dialogs()
    for window in whole.editor.list_windows():
        window.leave()
    whole.editor.deleteLater()


def settle() -> None:
    """Let what was asked for be laid out and painted."""
    for _round in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def _show_about(whole: Whole) -> None:
    whole.window.actions_by_name["about"].trigger()


def _show_licences(whole: Whole) -> None:
    from blueprint_editor.ui.dialogs.licences import LicencesDialog

    LicencesDialog(SAMPLE.parent.parent / "LICENSE", whole.window).open()


def _show_settings(whole: Whole) -> None:
    whole.editor.dialogs.show_settings(whole.window)


def _show_keys(whole: Whole) -> None:
    whole.editor.dialogs.show_keys(whole.window)


def _show_guide(whole: Whole) -> None:
    whole.editor.dialogs.show_guide(whole.window)


def _show_versions(whole: Whole) -> None:
    whole.window._desk.safety.show_versions()


def _show_recovery(whole: Whole) -> None:
    from blueprint_editor.app.safety_stores import find_stores
    from blueprint_editor.storage.journal import WorkPlace
    from blueprint_editor.ui.dialogs.recovery import RecoveryDialog
    from tests.storage.test_recovery import leave as leave_work

    leave_work(find_stores().journals, WorkPlace(), whole.session.document)
    unsaved = whole.editor._unsaved._unsaved
    unsaved.look()
    while not unsaved.found.works:
        QApplication.processEvents()
    RecoveryDialog(unsaved, lambda _work: None, whole.window).open()


def _show_differences(whole: Whole) -> None:
    from blueprint_editor.ui.dialogs.difference_list import DifferenceDialog

    now = whole.session.document
    card = now.cards[0].changed(text="Toisin")
    other = now.changed(cards=(card, *now.cards[2:]), title="Toinen")
    comparison = compare_documents(now, other)
    title, told = "Tiedosto", "Näin se eroaa."
    DifferenceDialog(title, told, comparison, whole.window).open()


def _show_poster(whole: Whole) -> None:
    from blueprint_editor.ui.dialogs.poster_view import PosterViewDialog

    library = whole.window._parts.library
    drawing = whole.session.poster.drawing
    PosterViewDialog("Versio", drawing, library, whole.window).open()


def _show_sheets(whole: Whole) -> None:
    whole.window.actions_by_name["sheets_paths"].trigger()


def _export(whole: Whole) -> None:
    whole.window.actions_by_name["print_or_export"].trigger()


def _choose_what_is_left_out(whole: Whole) -> None:
    from blueprint_editor.export.publishing import PublishingChoice
    from blueprint_editor.ui.dialogs.leaving_out import LeavingOutDialog

    card = whole.session.document.cards[0].changed(text="Maija Virtanen, 040 123 4567", note="M")
    document = whole.session.document
    document = document.changed(cards=(card, *document.cards[1:]))
    LeavingOutDialog(document, PublishingChoice(), whole.window).open()


def _choose_checks(whole: Whole) -> None:
    from blueprint_editor.ui.problems.choice import CheckChoice

    CheckChoice(whole.session, whole.window._checks, whole.window).open()


def _show_minutes(whole: Whole) -> None:
    whole.window.actions_by_name["gather_minutes"].trigger()


def _score(whole: Whole) -> None:
    whole.window.actions_by_name["score"].trigger()


def _show_statistics(whole: Whole) -> None:
    whole.window.actions_by_name["statistics"].trigger()


def _show_missing_letters(whole: Whole) -> None:
    whole.session.execute(SetCardText(whole.session.document.cards[0].id, "\U00012000"))
    whole.window._show_missing_letters()


def _show_open_error(whole: Whole) -> None:
    from blueprint_editor.ui.dialogs.messages import show_open_error

    path = Path("/poissa/polku.blueprint")
    show_open_error(whole.window, path, FileAccessError(str(path), "missing"))


def _ask_about_changes(whole: Whole) -> None:
    from blueprint_editor.ui.dialogs.messages import ask_about_changes

    ask_about_changes(whole.window, "polku", *[lambda: None] * 3)


def _ask_to_forget(whole: Whole) -> None:
    whole.window._desk.safety.ask_to_forget()


def _merge_paths(whole: Whole) -> None:
    whole.window._desk.paths.show_merge()


def _show_paths(whole: Whole) -> None:
    whole.window._desk.paths.show_side_by_side()


def _show_named_versions(whole: Whole) -> None:
    whole.session.execute(KeepVersion("version-1", "Työpaja 1", "2026-03-14"))
    whole.session.execute(SetCardText(whole.session.document.cards[0].id, "Toisin"))
    whole.window._desk.versions.show_named()


def _make_area(whole: Whole) -> Document:
    """Let the document that is open be an area version, and return a newer base of it."""
    base = whole.session.document
    area = make_area_version(base, "area", "pohja.blueprint", "Pohja 1", "2026-03-14")
    whole.session.open_document(SetCardText(base.cards[0].id, "Meillä toisin").apply(area))
    return SetCardText(base.cards[1].id, "Pohjassa toisin").apply(base)


def _show_base(whole: Whole) -> None:
    _make_area(whole)
    whole.window._desk.base.show_base()


def _show_base_update(whole: Whole) -> None:
    newer = _make_area(whole)
    whole.window._desk.base._offer(Path("pohja.blueprint"), whole.window, newer)


def _show_answers(whole: Whole) -> None:
    from blueprint_editor.commands.comments import NewComment
    from blueprint_editor.export.round.placing import PlacedRemark
    from blueprint_editor.ui.round.dialog import AnswersDialog
    from blueprint_editor.ui.round.reading import Found

    card = whole.session.document.cards[0].id
    placed = (
        PlacedRemark(NewComment("Kenelle tämä on?", "Maija", card), "a.xlsx", "1.1", "card"),
        PlacedRemark(NewComment("Sivu 1: Hyvä", "", None), "b.pdf", "", "unplaced", "no_card"),
        PlacedRemark(NewComment("Kiitos", "Maija", None), "a.xlsx", "", "known"),
    )
    AnswersDialog(whole.session, Found(placed, (("c.docx", "Rikki."),)), whole.window).open()


def _show_entry(whole: Whole) -> None:
    whole.window._desk.services.new_entry(whole.window)


def _show_library_update(whole: Whole) -> None:
    services = whole.window._desk.services
    cell = whole.session.document.cards[0]
    services.insert_cards(("k072", "k019"), Cursor(cell.lane, cell.step))
    card = whole.session.selection.records[-1]
    whole.session.execute(SetField((card,), "note", "Meillä toisin"))
    services.show_update()


def _show_library_import(whole: Whole) -> None:
    from blueprint_editor.export.library import Found
    from blueprint_editor.model.library import LibraryEntry, ReadEntries
    from blueprint_editor.storage.csv_table import CellFault

    entry = LibraryEntry(id="lib-1", name="Ohjaamo", line="Neuvontaa nuorille.")
    fault = CellFault(3, 2, "Kanava", "choice", "savumerkki")
    found = Found(ReadEntries((entry,)), (fault,), is_old_encoding=True)
    whole.window._desk.services.files._offer("taulukko.csv", found)


def _show_table_import(whole: Whole) -> None:
    from blueprint_editor.storage.document_table import read_table

    table = "Teksti;Vaihe;Kaista;Äänet\nUusi kortti;1;Taustatyö;\nLappu;;;x\nToinen;;;2"
    whole.window._desk.tables._offer("taulukko.csv", read_table(table.encode()))


DIALOGS: dict[str, Callable[[Whole], None]] = {
    "about": _show_about,
    "licences": _show_licences,
    "settings": _show_settings,
    "keys": _show_keys,
    "guide": _show_guide,
    "versions": _show_versions,
    "recovery": _show_recovery,
    "differences": _show_differences,
    "poster view": _show_poster,
    "checks": _choose_checks,
    "workshop sheets": _show_sheets,
    "statistics": _show_statistics,
    "minutes": _show_minutes,
    "ten questions": _score,
    "export": _export,
    "left out": _choose_what_is_left_out,
    "missing letters": _show_missing_letters,
    "open error": _show_open_error,
    "unsaved changes": _ask_about_changes,
    "forget versions": _ask_to_forget,
    "merge paths": _merge_paths,
    "paths side by side": _show_paths,
    "named versions": _show_named_versions,
    "answers": _show_answers,
    "base": _show_base,
    "base update": _show_base_update,
    "library entry": _show_entry,
    "library update": _show_library_update,
    "library import": _show_library_import,
    "table import": _show_table_import,
}
"""Name → what opens it, as the program does."""


def list_dialog_classes() -> set[type[QDialog]]:
    """Return the dialogs that the program has of its own, without what they are built on."""
    for module in pkgutil.walk_packages(blueprint_editor.ui.__path__, "blueprint_editor.ui."):
        importlib.import_module(module.name)
    found, queue = set(), [QDialog]
    while queue:
        below = [c for c in queue.pop().__subclasses__() if c.__module__.startswith("blueprint")]
        queue += below
        found |= {kind for kind in below if not kind.__subclasses__()}
    return found


def open_dialog(whole: Whole, name: str) -> QDialog:
    """Open a dialog of :data:`DIALOGS` and return it."""
    before = set(_shown_dialogs())
    DIALOGS[name](whole)
    settle()
    (dialog,) = set(_shown_dialogs()) - before
    dialog.activateWindow()
    settle()
    return dialog


def _shown_dialogs() -> Iterator[QDialog]:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            yield widget


def close_dialogs() -> None:
    """Close whatever stands before the window."""
    for dialog in list(_shown_dialogs()):
        dialog.reject()
    settle()


def open_dock(whole: Whole, name: str) -> QWidget:
    """Show one dock alone and return its panel."""
    for spec in DOCKS:
        if spec.name != name:
            whole.window.docks._docks[spec.name].hide()
    panel = whole.window.docks.panel(name)
    settle()
    # What a worker finds for it is a part of it, and may ask for more.
    for _round in range(2):
        QThreadPool.globalInstance().waitForDone()
        settle()
    return panel


def select_each_kind(whole: Whole) -> Iterator[str]:
    """Select one record of each kind after the other, then several cards, then nothing."""
    session = whole.session
    for collection in type(session.document).model_fields:
        records = getattr(session.document, collection)
        if isinstance(records, tuple) and records and hasattr(records[0], "id"):
            session.select([records[0].id])
            settle()
            yield collection
    session.select([card.id for card in session.document.cards[:3]])
    settle()
    yield "several cards"
    session.select()
    settle()
    yield "nothing"


def find_all_clipped(
    whole: Whole, concerns: Callable[[str], bool] = bool, screen_px: tuple[int, int] = (0, 0)
) -> Iterator[str]:
    """Walk through docks and dialogs and yield each text that is cut, with where it stands.

    ``screen_px``: the screen is at least as large.
    """
    for spec in DOCKS:
        open_dock(whole, spec.name)
        for kind in select_each_kind(whole):
            yield from (f"{fault} ({kind})" for fault in find_clipped(whole.window, concerns))
    for name in DIALOGS:
        dialog = open_dialog(whole, name)
        yield from (f"{fault} ({name})" for fault in find_clipped(dialog, concerns))
        # Offscreen has a screen of 800 × 800 if it is told nothing else, as no person has.
        room = dialog.screen().availableSize().expandedTo(QSize(*screen_px))
        if dialog.size().expandedTo(room) != room:
            yield f"{name} is larger than the screen: {dialog.size()}"
        close_dialogs()
