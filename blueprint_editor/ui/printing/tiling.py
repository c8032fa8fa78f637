"""The part of the dialog that cuts a poster into sheets: its fields, and what is said of a plan."""

from collections.abc import Mapping
from typing import Any

from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.model.records import Tiling
from blueprint_editor.sheets.tiling import FewerSheets, TilePlan
from blueprint_editor.ui.fields.choices import ChoiceField, FlagField
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.numbers import NumberField
from blueprint_editor.ui.inspector.spec import (
    FieldSpec,
    Records,
    Surroundings,
    choice,
    flag,
    line,
)
from blueprint_editor.ui.sizes import tell_number
from blueprint_editor.ui.words import ORIENTATIONS

_PAPERS = ("A4", "A3", "A2", "Letter", "Legal", "Tabloid")


class TilingField(FlagField):
    """Whether the poster is cut into sheets: the record that says how, or None."""

    def _tell(self) -> None:
        self.edited.emit(Tiling() if self.box.isChecked() else None)
        self.left.emit()


class MostSheetsField(NumberField):
    """At most so many; nothing stands for as many as it takes."""

    def __init__(self) -> None:
        super().__init__(is_whole=True, empty=0, hint=_("as many as it takes"))

    def show_value(self, value: Any, document: Document) -> None:
        super().show_value(value or None, document)


def _make_switch(_around: Surroundings) -> Field:
    return TilingField(_("On several sheets, to be glued together"))


def _make_papers(_around: Surroundings) -> Field:
    return ChoiceField(lambda _document: [(name, name) for name in _PAPERS])


def _millimetres(_around: Surroundings) -> Field:
    return NumberField(empty=10.0)


def _is_pdf(_document: Document, records: Records) -> bool:
    return bool(records[0].kind == "pdf")


def _is_cut(document: Document, records: Records) -> bool:
    return _is_pdf(document, records) and document.poster.tiling is not None


def _can_be_counted(document: Document, records: Records) -> bool:
    return _is_cut(document, records) and records[0].fit not in {"scale", "least"}


def _can_be_enlarged(document: Document, records: Records) -> bool:
    tiling = document.poster.tiling
    is_filled = records[0].fit == "sheets"
    return (
        _can_be_counted(document, records)
        and not is_filled
        and tiling is not None
        and not tiling.sheets
    )


def _can_be_chosen(document: Document, records: Records) -> bool:
    return _is_cut(document, records) and not records[0].is_test


CHOICES: tuple[FieldSpec, ...] = (
    FieldSpec("poster.tiling", "", _make_switch, is_shown=_is_pdf,
              group=msgid("Office printer")),
    FieldSpec("poster.tiling.paper", msgid("Paper of the sheets"), _make_papers, is_half=True,
              is_shown=_is_cut),
    FieldSpec("poster.tiling.orientation", msgid("Their orientation"),
              choice(ORIENTATIONS, none=msgid("Automatic")), is_half=True,
              is_shown=_is_cut),
    FieldSpec("poster.tiling.sheets", msgid("Sheets at most"), lambda _around: MostSheetsField(),
              is_shown=_can_be_counted),
    FieldSpec("poster.tiling.enlarges", "", flag(msgid("Enlarge to fill the sheets")),
              is_shown=_can_be_enlarged,
              hint=msgid("As large as fits on the sheets that it takes anyway.")),
    FieldSpec("poster.tiling.overlap", msgid("Glue margin, mm"), _millimetres, is_half=True,
              is_shown=_is_cut),
    FieldSpec("poster.tiling.margin", msgid("Margin, mm"), _millimetres, is_half=True,
              is_shown=_is_cut),
    FieldSpec("poster.tiling.repeat_labels", "",
              flag(msgid("Name lanes and steps on every sheet")), is_shown=_is_cut),
    FieldSpec("wish.sheets", msgid("Only these sheets"), line(hint=msgid("all; or A2, B3–B5")),
              is_shown=_can_be_chosen, hint=msgid("To print again what went wrong.")),
    FieldSpec("wish.is_test", "", flag(msgid("Only a test print")), is_shown=_is_cut,
              hint=msgid("One sheet that shows whether the printer keeps to the size.")),
)  # fmt: skip


def tell_plan(plan: TilePlan, width: float, height: float) -> str:
    """Return on how many sheets a poster of this size, in mm, is printed."""
    count = len(plan.tiles)
    words = ngettext(
        "{count} sheet of {paper}, {orientation}, {rows} × {columns}. "
        "The poster is {width} × {height} mm.",
        "{count} sheets of {paper}, {orientation}, {rows} × {columns}. "
        "The poster is {width} × {height} mm.",
        count,
    )
    orientation = _tell_orientation(plan.options.orientation or "portrait")
    return words.format(
        count=count, paper=plan.options.paper.name, orientation=orientation, rows=plan.rows,
        columns=plan.columns, width=round(width), height=round(height),
    )  # fmt: skip


def tell_fewer(fewer: FewerSheets) -> str:
    """Return how fewer sheets would do."""
    words = ngettext(
        "Fewer would do: {count} sheet, {orientation}, margin {margin} mm.",
        "Fewer would do: {count} sheets, {orientation}, margin {margin} mm.",
        fewer.sheets,
    )
    margin = tell_number(fewer.margin, int(fewer.margin % 1 > 0))
    return words.format(
        count=fewer.sheets, orientation=_tell_orientation(fewer.orientation), margin=margin
    )


def _tell_orientation(orientation: Orientation) -> str:
    return _(ORIENTATIONS[orientation]).lower()


def tell_hold() -> str:
    """Return why a poster takes fewer sheets than it may."""
    return _("It is no larger because cards or labels would then have to be cut.")


def tell_cuts(plan: TilePlan, codes: Mapping[str, str]) -> tuple[str, ...]:
    """Return which cards and labels cannot be left whole.

    Args:
        plan: the one that cuts them.
        codes: card id → code.
    """
    cards = dict.fromkeys(codes[card] for cut in plan.cuts for card in cut.cards)
    labels = dict.fromkeys(words for cut in plan.cuts for words in cut.words)
    told = []
    if cards:
        words = ngettext(
            "No way to cut spares the card {cards}.", "No way to cut spares the cards {cards}.",
            len(cards),
        )  # fmt: skip
        told.append(words.format(cards=", ".join(cards)))
    if labels:
        words = ngettext(
            "No way to cut spares the label {labels}.", "No way to cut spares the labels {labels}.",
            len(labels),
        )  # fmt: skip
        told.append(
            words.format(labels=", ".join(_("“{text}”").format(text=label) for label in labels))
        )
    return tuple(told)
