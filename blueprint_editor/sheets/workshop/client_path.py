"""The client's path in plain language: numbered steps in large type, and who can help."""

from typing import NamedTuple

from blueprint_editor.drawing.drawing import TagRole
from blueprint_editor.drawing.primitives import Rectangle, Stroke
from blueprint_editor.layout.actor_sign import ActorSign, find_actor_signs
from blueprint_editor.model.records import Actor, Card
from blueprint_editor.sheets.prints.duties import list_met
from blueprint_editor.sheets.workshop.actor_chip import draw_chip
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.bands import write_blank
from blueprint_editor.sheets.workshop.clipping import cut
from blueprint_editor.sheets.workshop.sheet import Sheet

_NUMBER = 10.0
"""Room for the number of a step, in mm on A4."""
_CONTACT = 9.0


class _Step(NamedTuple):
    number: str
    text: str


def make_client_path(sheet: Sheet) -> None:
    """Make the pages from what the client does and from whom the client meets, nothing else."""
    flow = _Flow(sheet)
    flow.write(sheet.document.title, "strong")
    flow.write(sheet.words.instructions, "body", language=sheet.language)
    steps = _list_steps(sheet)
    if not steps:
        flow.write(sheet.words["empty"], "body", language=sheet.language)
    for name, of_phase in steps:
        if name.strip():
            flow.head(name, sheet.text_language)
        flow.write_steps(of_phase)
    actors = list_met(sheet.derived)
    if actors:
        flow.head(sheet.words["contacts"], sheet.language)
    signs = find_actor_signs(sheet.document.actors, sheet.look.greyscale)
    for actor in actors:
        flow.write_actor(actor, signs[actor.id])


def _list_steps(sheet: Sheet) -> list[tuple[str, list[_Step]]]:
    """Return (name of the phase, its steps) of the phases in which the client does something."""
    derived = sheet.derived
    lanes = {lane.id for lane in derived.lanes if lane.role == "customer"}
    of_phase: dict[str, list[_Step]] = {}
    count = 0
    for card in derived.reading_order:
        # A card without words is no step that anybody could take.
        if card.lane in lanes and (card.plain_text.strip() or card.text.strip()):
            count += 1
            phase = derived.phase_of_step[card.step].id
            of_phase.setdefault(phase, []).append(_Step(str(count), _tell(sheet, card)))
    return [(p.name, of_phase[p.id]) for p in sheet.document.phases if p.id in of_phase]


def _tell(sheet: Sheet, card: Card) -> str:
    text = card.plain_text.strip() or card.text
    limits = ", ".join(variant.name for variant in sheet.derived.limits(card.variants))
    return f"{text} ({sheet.terms.only_on_path} {limits})" if limits else text


class _Flow:
    """Text that goes on from page to page."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.page, self.area = sheet.open_page(has_meta=False)
        self.gap = sheet.look.gap / 2

    def _turn(self) -> None:
        self.page, self.area = self.sheet.open_page()

    def _need(self, lines: int) -> None:
        """Turn the page where there is no room for so many lines."""
        if self.area.height < lines * self.sheet.look.styles["body"].leading:
            self._turn()

    def _go_below(self, y: float) -> None:
        self.area = self.area._replace(y0=min(y, self.area.y1))

    def head(self, text: str, language: str) -> None:
        """Write a heading that some lines stand below on the same page."""
        self._go_below(self.area.y0 + self.gap)
        self.write(text, "large", role="H2", keep=5, language=language)

    def write(
        self, text: str, style: str, *, role: TagRole = "P", keep: int = 2, language: str = ""
    ) -> None:
        """Write a text; ``keep`` is how many lines it and what follows need together."""
        told = language or self.sheet.text_language
        rest = text.strip()
        while rest:
            self._need(keep)
            area = self.area
            part, rest = cut(self.page, rest, style, area.width, area.height, told)
            y = self.page.write(part, style, area.x0, area.y0, area.width, role=role, language=told)
            self._go_below(y)
        self._go_below(self.area.y0 + self.gap / 2)

    def write_steps(self, steps: list[_Step]) -> None:
        """Write a list of steps; each page has a list of its own."""
        rest = steps
        while rest:
            self._need(2)
            with self.page.tagged("L"):
                rest = self._write_some(rest)
            if rest:
                self._turn()

    def _write_some(self, steps: list[_Step]) -> list[_Step]:
        """Write what the page holds and return what is left."""
        page, look, language = self.page, self.sheet.look, self.sheet.text_language
        for index, (number, text) in enumerate(steps):
            area = self.area
            label, body = area.split_left(look.mm(_NUMBER))
            if area.height < 2 * look.styles["body"].leading:
                return steps[index:]
            part, rest = cut(page, text, "body", body.width, body.height, language)
            with page.tagged("LI"), page.tagged("LBody"):
                if number:
                    self._draw_number(label, number)
                y = page.write(
                    part, "body", body.x0, body.y0, body.width, role=None, language=language
                )
            self._go_below(y + self.gap)
            if rest:
                return [_Step("", rest), *steps[index + 1 :]]
        return []

    def _draw_number(self, area: Area, number: str) -> None:
        """Draw a step's number on a disc in the client's colour."""
        page, look = self.page, self.sheet.look
        size = look.styles["body"].leading
        client = look.theme.roles["customer"]
        stroke = Stroke(client.border, look.mm(0.3))
        page.draw([Rectangle(area.x0, area.y0, size, size, client.fill, stroke, size / 2)])
        style = look.styles["strong"]
        style = style._replace(size=style.size * 0.86)
        digits = page.set_text(number, style, size, align="center")
        page.put(digits, area.x0, area.y0 + (size - digits.height) / 2, role=None)

    def write_actor(self, actor: Actor, sign: ActorSign) -> None:
        """Write who helps, the actor's sign before the name, and how to reach them."""
        self._need(3)
        self._keep_actor(actor)
        style = self.sheet.look.styles["strong"]
        row = self.area._replace(y1=self.area.y0 + style.leading)
        chip = self.sheet.look.styles["note_strong"]
        width = draw_chip(self.page, sign, row, chip._replace(leading=style.leading * 0.8))
        whole = self.area
        self.area = whole._replace(x0=whole.x0 + width + self.sheet.look.mm(2))
        self.write(actor.name, "strong", role="H3", keep=3)
        self.area = self.area._replace(x0=whole.x0)
        self.write(actor.role, "body")
        self.write_contact(actor.contact)

    def _keep_actor(self, actor: Actor) -> None:
        """Turn the page where somebody's name and how to reach them would stand on two."""
        look, page, language = self.sheet.look, self.page, self.sheet.text_language
        height = look.styles["strong"].leading + 2 * self.gap
        for text in (actor.role[:1000], actor.contact[:1000]):
            height += page.set_text(text, "body", self.area.width, language=language).height
        height += 0.0 if actor.contact.strip() else look.mm(_CONTACT)
        if self.area.height < height < page.area.height / 2:
            self._turn()

    def write_contact(self, contact: str) -> None:
        """Write how to reach somebody, or leave a line for it."""
        if contact.strip():
            self.write(contact, "body")
            self._go_below(self.area.y0 + self.gap)
            return
        self._need(2)
        row, rest = self.area.split_top(self.sheet.look.mm(_CONTACT))
        write_blank(self.sheet, self.page, Area(*row), self.sheet.words["contact"])
        self._go_below(rest.y0 + self.gap)
