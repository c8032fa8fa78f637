"""What is still to be done on a path: points without solution, handovers with gaps, questions."""

from collections.abc import Iterator

from blueprint_editor.model.records import Connector, Handover
from blueprint_editor.sheets.prints.duties import is_handover
from blueprint_editor.sheets.workshop.sheet import Sheet

_ASKED = ("giver", "receiver", "information", "basis", "method", "time", "confirmation")


def list_gaps(handover: Handover | None) -> tuple[str, ...]:
    """Return the names of the fields that a handover lacks."""
    told = handover or Handover()
    return tuple(name for name in _ASKED if not str(getattr(told, name) or "").strip())


def list_next_steps(sheet: Sheet) -> list[str]:
    """Return in words what the document itself shows to be undone, in its order."""
    return [*_iter_marks(sheet), *_iter_handovers(sheet), *_iter_dates(sheet)]


def _iter_marks(sheet: Sheet) -> Iterator[str]:
    words, numbers = sheet.words, sheet.derived.mark_numbers
    marks = sorted(sheet.document.marks, key=lambda mark: numbers[mark.id])
    solved = {mark.solves for mark in marks if mark.kind == "solution"}
    for mark in marks:
        if mark.kind == "critical_point" and mark.id not in solved:
            yield words["do_solve"].format(numbers[mark.id], mark.text.strip())
    owned = [str(numbers[m.id]) for m in marks if m.kind == "solution" and not m.owner]
    if owned:
        yield words["do_own"].format(", ".join(dict.fromkeys(owned)))
    asked = [m for m in marks if m.kind in {"decision", "question"}]
    if asked:
        yield words["do_decide"].format(len(asked))


def _iter_handovers(sheet: Sheet) -> Iterator[str]:
    codes = sheet.derived.card_codes
    for connector in _list_in_order(sheet):
        gaps = list_gaps(connector.handover)
        if gaps:
            place = f"{codes[connector.source]} → {codes[connector.target]}"
            names = ", ".join(sheet.terms.handover_fields[gap].lower() for gap in gaps)
            yield sheet.words["do_agree"].format(place, names)


def _list_in_order(sheet: Sheet) -> list[Connector]:
    of_card = sheet.derived.connectors_of
    found = (c for card in sheet.derived.reading_order for c in of_card.get(card.id, ()))
    return [connector for connector in found if is_handover(connector)]


def _iter_dates(sheet: Sheet) -> Iterator[str]:
    review = sheet.project.next_review
    if review:
        yield sheet.words["do_review"].format(sheet.terms.date(review))
