"""What differs between two documents, in words: a line that counts, and a list that names."""

from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from blueprint_editor.commands.field_names import name_field
from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.model.comparison import Comparison, Difference
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.ui.words import RECORDS

_KINDS = {**RECORDS, "assets": msgid("Image")}
_LONGEST = 90
"""Letters of a text that are shown; lists are to be read at a glance."""
_MOST_LINES = 300
"""Lines of a group that are named; more are counted only."""


class DifferenceGroup(NamedTuple):
    """What differs in one way: its heading, and a line for each record."""

    title: str
    lines: tuple[str, ...]


def count_differences(comparison: Comparison) -> str:
    """Return one line that counts what differs, such as "3 added, 1 moved"."""
    parts = [
        tell(len(found))
        for tell, found in (
            (_count_added, comparison.added),
            (_count_removed, _list_removed(comparison)),
            (_count_merged, tuple(comparison.merged)),
            (_count_moved, comparison.moved),
            (_count_reworded, comparison.reworded),
            (_count_others, tuple(_iter_others(comparison))),
        )
        if found
    ]
    return ", ".join(parts) if parts else _("nothing differs")


def _count_added(count: int) -> str:
    return ngettext("{count} added", "{count} added", count).format(count=count)


def _count_removed(count: int) -> str:
    return ngettext("{count} removed", "{count} removed", count).format(count=count)


def _count_merged(count: int) -> str:
    return ngettext("{count} merged", "{count} merged", count).format(count=count)


def _count_moved(count: int) -> str:
    return ngettext("{count} moved", "{count} moved", count).format(count=count)


def _count_reworded(count: int) -> str:
    return ngettext("{count} reworded", "{count} reworded", count).format(count=count)


def _count_others(count: int) -> str:
    return ngettext("{count} other change", "{count} other changes", count).format(count=count)


def list_differences(comparison: Comparison) -> tuple[DifferenceGroup, ...]:
    """Return what differs in groups: added, removed, moved, reworded, and all else."""
    places = _Places(comparison)
    others = tuple(_iter_others(comparison))
    groups = (
        DifferenceGroup(_("Added"), _lines(comparison.added, places.tell_with_cell)),
        DifferenceGroup(_("Removed"), _lines(_list_removed(comparison), places.tell_with_cell)),
        DifferenceGroup(_("Merged"), _lines(_list_merged(comparison), places.tell_merging)),
        DifferenceGroup(_("Moved"), _lines(comparison.moved, places.tell_move)),
        DifferenceGroup(_("Reworded"), _lines(comparison.reworded, places.tell_rewording)),
        DifferenceGroup(_("Other changes"), _cut(others, len(others))),
    )
    return tuple(group for group in groups if group.lines)


def _list_removed(comparison: Comparison) -> tuple[Difference, ...]:
    return tuple(lost for lost in comparison.removed if lost.record.id not in comparison.merged)


def _list_merged(comparison: Comparison) -> tuple[Difference, ...]:
    return tuple(lost for lost in comparison.removed if lost.record.id in comparison.merged)


def write_differences(comparison: Comparison) -> str:
    """Return the list as text: each group with its lines below it, and the counts at the end."""
    lines = []
    for group in list_differences(comparison):
        lines.append(f"{group.title} ({len(group.lines)})")
        lines += [f"  {line}" for line in group.lines]
    return "\n".join((*lines, count_differences(comparison)))


def _lines(found: Sequence[Difference], tell: Callable[[Difference], str]) -> tuple[str, ...]:
    return _cut(tuple(map(tell, found[: _MOST_LINES + 1])), len(found))


def _cut(lines: tuple[str, ...], count: int) -> tuple[str, ...]:
    if len(lines) <= _MOST_LINES:
        return lines
    rest = count - _MOST_LINES
    more = ngettext("… and {count} more", "… and {count} more", rest).format(count=rest)
    return (*lines[:_MOST_LINES], more)


def _iter_others(comparison: Comparison) -> Iterator[str]:
    for difference in comparison.altered:
        fields = dict.fromkeys(_(name_field(name)) for name in difference.other_fields)
        yield f"{_name(difference)}: {', '.join(fields)}"
    for field in comparison.fields:
        yield _("Document: {change}").format(change=_(_name_document_field(field.name)))
    for collection in comparison.reordered:
        yield _("{record}: another order").format(record=_(_KINDS[collection]))


def _name_document_field(name: str) -> str:
    return msgid("translations edit") if name == "translations" else name_field(name)


def _name(difference: Difference) -> str:
    kind = _(_KINDS[difference.collection])
    return f"{kind} {_quote(difference.text)}" if difference.text.strip() else kind


def _quote(text: str) -> str:
    return _("“{text}”").format(text=_shorten(text))


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


class _Places:
    """The names of the places in both documents."""

    def __init__(self, comparison: Comparison) -> None:
        self._merged = comparison.merged
        self._before = _name_places(comparison.before)
        self._after = _name_places(comparison.after)

    def tell_with_cell(self, difference: Difference) -> str:
        names = self._after if difference.after is not None else self._before
        cell = _tell_cell(difference, difference.record, names)
        return f"{_name(difference)} – {cell}" if cell else _name(difference)

    def tell_merging(self, difference: Difference) -> str:
        now = self._merged[difference.record.id]
        return f"{_name(difference)} → {_quote(now.text)}"

    def tell_move(self, difference: Difference) -> str:
        before = _tell_cell(difference, difference.before, self._before)
        after = _tell_cell(difference, difference.after, self._after)
        if not before or before == after:
            return _("{record}: another order").format(record=_name(difference))
        return f"{_name(difference)}: {before} → {after}"

    def tell_rewording(self, difference: Difference) -> str:
        before = Difference(difference.collection, None, difference.before).text
        kind = _(_KINDS[difference.collection])
        return f"{kind}: {_quote(before)} → {_quote(difference.text)}"


def _name_places(document: DocumentContent) -> dict[str, str]:
    """Return the words for every lane, step, phase and card."""
    facts = DerivedFacts(document)
    names = {lane.id: lane.name for lane in document.lanes}
    names.update({phase.id: phase.name for phase in document.phases})
    for phase_id, steps in facts.steps_of_phase.items():
        for number, step in enumerate(steps, 1):
            names[step.id] = step.name or f"{names[phase_id]} {number}"
    names.update({card.id: _quote(card.text) for card in document.cards})
    return names


def _tell_cell(difference: Difference, record: object, names: dict[str, str]) -> str:
    """Return where a record stands, in words; empty for what has no place."""
    fields = _PLACE_FIELDS.get(difference.collection, ())
    told = [names.get(str(getattr(record, field, "")), "") for field in fields]
    joint = " → " if difference.collection == "connectors" else " / "
    return joint.join(text for text in told if text)


_PLACE_FIELDS = MappingProxyType(
    {
        "cards": ("lane", "step"),
        "steps": ("phase",),
        "connectors": ("source", "target"),
        "marks": ("target",),
        "responsibilities": ("first_step", "last_step"),
    }
)
