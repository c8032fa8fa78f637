"""The list of what has changed since a named version, or since another state of the document."""

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.translated import translate
from blueprint_editor.sheets.prints.change_rows import ChangeRow, list_changes
from blueprint_editor.sheets.request import SheetRequest
from blueprint_editor.sheets.versions import find_version
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

SHEET = "change-list"
_A4 = (297.0, 210.0)
_COLUMNS = (("kind", 0.78), ("where", 2.0), ("before", 1.6), ("now", 1.6))
_ROW = 9.0


def make_change_list(sheet: Sheet) -> None:
    """Make the list since the version asked for, else since the newest one."""
    version = _find_version(sheet)
    if version is None:
        page, area = sheet.open_page(has_meta=False)
        page.write(sheet.words["no_version"], "body", area.x0, area.y0, area.width)
        return
    date = sheet.terms.date(version.at[:10])
    _write(sheet, version.document, f"{version.name} ({date})")


def make_list_since(
    before: DocumentContent, name: str, request: SheetRequest
) -> tuple[Drawing, ...]:
    """Return the list of what has changed since ``before``, which is called ``name``."""
    sheet = Sheet(request._replace(sheet=SHEET), _A4, no_names=False)
    _write(sheet, before, name)
    return sheet.finish()


def _find_version(sheet: Sheet) -> Snapshot | None:
    document, wanted = sheet.document, sheet.request.since
    if wanted:
        return find_version(document, wanted)
    versions = document.snapshots if isinstance(document, Document) else ()
    return versions[-1] if versions else None


def _write(sheet: Sheet, before: DocumentContent, name: str) -> None:
    page, area = sheet.open_page(has_meta=False)
    words, look = sheet.words, sheet.look
    y = page.write(
        sheet.document.title, "large", area.x0, area.y0, area.width, role="H2",
        language=sheet.text_language,
    )  # fmt: skip
    told = words["compared"].format(name)
    y = page.write(told, "body", area.x0, y + look.mm(0.6), area.width)
    rows = list_changes(translate(before, sheet.text_language), sheet.document, sheet)
    y = _write_counts(sheet, page, (area.x0, y + look.mm(0.6), area.width), rows)
    area = area._replace(y0=y + look.gap)
    if not rows:
        return
    columns = tuple(
        Column(words[key], weight, is_ours=key == "kind", is_strong=key == "kind")
        for key, weight in _COLUMNS
    )
    texts = [(row.sign, row.place, row.before, row.now) for row in rows]
    write_table(sheet, page, area, Table(columns, texts, look.mm(_ROW), 0, 1.2))


def _write_counts(
    sheet: Sheet, page: SheetPage, place: tuple[float, float, float], rows: list[ChangeRow]
) -> float:
    """Write how much has changed; return the y below it."""
    words, (x, y, width) = sheet.words, place
    counts = [
        words[f"count_{kind}"].format(number)
        for kind in ("added", "removed", "merged", "moved", "changed")
        if (number := len({row.place for row in rows if row.kind == kind}))
    ]
    return page.write(", ".join(counts) or words["nothing"], "strong", x, y, width)
