"""A self-assessment of inclusion: three sides, the cards that serve each, questions to score."""

from blueprint_editor.language.inclusion_words import list_inclusion_names
from blueprint_editor.model.inclusion import find_inclusion_tags
from blueprint_editor.model.records import Tag
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.parts import write_in_place
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

_SCORES = ("0", "1", "2", "3")
_ROW = 13.0
_MOST_LINES = 8
"""Of the list of cards; what is more goes on at the end of the sheet."""
_SIDES = ("own_life", "influence", "common_good")


def make_inclusion(sheet: Sheet) -> None:
    """Make the three tables; what the cards are is told where the sheet is not blank."""
    page, area = sheet.open_page()
    area = write_instructions(sheet, page, area)
    words, look = sheet.words, page.look
    columns = (
        Column(words["question"], 3.1, is_ours=True),
        Column(words["score"], 1.35, _SCORES, is_scale=True),
        Column(words["noticed"], 1.9),
    )
    tags = find_inclusion_tags(sheet.document)
    names = list_inclusion_names(sheet.language)
    for side, name, tag in zip(_SIDES, names, tags, strict=True):
        heading = name.partition(": ")[2]
        title = heading[:1].upper() + heading[1:]
        rows = [(question, "", "") for question in words.lists[side]]
        told = _tell_cards(sheet, tag)
        most = _MOST_LINES * look.styles["body"].leading
        list_height = min(page.set_text(told, "body", area.width).height if told else 0.0, most)
        if area.height < look.mm(_ROW) * (len(rows) + 2) + list_height:
            page, area = sheet.open_page()
        y = page.write(title, "large", area.x0, area.y0, area.width, role="H2")
        room = area._replace(y0=y, y1=y + list_height)
        y = write_in_place(
            sheet, page, room, told, "body", label=title, language=sheet.text_language
        )
        area = area._replace(y0=y + look.mm(1.5))
        page, area = write_table(sheet, page, area, Table(columns, rows, look.mm(_ROW), 0))
        area = area._replace(y0=area.y0 + look.mm(5))


def _tell_cards(sheet: Sheet, tag: Tag | None) -> str:
    """Return the cards that bear a tag, each on its line; words where there are none."""
    if sheet.request.filling == "blank":
        return ""
    codes = sheet.derived.card_codes
    told = [
        f"• {codes.get(card.id, '')} {' '.join(card.text.split())}"
        for card in sheet.derived.reading_order
        if tag is not None and tag.id in card.tags
    ]
    return "\n".join(told)
