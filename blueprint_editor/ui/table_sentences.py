"""What is said of tables that are read, and of what is wrong with their cells."""

from collections.abc import Iterator, Sequence

from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.storage.csv_table import CellFault, TableError

_LONGEST = 60


def tell_fault(fault: CellFault) -> str:
    """Return where a cell with a fault stands and what is wrong with it."""
    place = _("Line {line}, column {column}").format(line=fault.line, column=fault.column)
    if fault.heading:
        place = f"{place} ({fault.heading})"
    value = " ".join(fault.value.split())
    value = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
    match fault.kind:
        case "no_name":
            what = _("nothing stands here")
        case "choice":
            what = _("“{value}” is none of the words that can stand here")
        case "twice":
            what = _("an earlier line has the ID “{value}”, too")
        case "beyond":
            what = _("no heading stands above “{value}”")
        case _:
            what = _("“{value}” cannot stand here")
    return f"{place}: {what.format(value=value)}"


def tell_table_error(error: TableError, name: str) -> str:
    """Return why a file is no such table; ``name`` is the heading that it must have."""
    if error.reason == "no_headings":
        return _(
            "No column of the first line is called {name}. The headings can be those of a table "
            "that was exported here, in any order."
        ).format(name=f"“{name}”")
    if error.reason == "large":
        return _("The table holds too many lines.")
    return _("The file is no text that could be read as a table.")


def list_remarks(faults: Sequence[CellFault], *, is_old_encoding: bool) -> Iterator[str]:
    """Yield what a person should know about how a table was read."""
    if is_old_encoding:
        yield _("The file is not in UTF-8 but in the older Windows letters: check ä, ö and å.")
    if lines := {fault.line for fault in faults}:
        yield ngettext(
            "{count} line is left out; what is wrong with it is told below.",
            "{count} lines are left out; what is wrong with them is told below.",
            len(lines),
        ).format(count=len(lines))
