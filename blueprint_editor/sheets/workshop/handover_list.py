"""The handover list: who hands what over to whom, and what of that is not agreed yet."""

from blueprint_editor.model.records import Card, Connector, Handover
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_list

_COLUMNS = (
    ("from", 1.5), ("to", 1.5), ("information", 1.35), ("basis", 1.1), ("method", 1.4),
    ("time", 1.0), ("gaps", 1.05),
)  # fmt: skip
_ROW = 12.0
_GAP = "!"


def make_handover_list(sheet: Sheet) -> None:
    """Make the table, in reading order of the cards that hand over."""
    page, area = sheet.open_page(has_meta=False)
    area = write_instructions(sheet, page, area)
    rows = [_tell(sheet, connector) for connector in _list_handovers(sheet)]
    columns = tuple(
        Column(sheet.words[key], weight, is_ours=key == "gaps") for key, weight in _COLUMNS
    )
    write_list(sheet, page, area, Table(columns, rows, page.look.mm(_ROW), 0))


def _list_handovers(sheet: Sheet) -> list[Connector]:
    of_card = sheet.derived.connectors_of
    return [
        connector
        for card in sheet.derived.reading_order
        for connector in of_card.get(card.id, ())
        if connector.kind == "handover" or connector.handover is not None
    ]


def _tell(sheet: Sheet, connector: Connector) -> tuple[str, ...]:
    """Return the row of a handover; what is missing has a sign in its place and a word at last."""
    handover = connector.handover or Handover()
    cards, names = sheet.derived.cards, {actor.id: actor.name for actor in sheet.document.actors}
    source, target = cards[connector.source], cards[connector.target]
    giver = names.get(handover.giver or "", "")
    giver = giver or ", ".join(names[actor] for actor in source.actors)
    told = {
        "giver": giver,
        "receiver": names.get(handover.receiver or "", ""),
        "information": handover.information,
        "basis": _tell_basis(sheet, handover),
        "method": _tell_method(sheet, source, handover),
        "time": handover.time,
    }
    missing = [key for key, text in told.items() if not text.strip()]
    shown = {key: text.strip() or _GAP for key, text in told.items()}
    if handover.confirmation.strip():
        confirmed = sheet.words["confirmation"].format(handover.confirmation)
        shown["method"] = f"{shown['method']} · {confirmed}"
    gaps = ", ".join(sheet.words[f"missing_{key}"] for key in missing)
    label = f" ({connector.label})" if connector.label.strip() else ""
    return (
        f"{shown['giver']} – {_name_card(sheet, source)}",
        f"{shown['receiver']} – {_name_card(sheet, target)}",
        shown["information"] + label, shown["basis"], shown["method"], shown["time"],
        f"{_GAP} {gaps}" if gaps else sheet.words["complete"],
    )  # fmt: skip


def _name_card(sheet: Sheet, card: Card) -> str:
    return f"{sheet.derived.card_codes[card.id]} {card.text}"


def _tell_basis(sheet: Sheet, handover: Handover) -> str:
    kind = sheet.terms.handover_bases[handover.basis] if handover.basis else ""
    return ", ".join(filter(None, (kind, handover.basis_text.strip())))


def _tell_method(sheet: Sheet, source: Card, handover: Handover) -> str:
    channel = sheet.terms.channels[source.channel] if source.channel else ""
    return ", ".join(filter(None, (handover.method.strip(), channel)))
