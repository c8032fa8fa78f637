"""Where lanes stand: the usual place of a role, and whether a lane may go somewhere."""

from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.kinds import STANDARD_ORDER, Role
from blueprint_editor.model.records import Lane


def find_lane_place(document: DocumentContent, role: Role, of: str | None = None) -> int:
    """Return before which lane a new one of a role usually stands; their count = below all.

    A role of the standard order comes below the last lane that belongs above it; an emotion curve
    above its customer lane ``of``, or the first one; a time lane above all; others below all.
    """
    lanes = document.lanes
    if role == "emotion":
        customers = [i for i, lane in enumerate(lanes) if lane.role == "customer"]
        own = [i for i in customers if lanes[i].id == of]
        return (own or customers or [0])[0]
    if role == "time":
        return 0
    if role not in STANDARD_ORDER:
        return len(lanes)
    return _find_standard_place(lanes, STANDARD_ORDER.index(role))


def _find_standard_place(lanes: tuple[Lane, ...], rank: int) -> int:
    ranks = [
        STANDARD_ORDER.index(r) if (r := lane.role) in STANDARD_ORDER else -1 for lane in lanes
    ]
    lower = next((i for i, other in enumerate(ranks) if other > rank), len(lanes))
    upper = [i for i, other in enumerate(ranks) if -1 < other <= rank]
    if upper and upper[-1] < lower:
        return upper[-1] + 1
    while lower and lanes[lower - 1].role == "emotion":
        lower -= 1
    return lower
