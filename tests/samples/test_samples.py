"""The six samples are whole, exact and readable; counts are those of the content drafts."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from blueprint_editor.commands.merging import SplitMerged, list_merged
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record
from blueprint_editor.model.records import Link
from blueprint_editor.model.texts import iter_texts
from blueprint_editor.storage.format import dump_document, load_document

SAMPLES = Path(__file__).parents[2] / "samples"
ENDING = ".blueprint.json"
MAX_CARD_WORDS = 12
FOOTER = (
    "Esimerkki harjoitteluun, ei virallinen ohje. Henkilöt ovat keksittyjä. "
    "Tarkista lait ja paikalliset käytännöt ennen käyttöä."
)


class Expected(NamedTuple):
    phases: int
    steps: int
    cards: int
    evidence: int
    connectors: dict[str, int]
    marks: dict[str, int]
    actors: int
    personas: int
    variants: int
    links: int
    sources: int
    paper: str


def _marks(wait: int, transition: int, question: int) -> dict[str, int]:
    return {
        "critical_point": 4,
        "solution": 4,
        "wait": wait,
        "transition": transition,
        "question": question,
    }


EXPECTED = {
    "osatyokykyisen-palvelupolku": Expected(
        phases=7,
        steps=10,
        cards=28,
        evidence=8,
        connectors={"flow": 16, "information": 12, "return": 1},
        marks=_marks(1, 1, 1),
        actors=10,
        personas=2,
        variants=2,
        links=4,
        sources=2,
        paper="A1",
    ),
    "kuntouttava-tyotoiminta": Expected(
        phases=7,
        steps=8,
        cards=27,
        evidence=7,
        connectors={"flow": 15, "information": 9, "handover": 1, "branch": 1, "return": 2},
        marks=_marks(1, 2, 1),
        actors=9,
        personas=1,
        variants=0,
        links=5,
        sources=1,
        paper="A1",
    ),
    "tyohonvalmennus": Expected(
        phases=8,
        steps=8,
        cards=29,
        evidence=8,
        connectors={"flow": 19, "information": 10, "handover": 1, "return": 1},
        marks=_marks(1, 1, 2),
        actors=11,
        personas=2,
        variants=0,
        links=5,
        sources=2,
        paper="A0",
    ),
    "tyollistymista-tukeva-toiminta": Expected(
        phases=6,
        steps=10,
        cards=26,
        evidence=7,
        connectors={"flow": 14, "information": 9, "handover": 2, "branch": 3, "return": 1},
        marks=_marks(1, 2, 1),
        actors=10,
        personas=2,
        variants=2,
        links=4,
        sources=1,
        paper="A1",
    ),
    "tyokyvyn-tuen-palvelukokonaisuus": Expected(
        phases=7,
        steps=9,
        cards=30,
        evidence=8,
        connectors={"flow": 14, "information": 13, "handover": 3, "branch": 1, "return": 2},
        marks=_marks(1, 3, 2),
        actors=13,
        personas=2,
        variants=0,
        links=5,
        sources=2,
        paper="A0",
    ),
    "yhteiskehittamisen-tyopajaprosessi": Expected(
        phases=7,
        steps=11,
        cards=28,
        evidence=11,
        connectors={"flow": 16, "information": 14, "branch": 1, "return": 1},
        marks=_marks(1, 1, 1),
        actors=9,
        personas=2,
        variants=0,
        links=5,
        sources=3,
        paper="A1",
    ),
}


@cache
def _sample(name: str) -> Document:
    return load_document(SAMPLES / (name + ENDING))


@pytest.fixture(params=EXPECTED)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sample(name: str) -> Document:
    """The sample as it is; what its versions keep is tested apart."""
    return _sample(name).changed(snapshots=())


@pytest.fixture
def expected(name: str) -> Expected:
    return EXPECTED[name]


def _records(record: Record) -> Iterator[Record]:
    """The record and all records with an id below it."""
    if "id" in type(record).model_fields:
        yield record
    for field in type(record).model_fields:
        value = getattr(record, field)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from _records(part)


def _texts(document: Document) -> Iterator[tuple[str, str, str]]:
    for record in _records(document):
        for path, text in iter_texts(record):
            if text:
                yield getattr(record, "id"), path, text  # noqa: B009 - some records have no id


def test_the_folder_holds_the_six_samples() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == {n + ENDING for n in EXPECTED}


def test_writing_a_sample_gives_the_same_bytes(name: str) -> None:
    assert dump_document(_sample(name)) == (SAMPLES / (name + ENDING)).read_bytes()


def test_counts(sample: Document, expected: Expected) -> None:
    evidence = sum(card.lane == "l-evidence" for card in sample.cards)
    assert len(sample.phases) == expected.phases
    assert len(sample.steps) == expected.steps
    assert evidence == expected.evidence
    assert len(sample.cards) - evidence == expected.cards
    assert Counter(c.kind for c in sample.connectors) == expected.connectors
    assert Counter(m.kind for m in sample.marks) == expected.marks
    assert len(sample.actors) == expected.actors
    assert len(sample.personas) == expected.personas
    assert len(sample.variants) == expected.variants
    assert len(sample.sources) == expected.sources
    links = sum(isinstance(record, Link) for record in _records(sample))
    assert links + sum(phase.link is not None for phase in sample.phases) == expected.links
    assert sample.poster.paper == expected.paper


def test_lanes_stand_in_the_standard_order_with_the_three_lines(
    name: str, sample: Document
) -> None:
    customers = ["emotion", "customer"] * (2 if name == "tyohonvalmennus" else 1)
    roles = ["evidence", *customers, "frontstage", "backstage", "support"]
    assert [lane.role for lane in sample.lanes] == roles
    for above, below in zip(sample.lanes, sample.lanes[1:], strict=False):
        if above.role == "emotion":
            assert above.of == below.id
    lines = {line for lines in DerivedFacts(sample).boundaries.values() for line in lines}
    assert lines == {"interaction", "visibility", "internal_interaction"}


def test_cells_hold_two_cards_at_most(sample: Document) -> None:
    assert max(len(cards) for cards in DerivedFacts(sample).cards_by_cell.values()) <= 2


def test_every_action_has_an_actor_and_a_feeling(sample: Document) -> None:
    for card in sample.cards:
        is_action = card.lane != "l-evidence"
        assert bool(card.actors) == is_action, card.id
        assert (card.emotion is not None) == is_action, card.id


def test_every_actor_is_used_and_told_apart(sample: Document) -> None:
    used = {actor for card in sample.cards for actor in card.actors}
    assert used == {actor.id for actor in sample.actors}
    english = sample.translations["en"]
    shorts = [actor.short for actor in sample.actors]
    english_shorts = [english[actor.id]["short"] for actor in sample.actors]
    for monograms in (shorts, english_shorts):
        assert len(set(monograms)) == len(monograms)
        assert all(re.fullmatch(r"[A-ZÅÄÖ]{2,3}", short) for short in monograms)
    assert len({actor.colour for actor in sample.actors}) == len(sample.actors)
    assert all(actor.role and actor.kind for actor in sample.actors)


def _white_contrast(colour: str) -> float:
    """Contrast of white text on ``#RRGGBB`` (WCAG 2.1, relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def test_white_monograms_are_legible_on_every_actor_colour(sample: Document) -> None:
    for actor in sample.actors:
        assert actor.colour is not None
        assert _white_contrast(actor.colour) >= 4.5, actor.id


def test_card_texts_are_short(sample: Document) -> None:
    english = sample.translations["en"]
    for card in sample.cards:
        for text in (card.text, english[card.id]["text"]):
            assert len(text.split()) <= MAX_CARD_WORDS, (card.id, text)


def test_every_text_has_its_english(sample: Document) -> None:
    english = sample.translations["en"]
    wanted = {(record, path) for record, path, _ in _texts(sample)}
    given = {(record, path) for record, texts in english.items() for path in texts}
    assert wanted == given
    assert all(text.strip() for texts in english.values() for text in texts.values())


def test_english_texts_hold_no_finnish_letters(sample: Document) -> None:
    titles = {source.id for source in sample.sources}
    for record, texts in sample.translations["en"].items():
        for path, text in texts.items():
            for name in ("Innokylä", "Tie työelämään"):
                text = text.replace(name, "")  # noqa: PLW2901 - the names of two web services
            if record not in titles:
                assert not re.search("[äöåÄÖÅ]", text), (record, path, text)


_BAD_SETTING = re.compile(r"  |\s[,.;:?!]|\d-\d|[\"']|\s$|^\s| - |\.\.")


def test_texts_are_well_set(sample: Document) -> None:
    texts = [text for _, _, text in _texts(sample)]
    texts += [text for table in sample.translations["en"].values() for text in table.values()]
    for text in texts:
        assert not _BAD_SETTING.search(text), text


def test_solutions_bear_the_number_of_their_critical_point(sample: Document) -> None:
    numbers = DerivedFacts(sample).mark_numbers
    points = [mark for mark in sample.marks if mark.kind == "critical_point"]
    solutions = [mark for mark in sample.marks if mark.kind == "solution"]
    # The drafts number the points KP1-KP4 along the path, each with one solution.
    assert [numbers[mark.id] for mark in points] == [1, 2, 3, 4]
    assert [numbers[mark.id] for mark in solutions] == [1, 2, 3, 4]
    assert [mark.solves for mark in solutions] == [mark.id for mark in points]


def test_handovers_say_who_to_whom_and_what(sample: Document) -> None:
    for connector in sample.connectors:
        assert (connector.handover is not None) == (connector.kind == "handover")
        if connector.handover is not None:
            assert connector.handover.giver
            assert connector.handover.receiver
            assert connector.handover.information


def test_the_joint_service_tells_its_handovers_in_full() -> None:
    sample = _sample("tyokyvyn-tuen-palvelukokonaisuus")
    handovers = [c for c in sample.connectors if c.kind == "handover"]
    assert [(c.source, c.target) for c in handovers] == [
        ("c512", "c513"),
        ("c524", "c506"),
        ("c526", "c517"),
    ]
    marked = {mark.target for mark in sample.marks if mark.kind == "transition"}
    assert marked == {connector.id for connector in handovers}
    for connector in handovers:
        handover = connector.handover
        assert handover is not None
        assert handover.basis == "permission"
        assert handover.basis_text
        assert handover.method
        assert handover.time
        assert handover.confirmation
    assert sample.poster.colour_by == "actor"


def test_two_routes_part_and_stay_apart() -> None:
    sample = _sample("tyollistymista-tukeva-toiminta")
    assert [variant.short for variant in sample.variants] == ["A", "B"]
    of_route = {
        variant.id: {card.id for card in sample.cards if card.variants == (variant.id,)}
        for variant in sample.variants
    }
    assert of_route == {"v-a": {"c405", "c414", "t45"}, "v-b": {"c406", "c415", "t46"}}
    for connector in sample.connectors:
        for route, cards in of_route.items():
            touches = bool(cards & {connector.source, connector.target})
            assert (connector.variants == (route,)) == touches, connector.id


def test_origin_of_merged_cards_is_kept() -> None:
    sample = _sample("osatyokykyisen-palvelupolku")
    origin = {card.id: card.variants for card in sample.cards if card.variants}
    assert {card for card, variants in origin.items() if variants == ("v-a",)} == {
        "c105",
        "c118",
        "c119",
        "c121",
        "c125",
        "c126",
    }
    assert {card for card, variants in origin.items() if variants == ("v-b",)} == {"c108", "c117"}
    assert [variant.persona for variant in sample.variants] == ["p-mirja", "p-jere"]


def test_a_period_has_its_length_and_its_words_for_the_client() -> None:
    sample = _sample("kuntouttava-tyotoiminta")
    duration = next(phase.duration for phase in sample.phases if phase.id == "v5")
    assert duration is not None
    assert (duration.min, duration.max, duration.unit) == (3, 24, "months")
    assert len(sample.client_path) == 7


def test_the_workshop_series_has_an_agenda_for_each_session() -> None:
    sample = _sample("yhteiskehittamisen-tyopajaprosessi")
    names = [workshop.name for workshop in sample.workshops]
    assert names == [phase.name for phase in sample.phases[1:6]]
    assert all(len(workshop.agenda) == 9 for workshop in sample.workshops)


def test_samples_name_no_organisation_and_say_that_they_are_examples(sample: Document) -> None:
    project = sample.project
    assert project is not None
    assert project.name == "Esimerkki"
    assert sample.status == "draft"
    named = (project.organisation, project.client, project.producer, project.funder, project.owner)
    assert not any(named)
    assert not project.logos
    assert project.disclaimer == FOOTER


def test_value_personas_and_subtitle_are_told(sample: Document) -> None:
    assert sample.subtitle
    assert sample.description
    assert sample.value is not None
    assert sample.value.functional
    assert sample.value.social
    assert sample.value.emotional
    for persona in sample.personas:
        assert persona.age
        assert persona.goal
        assert persona.barriers
        assert persona.quote


def test_the_general_path_remembers_the_two_that_it_was_made_of() -> None:
    sample = _sample("osatyokykyisen-palvelupolku")
    (before,) = sample.snapshots
    merged = list_merged(sample)
    paths = {card.id: card.variants for card in before.document.cards}
    assert len(merged) == 15
    for card in sample.cards:
        if card.id in merged:
            assert (paths[card.id], paths[card.origin[0]]) == (("v-a",), ("v-b",))
    split = SplitMerged(merged).apply(sample)
    assert {card.id: card.text for card in split.cards} == {
        card.id: card.text for card in before.document.cards
    }
    assert all(len(card.text.split()) <= MAX_CARD_WORDS for card in before.document.cards)
    language = before.document.translations["en"]
    assert all("text" in language[card.id] for card in before.document.cards)
