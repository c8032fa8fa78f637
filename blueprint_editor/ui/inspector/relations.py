"""What hangs on a record, such as a card's marks and connectors: told in lines that lead there."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.ui.fields.chips import make_dot
from blueprint_editor.ui.words import CONNECTOR_KINDS, MARK_KINDS

_COLOURS = {"critical_point": "#B3261E", "solution": "#17653A", "wait": "#7A4E00"}
_OTHER_COLOUR = "#14263F"
_FIRST_KINDS = 6
"""Kinds of mark that stand in the menu itself; the rarer ones are one step further."""


class Relation(NamedTuple):
    """A record that hangs on another, as a line of text."""

    record: str
    text: str
    colour: str = ""


def list_marks(facts: DerivedFacts, record: str) -> Iterator[Relation]:
    """Yield the marks of a record."""
    for mark in facts.marks_of.get(record, ()):
        number = f" {facts.mark_numbers[mark.id]}"
        text = f"{_(MARK_KINDS[mark.kind])}{number}: {mark.text}".removesuffix(": ")
        yield Relation(mark.id, text, _COLOURS.get(mark.kind, _OTHER_COLOUR))


def list_connectors(facts: DerivedFacts, card: str) -> Iterator[Relation]:
    """Yield the connectors from and to a card."""
    codes, cards = facts.card_codes, facts.cards
    for connector in facts.document.connectors:
        if card not in (connector.source, connector.target):
            continue
        is_source = connector.source == card
        other = connector.target if is_source else connector.source
        arrow = "↔" if connector.kind == "two_way" else "→" if is_source else "←"
        kind = "" if connector.kind == "flow" else f" ({_(CONNECTOR_KINDS[connector.kind])})"
        yield Relation(connector.id, f"{arrow} {codes[other]} {cards[other].text}{kind}")


def list_comments(document: DocumentContent, record: str) -> Iterator[Relation]:
    """Yield the comments on a record."""
    for comment in document.comments:
        if comment.target == record:
            author = f"{comment.author}: " if comment.author else ""
            yield Relation(comment.id, f"{author}{comment.text}")


def list_origins(facts: DerivedFacts, card: str) -> Iterator[Relation]:
    """Yield the cards that a card was made of: those that are there, and what versions keep.

    A line on one that is gone leads to the card itself.
    """
    document = facts.document
    if not isinstance(document, Document) or card not in facts.cards:
        return
    if not facts.cards[card].origin:
        return
    from blueprint_editor.commands.merging import find_kept_card  # noqa: PLC0415 - few have any

    for origin in facts.cards[card].origin:
        if origin in facts.cards:
            yield Relation(origin, f"{facts.card_codes[origin]} {facts.cards[origin].text}")
        elif (kept := find_kept_card(document, origin)) is not None:
            yield Relation(card, kept.text)


class RelationList(QWidget):
    """A heading, a line for each relation, and what may be added.

    Signals:
        chosen: the person wants to see a record; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = QLabel(title, self)
        self._title.setObjectName("group")
        self._title.setIndent(0)
        self._relations: tuple[Relation, ...] | None = None
        self._lines: list[ElidingButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._title)

    def add_button(self, button: QToolButton) -> None:
        """Put the button that adds one below the lines."""
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_relations(self, relations: tuple[Relation, ...]) -> None:
        """Show the lines."""
        if relations == self._relations:
            return
        self._relations = relations
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._make_line(relation) for relation in relations]
        for index, line in enumerate(self._lines, 1):
            self._layout.insertWidget(index, line)

    def _make_line(self, relation: Relation) -> "ElidingButton":
        line = ElidingButton(relation.text, self)
        line.setObjectName("relation")
        if relation.colour:
            line.setIcon(make_dot(relation.colour))
        line.clicked.connect(lambda: self.chosen.emit(relation.record))
        return line


class ElidingButton(QPushButton):
    """A line of text as wide as there is room; what does not fit is told by its tip."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._full = " ".join(text.split())
        self.setAutoDefault(False)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._full)
        self.setToolTip(self._full)
        self.setText(self._full)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        around = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        room = self.width() - around
        text = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))


class MarkMenuButton(QToolButton):
    """Adds a mark of the kind chosen from its menu.

    Signals:
        kind_chosen: carries the kind.
    """

    kind_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("add")
        self.setText(f"+ {_('Add mark')}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        rest = None
        for number, (kind, name) in enumerate(MARK_KINDS.items()):
            if number == _FIRST_KINDS:
                rest = menu.addMenu(_("More kinds"))
            icon = make_dot(_COLOURS.get(kind, _OTHER_COLOUR))
            action = (rest or menu).addAction(icon, _(name))
            action.triggered.connect(lambda _checked=False, kind=kind: self.kind_chosen.emit(kind))
        self.setMenu(menu)
