"""The induction booklet: what an actor does on the path, who comes before and who after."""

from collections.abc import Iterator

from blueprint_editor.drawing.primitives import Primitive, Rectangle, Stroke
from blueprint_editor.layout.actor_sign import find_actor_signs
from blueprint_editor.layout.codes import draw_code
from blueprint_editor.model.records import Actor, Card, Handover, Mark, Phase
from blueprint_editor.sheets.kinds import SheetError
from blueprint_editor.sheets.prints.duties import (
    Duties,
    Way,
    list_doers,
    list_evidence,
    list_workers,
    pair_points,
)
from blueprint_editor.sheets.prints.flow import Block, Fact, Flow, Piece
from blueprint_editor.sheets.prints.glossary import list_abbreviations, list_glossary
from blueprint_editor.sheets.workshop.area import Area
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.table import Column, Table, write_table

_CODE = 15.0
"""Room for the code of a card, in mm on A4."""
_QR, _ACROSS = 24.0, 2
"""Side of a code to scan, in mm on A4, and how many stand beside each other."""
_LEAST_QR = 0.8
"""Share of its side that a code to scan keeps."""
_SHARES = (1.0, 0.5)
"""Of the usual distances, tried for a booklet that takes fewer pages with them."""
_SCANNED = ("http:", "https:", "mailto:", "tel:")
_COLUMNS = (("who", 1.5), ("their_card", 1.72), ("my_card", 1.72), ("how", 1.1))


def make_induction(sheet: Sheet) -> None:
    """Make the booklet of the actor asked for, or those of all who work on the path."""
    actors = list_actors(sheet)
    if not actors:
        Flow(sheet).write([Piece(sheet.words["empty"], is_ours=True)])
    for actor in actors:
        sheet.begin_part(actor.name)
        _Booklet(sheet, actor, _find_share(sheet, actor)).write()


def _find_share(sheet: Sheet, actor: Actor) -> float:
    """Return the share of the usual distances with which a booklet takes the fewest pages."""
    counts = []
    for share in _SHARES:
        trial = sheet.make_trial()
        _Booklet(trial, actor, share).write()
        counts.append(trial.count_pages())
    return _SHARES[counts.index(min(counts))]


def list_actors(sheet: Sheet) -> tuple[Actor, ...]:
    """Return the actors whose booklets or cards are asked for.

    Raises:
        SheetError: there is no actor of that id.
    """
    wanted = sheet.request.actor
    if not wanted:
        return list_workers(sheet.derived)
    found = tuple(actor for actor in sheet.document.actors if actor.id == wanted)
    if not found:
        raise SheetError(f'unknown actor "{wanted[:40]}"')
    return found


class _Booklet:
    def __init__(self, sheet: Sheet, actor: Actor, share: float) -> None:
        self.sheet, self.actor, self.words = sheet, actor, sheet.words
        self.derived = sheet.derived
        self.duties = Duties(sheet.derived, actor)
        self.names = {a.id: a.name for a in sheet.document.actors}
        self.links: dict[str, tuple[int, str]] = {}
        self.flow = Flow(sheet, missing=sheet.words["missing"], share=share)

    def write(self) -> None:
        self._write_who()
        self._write_glance()
        self._write_tasks()
        self._write_ways("before", self.duties.incoming)
        self._write_ways("after", self.duties.outgoing)
        self._write_handovers("received", self.duties.received)
        self._write_handovers("given", self.duties.given)
        self._write_links()
        self._write_words()

    def _write_who(self) -> None:
        sheet, actor, flow, look = self.sheet, self.actor, self.flow, self.sheet.look
        sign = find_actor_signs(sheet.document.actors, look.greyscale)[actor.id]
        style = look.styles["title"]
        size = style.leading * 1.15
        flow.need(size * 2)
        letters = look.styles["strong"]._replace(colour="#FFFFFF")
        monogram = flow.page.typesetter.set_line(sign.monogram, letters, "")
        width = max(monogram.width + look.mm(4), size)
        radius = {"rounded": look.mm(1.6), "round": size / 2, "square": 0.0}[sign.shape]
        x, y = flow.area.x0, flow.area.y0
        shapes = (
            Rectangle(x, y, width, size, sign.colour, None, radius),
            *monogram.placed_at(x + (width - monogram.width) / 2, y + (size - monogram.height) / 2),
        )
        flow.page.draw(shapes)
        left = (width + look.mm(3)) / look.unit
        flow.write([Piece(actor.name, "title", "H2", after=1.6)], left=left)
        flow.go_below(y + size + look.mm(2))
        words = self.words
        facts: list[Piece | Fact] = [
            Fact(words["path"], sheet.document.title),
            Fact(words["role"], actor.role),
            Fact(words["organisation"], actor.organisation),
            Fact(words["contact"], actor.contact),
        ]
        members = ", ".join(self.names[member] for member in actor.members)
        teams = ", ".join(team.name for team in self.duties.teams)
        facts += [Fact(words["members"], members)] if members else []
        facts += [Fact(words["teams"], teams)] if teams else []
        if actor.link:
            facts.append(Fact(words["link"], self._number(actor.link, actor.name), url=actor.link))
        facts += [Fact(words["note"], actor.note)] if actor.note.strip() else []
        state = sheet.terms.status_line(sheet.document)
        facts.append(Fact(words["state"], state, is_ours=True))
        flow.write(facts, has_panel=True)

    def _write_glance(self) -> None:
        """Show all phases, those filled in which the actor has something to do."""
        phases, flow, look = self.sheet.document.phases, self.flow, self.sheet.look
        if not phases:
            return
        mine = {self.derived.phase_of_step[card.step].id for card in self.duties.cards}
        flow.head(self.words["glance"])
        names = [f"{n}\u00a0{p.name}" for n, p in enumerate(phases, 1) if p.id in mine]
        told = ", ".join(names)
        words = self.words["glance_told" if len(names) > 1 else "glance_one"]
        text = words.format(told) if told else self.words["no_tasks"]
        row = flow.take(look.mm(9), look.mm(1.6 * flow.share))
        gap = min(look.mm(1.4), row.width / len(phases) / 4)
        shapes: list[Primitive] = []
        cells = row.columns([1.0] * len(phases), gap)
        for number, (phase, cell) in enumerate(zip(phases, cells, strict=True), 1):
            shapes += self._draw_phase(number, cell, is_mine=phase.id in mine)
        # The sentence below says the same.
        flow.page.draw(shapes)
        flow.write([Piece(text, is_ours=not told)])

    def _draw_phase(self, number: int, cell: Area, *, is_mine: bool) -> Iterator[Primitive]:
        look = self.sheet.look
        fill, stroke = (look.navy, None) if is_mine else (look.panel, Stroke(look.rule, 0.25))
        yield Rectangle(cell.x0, cell.y0, cell.width, cell.height, fill, stroke, look.mm(1.2))
        style = look.styles["strong"]._replace(colour="#FFFFFF" if is_mine else look.quiet)
        digits = self.flow.page.typesetter.set_line(str(number), style, "")
        if digits.width <= cell.width:
            x = cell.x0 + (cell.width - digits.width) / 2
            yield from digits.placed_at(x, cell.y0 + (cell.height - digits.height) / 2)

    def _write_tasks(self) -> None:
        flow = self.flow
        flow.head(self.words["tasks"], keep=7)
        if not self.duties.cards:
            flow.write([Piece(self.words["no_tasks"], is_ours=True)])
        before: Phase | None = None
        for card in self.duties.cards:
            phase = self.derived.phase_of_step[card.step]
            task, points = list(self._tell_task(card)), self._tell_points(card)
            height = flow.measure(task, left=_CODE)
            height += sum(flow.measure(p, left=_CODE, has_panel=True) for p in points)
            if phase is not before:
                self._write_phase(phase, height)
            else:
                flow.keep_together(height)
            before = phase
            flow.write(task, left=_CODE)
            for point in points:
                flow.write(point, left=_CODE, has_panel=True)
            flow.part(1.6)

    def _write_phase(self, phase: Phase, below: float) -> None:
        """Write a phase's heading; ``below`` mm come after it on the same page."""
        flow, look = self.flow, self.sheet.look
        number = str(self.derived.phase_numbers[phase.id])
        time = self.sheet.terms.duration(phase.duration) if phase.duration else ""
        head: Block = [Piece(phase.name or number, "large", "H3", number=number, after=0.4)]
        about: list[Piece | Fact] = [Piece(phase.note)]
        about += [Fact(self.words["duration"], time)] if time else []
        if phase.link:
            told = self._number(phase.link, phase.name)
            about.append(Fact(self.words["link"], told, url=phase.link))
        height = flow.measure(head, left=_CODE) + flow.measure(about, left=_CODE)
        flow.part(2.0)
        flow.keep_together(height + below + look.mm(1.6))
        flow.write(head, left=_CODE)
        y = flow.area.y0
        flow.page.line(flow.area.x0, y, flow.area.x1, y, width=0.4, colour=look.navy)
        flow.part(1.6)
        flow.write(about, left=_CODE)

    def _tell_task(self, card: Card) -> Iterator[Piece | Fact]:
        words, terms, derived = self.words, self.sheet.terms, self.derived
        has_text = bool(card.text.strip())
        text = card.text if has_text else self.flow.missing
        code = derived.card_codes[card.id]
        yield Piece(text, "strong", is_ours=not has_text, number=code)
        yield Piece(card.note)
        paths = ", ".join(variant.name for variant in derived.limits(card.variants))
        step = next(step for step in derived.steps if step.id == card.step)
        duration = card.duration or step.duration
        seen = "; ".join(found.text for found in list_evidence(derived, card))
        facts = (
            self._tell_doers(card),
            Fact(words["only_on"], paths),
            Fact(words["channel"], terms.channels.get(card.channel or "", ""), is_ours=True),
            Fact(words["duration"], terms.duration(duration) if duration else ""),
            Fact(words["repeats"], step.repeats),
            Fact(words["evidence"], seen),
            *(Fact(told, getattr(card, name)) for name, told in terms.card_fields.items()),
            Fact(words["legal"], card.legal_basis),
        )
        yield from (fact for fact in facts if fact.value.strip())
        for mark in derived.marks_of.get(card.id, ()):
            if mark.kind not in {"critical_point", "solution"}:
                yield from self._tell_mark(mark)
        for link in card.links:
            yield Fact(words["link"], self._number(link.url, link.label), url=link.url)

    def _tell_doers(self, card: Card) -> Fact:
        doers = list_doers(self.derived, card)
        others = ", ".join(self.names[a] for a in doers if a != self.actor.id)
        return Fact(self.words["together" if self.actor.id in doers else "as_team"], others)

    def _tell_mark(self, mark: Mark) -> Iterator[Fact]:
        name = self.sheet.terms.marks[mark.kind]
        time = self.sheet.terms.duration(mark.duration) if mark.duration else ""
        told = " · ".join(filter(None, (mark.text.strip(), time if time not in mark.text else "")))
        if told:
            yield Fact(name[0].upper() + name[1:], told)

    def _tell_points(self, card: Card) -> list[Block]:
        """Return the critical points to mind at a card, each with its solutions."""
        found: list[Block] = []
        for point, answers in pair_points(self.derived, frozenset({card.id})):
            number = self.derived.mark_numbers[point.id]
            solution = self.words["solution"].format(number)
            told = [Fact(self.words["point"].format(number), point.text)]
            told += [Fact(solution, self._tell_answer(answer)) for answer in answers]
            found.append(told if answers else [*told, Fact(solution)])
        return found

    def _tell_answer(self, answer: Mark) -> str:
        owner = self.names.get(answer.owner or "", "")
        text = answer.text.strip()
        return f"{text} ({owner})" if owner and text else text

    def _write_ways(self, key: str, ways: tuple[Way, ...]) -> None:
        flow, words = self.flow, self.words
        flow.head(words[key], keep=9)
        if not ways:
            flow.write([Piece(words[f"no_{key}"], is_ours=True)])
            return
        columns = tuple(Column(words[column], weight) for column, weight in _COLUMNS)
        rows = [self._tell_way(way, is_before=key == "before") for way in ways]
        flow.page, flow.area = write_table(
            self.sheet, flow.page, flow.area, Table(columns, rows, flow.sheet.look.mm(8), 0, 1.2)
        )
        flow.part(2.0)

    def _tell_way(self, way: Way, *, is_before: bool) -> tuple[str, ...]:
        other, mine = (way.source, way.target) if is_before else (way.target, way.source)
        codes, kind = self.derived.card_codes, self.sheet.terms.connectors[way.connector.kind]
        how = ": ".join(filter(None, (kind, way.connector.label.strip())))
        who = ", ".join(self.names[a] for a in list_doers(self.derived, other))
        beyond = self.duties.find_beyond(way, is_before=is_before)
        if beyond:
            names = ", ".join(self.names[actor] for actor in beyond)
            who += f" ({self.words['earlier' if is_before else 'later'].format(names)})"
        return (
            who, f"{codes[other.id]} {other.text}", f"{codes[mine.id]} {mine.text}", how
        )  # fmt: skip

    def _write_handovers(self, key: str, ways: tuple[Way, ...]) -> None:
        if not ways:
            return
        flow, blocks = self.flow, [self._tell_handover(way) for way in ways]
        flow.head(self.words[key], below=flow.measure(blocks[0], has_panel=True))
        for block in blocks:
            flow.write(block, has_panel=True)
            flow.part(1.6)

    def _tell_handover(self, way: Way) -> Block:
        codes, terms = self.derived.card_codes, self.sheet.terms
        handover, fields = way.connector.handover or Handover(), terms.handover_fields
        basis = terms.handover_bases[handover.basis] if handover.basis else ""
        label = way.connector.label.strip()
        title = f"{codes[way.source.id]} → {codes[way.target.id]} {label}".strip()
        facts = [
            Fact(fields["giver"], self.names.get(handover.giver or "", "")),
            Fact(fields["receiver"], self.names.get(handover.receiver or "", "")),
            Fact(fields["information"], handover.information),
            Fact(fields["basis"], ", ".join(filter(None, (basis, handover.basis_text)))),
            Fact(fields["method"], handover.method),
            Fact(fields["time"], handover.time),
            Fact(fields["confirmation"], handover.confirmation),
        ]
        return [Piece(title, "strong", "H3"), *facts]

    def _number(self, url: str, label: str) -> str:
        """Give an address a number and return what stands for it in the text."""
        number, told = self.links.setdefault(url, (len(self.links) + 1, label.strip()))
        return f"[{number}] {label.strip() or told or url}"

    def _write_links(self) -> None:
        flow, look, project = self.flow, self.sheet.look, self.sheet.project
        for link in project.links:
            self._number(link.url, link.label)
        if not self.links:
            return
        links = list(self.links.items())
        column = flow.area.columns([1.0] * _ACROSS, look.gap)[0]
        first = max(self._write_link(*link, column, is_trial=True) for link in links[:_ACROSS])
        flow.head(self.words["links"], below=first)
        for start in range(0, len(links), _ACROSS):
            chunk = links[start : start + _ACROSS]
            cells = flow.area.columns([1.0] * _ACROSS, look.gap)
            height = max(
                self._write_link(url, told, cells[0], is_trial=True) for url, told in chunk
            )
            row = flow.take(height, look.mm(2 * flow.share))
            for (url, told), cell in zip(
                chunk, row.columns([1.0] * _ACROSS, look.gap), strict=False
            ):
                self._write_link(url, told, cell)

    def _write_link(
        self, url: str, told: tuple[int, str], area: Area, *, is_trial: bool = False
    ) -> float:
        """Write a link beside its code to scan, or only return the height that it takes in mm."""
        page, look, side = self.flow.page, self.sheet.look, self.sheet.look.mm(_QR)
        side *= max(self.flow.share, _LEAST_QR)
        has_code = url.lower().startswith(_SCANNED)
        left, pad = area.x0 + side + look.mm(3), look.mm(2)
        language = self.sheet.text_language
        label = page.set_text(f"[{told[0]}] {told[1]}", "strong", area.x1 - left, language=language)
        address = page.set_text(url, "note", area.x1 - left)
        if not is_trial:
            page.draw(draw_code(url, area.x0, area.y0, side) if has_code else ())
            with page.tagged("P"):
                y = page.put(label, left, area.y0 + pad, role=None)
                page.put(address, left, y, role=None, url=url)
        return max(side if has_code else look.mm(12), label.height + address.height + pad)

    def _write_words(self) -> None:
        flow, told = self.flow, self._gather_texts()
        short = list_abbreviations(self.sheet.document, told)
        if short:
            flow.head(self.words["abbreviations"])
            flow.write([Fact(found.short, found.text) for found in short])
        explained = list_glossary(self.sheet, self.duties)
        if explained:
            flow.head(self.words["glossary"])
            flow.write([Fact(name, text, is_ours=True) for name, text in explained])

    def _gather_texts(self) -> str:
        ways = (*self.duties.incoming, *self.duties.outgoing)
        cards = [*self.duties.cards, *(w.source for w in ways), *(w.target for w in ways)]
        texts = [f"{card.text} {card.note} {card.method} {card.legal_basis}" for card in cards]
        return " ".join((self.actor.name, self.actor.role, *texts))
