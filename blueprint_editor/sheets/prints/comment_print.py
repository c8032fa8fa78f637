"""A print to write comments on: each card by its code, with a wide ruled margin beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.commands.versions import is_kept
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.filtering import apply_filter
from blueprint_editor.model.records import Card, Comment
from blueprint_editor.model.translated import translate
from blueprint_editor.sheets.prints.flow import Flow
from blueprint_editor.sheets.versions import find_version
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import write_blank
from blueprint_editor.sheets.workshop.clipping import cut
from blueprint_editor.sheets.workshop.guide import write_instructions
from blueprint_editor.sheets.workshop.look import WRITING_PITCH
from blueprint_editor.sheets.workshop.sheet import Sheet

_SHARES = (1.2, 1.0)
"""Of the width: what is printed, and the margin."""
_CODE, _PAD, _BLANK = 17.0, 2.2, 11.0
"""Room for a code, around a row and for a line to fill in, in mm on A4."""
_FEWEST_LINES, _WHOLE_LINES = 2, 5
_MOST = 0.6
"""Share of a page that one row may take; what is more goes on at the end of the sheet."""


class _Piece(NamedTuple):
    """A text of a card with its style; ``is_ours``: in the sheet's words."""

    text: str
    style: str
    is_ours: bool = False


class _Source(NamedTuple):
    """What is commented on: a named version or the document as it is."""

    content: DocumentContent
    name: str


def make_comment_print(sheet: Sheet) -> None:
    """Make the pages: phase by phase, at last the whole."""
    source = _find_source(sheet)
    facts = DerivedFacts(source.content)
    flow = Flow(sheet)
    flow.area = write_instructions(sheet, flow.page, flow.area)
    _write_blanks(flow)
    flow.page.write(
        source.name, "note", flow.area.x0, flow.area.y0, flow.area.width,
        language=sheet.text_language,
    )  # fmt: skip
    flow.skip(6.0)
    writer = _Writer(flow, facts)
    for phase in source.content.phases:
        cards = [card for card in writer.cards if facts.phase_of_step[card.step].id == phase.id]
        if cards:
            name = f"{facts.phase_numbers[phase.id]} {phase.name}".strip()
            flow.head(name, is_ours=False, keep=7)
            for card in cards:
                writer.write_card(card)
    flow.head(sheet.words["whole"], keep=9)
    lines = max(_WHOLE_LINES, int(flow.area.height // WRITING_PITCH))
    writer.write_row("", [_Piece(text, "body") for text in writer.list_others()], lines)


def _find_source(sheet: Sheet) -> _Source:
    """Return the version that is asked for; else the document, by the name that keeps it so."""
    document, wanted = sheet.document, sheet.request.since
    if wanted:
        version = find_version(document, wanted)
        return _Source(translate(version.document, sheet.text_language), _name(sheet, version))
    if isinstance(document, Document):
        for version in reversed(document.snapshots):
            if is_kept(document, version):
                return _Source(document, _name(sheet, version))
    return _Source(document, f"{document.title} · {sheet.terms.status_line(document)}")


def _name(sheet: Sheet, version: Snapshot) -> str:
    told = f"{version.name}, {sheet.terms.date(version.at[:10])}"
    return f"{sheet.document.title} · {sheet.words['version'].format(told)}"


def _write_blanks(flow: Flow) -> None:
    """Write who comments, and when and to whom the print goes back."""
    sheet = flow.sheet
    for keys in (("commenter", "organisation"), ("return_by", "return_to")):
        row = flow.take(sheet.look.mm(_BLANK))
        for key, column in zip(keys, row.columns([1.0, 1.0], sheet.look.gap), strict=True):
            write_blank(sheet, flow.page, column, sheet.words[key])
    flow.skip(3.0)


class _Writer:
    """Writes cards with their lines, and keeps what is open on each."""

    def __init__(self, flow: Flow, facts: DerivedFacts) -> None:
        self.flow, self.facts, self.sheet = flow, facts, flow.sheet
        document = facts.document
        shown = {card.id for card in apply_filter(document).document.cards}
        lanes = self.sheet.terms.lanes
        self.lanes = {lane.id: lane.name.strip() or lanes[lane.role].name for lane in facts.lanes}
        self.cards = [c for c in facts.reading_order if c.id in shown and c.lane in self.lanes]
        self.actors = {actor.id: actor.name for actor in document.actors}
        self.comments: dict[str, list[Comment]] = {}
        holders = {link.id: link.source for link in document.connectors}
        for mark in document.marks:
            holders[mark.id] = holders.get(mark.target, mark.target)
        known = {card.id for card in self.cards}
        for comment in document.comments:
            if not comment.resolved and comment.text.strip():
                target = comment.target or ""
                card = holders.get(target, target)
                self.comments.setdefault(card if card in known else "", []).append(comment)

    def write_card(self, card: Card) -> None:
        """Write a card, what is marked on it and what is open about it."""
        terms, words = self.sheet.terms, self.sheet.words
        names = [self.lanes[card.lane], *(self.actors[actor] for actor in card.actors)]
        pieces = [_Piece(" · ".join(names), "note"), _Piece(card.text, "body")]
        for mark in self.facts.marks_of.get(card.id, ()):
            kind = terms.marks[mark.kind]
            told = f"{kind[:1].upper()}{kind[1:]} {self.facts.mark_numbers[mark.id]}: {mark.text}"
            pieces.append(_Piece(told, "note_strong"))
        pieces += [
            _Piece(f"{words['open']}: {_tell(self.sheet, comment)}", "note")
            for comment in self.comments.get(card.id, ())
        ]
        self.write_row(self.facts.card_codes[card.id], pieces, _FEWEST_LINES)

    def list_others(self) -> list[str]:
        """Return the open comments that are about no card."""
        open_word = self.sheet.words["open"]
        return [f"{open_word}: {_tell(self.sheet, c)}" for c in self.comments.get("", ())]

    def write_row(self, code: str, pieces: Sequence[_Piece], fewest_lines: int) -> None:
        """Write a row with its lines; texts that are too long for it go on at the end."""
        flow, look = self.flow, self.sheet.look
        pad = look.mm(_PAD)
        left = flow.area.columns(_SHARES, look.gap)[0]
        width = left.width - look.mm(_CODE)
        kept = [self._cut(code, piece, width) for piece in pieces]
        height = sum(self._measure(piece, width) for piece in kept)
        row = flow.take(max(height + 2 * pad, fewest_lines * WRITING_PITCH))
        left, margin = row.columns(_SHARES, look.gap)
        flow.page.line(row.x0, row.y0, row.x1, row.y0, width=0.4)
        with flow.page.tagged("Sect"):
            flow.page.write(code, "heading", left.x0, row.y0 + pad, look.mm(_CODE), role="H3")
            x, y = left.x0 + look.mm(_CODE), row.y0 + pad
            for piece in kept:
                language = "" if piece.is_ours else self.sheet.text_language
                y = flow.page.write(piece.text, piece.style, x, y, width, language=language)
        self._draw_lines(margin)

    def _cut(self, code: str, piece: _Piece, width: float) -> _Piece:
        language = self.sheet.text_language
        room = self.flow.full * _MOST / 2
        part, rest = cut(self.flow.page, piece.text, piece.style, width, room, language)
        if not rest:
            return piece
        self.sheet.keep_rest(code or self.sheet.words["whole"], rest)
        return piece._replace(text=f"{part} → {self.sheet.kit.continues}")

    def _measure(self, piece: _Piece, width: float) -> float:
        if not piece.text.strip():
            return 0.0
        language = self.sheet.text_language
        return self.flow.page.set_text(piece.text, piece.style, width, language=language).height

    def _draw_lines(self, margin: Area) -> None:
        """Draw the lines to write on, with their numbers."""
        page, look = self.flow.page, self.sheet.look
        page.line(margin.x0, margin.y0, margin.x0, margin.y1, width=0.4)
        count = int((margin.height + 0.5) // WRITING_PITCH)
        # The last of them is where the next row begins.
        step = margin.height / max(count, 1)
        places = [margin.y0 + (n + 1) * step for n in range(count)]
        for y in places:
            page.line(margin.x0 + look.mm(7), y, margin.x1, y, width=0.22)
        numbers = [page.set_text(str(n + 1), "note", look.mm(6)) for n in range(count)]
        x = margin.x0 + look.mm(1.6)
        shapes = [
            item
            for number, y in zip(numbers, places, strict=True)
            for item in number.placed_at(x, y - number.height - look.mm(0.6))
        ]
        page.figure(self.sheet.words["lines"].format(count), shapes)


def _tell(sheet: Sheet, comment: Comment) -> str:
    date = sheet.terms.date(comment.at[:10]) if comment.at else ""
    who = ", ".join(filter(None, (comment.author.strip(), date)))
    return f"{' '.join(comment.text.split())}{f' ({who})' if who else ''}"
