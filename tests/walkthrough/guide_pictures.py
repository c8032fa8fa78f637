"""Makes the pictures of the guide anew, from the real program in each language, without a display.

Run by the Python of .venv: ``.venv/bin/python -m tests.walkthrough.guide_pictures``; with the
name of a picture, that one alone. The documents are the samples, which are in Finnish.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import openpyxl
from PIL import Image
from PySide6.QtCore import QPointF, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from blueprint_editor.app.application import Editor
from blueprint_editor.commands.notes import AddNotes
from blueprint_editor.language.texts import LANGUAGE_NAMES, current_language
from blueprint_editor.model.kinds import Sign
from blueprint_editor.model.records import CausalArrow, CausalMap, CausalNode, Tiling
from blueprint_editor.ui.causal.window import CausalWindow
from blueprint_editor.ui.dialogs.named_versions import NamedVersionsDialog
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.merging.dialog import MergeDialog
from blueprint_editor.ui.merging.side_by_side import SideBySideDialog
from blueprint_editor.ui.palette.palette import CommandPalette
from blueprint_editor.ui.printing.dialog import ExportDialog
from blueprint_editor.ui.problems.panel import ProblemsPanel
from blueprint_editor.ui.round.dialog import AnswersDialog
from blueprint_editor.ui.sheets.dialog import SheetsDialog
from tests.walkthrough.pictures import ROOT, copy_sample, settle, show_docks, take_alone

_Kind = TypeVar("_Kind", bound=QWidget)

TARGET = ROOT / "resources" / "guide"
WINDOW_PX = (1240, 780)
DIALOG_PX = (1120, 760)
_COLOURS = 128
NOTES = (
    "Odotti päätöstä kuusi viikkoa eikä tiennyt, missä asia on",
    "Sama työntekijä koko matkan ajan",
    "Kertoi tarinansa neljännen kerran",
    "Lääkärin lausunto puuttui",
    "Tuttu ohjaaja tuli mukaan Kelaan",
    "Ei ymmärtänyt kirjettä",
)
ANSWERS = (
    ("Hyvä, mutta mistä asiakas tietää ajan?", "Maria K., Kela"),
    ("Meillä tämän tekee työkykykoordinaattori.", "Hyvinvointialue"),
    ("Voiko tämän tehdä etänä?", "Oppilaitos"),
)
"""The comments that come back, and who sends them: invented for the picture."""
FACTORS = {
    "many": "Monta luukkua",
    "tell": "Sama asia kerrotaan monta kertaa",
    "trust": "Luottamus palveluun",
    "strength": "Voimat hakea apua",
    "missed": "Käyttämättä jääneet ajat",
    "queue": "Jonot",
    "own": "Oma työntekijä",
    "time": "Työntekijän aika yhdelle asiakkaalle",
}
ARROWS: tuple[tuple[str, Sign, str], ...] = (
    ("many", "plus", "tell"), ("tell", "minus", "trust"), ("trust", "plus", "strength"),
    ("strength", "minus", "missed"), ("missed", "plus", "queue"), ("queue", "minus", "trust"),
    ("own", "plus", "trust"), ("own", "minus", "tell"), ("queue", "minus", "time"),
    ("time", "plus", "own"),
)  # fmt: skip
"""What is on the causal map, and what leads to what."""


def keep(widget: QWidget, name: str) -> None:
    """Write a picture of a widget for the language of now, in few colours."""
    file = TARGET / current_language() / f"{name}.png"
    widget.grab().save(str(file))
    few = Image.open(file).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
    print(file)


def _open(editor: Editor) -> MainWindow:
    editor.start([copy_sample()])
    window = editor.window
    assert window is not None
    window.resize(*WINDOW_PX)
    settle()
    return window


def _find(kind: type[_Kind]) -> _Kind:
    """Return the open dialog of a kind, in the size of a picture."""
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    found.resize(*DIALOG_PX)
    settle(3)
    return found


def take_start(editor: Editor) -> None:
    editor.start([])
    settle(4)
    assert editor.start_page is not None
    editor.start_page.resize(*WINDOW_PX)
    settle()
    keep(editor.start_page, "start-page")


def take_editor(editor: Editor) -> None:
    window = _open(editor)
    show_docks(window)
    session = window.canvas.session
    card = next(card for card in session.document.cards if card.text.startswith("Kertoo"))
    session.select((card.id,))
    drawing = session.poster.drawing
    window.canvas.look_at(QPointF(drawing.width * 0.24, drawing.height * 0.36), 0.5)
    settle()
    keep(window, "editor")


def take_workshop_sheets(editor: Editor) -> None:
    window = _open(editor)
    window.actions_by_name["sheets_paths"].trigger()
    settle()
    keep(_find(SheetsDialog), "workshop-sheets")


def take_notes(editor: Editor) -> None:
    window = _open(editor)
    window.docks.show("notes")
    window.canvas.session.execute(AddNotes(NOTES))
    window.canvas.fit_width()
    settle()
    keep(window, "notes")


def take_merging(editor: Editor) -> None:
    window = _open(editor)
    window.actions_by_name["merge_paths"].trigger()
    settle()
    keep(_find(MergeDialog), "merging")


def take_two_paths(editor: Editor) -> None:
    window = _open(editor)
    window.actions_by_name["side_by_side"].trigger()
    settle(3)
    dialog = _find(SideBySideDialog)
    area = dialog.view.page
    centre = QPointF(area.left() + area.width() * 0.4, area.top() + area.height() * 0.38)
    dialog.view.look_at(centre, dialog.view.zoom * 2.7)
    settle()
    keep(dialog, "two-paths")


def take_versions(editor: Editor) -> None:
    window = _open(editor)
    window.actions_by_name["named_versions"].trigger()
    dialog = _find(NamedVersionsDialog)
    dialog.panes.lines.setCurrentRow(0)
    settle()
    keep(dialog, "versions")


def take_sheets(editor: Editor) -> None:
    window = _open(editor)
    window.actions_by_name["print_or_export"].trigger()
    dialog = _find(ExportDialog)
    dialog.form.edited.emit("poster.tiling", Tiling())
    settle(3)
    dialog.preview.go_to(6)
    settle()
    keep(dialog, "sheets")


def take_answers(editor: Editor) -> None:
    window = _open(editor)
    file = Path(os.environ["XDG_DATA_HOME"]) / "kela.xlsx"
    window._desk.rounds.send(file)
    settle(3)
    book = openpyxl.load_workbook(file)
    for row, (text, name) in enumerate(ANSWERS, start=7):
        book.worksheets[0][f"E{row}"], book.worksheets[0][f"F{row}"] = text, name
    book.save(file)
    window._desk.rounds.take([file])
    settle()
    keep(_find(AnswersDialog), "answers")


def take_problems(editor: Editor) -> None:
    window = _open(editor)
    panel = window.docks.panel("problems")
    assert isinstance(panel, ProblemsPanel)
    QThreadPool.globalInstance().waitForDone()
    settle()
    model = panel.tree.model()
    panel.tree.setCurrentIndex(model.index(0, 0, model.index(0, 0)))
    settle()
    keep(window, "problems")


def take_palette(editor: Editor) -> None:
    window = _open(editor)
    window.show_palette()
    palette = window.findChild(CommandPalette)
    palette.field.setText("tul")
    settle()
    keep(window, "palette")


def take_causal_map(editor: Editor) -> None:
    window = _open(editor)
    session = window.canvas.session
    session.open_document(session.document.changed(causal_map=make_causal_map()))
    window.actions_by_name["causal_map"].trigger()
    found = _find(CausalWindow)
    found.resize(*WINDOW_PX)
    settle()
    found.view.fit_map()
    found.lists.loops.setCurrentRow(1)
    settle()
    keep(found, "causal-map")


def make_causal_map() -> CausalMap:
    """Return a map of why people drop out: invented for the picture."""
    nodes = {name: CausalNode(id=f"cn-{name}", text=text) for name, text in FACTORS.items()}
    arrows = (
        CausalArrow(id=f"ca-{n}", source=f"cn-{a}", target=f"cn-{b}", sign=sign)
        for n, (a, sign, b) in enumerate(ARROWS)
    )
    return CausalMap(nodes=tuple(nodes.values()), arrows=tuple(arrows))


VIEWS: dict[str, Callable[[Editor], None]] = {
    "start-page": take_start,
    "editor": take_editor,
    "workshop-sheets": take_workshop_sheets,
    "notes": take_notes,
    "two-paths": take_two_paths,
    "merging": take_merging,
    "versions": take_versions,
    "causal-map": take_causal_map,
    "sheets": take_sheets,
    "answers": take_answers,
    "problems": take_problems,
    "palette": take_palette,
}


def main(names: list[str]) -> int:
    """Take a picture in one language, or some in all languages."""
    if len(names) == 2 and names[0] in LANGUAGE_NAMES:
        take_alone(names[0], "light", VIEWS[names[1]])
    command = [sys.executable, "-m", "tests.walkthrough.guide_pictures"]
    wanted = [(tag, name) for tag in LANGUAGE_NAMES for name in names or VIEWS]
    return max(subprocess.run([*command, *each], check=False).returncode for each in wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
