"""W11: two paths side by side, phase by phase, and the general path between them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.model.alignment import AlignedRow, align_paths
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.translated import translate
from blueprint_editor.sheets.versions import open_version
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.parts import write_choices, write_field, write_in_place
from blueprint_editor.sheets.workshop.path_lanes import list_phase_pages
from blueprint_editor.sheets.workshop.phase_row import write_phases
from blueprint_editor.sheets.workshop.sheet import Sheet

_SIDE = 124.0
_ROWS = (
    ("path_a", "a", 1.0), ("", "compare", 0.42), ("general", "card", 1.2),
    ("", "left_out", 0.5), ("path_b", "b", 1.0),
)  # fmt: skip
"""(key of the band's name, key of what is written there, weight of its height)."""
_WEIGHTS = [weight for _, _, weight in _ROWS]
_LABEL = 36.0
"""Width in mm on A4 of the names of the bands."""


class _Paths(NamedTuple):
    """What the rows are filled in from.

    Attributes:
        document: with the two paths: the one at hand, or a named version of it.
        rows: what its customers' cards tell on both, beside each other; none without two paths.
        phases: their phase, by its number on the sheet.
        is_before: the document at hand tells the general path that was made of them.
    """

    document: DocumentContent
    rows: tuple[AlignedRow, ...]
    phases: Mapping[int, str]
    is_before: bool

    @classmethod
    def find(cls, sheet: Sheet) -> "_Paths":
        """Return the paths that are asked for, else the document's, else the newest version's."""
        now = sheet.document
        told = open_version(sheet.request).document
        if told is now and len(now.variants) < 2 and isinstance(now, Document):
            newest = reversed(now.snapshots)
            version = next((one for one in newest if len(one.document.variants) > 1), None)
            told = translate(version.document, now.language) if version is not None else now
        rows: tuple[AlignedRow, ...] = ()
        if told.variants:
            lanes = _list_customer_lanes(told)
            first, second = told.variants[0].id, told.variants[:2][-1].id
            rows = tuple(r for r in align_paths(told, first, second) if r.lane in lanes)
        return cls(told, rows, _match_phases(now, told), told is not now)


def make_merge_sheet(sheet: Sheet) -> None:
    """Make the sheet with the document's phases, filled in with the cards of two paths."""
    paths = _Paths.find(sheet)
    for phases in list_phase_pages(sheet):
        page, area = sheet.open_with_guide(side=_SIDE)
        look = page.look
        area, foot = area.split_bottom(look.mm(26), look.gap)
        _write_bands(sheet, page, area, phases, paths)
        page.begin_group(foot)
        critical, missing = foot.columns([1.0, 1.0], look.gap)
        write_field(sheet, page, critical, sheet.words["critical"])
        write_field(sheet, page, missing, sheet.words["missing"])


def _write_bands(
    sheet: Sheet, page: SheetPage, area: Area, phases: Sequence[tuple[int, str]], paths: _Paths
) -> None:
    look = page.look
    head, body = area.split_top(look.mm(11.6), look.mm(1))
    label, cells = head.split_left(look.mm(_LABEL))
    told = page.set_text(sheet.words["phase"], "strong", label.width)
    page.put(told, label.x0 + look.mm(1.8), (head.y0 + head.y1 - told.height) / 2)
    columns = cells.columns([1.0] * len(phases))
    write_phases(sheet, page, columns, phases, is_large=True)
    for row, (band, key, _) in zip(body.rows(_WEIGHTS, look.mm(1.2)), _ROWS, strict=True):
        page.begin_group(row)
        _draw_row(page, row, is_general=band == "general")
        label, cells = row.split_left(look.mm(_LABEL))
        inner = label.inset(look.mm(1.8), look.mm(1.4))
        _write_label(sheet, page, inner, band, key)
        for cell, (number, _) in zip(cells.columns([1.0] * len(phases)), phases, strict=True):
            page.line(cell.x0, row.y0, cell.x0, row.y1, width=0.2)
            room = cell.inset(look.mm(1.6), look.mm(1.2))
            text = _find_known(sheet, paths, key, number)
            if key == "compare" and not text:
                choices = _list_likenesses(sheet)
                write_choices(page, room, choices, across=1)
            name = f"{sheet.words[band or key]}, {sheet.words['phase']} {number}"
            write_in_place(
                sheet, page, room, text, "body", label=name, language=sheet.text_language
            )


def _draw_row(page: SheetPage, row: Area, *, is_general: bool) -> None:
    """Draw a band; the general path bears the colours of the client, whose steps it tells."""
    look = page.look
    if is_general and not look.greyscale:
        colours = look.theme.roles["customer"]
        page.draw(
            [
                Rectangle(row.x0, row.y0, row.width, row.height, colours.tint),
                Rectangle(row.x0, row.y0, look.mm(1.1), row.height, colours.bar),
            ]
        )
    page.box(row, radius=0.0)


def _write_label(sheet: Sheet, page: SheetPage, area: Area, band: str, key: str) -> None:
    words = sheet.words
    y = page.write(words[band], "large", area.x0, area.y0, area.width) if band else area.y0
    told = words[key].removeprefix("A: ").removeprefix("B: ")
    page.write(told[0].upper() + told[1:], "body", area.x0, y, area.width)


def _list_likenesses(sheet: Sheet) -> list[str]:
    """Return the words for the same, different, and only on one path."""
    return sheet.words["compare"].lower().split(" / ")


def _match_phases(now: DocumentContent, then: DocumentContent) -> dict[int, str]:
    """Return number of a phase on the sheet → the same phase then, by its id, else by its place."""
    there = [phase.id for phase in then.phases]
    free = [one for one in there if one not in {phase.id for phase in now.phases}]
    found = {}
    for number, phase in enumerate(now.phases, 1):
        by_place = there[number - 1] if number <= len(there) else ""
        if phase.id in there or by_place in free:
            found[number] = phase.id if phase.id in there else by_place
    return found


def _list_customer_lanes(document: DocumentContent) -> frozenset[str]:
    return frozenset(lane.id for lane in document.lanes if lane.role == "customer")


def _find_known(sheet: Sheet, paths: _Paths, key: str, number: int) -> str:
    """Return what the customers' cards of a phase tell on the two paths and on the general one."""
    if not sheet.is_prefilled or number > len(sheet.document.phases):
        return ""
    if key == "card" and (paths.is_before or not paths.rows):
        return _tell_general(sheet, number)
    facts = DerivedFacts(paths.document)
    steps = {step.id for step in facts.steps_of_phase.get(paths.phases.get(number, ""), ())}
    rows = [row for row in paths.rows if row.step in steps]
    if key == "compare":
        return _count_alike(sheet, rows) if len(paths.document.variants) > 1 else ""
    wanted = [
        row.second if key == "b" else row.first
        for row in rows
        if key in {"a", "b"} or (key == "card" and row.likeness in {"shared", "common"})
    ]
    return "\n".join(facts.cards[card].text for card in wanted if card is not None)


def _tell_general(sheet: Sheet, number: int) -> str:
    """Return what the document's customers do in a phase on all of its paths."""
    document, facts = sheet.document, sheet.derived
    lanes = _list_customer_lanes(document)
    every = {variant.id for variant in document.variants[:2]}
    return "\n".join(
        card.text
        for step in facts.steps_of_phase[document.phases[number - 1].id]
        for lane in document.lanes
        for card in facts.cards_by_cell.get((lane.id, step.id), ())
        if lane.id in lanes and (not card.variants or every <= set(card.variants))
    )


def _count_alike(sheet: Sheet, rows: Sequence[AlignedRow]) -> str:
    """Return how many cards are the same, different, or only on one path, in the kit's words."""
    kinds = (("shared", "common"), ("different",), ("only_first", "only_second"))
    words = _list_likenesses(sheet)
    counts = (sum(row.likeness in kind for row in rows) for kind in kinds)
    told = [f"{word}: {count}" for word, count in zip(words, counts, strict=False) if count]
    return "\n".join(told)
