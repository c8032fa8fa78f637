"""Editors of numbers, dates and durations; what is typed counts as soon as it can be read."""

from datetime import date
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blueprint_editor.language.texts import _, current_language
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Duration
from blueprint_editor.ui.fields.choices import ChoiceField
from blueprint_editor.ui.fields.field import Field, is_mixed, mixed_text
from blueprint_editor.ui.fields.line import TypedField
from blueprint_editor.ui.fields.roomy import HintedLine
from blueprint_editor.ui.words import DURATION_UNITS, tell_choices


def read_number(text: str) -> float | None:
    """Return the number that a person wrote, with a comma or a point; None if it is none.

    ``inf`` and ``nan`` are no numbers here.
    """
    try:
        number = float(text.strip().replace("−", "-").replace(" ", "").replace(",", "."))
    except ValueError:
        return None
    return number if number - number == 0 else None


def write_number(number: float) -> str:
    """Return a number as the program's language writes it, without needless zeros."""
    text = f"{number:.10g}"
    return text.replace(".", QLocale(current_language()).decimalPoint())


class NumberField(TypedField):
    """A number; ``is_whole``: without decimals; ``none``: what no number means, as a hint."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        is_whole: bool = False,
        empty: float | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self._is_whole = is_whole
        self._empty = empty
        self._hint = hint

    def _tell(self, text: str) -> None:
        if not text.strip():
            self.show_fault("")
            self.edited.emit(self._empty)
            return
        number = read_number(text)
        if number is None or (self._is_whole and number != int(number)):
            self.show_fault(_("This is not a number that fits here."))
            return
        self.show_fault("")
        self.edited.emit(int(number) if self._is_whole else number)

    def show_value(self, value: Any, document: Document) -> None:  # noqa: ARG002
        self.line.setPlaceholderText(mixed_text() if is_mixed(value) else self._hint)
        shown = None if is_mixed(value) else value
        if read_number(self.line.text()) != shown:
            self.line.setText("" if shown is None else write_number(shown))
            self.show_fault("")


class DateField(TypedField):
    """A day, typed as ``2026-11-22`` or as ``22.11.2026``; nothing = no date."""

    def _tell(self, text: str) -> None:
        day = read_date(text)
        if text.strip() and day is None:
            self.show_fault(_("A date is written as 22.11.2026 or 2026-11-22."))
            return
        self.show_fault("")
        self.edited.emit(day)

    def show_value(self, value: Any, document: Document) -> None:  # noqa: ARG002
        hint = mixed_text() if is_mixed(value) else _("day.month.year")
        self.line.setPlaceholderText(hint)
        # A moment is shown as its day.
        shown = None if is_mixed(value) or not value else value[:10]
        if read_date(self.line.text()) != shown:
            self.line.setText(write_date(shown) if shown else "")
            self.show_fault("")


def read_date(text: str) -> str | None:
    """Return a day as ``2026-11-22``, from that form or from day.month.year; None if it is none."""
    parts = text.strip().rstrip(".").split(".")
    iso = "-".join(reversed([part.strip().zfill(2) for part in parts]))
    try:
        day = date.fromisoformat(iso if len(parts) == 3 else text.strip())
    except ValueError:
        return None
    return day.isoformat()


def write_date(day: str) -> str:
    """Return ``2026-11-22`` as ``22.11.2026``."""
    found = date.fromisoformat(day)
    return f"{found.day}.{found.month}.{found.year}"


class DurationField(Field):
    """A length of time: from, to and unit in one row, and words for what numbers cannot say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Duration()
        self._document: Document | None = None
        self._least, self._most = NumberField(hint=_("from")), NumberField(hint=_("to"))
        self._unit = ChoiceField(lambda _document: tell_choices(DURATION_UNITS), none="–")
        self._words = HintedLine()
        self._words.setPlaceholderText(_("in words"))
        row = QHBoxLayout()
        row.setSpacing(6)
        for part, stretch in ((self._least, 2), (self._most, 2), (self._unit, 4)):
            row.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._words)
        self.setFocusProxy(self._least.line)
        for name, part in (("min", self._least), ("max", self._most), ("unit", self._unit)):
            part.edited.connect(lambda value, name=name: self._tell(name, value))
            part.left.connect(self.left)
            part.fault_shown.connect(self.fault_shown)
        self._words.textEdited.connect(lambda text: self._tell("text", text))
        self._words.editingFinished.connect(self.left)

    def name_for_readers(self, name: str) -> None:
        self.setAccessibleName(name)
        self._least.name_for_readers(f"{name}: {_('from')}")
        self._most.name_for_readers(f"{name}: {_('to')}")
        self._unit.name_for_readers(f"{name}: {_('unit')}")
        self._words.setAccessibleName(f"{name}: {_('in words')}")

    def _tell(self, name: str, value: Any) -> None:
        number = float(value) if isinstance(value, int) else value
        after = self._shown.model_copy(update={name: number})
        self._shown = after
        self.edited.emit(None if after == Duration() else after)

    def show_value(self, value: Any, document: Document) -> None:
        self._shown = Duration() if is_mixed(value) or value is None else value
        self._words.setPlaceholderText(mixed_text() if is_mixed(value) else _("in words"))
        self._least.show_value(self._shown.min, document)
        self._most.show_value(self._shown.max, document)
        self._unit.show_value(self._shown.unit, document)
        if self._words.text() != self._shown.text:
            self._words.setText(self._shown.text)
