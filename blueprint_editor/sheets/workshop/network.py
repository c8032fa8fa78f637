"""W10: a participant's rings of people and services, and the project's table of actors."""

from blueprint_editor.drawing.primitives import Path, Stroke
from blueprint_editor.layout.icons import trace_circle
from blueprint_editor.model.records import Actor, Handover
from blueprint_editor.sheets.prints.duties import Duties, Way, list_doers
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.page import SheetPage
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

_SIDE = 92.0
_ROW = 19.0
_SHARES = (0.2, 0.48, 0.75, 1.0)
_KEYS = (("actor", 1.2), ("role", 1.7), ("contact", 1.15), ("does", 1.55), ("information", 1.68))
_MOST_TASKS = 3
_CLIENTS = frozenset({"client", "close_person"})
_SEEN = frozenset({"customer", "frontstage", "frontstage_technology"})
"""Roles of the lanes on which something is done for the client to see."""
_DASHES = ((), (), (7.0, 5.0), (0.8, 1.8))
_WIDTHS = (1.3, 0.4, 0.5, 0.5)
"""How links are drawn that are strong, weak, broken and missing; in mm on A4."""


def make_network(sheet: Sheet) -> None:
    """Make both versions; only the participant's asks for no real names."""
    page, area = sheet.open_with_guide(side=_SIDE)
    _write_rings(sheet, page, area)
    sheet.no_names = False
    page, area = sheet.open_page()
    words = sheet.words
    y = page.write(words["table_title"], "large", area.x0, area.y0, area.width, role="H2")
    area = area._replace(y0=y + page.look.mm(2))
    columns = (
        *(Column(words[key], weight) for key, weight in _KEYS),
        Column(words["link"], 1.86, words.lists["links"], across=2),
        Column(words["transition"], 0.94, (words["yes"], words["no"])),
    )
    actors = sheet.document.actors if sheet.is_prefilled else ()
    rows = [_tell_actor(sheet, actor) for actor in actors if actor.kind != "system"]
    write_table(sheet, page, area, Table(columns, rows, _ROW))


def _tell_actor(sheet: Sheet, actor: Actor) -> tuple[str, ...]:
    """Return what the document knows of an actor; how strong a link is only the group can tell."""
    duties = Duties(sheet.derived, actor)
    has_transition = bool(duties.given or duties.received) or any(
        mark.kind == "transition" and mark.target in {card.id for card in duties.cards}
        for mark in sheet.document.marks
    )
    tasks, told = _tell_tasks(duties), _tell_information(sheet, duties)
    transition = sheet.words["yes"] if has_transition else ""
    return (actor.name, actor.role, actor.contact, tasks, told, "", transition)


def _tell_tasks(duties: Duties) -> str:
    """Return an actor's first tasks for the client; before all others those that the client sees.

    None for the client and those close to them.
    """
    if duties.actor.kind in _CLIENTS:
        return ""
    lanes = {lane.id for lane in duties.derived.lanes if lane.role in _SEEN}
    seen = [card for card in duties.cards if card.lane in lanes] or duties.cards
    return "\n".join(
        " ".join(card.text.split()) for card in seen[:_MOST_TASKS] if card.text.strip()
    )


def _tell_information(sheet: Sheet, duties: Duties) -> str:
    """Return what is told at an actor's handovers and on its connectors of information."""
    lines = []
    for word, handovers, others in (
        ("gives", duties.given, duties.outgoing),
        ("gets", duties.received, duties.incoming),
    ):
        ways = [way for way in others if way.connector.kind == "information"]
        told = [_tell_way(duties, way, is_given=word == "gives") for way in (*handovers, *ways)]
        texts = [text for text in dict.fromkeys(told) if text]
        if texts:
            lines.append(sheet.words[word].format("; ".join(texts[:_MOST_TASKS])))
    return "\n".join(lines)


def _tell_way(duties: Duties, way: Way, *, is_given: bool) -> str:
    """Return what goes that way, and in brackets to whom or from whom; empty if it says nothing."""
    handover, derived = way.connector.handover or Handover(), duties.derived
    told = " ".join((handover.information.strip() or way.connector.label).split())
    other = handover.receiver if is_given else handover.giver
    beyond = (other,) if other else list_doers(derived, way.target if is_given else way.source)
    names = [actor.name for actor in derived.document.actors if actor.id in beyond[:1]]
    return f"{told} ({names[0]})" if told and names else told


def _write_rings(sheet: Sheet, page: SheetPage, area: Area) -> None:
    names, look = sheet.words.lists["rings"], page.look
    page.write(sheet.words["rings_title"], "heading", area.x0, area.y0, look.mm(60), role="H2")
    _explain_links(sheet, page, area)
    cx, cy = (area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2
    outer = min(area.width, area.height) / 2
    fills = _find_fills(page)
    rings = [
        Path(trace_circle(cx, cy, outer * share), fill, Stroke(look.rule, look.mm(0.35)))
        for fill, share in reversed(list(zip(fills, _SHARES, strict=True)))
    ]
    page.figure(sheet.words["rings_alt"].format(", ".join(names)), rings)
    for number, (name, share) in enumerate(zip(names, _SHARES, strict=True)):
        text = page.set_text(name, "strong", outer * 0.8, align="center")
        y = cy - outer * share + look.mm(1.6)
        if number == 0:
            y = cy - text.height / 2
        page.put(text, cx - outer * 0.4, y)


def _find_fills(page: SheetPage) -> tuple[str, str, str, str]:
    """Return the colours of the rings from the inside: the nearer to the client, the warmer."""
    look = page.look
    if look.greyscale:
        return ("#FFFFFF",) * 4
    client = look.theme.roles["customer"]
    return (client.fill, client.tint, "#FFFFFF", look.panel)


def _explain_links(sheet: Sheet, page: SheetPage, area: Area) -> None:
    """Write in the corner below how links are drawn."""
    words, look = sheet.words, page.look
    style = look.styles["body"]
    length, names = look.mm(17), words.lists["links"]
    pitch = style.leading + look.mm(1.2)
    y = area.y1 - pitch * len(names) - style.leading
    with page.tagged("Sect"):
        page.write(words["link"], "heading", area.x0, y, look.mm(60), role="H2")
        with page.tagged("L"):
            for name, dash, width in zip(names, _DASHES, _WIDTHS, strict=True):
                y += pitch
                middle = y + style.leading / 2
                told = tuple(look.mm(part) for part in dash)
                page.line(
                    area.x0, middle, area.x0 + length, middle, width=width, colour=look.ink,
                    dash=told,
                )  # fmt: skip
                with page.tagged("LI"), page.tagged("LBody"):
                    left = area.x0 + length + look.mm(2)
                    page.write(name, "body", left, y, look.mm(40), role=None)
