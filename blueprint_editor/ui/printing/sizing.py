"""The part of the dialog on size: how the poster fills its paper, edges, bleed, a proof."""

from collections.abc import Callable
from types import MappingProxyType

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.page import find_edge
from blueprint_editor.sheets.reading_distance import TextSizes
from blueprint_editor.ui.fields.choices import Choices
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.numbers import NumberField
from blueprint_editor.ui.inspector.spec import FieldSpec, Records, Surroundings, choice, flag, pick
from blueprint_editor.ui.printing.phases_field import PhasesField
from blueprint_editor.ui.printing.wish import FitChoice
from blueprint_editor.ui.sizes import tell_number, tell_paper, tell_size, tell_verdict

LAYOUTS = MappingProxyType(
    {
        "poster": msgid("The whole poster"),
        "posters": msgid("Several posters, each with some phases"),
        "phases": msgid("Each phase on a page of its own"),
    }
)
FITS = MappingProxyType(
    {
        "stored": msgid("As on the screen"),
        "fill": msgid("Fill the paper with the largest text"),
        "sheets": msgid("Fill the sheets with the largest text"),
        "scale": msgid("Text of cards of a chosen size"),
        "least": msgid("No text smaller than a chosen size"),
    }
)

_OFFICE_MM, _OFFICE_EDGE_MM = 432.0, 4.0
"""The longest side of papers of office printers, and what these leave white."""
HANDOUT_PAPERS = ("A4", "A3")
HAND_M = 0.5
"""From how far what is held in the hand is read, in metres."""
ROWS = MappingProxyType(
    {
        "auto": msgid("As many as make the text larger"),
        "one": msgid("One row"),
        "chosen": msgid("Rows begin with chosen phases"),
    }
)


def _list_fits(document: Document) -> Choices:
    """Return the fits that there are; sheets are filled where the poster is cut into them."""
    is_cut = document.poster.tiling is not None
    return [(value, _(words)) for value, words in FITS.items() if is_cut or value != "sheets"]


def _list_handout_papers(_document: Document) -> Choices:
    return [(name, name) for name in HANDOUT_PAPERS]


def _points(empty: float) -> Callable[[Surroundings], Field]:
    return lambda _around: NumberField(empty=empty)


def _make_phases(_around: Surroundings) -> Field:
    return PhasesField()


def _millimetres(_around: Surroundings) -> Field:
    return NumberField(empty=0.0)


def _has_pages(_document: Document, records: Records) -> bool:
    return records[0].kind in {"pdf", "png", "svg"}


def _is_whole(document: Document, records: Records) -> bool:
    return _has_pages(document, records) and records[0].layout == "poster"


def _is_several(document: Document, records: Records) -> bool:
    return _can_be_phases(document, records) and records[0].layout == "posters"


def _is_filled(document: Document, records: Records) -> bool:
    return _is_whole(document, records) and records[0].fit != "stored"


def _is_fit(fit: FitChoice) -> Callable[[Document, Records], bool]:
    return lambda document, records: _is_whole(document, records) and records[0].fit == fit


def _is_phases(document: Document, records: Records) -> bool:
    return _can_be_phases(document, records) and records[0].layout == "phases"


def is_on_own_paper(document: Document, records: Records) -> bool:
    """Tell whether pages lie on the poster's own paper."""
    return _has_pages(document, records) and not _is_phases(document, records)


def _has_breaks(document: Document, records: Records) -> bool:
    is_chosen = records[0].rows == "chosen" and len(document.phases) > 1
    return _is_filled(document, records) and is_chosen


def _is_one_pdf(document: Document, records: Records) -> bool:
    return records[0].kind == "pdf" and document.poster.tiling is None


def _can_be_phases(document: Document, records: Records) -> bool:
    is_cut = records[0].kind == "pdf" and document.poster.tiling is not None
    return _has_pages(document, records) and len(document.phases) > 1 and not is_cut


CHOICES: tuple[FieldSpec, ...] = (
    FieldSpec("wish.layout", msgid("Pages"), choice(LAYOUTS), is_shown=_can_be_phases),
    FieldSpec("wish.splits", msgid("A new poster begins with"), _make_phases,
              is_shown=_is_several),
    FieldSpec("wish.handout_paper", msgid("Paper of the pages"), pick(_list_handout_papers),
              is_shown=_is_phases, hint=msgid("The poster keeps its own paper.")),
    FieldSpec("wish.fit", msgid("Size"), pick(_list_fits), is_shown=_is_whole),
    FieldSpec("wish.body_pt", msgid("Text of cards, pt"), _points(18.0), is_half=True,
              is_shown=_is_fit("scale")),
    FieldSpec("wish.least_pt", msgid("Smallest text, pt"), _points(12.0), is_half=True,
              is_shown=_is_fit("least")),
    FieldSpec("poster.reading_distance", msgid("Read from, m"),
              lambda _around: NumberField(empty=1.5), is_half=True, is_shown=is_on_own_paper),
    FieldSpec("wish.rows", msgid("Rows of steps"), choice(ROWS), is_shown=_is_filled),
    FieldSpec("wish.breaks", msgid("A new row begins with"), _make_phases, is_shown=_has_breaks),
)  # fmt: skip
PRINT_SHOP: tuple[FieldSpec, ...] = (
    FieldSpec("wish.edge", msgid("White edge, mm"), _millimetres, is_half=True,
              is_shown=_is_one_pdf, group=msgid("For the printer or the print shop")),
    FieldSpec("wish.bleed", msgid("Bleed, mm"), _millimetres, is_half=True, is_shown=_is_one_pdf),
    FieldSpec("wish.crop_marks", "", flag(msgid("Crop marks")), is_shown=_is_one_pdf),
    FieldSpec("wish.is_proof", "", flag(msgid("Proof on A4, made small")), is_shown=_is_one_pdf,
              hint=msgid("To check the content before the large print.")),
)  # fmt: skip


def tell_reading(sizes: TextSizes, distance_m: float) -> str:
    """Return how large the text of cards and the smallest text are, and what that means."""
    return _(
        "From {metres} m: text of cards {body}, {body_verdict}; "
        "smallest text {smallest}, {verdict}."
    ).format(
        metres=tell_number(distance_m, 1),
        body=tell_size(sizes.body),
        body_verdict=tell_verdict(sizes.body, distance_m),
        smallest=tell_size(sizes.smallest),
        verdict=tell_verdict(sizes.smallest, distance_m),
    )


def tell_paper_taken(asked: str, taken: str) -> str:
    """Return that text of the size that is wanted needs another paper."""
    return _("{new} instead of {old}: text of this size needs it.").format(
        new=tell_paper(taken), old=tell_paper(asked)
    )


def tell_narrow_edge(page: Drawing) -> tuple[str, ...]:
    """Return a sentence if an office printer would not print all of a page; else nothing."""
    is_for_office = max(page.width, page.height) <= _OFFICE_MM and page.boxes is None
    edge = find_edge(page)
    if not is_for_office or edge >= _OFFICE_EDGE_MM:
        return ()
    return (
        _(
            "{edge} mm stay white at the edge; most office printers need {needed} mm. "
            "Set a white edge."
        ).format(edge=tell_number(max(edge, 0.0), 1), needed=tell_number(_OFFICE_EDGE_MM, 0)),
    )
