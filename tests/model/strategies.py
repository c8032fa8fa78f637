"""Random documents with every type of record, valid by construction, for property tests."""

import base64
import hashlib
import struct
import zlib
from collections.abc import Callable, Sequence
from itertools import count, pairwise
from random import Random
from types import MappingProxyType
from typing import Any, get_args

from hypothesis import strategies as st

from blueprint_editor.model import kinds
from blueprint_editor.model.acceptance import AcceptedFinding
from blueprint_editor.model.derived import is_customer_below_visibility
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.integrity import PROBLEM_KINDS
from blueprint_editor.model.records import (
    Abbreviation,
    Actor,
    AgendaRow,
    Asset,
    Barrier,
    Base,
    Card,
    CausalArrow,
    CausalMap,
    CausalNode,
    Comment,
    Connector,
    Duration,
    Fit,
    Handover,
    Lane,
    LibraryReference,
    Link,
    Logo,
    Mark,
    Note,
    Persona,
    Phase,
    Picture,
    Poster,
    PosterFilter,
    PrincipleScore,
    Project,
    Publication,
    Rating,
    Responsibility,
    SheetQuestions,
    Source,
    Step,
    Tag,
    Tiling,
    Value,
    Variant,
    VariantEmotion,
    Workshop,
)
from blueprint_editor.model.texts import iter_texts

_WORDS = (
    "Asiakas soittaa neuvontaan",
    "työllisyyspalvelut",
    "Ottaa yhteyttä 27 § 3 kk",
    "Öljyä & <b>\n– ”lainaus”",
    "Сұрақ",
    "سؤال",
    "👩‍🦽",
    "",
    "=1+1",
)


class Dice:
    """Chance for one document: how often a field is filled, and random choices from a seed.

    Drawing each of a thousand fields through hypothesis takes 150 ms a document, this 3 ms; the
    numbers that make a document large are still hypothesis's own, so that failures shrink.
    """

    def __init__(self, seed: int, fullness: float) -> None:
        self.random = Random(seed)
        self.fullness = fullness

    def is_filled(self) -> bool:
        return self.random.random() < self.fullness


Choice = Callable[[Dice], Any]


def sampled_from(values: Sequence[Any]) -> Choice:
    return lambda dice: dice.random.choice(values)


def integers(least: int, most: int) -> Choice:
    return lambda dice: dice.random.randint(least, most)


def booleans() -> Choice:
    return lambda dice: dice.random.random() < 0.5


def maybe(choice: Choice) -> Choice:
    return lambda dice: choice(dice) if dice.is_filled() else None


def several(choice: Choice, most: int) -> Choice:
    """Up to ``most`` different values, as a tuple."""
    return lambda dice: tuple(
        dict.fromkeys(choice(dice) for _ in range(dice.random.randint(0, most)) if dice.is_filled())
    )


def builds(record_type: Any, **fields: Any) -> Choice:
    """A record from choices and plain values."""
    return lambda dice: record_type(
        **{name: field(dice) if callable(field) else field for name, field in fields.items()}
    )


def _choose_text(dice: Dice) -> str:
    if not dice.is_filled():
        return ""
    if dice.random.random() < 0.8:
        return dice.random.choice(_WORDS)
    points = (dice.random.choice((0x20, 0xA0, 0x600, 0x2000, 0xFF00, 0x1F600)) for _ in range(4))
    return "".join(chr(point + dice.random.randrange(0x20, 0x5F)) for point in points)


texts: Choice = _choose_text
colours = sampled_from(("#000000", "#1A2B3C", "#ffeedd"))
dates = sampled_from(("2026-11-22", "0001-01-01", "9999-12-31"))
moments = sampled_from(("2026-11-22T14:30:00+02:00", "2026-11-22", "2026-11-22T08:00:00.123456"))
languages = sampled_from(("fi", "sv-FI", "en", "se", "zh-Hant-TW"))
urls = sampled_from(
    ("https://example.org/ä?x=1", "mailto:a@example.org", "tel:+358401", "../muu polku.blueprint")
)
amounts = sampled_from((0.0, 0.1, 1.5, 3.0, 24.0, 1e-9, 123456.789))


durations = builds(
    Duration,
    min=maybe(amounts),
    max=maybe(amounts),
    unit=maybe(sampled_from(get_args(kinds.DurationUnit))),
    text=texts,
)
values = builds(Value, functional=texts, social=texts, emotional=texts)


def make_png(red: int = 0) -> bytes:
    """Return a PNG of one pixel, of the plain kind that is kept in documents."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes((0, red, 0, 0)))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def make_asset(data: bytes, media_type: kinds.MediaType, file_name: str = "") -> Asset:
    return Asset(
        id="a" + hashlib.sha256(data).hexdigest()[:63],
        media_type=media_type,
        data=base64.b64encode(data).decode(),
        file_name=file_name,
    )


class _Maker:
    """Draws the records of one document, with fresh ids and references to what there is."""

    def __init__(self, dice: Dice, assets: list[str]) -> None:
        self.dice = dice
        self.assets = assets
        self.numbers = count(1)
        self.prefix = dice.random.choice(("r", "A-", "x_9"))
        self.ids: dict[str, list[str]] = {}

    def new_id(self) -> str:
        return f"{self.prefix}{next(self.numbers)}"

    def one(self, name: str) -> str:
        return self.dice.random.choice(self.ids[name])

    def maybe_one(self, name: str) -> str | None:
        return self.one(name) if self.ids[name] and self.dice.is_filled() else None

    def some(self, name: str) -> tuple[str, ...]:
        return several(sampled_from(self.ids[name]), 2)(self.dice) if self.ids[name] else ()

    def shuffled(self, values: Sequence[Any]) -> list[Any]:
        return self.dice.random.sample(values, len(values))

    def many(self, name: str, most: int, make: Callable[[], Any]) -> tuple[Any, ...]:
        """Draw up to ``most`` records; later ones may refer to earlier ones of the same list."""
        self.ids[name] = []
        records = []
        for _ in range(self.dice.random.randint(0, most)):
            record = make()
            self.ids[name].append(record.id)
            records.append(record)
        return tuple(records)

    def build(self, record_type: Any, **fields: Any) -> Any:
        """Build a record from drawn and given values."""
        return builds(record_type, **fields)(self.dice)

    def picture(self) -> Picture | None:
        if not self.assets or not self.dice.is_filled():
            return None
        return self.build(
            Picture, asset=sampled_from(self.assets), alt=texts, decorative=booleans()
        )

    def links(self) -> tuple[Link, ...]:
        return tuple(
            self.build(Link, id=self.new_id(), label=texts, url=urls)
            for _ in range(int(self.dice.is_filled()))
        )

    def library(self) -> Choice:
        return maybe(builds(LibraryReference, id="lib1", revision=integers(0, 9)))

    def project(self) -> Project:
        prose = dict.fromkeys(
            (
                "name",
                "organisation",
                "client",
                "producer",
                "funder",
                "period",
                "place",
                "owner",
                "contact",
                "contributors",
                "licence",
                "legal_basis",
                "programme",
                "disclaimer",
                "funding_statement",
            ),
            texts,
        )
        logos = several(
            builds(
                Logo,
                asset=sampled_from(self.assets or [""]),
                alt=texts,
                kind=sampled_from(get_args(kinds.LogoKind)),
            ),
            1,
        )
        return self.build(
            Project,
            **prose,
            checked_on=maybe(dates),
            valid_until=maybe(dates),
            next_review=maybe(dates),
            published_url=maybe(sampled_from(("https://example.org/",))),
            logos=logos if self.assets else (),
            links=self.links(),
        )

    def actor(self) -> Actor:
        return self.build(
            Actor,
            id=self.new_id(),
            name=texts,
            short=texts,
            role=texts,
            kind=maybe(sampled_from(get_args(kinds.ActorKind))),
            members=self.some("actors"),
            organisation=texts,
            colour=maybe(colours),
            contact=texts,
            link=maybe(urls),
            note=texts,
            library=self.library(),
        )

    def persona(self) -> Persona:
        barriers = tuple(
            self.build(
                Barrier,
                id=self.new_id(),
                text=texts,
                kind=sampled_from(("person", "environment")),
            )
            for _ in range(int(self.dice.is_filled()))
        )
        return self.build(
            Persona,
            id=self.new_id(),
            name=texts,
            age=maybe(integers(0, 150)),
            portrait=self.picture(),
            situation=texts,
            goal=texts,
            strengths=texts,
            barriers=barriers,
            close_people=texts,
            services_now=texts,
            quote=texts,
            value=maybe(values),
        )

    def variant(self) -> Variant:
        return self.build(
            Variant,
            id=self.new_id(),
            name=texts,
            short=texts,
            persona=self.maybe_one("personas"),
            colour=maybe(colours),
            dash=sampled_from(get_args(kinds.Dash)),
        )

    def lanes(self) -> tuple[Lane, ...]:
        """Draw lanes; customer lanes go to the top where they would break the order."""

        def make() -> Lane:
            return self.build(
                Lane,
                id=self.new_id(),
                role=sampled_from(kinds.ROLES),
                name=texts,
                hint=texts,
                actor=self.maybe_one("actors"),
                note=texts,
                colour=maybe(colours),
                hidden=booleans(),
            )

        lanes = self.many("lanes", 5, make)
        customers = [lane.id for lane in lanes if lane.role == "customer"]
        if customers:
            lanes = tuple(
                lane.changed(of=self.dice.random.choice([None, *customers]))
                if lane.role == "emotion"
                else lane
                for lane in lanes
            )
        if is_customer_below_visibility(lanes):
            lanes = tuple(sorted(lanes, key=lambda lane: lane.role != "customer"))
        return lanes

    def phase(self) -> Phase:
        return self.build(
            Phase,
            id=self.new_id(),
            name=texts,
            note=texts,
            colour=maybe(colours),
            link=maybe(urls),
            duration=maybe(durations),
        )

    def steps(self, phases: tuple[Phase, ...]) -> tuple[Step, ...]:
        """Draw the steps phase by phase; the phases' own order may differ."""
        self.ids["steps"] = []
        found: list[Step] = []
        for phase in self.shuffled(phases):
            for _ in range(self.dice.random.randint(0, 2)):
                step = self.build(
                    Step,
                    id=self.new_id(),
                    phase=phase.id,
                    name=texts,
                    width=sampled_from((0.25, 1.0, 2.5, 8.0)),
                    duration=maybe(durations),
                    repeats=texts,
                    note=texts,
                )
                self.ids["steps"].append(step.id)
                found.append(step)
        return tuple(found)

    def card(self) -> Card:
        emotions = tuple(
            self.build(VariantEmotion, variant=variant, value=integers(-2, 2))
            for variant in self.some("variants")
        )
        ratings = builds(Rating, before=maybe(integers(1, 5)), after=maybe(integers(1, 5)))
        return self.build(
            Card,
            id=self.new_id(),
            lane=self.one("lanes"),
            step=self.one("steps"),
            text=texts,
            plain_text=texts,
            note=texts,
            actors=self.some("actors"),
            channel=maybe(sampled_from(get_args(kinds.Channel))),
            emotion=maybe(integers(-2, 2)),
            emotions=emotions,
            variants=self.some("variants"),
            links=self.links(),
            image=self.picture(),
            icon=maybe(sampled_from(get_args(kinds.Icon))),
            duration=maybe(durations),
            legal_basis=texts,
            due=texts,
            method=texts,
            amount=texts,
            area=texts,
            certainty=maybe(sampled_from(get_args(kinds.Certainty))),
            sources=self.some("sources"),
            tags=self.some("tags"),
            votes=integers(0, 20),
            rating=maybe(ratings),
            language=maybe(languages),
            origin=self.some("notes"),
            library=self.library(),
        )

    def connector(self, ends: tuple[str, str]) -> Connector:
        handover = builds(
            Handover,
            giver=self.maybe_one("actors"),
            receiver=self.maybe_one("actors"),
            information=texts,
            basis=maybe(sampled_from(get_args(kinds.HandoverBasis))),
            basis_text=texts,
            method=texts,
            time=texts,
            confirmation=texts,
        )
        return self.build(
            Connector,
            id=self.new_id(),
            source=ends[0],
            target=ends[1],
            kind=sampled_from(kinds.CONNECTOR_KINDS),
            label=texts,
            variants=self.some("variants"),
            handover=maybe(handover),
        )

    def connectors(self) -> tuple[Connector, ...]:
        """Draw connectors between neighbours of a shuffled list of cards."""
        cards = self.shuffled(self.ids["cards"])[:5]
        found = tuple(self.connector(ends) for ends in pairwise(cards))
        self.ids["connectors"] = [connector.id for connector in found]
        return found

    def marks(self) -> tuple[Mark, ...]:
        self.ids["targets"] = [
            i for name in ("cards", "connectors", "steps", "phases") for i in self.ids[name]
        ]
        self.ids["solvable"] = []

        def make() -> Mark:
            mark = self.build(
                Mark,
                id=self.new_id(),
                target=self.one("targets"),
                kind=sampled_from(kinds.MARK_KINDS),
                text=texts,
                solves=self.maybe_one("solvable"),
                owner=self.maybe_one("actors"),
                duration=maybe(durations),
                barrier_kind=maybe(sampled_from(("person", "environment"))),
                votes=integers(0, 9),
            )
            if mark.kind in PROBLEM_KINDS:
                self.ids["solvable"].append(mark.id)
            return mark

        return self.many("marks", 4 if self.ids["targets"] else 0, make)

    def responsibilities(self, content_steps: list[str]) -> tuple[Responsibility, ...]:
        def make() -> Responsibility:
            first, last = sorted(self.dice.random.choices(range(len(content_steps)), k=2))
            return self.build(
                Responsibility,
                id=self.new_id(),
                actor=self.one("actors"),
                first_step=content_steps[first],
                last_step=content_steps[last],
                text=texts,
            )

        return self.many("responsibilities", 2 if content_steps and self.ids["actors"] else 0, make)

    def workshop(self) -> Workshop:
        rows = builds(
            AgendaRow,
            time=texts,
            minutes=integers(1, 90),
            topic=texts,
            group_size=texts,
            instruction=texts,
            method=texts,
            owner=texts,
        )
        return self.build(
            Workshop,
            id=self.new_id(),
            name=texts,
            number=integers(0, 9),
            date=maybe(dates),
            groups=several(texts, 2),
            start=texts,
            agenda=several(rows, 1),
            minutes=texts,
        )

    def note(self) -> Note:
        return self.build(
            Note,
            id=self.new_id(),
            text=texts,
            kind=maybe(sampled_from(get_args(kinds.NoteKind))),
            original_text=texts,
            group=texts,
            workshop=self.maybe_one("workshops"),
            count=integers(1, 9),
            tags=self.some("tags"),
        )

    def comments(self) -> tuple[Comment, ...]:
        self.ids["records"] = [i for name in self.ids if name != "comments" for i in self.ids[name]]
        return self.many(
            "comments",
            2,
            lambda: self.build(
                Comment,
                id=self.new_id(),
                text=texts,
                target=self.maybe_one("records"),
                author=texts,
                kind=sampled_from(get_args(kinds.CommentKind)),
                at=maybe(moments),
                consent=booleans(),
                resolved=booleans(),
            ),
        )

    def causal_map(self) -> CausalMap:
        place = maybe(sampled_from((0.0, -12.5, 1e300)))
        nodes = self.many(
            "nodes",
            3,
            lambda: self.build(
                CausalNode,
                id=self.new_id(),
                text=texts,
                card=self.maybe_one("cards"),
                mark=self.maybe_one("marks"),
                x=place,
                y=place,
            ),
        )
        arrows = self.many(
            "arrows",
            2 if nodes else 0,
            lambda: self.build(
                CausalArrow,
                id=self.new_id(),
                source=self.one("nodes"),
                target=self.one("nodes"),
                sign=sampled_from(("plus", "minus")),
            ),
        )
        return CausalMap(nodes=nodes, arrows=arrows)

    def poster(self) -> Poster:
        filters = builds(
            PosterFilter,
            actors=self.some("actors"),
            variants=self.some("variants"),
            tags=self.some("tags"),
            mark_kinds=several(sampled_from(kinds.MARK_KINDS), 2),
            barrier_kinds=several(sampled_from(("person", "environment")), 1),
            lanes=self.some("lanes"),
            hide=booleans(),
        )
        return self.build(
            Poster,
            paper=sampled_from(("A0", "A1", "A3", "210x297", "roll:914")),
            orientation=sampled_from(("landscape", "portrait")),
            fit=maybe(
                builds(
                    Fit,
                    column_width=52.25,
                    type_scale=1.1,
                    face_width=sampled_from((75.0, 100.0)),
                    divides_words=booleans(),
                    paper=sampled_from(("", "A1")),
                    orientation=sampled_from(("landscape", "portrait")),
                    splits=self.some("phases"),
                    rows=self.some("phases"),
                    row_steps=self.some("steps"),
                )
            ),
            reading_distance=sampled_from((0.4, 1.5, 3.0)),
            colour_by=sampled_from(get_args(kinds.ColourBy)),
            hidden_parts=several(sampled_from(kinds.POSTER_PARTS), 2),
            extra_parts=several(sampled_from(kinds.POSTER_EXTRAS), 2),
            second_language=sampled_from((None, "sv", "en")),
            greyscale=booleans(),
            ink_saving=booleans(),
            filter=maybe(filters),
            tiling=maybe(
                builds(
                    Tiling,
                    paper=sampled_from(("A4", "A3")),
                    orientation=maybe(sampled_from(("landscape", "portrait"))),
                    enlarges=booleans(),
                    overlap=sampled_from((0.0, 10.0)),
                    margin=sampled_from((4.2, 10.0)),
                    sheets=integers(0, 9),
                    repeat_labels=True,
                )
            ),
            marks=sampled_from(get_args(kinds.MarkStyle)),
            background=self.picture(),
        )

    def content(self, content_type: Any, max_cards: int, **others: Any) -> Any:
        """Draw a whole document or a snapshot's content."""
        found: dict[str, Any] = {"id": self.new_id(), "title": texts(self.dice)}
        found["actors"] = self.many("actors", 3, self.actor)
        found["personas"] = self.many("personas", 1, self.persona)
        found["variants"] = self.many("variants", 2, self.variant)
        found["sources"] = self.many("sources", 1, self.source)
        found["tags"] = self.many("tags", 2, self.tag)
        found["workshops"] = self.many("workshops", 1, self.workshop)
        found["notes"] = self.many("notes", 3, self.note)
        found["lanes"] = self.lanes()
        found["phases"] = self.many("phases", 3, self.phase)
        found["steps"] = self.steps(found["phases"])
        has_cells = bool(found["lanes"] and found["steps"])
        found["cards"] = self.many("cards", max_cards if has_cells else 0, self.card)
        found["connectors"] = self.connectors()
        found["marks"] = self.marks()
        order = [s.id for p in found["phases"] for s in found["steps"] if s.phase == p.id]
        found["responsibilities"] = self.responsibilities(order)
        found["causal_map"] = self.causal_map() if self.dice.is_filled() else None
        found["comments"] = self.comments()
        found["poster"] = self.poster()
        content = self.build(content_type, **found, **self.plain_fields(), **others)
        return content.changed(translations=self.translations(content))

    def source(self) -> Source:
        return self.build(
            Source,
            id=self.new_id(),
            title=texts,
            year=maybe(integers(1000, 9999)),
            publisher=texts,
            url=maybe(urls),
        )

    def tag(self) -> Tag:
        return self.build(Tag, id=self.new_id(), name=texts, colour=maybe(colours))

    def plain_fields(self) -> dict[str, Any]:
        """Return what refers to no other record."""
        publication = builds(
            Publication,
            stage=texts,
            summary=texts,
            environment=texts,
            target_group=texts,
            conditions=texts,
            evaluation=texts,
            tips=texts,
        )
        scores = builds(
            PrincipleScore,
            question=integers(1, 10),
            score=integers(0, 3),
            note=texts,
            owner=texts,
            review_on=maybe(dates),
        )
        questions = builds(
            SheetQuestions,
            sheet="W3",
            questions=several(texts, 2),
            language="sv",
        )
        return {
            "language": languages,
            "subtitle": texts,
            "description": texts,
            "state": sampled_from(("current", "future")),
            "client_word": sampled_from(("client", "customer")),
            "status": sampled_from(("draft", "reviewed", "final")),
            "version": texts,
            "changed_on": maybe(dates),
            "project": self.project() if self.dice.is_filled() else None,
            "value": maybe(values),
            "abbreviations": several(builds(Abbreviation, short=texts, text=texts), 1),
            "questions": several(questions, 1),
            "ratings": several(scores, 1),
            "client_path": several(texts, 2),
            "publication": maybe(publication),
            "base": maybe(builds(Base, document="b1", version=texts, hash=texts, file_name=texts)),
            "checks_off": sampled_from(((), ("empty-cell", "long_text"))),
            "checks_accepted": several(
                builds(AcceptedFinding, rule="wait-without-length", record="gone"), 1
            ),
        }

    def translations(self, content: DocumentContent) -> Any:
        records = [content, *content.actors, *content.cards, *content.lanes, *content.connectors]
        table: dict[str, dict[str, dict[str, str]]] = {}
        for record in self.dice.random.choices(records, k=self.dice.random.randint(0, 2)):
            path = self.dice.random.choice([path for path, _ in iter_texts(record)])
            language = self.dice.random.choice(("en", "se"))
            table.setdefault(language, {}).setdefault(record.id, {})[path] = texts(self.dice)
        return MappingProxyType(table)


@st.composite
def documents(draw: st.DrawFn, max_cards: int = 6, max_snapshots: int = 1) -> Document:
    """Draw a document that has no problems, with up to ``max_cards`` cards."""
    cards = draw(st.integers(0, max_cards))
    fullness = draw(st.integers(0, 10))
    return make_document(draw(st.integers(0, 2**32)), fullness / 10, cards, max_snapshots)


def make_document(seed: int, fullness: float, max_cards: int, max_snapshots: int = 1) -> Document:
    """Return the document that belongs to a seed; ``fullness`` 0–1 tells how much is filled in."""
    dice = Dice(seed, fullness)
    assets = tuple(
        make_asset(make_png(red), "image/png", dice.random.choice(("", "kuva.png")))
        for red in range(dice.random.randint(0, 2))
    )
    names = [asset.id for asset in assets]
    maker = _Maker(dice, names)
    snapshots = tuple(
        maker.build(
            Snapshot,
            id=maker.new_id(),
            name=texts,
            at=moments,
            document=_Maker(dice, names).content(DocumentContent, 2),
        )
        for _ in range(dice.random.randint(0, max_snapshots))
    )
    return maker.content(Document, max_cards, assets=assets, snapshots=snapshots)
