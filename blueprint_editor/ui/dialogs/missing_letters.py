"""Which letters no font has, and where they stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from blueprint_editor.drawing.drawing import MissingLetters
from blueprint_editor.language.texts import _
from blueprint_editor.session.document_session import DocumentSession

_MOST_LINES = 12


def show_missing_letters(parent: QWidget, session: DocumentSession) -> QMessageBox:
    """List the letters and their cards; the concerned cards are selected."""
    missing = session.poster.drawing.missing
    session.select(item.group for item in missing)
    lines = [_describe(session, item) for item in missing[:_MOST_LINES]]
    if len(missing) > _MOST_LINES:
        lines.append("…")
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle(_("Letters Without a Font"))
    box.setText(
        _(
            "No font of the program has these letters. They are drawn as boxes; "
            "copying and screen readers still get the letters themselves."
        )
    )
    box.setInformativeText("\n".join(lines))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def _describe(session: DocumentSession, item: MissingLetters) -> str:
    letters = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in dict.fromkeys(item.letters))
    card = session.facts.cards.get(item.group)
    if card is None:
        return letters
    code = session.facts.card_codes[card.id]
    return _("{letters} – card {code}: {text}").format(
        letters=letters, code=code, text=card.text.splitlines()[0][:40]
    )
