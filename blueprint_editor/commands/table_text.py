"""Cards as plain text and tables for other programs, and such texts read back."""

import csv
import io
from collections.abc import Iterator
from html import escape

from blueprint_editor.commands.fragment import Fragment
from blueprint_editor.model.cell_texts import defuse, restore
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.record import clean_text

_BETWEEN_CARDS = "\n\n"


def write_plain_text(fragment: Fragment) -> str:
    """Return the texts of the cards in reading order, each from a line of its own."""
    return "\n".join(card.text for card in DerivedFacts(fragment.document).reading_order)


def write_table_text(fragment: Fragment) -> str:
    """Return lanes × steps as spreadsheets write a block of cells."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerows([defuse(text) for text in row] for _, row in _iter_rows(fragment))
    return out.getvalue()


def write_html_table(fragment: Fragment) -> str:
    """Return lanes × steps as an HTML table with the lanes' and steps' names as headers."""
    document = fragment.document
    facts = DerivedFacts(document)
    heads = [step.name or facts.phase_of_step[step.id].name for step in facts.steps]
    lines = [f'<table lang="{escape(document.language)}"><thead><tr><td></td>']
    lines += [f'<th scope="col">{_make_html(head)}</th>' for head in heads]
    lines.append("</tr></thead><tbody>")
    for name, row in _iter_rows(fragment):
        cells = "".join(f"<td>{_make_html(text)}</td>" for text in row)
        lines.append(f'<tr><th scope="row">{_make_html(name)}</th>{cells}</tr>')
    lines.append("</tbody></table>")
    return "".join(lines)


def _iter_rows(fragment: Fragment) -> Iterator[tuple[str, list[str]]]:
    """Yield (lane name, cell texts by step)."""
    document = fragment.document
    facts = DerivedFacts(document)
    for lane in document.lanes:
        cells = (facts.cards_by_cell.get((lane.id, step.id), ()) for step in facts.steps)
        yield lane.name, [_BETWEEN_CARDS.join(card.text for card in cards) for cards in cells]


def _make_html(text: str) -> str:
    return escape(defuse(text)).replace("\n", "<br>")


def is_table(text: str) -> bool:
    """Tell whether a text looks like a block of cells from a spreadsheet."""
    return "\t" in text.strip("\r\n")


def parse_table(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a block of cells as spreadsheets write it.

    A cell with line breaks, tabs or quotes in it stands in quotes, its own quotes doubled. A text
    with a lonely quote is taken as it stands.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    try:
        rows = list(csv.reader(io.StringIO(lines, newline=""), dialect="excel-tab", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in lines.split("\n")]
    return tuple(tuple(clean_text(restore(cell)) for cell in row) for row in rows)


def parse_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that hold something."""
    return tuple(line for line in map(str.strip, clean_text(text).split("\n")) if line)


def split_cards(text: str) -> tuple[str, ...]:
    """Return the texts between the blank lines of a table cell; each is a card."""
    return tuple(part for part in map(str.strip, text.split(_BETWEEN_CARDS)) if part)
