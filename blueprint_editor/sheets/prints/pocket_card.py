"""The pocket card: what an employer, or another actor, gets and does, and whom to call.

On A6 it is a card with two sides, on A4 a sheet to be folded into three.
"""

from collections import Counter
from typing import NamedTuple

from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.layout.text import SetText
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.records import Actor
from blueprint_editor.sheets.prints.columns import PageColumn
from blueprint_editor.sheets.prints.duties import Duties, list_doers
from blueprint_editor.sheets.prints.flow import GAP
from blueprint_editor.sheets.prints.induction import list_actors
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.clipping import clip
from blueprint_editor.sheets.workshop.look import Look, make_look
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet

_ACCENT = "#0B6E74"
_QR, _BETWEEN = 24.0, 1.6
"""In mm on A4: the code, and what stands between two contacts."""
_FOLDED = 200.0
"""A page wider than this in mm is to be folded."""
_NOT_CALLED = frozenset({"client", "close_person", "system"})
_LEAST_SHARE, _MOST_SHARE = 0.3, 0.62
"""Of the back of the card that the contacts take."""
_SIZES = (1.3, 1.15, 1.0, 0.92)
"""Of the letters, as a share of the usual ones, the largest first."""


class _Content(NamedTuple):
    gets: tuple[str, ...]
    does: tuple[str, ...]
    partners: tuple[Actor, ...]


def make_pocket_cards(sheet: Sheet) -> None:
    """Make the card of the actor asked for; else one for each employer, or for all who work."""
    actors = list_actors(sheet)
    if not sheet.request.actor:
        actors = tuple(a for a in sheet.document.actors if a.kind == "employer") or actors
    if not actors:
        page, area = sheet.open_page(has_meta=False)
        page.write(sheet.words["empty"], "body", area.x0, area.y0, area.width)
    usual = sheet.look
    for actor in actors:
        sheet.look = usual
        sheet.begin_part(actor.name)
        content = _find_content(sheet.derived, actor)
        sheet.look = _find_look(sheet, actor, content)
        _make_card(sheet, actor, content)
    sheet.look = usual


def _find_look(sheet: Sheet, actor: Actor, content: _Content) -> Look:
    """Return the look with the largest letters in which all of a card has room."""
    usual = sheet.look
    for share in _SIZES:
        trial = sheet.make_trial()
        trial.look = make_look(
            min(sheet.size), greyscale=usual.greyscale, body=usual.unit * 12.0 * share,
            margin=usual.margin,
        )  # fmt: skip
        _make_card(trial, actor, content)
        if not trial.rest:
            return trial.look
    return usual


def _find_content(derived: DerivedFacts, actor: Actor) -> _Content:
    duties = Duties(derived, actor)
    actors = {a.id: a for a in derived.document.actors}
    gets, met = [], Counter[str]()
    for band in derived.document.responsibilities:
        met[band.actor] += 1
    for way in duties.incoming:
        givers = [a for a in list_doers(derived, way.source) if actors[a].kind not in _NOT_CALLED]
        met.update(givers)
        if givers:
            names = ", ".join(actors[giver].name for giver in givers)
            gets.append(f"{names}: {way.source.plain_text.strip() or way.source.text.strip()}")
    for card in (*duties.cards, *(way.target for way in duties.outgoing)):
        met.update(list_doers(derived, card))
    does = (c.plain_text.strip() or c.text.strip() for c in duties.cards)
    called = [a for a, _ in met.most_common() if a not in duties.ids]
    partners = tuple(actors[a] for a in called if actors[a].kind not in _NOT_CALLED)
    return _Content(tuple(dict.fromkeys(gets)), tuple(filter(None, does)), partners)


def _make_card(sheet: Sheet, actor: Actor, content: _Content) -> None:
    page, _ = sheet.open_page(banded=False)
    margin = sheet.look.margin
    if page.area.width > _FOLDED:
        panels = page.area.columns([1.0] * 3)
        _draw_folds(page, panels)
        cover, does, calls = (panel.inset(margin) for panel in panels)
        _write_cover(sheet, page, panels[0], cover, actor, content)
        _write_does(PageColumn(sheet, page, does, colour=_ACCENT), content)
        _write_calls(PageColumn(sheet, page, calls, colour=_ACCENT), content)
        return
    _write_cover(sheet, page, page.area, page.area.inset(margin), actor, content)
    back, area = sheet.open_page(banded=False)
    called = _measure_calls(sheet, back, area.width, content)
    height = min(max(called, area.height * _LEAST_SHARE), area.height * _MOST_SHARE)
    upper, lower = area.split_bottom(height, sheet.look.mm(4))
    _write_does(PageColumn(sheet, back, upper, colour=_ACCENT), content)
    back.begin_group()
    back.line(area.x0, lower.y0 - sheet.look.mm(2), area.x1, lower.y0 - sheet.look.mm(2))
    _write_calls(PageColumn(sheet, back, lower, colour=_ACCENT), content)


def _draw_folds(page: SheetPage, panels: tuple[Area, ...]) -> None:
    """Draw short dashes at the edges where the sheet is folded."""
    for panel in panels[1:]:
        for y0, y1 in ((panel.y0 + 2.0, panel.y0 + 8.0), (panel.y1 - 8.0, panel.y1 - 2.0)):
            page.line(panel.x0, y0, panel.x0, y1, width=0.3, dash=(1.0, 1.0))


def _write_cover(
    sheet: Sheet, page: SheetPage, panel: Area, area: Area, actor: Actor, content: _Content
) -> None:
    """Write for whom the card is, and what that actor gets."""
    look, language = sheet.look, sheet.text_language
    white = look.ink if look.greyscale else "#FFFFFF"
    styles = [look.styles[name]._replace(colour=white) for name in ("note_strong", "title", "body")]
    told = []
    rows = ((sheet.words.title, 1), (actor.name, 3), (sheet.document.title, 2))
    for (text, lines), style in zip(rows, styles, strict=True):
        short = clip(page, text, style, area.width, lines, language)
        if short != text:
            sheet.keep_rest(short, text)
        told.append(page.set_text(short, style, area.width, language=language))
    bottom = area.y0 + sum(text.height for text in told) + look.mm(5)
    if look.greyscale:
        page.line(area.x0, bottom, area.x1, bottom, width=0.9, colour=look.ink)
    else:
        page.draw([
            Rectangle(panel.x0, panel.y0, panel.width, bottom - panel.y0, look.navy),
            Rectangle(panel.x0, bottom - 1.6, panel.width, 1.6, _ACCENT),
        ])  # fmt: skip
    y = area.y0
    for number, done in enumerate(told):
        y = page.put(done, area.x0, y, role="H1" if number == 1 else "P")
    column = PageColumn(sheet, page, area._replace(y0=bottom + look.mm(4)), colour=_ACCENT)
    column.head(sheet.words["gets"])
    _write_list(column, sheet.words["gets"], content.gets, sheet.words["missing_gets"])


def _write_does(column: PageColumn, content: _Content) -> None:
    words = column.sheet.words
    column.head(words["does"])
    _write_list(column, words["does"], content.does, words["missing_does"])


def _write_list(column: PageColumn, label: str, texts: tuple[str, ...], missing: str) -> None:
    """Write texts as a numbered list; those without room go on at the end."""
    if not texts:
        column.gap(missing, 1)
        return
    sheet, page = column.sheet, column.page
    indent, gap = sheet.look.mm(6), sheet.look.mm(1.4)
    language, width = sheet.text_language, column.area.width - indent
    left = list(enumerate(texts, 1))
    with page.tagged("L"):
        while left:
            number, text = left[0]
            done = page.set_text(text[:4000], "body", width, language=language)
            more = column.leading if len(left) > 1 else 0.0
            if done.height + more > column.area.height:
                break
            left.pop(0)
            area = column.area
            with page.tagged("LI"), page.tagged("LBody"):
                page.write(f"{number}.", "strong", area.x0, area.y0, indent, role=None)
                page.put(done, area.x0 + indent, area.y0, role=None)
            column.area = area._replace(y0=min(area.y0 + done.height + gap, area.y1))
    _keep(column, label, left)


def _keep(column: PageColumn, label: str, left: list[tuple[int, str]]) -> None:
    """Say that a list goes on, and keep what is left of it for the end."""
    if not left:
        return
    for number, text in left:
        column.sheet.keep_rest(f"{label} {number}", text)
    area = column.area
    told = f"→ {column.sheet.kit.continues}"
    y = max(area.y1 - column.leading, area.y0)
    if y + column.sheet.look.styles["note"].leading <= area.y1 + 0.1:
        column.page.write(told, "note", area.x0, y, area.width)


def _write_calls(column: PageColumn, content: _Content) -> None:
    """Write whom to call, with a line where there is no number, and where to read more."""
    sheet, page, look = column.sheet, column.page, column.sheet.look
    column.head(sheet.words["calls"])
    project = sheet.project
    url = (project.published_url or "").strip()
    side = min(look.mm(_QR), column.area.height * 0.5)
    if url:
        column.area, foot = column.area.split_bottom(side, look.mm(2))
    if not content.partners:
        column.gap(sheet.words["missing_calls"], 1)
    left = list(enumerate(content.partners, 1))
    while left:
        _, actor = left[0]
        if not _write_partner(column, actor, more=len(left) > 1):
            break
        left.pop(0)
    _keep(column, sheet.words["calls"], [(n, _tell_partner(sheet, a)) for n, a in left])
    if url:
        page.begin_group()
        code = PageColumn(sheet, page, foot._replace(x1=foot.x0 + side), colour=_ACCENT)
        code.draw_code(url, side)
        beside = foot._replace(x0=foot.x0 + side + look.mm(3), y0=foot.y0 + look.mm(2))
        words = PageColumn(sheet, page, beside)
        words.head(sheet.words["more"], "note_strong")
        words.address(sheet.words["more"], url)


def _measure_calls(sheet: Sheet, page: SheetPage, width: float, content: _Content) -> float:
    """Return the height in mm that the contacts take."""
    look = sheet.look
    height = look.styles["large"].leading + look.mm(0.8)
    for actor in content.partners:
        name, text = _set_partner(sheet, page, width, actor)
        height += name.height + text.height + look.mm(_BETWEEN)
    if (sheet.project.published_url or "").strip():
        height += look.mm(_QR + 2)
    return height


def _tell_partner(sheet: Sheet, actor: Actor) -> str:
    return f"{actor.name}: {actor.contact.strip() or sheet.words['missing_number']}"


def _set_partner(
    sheet: Sheet, page: SheetPage, width: float, actor: Actor
) -> tuple[SetText, SetText]:
    """Set who and how to reach."""
    language, contact = sheet.text_language, actor.contact.strip()
    told = contact or f"{GAP} {sheet.words['missing_number']}"
    style = "body" if contact else "hint"
    return (
        page.set_text(actor.name[:400], "strong", width, language=language),
        page.set_text(told[:4000], style, width, language=language if contact else ""),
    )


def _write_partner(column: PageColumn, actor: Actor, *, more: bool) -> bool:
    """Write who and how to reach; return False where there is no room."""
    sheet, page, look, area = column.sheet, column.page, column.sheet.look, column.area
    name, text = _set_partner(sheet, page, area.width, actor)
    height = name.height + text.height
    if height + (column.leading if more else 0.0) > area.height + 0.1:
        return False
    y = page.put(name, area.x0, area.y0, role="H3")
    page.put(text, area.x0, y)
    if not actor.contact.strip():
        base = y + text.height - look.mm(1)
        page.line(area.x0 + text.width + look.mm(2), base, area.x1, base)
    column.area = area._replace(y0=min(area.y0 + height + look.mm(_BETWEEN), area.y1))
    return True
