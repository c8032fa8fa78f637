"""What a screen reader hears of the canvas: where the cursor is, and what was done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from blueprint_editor.commands.lookup import find_record
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.texts import iter_texts
from blueprint_editor.session.document_session import DocumentSession

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from blueprint_editor.canvas.accessible_cells import CellTable
    from blueprint_editor.canvas.canvas import PosterCanvas

# What only a screen reader needs is imported late: it would hold up everybody's first paint.


def install_cells() -> None:
    """Let Qt know that the canvas is a table of cells; once a process."""
    from PySide6.QtGui import QAccessible  # noqa: PLC0415

    QAccessible.installFactory(_make_interface)


def _make_interface(class_name: str, thing: "PosterCanvas") -> "QAccessibleInterface | None":
    """Return the interface of a canvas; Qt makes its own for everything else."""
    if class_name != "PosterCanvas":
        return None
    from blueprint_editor.canvas.accessible_cells import CellTable  # noqa: PLC0415

    return CellTable(thing, thing.session)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def describe_card(facts: DerivedFacts, card_id: str) -> str:
    """Return a card's code and text, and where its connectors lead."""
    card, codes = facts.cards[card_id], facts.card_codes
    text = _("Card {code}: {text}").format(code=codes[card_id], text=" ".join(card.text.split()))
    targets = [codes[link.target] for link in facts.connectors_of.get(card_id, ())]
    if targets:
        leads = _("leads to {codes}").format(codes=", ".join(targets))
        text = f"{text} – {leads}"
    if marks := len(facts.marks_of.get(card_id, ())):
        counted = ngettext("{count} mark", "{count} marks", marks).format(count=marks)
        text = f"{text} – {counted}"
    return text


def describe_step(facts: DerivedFacts, step_id: str) -> str:
    """Return the names of a step's phase and of itself; one without a name by its number."""
    phase = facts.phase_of_step[step_id]
    steps = facts.steps_of_phase[phase.id]
    number = next(number for number, step in enumerate(steps, 1) if step.id == step_id)
    own = steps[number - 1].name
    if not own and len(steps) > 1:
        own = _("step {number} of {count}").format(number=number, count=len(steps))
    return ", ".join(name for name in (phase.name, own) if name)


def describe_cell(facts: DerivedFacts, lane_id: str, step_id: str) -> str:
    """Return the names of a cell's lane, phase and step."""
    lane = next((lane.name for lane in facts.document.lanes if lane.id == lane_id), "")
    step = describe_step(facts, step_id) if step_id in facts.phase_of_step else ""
    return ", ".join(name for name in (lane, step) if name)


def describe_selection(session: DocumentSession) -> str:
    """Return one sentence on what is selected now."""
    facts, selection = session.facts, session.selection
    cards = [record for record in selection.records if record in facts.cards]
    if len(cards) > 1:
        return ngettext("{count} card selected", "{count} cards selected", len(cards)).format(
            count=len(cards)
        )
    if cards:
        card = facts.cards[cards[0]]
        return f"{describe_card(facts, card.id)}. {describe_cell(facts, card.lane, card.step)}"
    if selection.records:
        return _describe_record(facts, selection.records[-1])
    return _describe_place(facts, selection.cursor)


_RECORD_WORDS: dict[str, str] = {
    "actors": msgid("Actor: {name}"),
    "personas": msgid("Persona: {name}"),
    "variants": msgid("Variant: {name}"),
    "lanes": msgid("Lane: {name}"),
    "phases": msgid("Phase: {name}"),
    "steps": msgid("Step: {name}"),
    "marks": msgid("Mark: {name}"),
    "responsibilities": msgid("Responsibility band: {name}"),
    "notes": msgid("Note: {name}"),
    "comments": msgid("Comment: {name}"),
    "sources": msgid("Source: {name}"),
    "tags": msgid("Tag: {name}"),
    "workshops": msgid("Workshop: {name}"),
}
"""Collection → what is said of one of its records; of others only their words are said."""


def _describe_record(facts: DerivedFacts, record_id: str) -> str:
    if record_id not in facts.ids:
        return ""
    place = find_record(facts.document, record_id)
    record = place.record
    if place.collection == "connectors":
        return _("Connector from {source} to {target}").format(
            source=facts.card_codes[record.source], target=facts.card_codes[record.target]
        )
    name = next((text for _path, text in iter_texts(record) if text), "")
    text = _RECORD_WORDS.get(place.collection) if not place.path else None
    return _(text).format(name=name) if text is not None else name


def _describe_place(facts: DerivedFacts, cursor: Cursor | None) -> str:
    if cursor is None:
        return ""
    cell = describe_cell(facts, cursor.lane, cursor.step)
    if facts.cards_by_cell.get((cursor.lane, cursor.step)):
        return _("Place for a new card. {cell}").format(cell=cell)
    return _("Empty cell. {cell}").format(cell=cell)


def _find_cursor(session: DocumentSession) -> Cursor | None:
    """Return the cell of what is selected: a card that moves is there before the cursor."""
    cards, selection = session.facts.cards, session.selection
    if len(selection.records) == 1 and selection.records[0] in cards:
        card = cards[selection.records[0]]
        return Cursor(card.lane, card.step)
    return selection.cursor


class Narrator(QObject):
    """Tells of each new selection, and of each change where the selection stays."""

    def __init__(self, canvas: "PosterCanvas", session: DocumentSession) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._session = session
        self._told = ""
        canvas.installEventFilter(self)
        session.selection_changed.connect(self._tell)
        session.changed.connect(self._tell_changes)
        session.view.filtered.connect(self._tell_changes)
        session.changed.connect(self._tell)

    def _tell(self) -> None:
        text = describe_selection(self._session)
        if text != self._told:
            self._told = text
            self._canvas.setAccessibleDescription(text)
            self._tell_cursor()
            announce(self._canvas, text)

    def _tell_cursor(self) -> None:
        table, cursor = self._find_table(), _find_cursor(self._session)
        if table is not None and cursor is not None:
            table.tell_cursor(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            # After Qt has told that the table has the focus.
            QTimer.singleShot(0, self, self._tell_cursor)
        return done

    def _tell_changes(self) -> None:
        table = self._find_table()
        if table is not None:
            table.tell_changes()

    def _find_table(self) -> "CellTable | None":
        from PySide6.QtGui import QAccessible  # noqa: PLC0415

        if not QAccessible.isActive():
            return None
        from blueprint_editor.canvas.accessible_cells import find_table  # noqa: PLC0415

        return find_table(self._canvas)
