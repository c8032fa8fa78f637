"""The lanes and phases of an empty path sheet: the document's own, else those of the kit."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.layout.theme import RoleLook, lane_look
from blueprint_editor.sheets.workshop.inputs import SheetInputs

_USUAL_PHASES = 6
_PHASES_A_PAGE = 9
_USUAL_ROLES = ("evidence", "customer", "frontstage", "backstage", "support")
_USUAL_LINES = {
    "customer": "interaction", "frontstage": "visibility", "backstage": "internal_interaction"
}  # fmt: skip


class PathLane(NamedTuple):
    """A row of the sheet.

    Attributes:
        name, hint: in the language ``language``, or in the sheet's own if that is empty.
        is_curve: the emotion curve is drawn here.
        line: kind of the line below it, if there is one.
    """

    name: str
    hint: str
    language: str
    look: RoleLook
    is_curve: bool = False
    line: str = ""


def list_lanes(sheet: SheetInputs) -> list[PathLane]:
    """Return the rows from top to bottom."""
    lanes = sheet.derived.lanes
    if not any(lane.role != "emotion" for lane in lanes):
        return _list_usual(sheet)
    language = sheet.text_language
    lines = sheet.derived.boundaries
    found = [
        PathLane(
            lane.name, lane.hint, language,
            lane_look(sheet.look.theme, lane.role, lane.colour), lane.role == "emotion",
            next(iter(lines.get(lane.id, ())), ""),
        )
        for lane in lanes
    ]  # fmt: skip
    if not any(lane.is_curve for lane in found):
        place = next((n for n, lane in enumerate(lanes) if lane.role == "customer"), 0)
        found.insert(place, _make_curve(sheet))
    return found


def _make_curve(sheet: SheetInputs) -> PathLane:
    look = lane_look(sheet.look.theme, "emotion", None)
    return PathLane(sheet.kit.sheets["W5"]["curve"], "", "", look, is_curve=True)


def _list_usual(sheet: SheetInputs) -> list[PathLane]:
    names = sheet.kit.sheets["W5"].lists["lanes"]
    found = [
        PathLane(
            name, "", "", lane_look(sheet.look.theme, role, None), line=_USUAL_LINES.get(role, "")
        )
        for role, name in zip(_USUAL_ROLES, names, strict=True)
    ]
    found.insert(1, _make_curve(sheet))
    return found


def list_phase_pages(sheet: SheetInputs) -> list[Sequence[tuple[int, str]]]:
    """Return the (number, name) of the phases on each page."""
    names = [phase.name for phase in sheet.document.phases]
    if sheet.request.phases is not None or not names:
        names = [""] * (sheet.request.phases or _USUAL_PHASES)
    numbered = list(enumerate(names, 1))
    pages = -(-len(numbered) // _PHASES_A_PAGE)
    size = -(-len(numbered) // pages)
    return [numbered[start : start + size] for start in range(0, len(numbered), size)]
