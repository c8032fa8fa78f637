"""Statistics for the command info: as data, and as tables of text in the program's language."""

from collections.abc import Iterator
from typing import Any

from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.checks.statistics import (
    count_actors,
    count_feelings,
    count_lanes,
    count_paths,
)
from blueprint_editor.checks.statistics_tables import StatisticsTable, make_tables
from blueprint_editor.language.texts import use_language
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.durations import TimeSum, sum_times

SHAPE = (
    '{"times": {"doing": TIME, "waiting": TIME, "phases": [{"phase": id, "doing": TIME, '
    '"waiting": TIME, "is_stated": true or false}]}, "actors": [{"actor": id, "leads", "joins", '
    '"gives", "receives", "owns": number}], "lanes", "paths": [{"record": id, "cards", '
    '"own_cards", "problems", "solutions": number}], "feelings": [{"feeling": -2 … 2 or null, '
    '"cards", "critical_points", "problems", "solutions": number}]}, where TIME is '
    '{"min_minutes": number, "max_minutes": number or null if open, "is_rough": true or false, '
    '"measured", "untold": number}; what stands in one step happens side by side, so that only '
    "the longest of it is in a sum, and waits are apart"
)


def describe_statistics(document: Document) -> dict[str, Any]:
    """Return what :data:`SHAPE` tells."""
    facts = DerivedFacts(document)
    times = sum_times(facts)
    phases = [
        {
            **phase._asdict(),
            "doing": _describe_time(phase.doing),
            "waiting": _describe_time(phase.waiting),
        }
        for phase in times.phases
    ]
    return {
        "times": {
            "doing": _describe_time(times.doing),
            "waiting": _describe_time(times.waiting),
            "phases": phases,
        },
        "actors": [count._asdict() for count in count_actors(document)],
        "lanes": [count._asdict() for count in count_lanes(facts)],
        "paths": [count._asdict() for count in count_paths(facts)],
        "feelings": [count._asdict() for count in count_feelings(facts)],
    }


def _describe_time(time: TimeSum) -> dict[str, Any]:
    return {
        "min_minutes": time.low,
        "max_minutes": time.high,
        "is_rough": time.is_rough,
        "measured": time.measured,
        "untold": time.untold,
    }


def write_statistics(document: Document, language: str) -> Iterator[str]:
    """Yield the lines of the tables in a language of the program, an empty line before each."""
    use_language(language, ResourceDir.find().resource("locale"))
    for table in make_tables(DerivedFacts(document)):
        yield ""
        yield from _write_table(table)


def _write_table(table: StatisticsTable) -> Iterator[str]:
    yield table.title.upper()
    rows = [[" ".join(text.split()) for text in row] for row in (table.heads, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *figures in rows:
        told = (text.rjust(width) for text, width in zip(figures, widths[1:], strict=True))
        yield "  ".join((name.ljust(widths[0]), *told))
    yield from table.notes
