"""Synthetic blueprints of any size, alike for one seed: what the measurements run on.

They are made of the records only, so that every room can be measured with them.
"""

from random import Random

from blueprint_editor.model.document import Document
from blueprint_editor.model.kinds import ActorKind, Channel, ConnectorKind, MarkKind, Role
from blueprint_editor.model.records import (
    Actor,
    Card,
    Connector,
    Duration,
    Lane,
    Link,
    Mark,
    Phase,
    Project,
    Responsibility,
    Step,
    Variant,
)

MAX_CARDS = 20_000
CARDS_PER_STEP = 7
"""One card a cell on average, in seven lanes; some cells are empty, some hold several."""
MAX_STEPS = 2_000
"""The format's limit; larger documents get fuller cells."""
CONNECTORS_PER_CARD = 1.5
MARKS_PER_CARD = 0.1
NEARBY_STEPS = 2

LANES: tuple[tuple[Role, str, float], ...] = (
    ("evidence", "Palvelutodisteet ja kosketuspisteet", 1.0),
    ("customer", "Asiakkaan toiminta", 1.6),
    ("frontstage", "Näkyvä palvelu", 1.4),
    ("frontstage_technology", "Näkyvä teknologia", 0.5),
    ("backstage", "Taustatyö", 1.2),
    ("backstage_technology", "Taustajärjestelmät", 0.5),
    ("support", "Tukiprosessit", 0.8),
)
"""Role, name and how often a card falls into the lane."""
ACTORS: tuple[tuple[str, str, ActorKind], ...] = (
    ("Asiakas", "AS", "client"),
    ("Työkykykoordinaattori", "TK", "professional"),
    ("Työhönvalmentaja", "TV", "professional"),
    ("Sosiaaliohjaaja", "SO", "professional"),
    ("Työllisyyspalvelut", "TP", "authority"),
    ("Kela", "KE", "authority"),
    ("Terveysasema", "TA", "team"),
    ("Työnantaja", "TN", "employer"),
    ("Kokemusasiantuntija", "KA", "expert_by_experience"),
)
COLOURS = ("#D19A00", "#2E8B57", "#2F6DB5", "#7B56B3", "#8C8273", "#B3261E", "#17653A", "#1C3557")
FIRST_PARTS = (
    "palvelu", "työ", "asiakas", "sosiaali", "työllisyys", "kuntoutus", "työkyky", "terveys",
    "perhe", "toimintakyky", "koulutus", "yhteistyö", "etuus", "vertaistuki", "jatkopolku",
    "työhönvalmennus", "velkaneuvonta", "kuntoutustarve", "sosiaalipalvelu",
)  # fmt: skip
LAST_PARTS = (
    "suunnitelman", "keskustelun", "hakemuksen", "arvion", "tapaamisen", "kartoituksen",
    "päätöksen", "lomakkeen", "ohjauksen", "neuvonnan", "sopimuksen", "yhteenvedon", "palaverin",
    "selvityksen", "jakson", "kokeilun",
)  # fmt: skip
VERBS = (
    "Varaa", "Täyttää", "Käy läpi", "Lähettää", "Tarkistaa", "Sopii", "Kirjaa", "Valmistelee",
    "Tekee", "Kuulee ja kokoaa", "Siirtää", "Ehdottaa", "Päivittää", "Hyväksyy",
)  # fmt: skip
TAILS = (
    "", "asiakkaan kanssa", "ennen tapaamista", "kahden viikon kuluessa", "ja soittaa asiakkaalle",
    "yhdessä työnantajan kanssa", "ja pyytää luvan tietojen siirtoon",
    "sekä kertoo seuraavasta vaiheesta selkeällä kielellä", "27 d §:n mukaan",
    "3–6 kk:n ajaksi, jonka jälkeen tilanne arvioidaan uudelleen",
    "niin että vastuu siirtyy vasta, kun vastaanottaja on tavannut asiakkaan",
)  # fmt: skip
PHASES = ("Hakeutuminen", "Palvelutarpeen arviointi", "Suunnittelu", "Palvelu", "Seuranta")
LABELS = ("", "", "", "", "", "lupalomake", "kielteinen päätös", "yhteenveto")
CHANNELS: tuple[Channel, ...] = ("on_site", "phone", "remote", "letter", "digital")
CONNECTOR_KINDS: tuple[tuple[ConnectorKind, float], ...] = (
    ("flow", 60),
    ("information", 26),
    ("handover", 5),
    ("branch", 4),
    ("two_way", 3),
    ("return", 2),
)
MARK_KINDS: tuple[MarkKind, ...] = (
    "critical_point",
    "solution",
    "wait",
    "question",
    "transition",
    "idea",
)
"""A critical point is followed by its solution, so these come in turn."""


def make_document(card_count: int, seed: int = 1) -> Document:
    """Return a valid document of ``card_count`` cards (1 to 20,000), alike for the same seed."""
    if not 1 <= card_count <= MAX_CARDS:
        raise ValueError(f"{card_count} cards; the format holds 1 to {MAX_CARDS}")
    random = Random(seed)
    steps = _make_steps(random, card_count)
    cards = _make_cards(random, card_count, steps)
    connectors = _make_connectors(random, cards, steps)
    return Document(
        id="synthetic",
        title=f"Palvelupolku, {card_count} korttia",
        subtitle="Mittausta varten tehty kaavio",
        language="fi",
        project=Project(name="Mittaushanke", organisation="Esimerkkikunta", owner="Hanketiimi"),
        actors=tuple(
            Actor(id=f"a{i}", name=name, short=short, kind=kind, colour=COLOURS[i % len(COLOURS)])
            for i, (name, short, kind) in enumerate(ACTORS)
        ),
        variants=(
            Variant(id="v1", name="Nuori ilman työkokemusta", short="A", colour="#2F6DB5"),
            Variant(id="v2", name="Pitkä työura takana", short="B", dash="dashed"),
        ),
        lanes=tuple(
            Lane(id=f"l{i}", role=role, name=name) for i, (role, name, _) in enumerate(LANES)
        ),
        phases=_make_phases(steps),
        steps=steps,
        cards=cards,
        connectors=connectors,
        marks=_make_marks(random, cards, connectors),
        responsibilities=_make_responsibilities(random, steps),
    )


def _make_steps(random: Random, card_count: int) -> tuple[Step, ...]:
    count = min(MAX_STEPS, max(1, round(card_count / CARDS_PER_STEP)))
    steps: list[Step] = []
    phase = 0
    while len(steps) < count:
        for _ in range(min(random.randint(4, 6), count - len(steps))):
            name = _compound(random).capitalize() if random.random() < 0.5 else ""
            steps.append(Step(id=f"s{len(steps)}", phase=f"p{phase}", name=name))
        phase += 1
    return tuple(steps)


def _make_phases(steps: tuple[Step, ...]) -> tuple[Phase, ...]:
    ids = dict.fromkeys(step.phase for step in steps)
    return tuple(Phase(id=id_, name=PHASES[i % len(PHASES)]) for i, id_ in enumerate(ids))


def _make_cards(random: Random, count: int, steps: tuple[Step, ...]) -> tuple[Card, ...]:
    lanes = range(len(LANES))
    weights = [weight for *_, weight in LANES]
    places = sorted(
        (random.randrange(len(steps)), random.choices(lanes, weights)[0]) for _ in range(count)
    )
    return tuple(
        _make_card(random, number, LANES[lane][0], f"l{lane}", steps[step].id)
        for number, (step, lane) in enumerate(places)
    )


def _make_card(random: Random, number: int, role: Role, lane: str, step: str) -> Card:
    is_thing = role in {"evidence", "frontstage_technology", "backstage_technology"}
    id_ = f"c{number}"
    links = (Link(id=f"{id_}u", label="Ohje", url=f"https://ohje.example.org/{number}"),)
    return Card(
        id=id_,
        lane=lane,
        step=step,
        text=_compound(random).capitalize() if is_thing else _sentence(random),
        actors=() if is_thing else _pick_actors(random, role),
        channel=random.choice(CHANNELS) if random.random() < 0.3 else None,
        emotion=random.randint(-2, 2) if role == "customer" else None,
        variants=(random.choice(("v1", "v2")),) if random.random() < 0.1 else (),
        links=links if random.random() < 0.05 else (),
    )


def _pick_actors(random: Random, role: Role) -> tuple[str, ...]:
    if role == "customer":
        return ("a0",)
    count = 1 if random.random() < 0.9 else 2
    return tuple(f"a{i}" for i in random.sample(range(1, len(ACTORS)), count))


def _compound(random: Random) -> str:
    """Return a compound of two or three parts in its genitive, as Finnish card texts have them."""
    parts = random.sample(FIRST_PARTS, random.choices((1, 2), (4, 1))[0])
    return "".join(parts) + random.choice(LAST_PARTS)


def _sentence(random: Random) -> str:
    words = (random.choice(VERBS), _compound(random), random.choice(TAILS))
    return " ".join(word for word in words if word) + "."


def _make_connectors(
    random: Random, cards: tuple[Card, ...], steps: tuple[Step, ...]
) -> tuple[Connector, ...]:
    """Lead from cards to others of the same or the next steps; a return leads back."""
    place = {step.id: index for index, step in enumerate(steps)}
    at_step: list[list[Card]] = [[] for _ in steps]
    for card in cards:
        at_step[place[card.step]].append(card)
    kinds, weights = zip(*CONNECTOR_KINDS, strict=True)
    wanted = round(len(cards) * CONNECTORS_PER_CARD)
    found: dict[tuple[str, str], Connector] = {}
    for _ in range(wanted * 4):
        if len(found) == wanted:
            break
        source = random.choice(cards)
        kind = random.choices(kinds, weights)[0]
        here = place[source.step]
        first, last = (here - 4, here - 1) if kind == "return" else (here, here + NEARBY_STEPS)
        near = [card for step in at_step[max(0, first) : last + 1] for card in step]
        target = random.choice(near) if near else source
        pair = (source.id, target.id)
        if target is source or pair in found or pair[::-1] in found:
            continue
        found[pair] = Connector(
            id=f"k{len(found)}",
            source=source.id,
            target=target.id,
            kind=kind,
            label=random.choice(LABELS),
        )
    return tuple(found.values())


def _make_marks(
    random: Random, cards: tuple[Card, ...], connectors: tuple[Connector, ...]
) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for number in range(round(len(cards) * MARKS_PER_CARD)):
        kind = MARK_KINDS[number % len(MARK_KINDS)]
        on_connector = kind == "transition" and connectors
        target = random.choice(connectors).id if on_connector else random.choice(cards).id
        marks.append(
            Mark(
                id=f"m{number}",
                target=target,
                kind=kind,
                text=_sentence(random),
                solves=f"m{number - 1}" if kind == "solution" else None,
                duration=Duration(min=2, max=6, unit="weeks") if kind == "wait" else None,
            )
        )
    return tuple(marks)


def _make_responsibilities(random: Random, steps: tuple[Step, ...]) -> tuple[Responsibility, ...]:
    """Bands of about fifteen steps, one after the other."""
    starts = range(0, len(steps), 15)
    return tuple(
        Responsibility(
            id=f"r{number}",
            actor=f"a{random.randrange(1, len(ACTORS))}",
            first_step=steps[start].id,
            last_step=steps[min(start + random.randint(8, 14), len(steps) - 1)].id,
            text="Kulkee asiakkaan rinnalla koko matkan",
        )
        for number, start in enumerate(starts)
    )
