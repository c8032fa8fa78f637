"""The inspector's panel: a form for what is selected, and what hangs on it."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QInputDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.fields import SetField, read_field
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.lookup import find_records
from blueprint_editor.commands.registers import NEW_NAMES, AddRecord
from blueprint_editor.commands.several import Several
from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.model.changes import ChangeSet
from blueprint_editor.model.kinds import MarkKind
from blueprint_editor.model.records import Actor, Mark, Source, Tag
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.ui.inspector.form import Form
from blueprint_editor.ui.inspector.relations import (
    MarkMenuButton,
    RelationList,
    list_comments,
    list_connectors,
    list_marks,
    list_origins,
)
from blueprint_editor.ui.inspector.spec import Surroundings
from blueprint_editor.ui.inspector.tables import FIELDS
from blueprint_editor.ui.outline.new_records import make_new_path
from blueprint_editor.ui.picture_desk import PictureDesk
from blueprint_editor.ui.sentences import tell_refusal
from blueprint_editor.ui.tab_order import follow_layout
from blueprint_editor.ui.words import RECORDS

_MAKERS: dict[str, tuple[str, Any]] = {
    "actors": ("a", lambda id_, name, _document: Actor(id=id_, name=name)),
    "variants": ("v", make_new_path),
    "tags": ("t", lambda id_, name, _document: Tag(id=id_, name=name)),
    "sources": ("s", lambda id_, name, _document: Source(id=id_, title=name)),
}
"""Collection → first letter of its ids, and how one is made from a name."""
_SECTION_TITLES = {
    "<marks>": msgid("Marks"),
    "<connectors>": msgid("Connectors"),
    "<comments>": msgid("Comments"),
    "<origins>": msgid("Made of"),
}

_TITLE = 1.25
"""How much larger than the person's own letters the title is."""


class InspectorPanel(QScrollArea):
    """Shows and edits every field of what is selected; of the document, if nothing is."""

    def __init__(self, session: DocumentSession, pictures: PictureDesk) -> None:
        super().__init__()
        self._session = session
        self._pictures = pictures
        self._ids: tuple[str, ...] = ()
        self._collection: str | None = None
        self._forms: dict[str, Form] = {}
        self._fault = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = QLabel()
        self._title.setObjectName("title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * _TITLE)
        self._title.setFont(font)
        self._advice = QLabel(_("Select records of one kind to edit them together."))
        self._advice.setWordWrap(True)
        self._content = QWidget()
        self._content.setObjectName("inspector")
        self._layout = QVBoxLayout(self._content)
        self._layout.setContentsMargins(14, 12, 14, 16)
        self._layout.setSpacing(14)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._advice)
        self._layout.addStretch(1)
        self.setWidget(self._content)
        self._connect()
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the longest word of what is shown: it scrolls up and down alone."""
        bar = self.verticalScrollBar().sizeHint().width()
        least = super().minimumSizeHint()
        return QSize(
            max(least.width(), self._content.minimumSizeHint().width() + bar), least.height()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go as the eye goes, through rows too that were added since the form was made."""
        follow_layout(self._content)
        return super().focusNextPrevChild(is_next)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._take_changes)
        session.selection_changed.connect(self._show)
        session.refused.connect(self._take_refusal)

    def _take_changes(self, changes: ChangeSet) -> None:
        if changes:
            self._show()

    def _show(self) -> None:
        document, selection = self._session.document, self._session.selection
        self._ids = selection.records or (document.id,)
        try:
            places = find_records(document, self._ids).values()
        except CommandRefusedError:
            return
        collections = {place.kind for place in places}
        collection = collections.pop() if len(collections) == 1 else None
        self._show_form(collection)
        self._title.setText(self._tell_title(collection))
        self._advice.setVisible(collection is None)
        if collection is not None:
            form = self._form(collection)
            form.show_records(document, [place.record for place in places])
            if len(self._ids) == 1:
                self._show_relations(form)

    def _show_form(self, collection: str | None) -> None:
        if collection == self._collection:
            return
        if self._collection is not None:
            self._forms[self._collection].hide()
        self._collection = collection
        if collection is not None:
            self._form(collection).show()
            self.verticalScrollBar().setValue(0)

    def _form(self, collection: str) -> Form:
        form = self._forms.get(collection)
        if form is None:
            around = Surroundings(self._ask_for_picture, self._ask_for_new, self._make_section)
            form = self._forms[collection] = Form(FIELDS[collection], around)
            form.edited.connect(self._set)
            # After the edit that may have made the person leave the field.
            form.left.connect(lambda: QTimer.singleShot(0, self, self._session.end_step))
            # After title and advice.
            self._layout.insertWidget(2, form)
        return form

    def _tell_title(self, collection: str | None) -> str:
        count = len(self._ids)
        if collection is None:
            return ngettext("{count} selected", "{count} selected", count).format(count=count)
        if count > 1:
            kind = _(RECORDS[collection])
            return f"{kind} × {count}"
        code = self._session.facts.card_codes.get(self._ids[0], "")
        return f"{_(RECORDS[collection])} {code}".rstrip()

    def _make_section(self, name: str) -> QWidget:
        section = RelationList(_(_SECTION_TITLES[name]))
        section.chosen.connect(lambda record: self._session.select((record,)))
        if name == "<marks>":
            button = MarkMenuButton()
            button.kind_chosen.connect(self._make_mark)
            section.add_button(button)
        return section

    def _show_relations(self, form: Form) -> None:
        """Fill the sections of the form for one record."""
        facts, record = self._session.facts, self._ids[0]
        relations = {
            "<marks>": list_marks(facts, record),
            "<connectors>": list_connectors(facts, record),
            "<comments>": list_comments(facts.document, record),
            "<origins>": list_origins(facts, record),
        }
        for name, found in relations.items():
            section = form.section(name)
            if isinstance(section, RelationList):
                section.show_relations(told := tuple(found))
                section.setVisible(bool(told) or name == "<marks>")

    def _set(self, path: str, value: object) -> None:
        self._fault = ""
        self._session.execute(SetField(self._ids, path, value))
        if self._collection is not None:
            self._forms[self._collection].show_fault(path, self._fault)

    def _take_refusal(self, error: CommandRefusedError) -> None:
        self._fault = tell_refusal(error)

    def _ask_for_picture(self, path: str) -> None:
        self._pictures.choose(self._ids[0], path)

    def _ask_for_new(self, collection: str, path: str) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(_(RECORDS[collection]))
        dialog.setLabelText(_("Name"))
        dialog.textValueSelected.connect(lambda name: self._add_new(collection, path, name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_new(self, collection: str, path: str, name: str) -> None:
        """Add a record to its register and to the list of all that is selected, as one step."""
        if not name.strip():
            return
        document = self._session.document
        letter, make = _MAKERS[collection]
        record = make(IdMaker().make_id(document, letter), name.strip(), document)
        uses = tuple(
            SetField((i,), path, (*read_field(document, i, path), record.id)) for i in self._ids
        )
        step = Several(NEW_NAMES[collection], (AddRecord(collection, record), *uses))
        self._session.execute(step)

    def _make_mark(self, kind: MarkKind) -> None:
        document = self._session.document
        mark = Mark(id=IdMaker().make_id(document, "m"), target=self._ids[0], kind=kind)
        if self._session.execute(AddRecord("marks", mark)):
            self._session.select((mark.id,))
            self.focus_field("text")

    def focus_field(self, path: str) -> None:
        """Put the keyboard into a field of what is selected, or into the one that holds it."""
        if self._collection is not None:
            form = self._forms[self._collection]
            while path and not form.focus(path):
                path = path.rpartition(".")[0]
