"""A whole document in words: what stands around the blueprint, as the poster's head and foot do."""

from collections.abc import Iterator
from typing import TypeVar

from blueprint_editor.export.twin.causal import iter_causal_map
from blueprint_editor.export.twin.path import make_path
from blueprint_editor.export.twin.tree import (
    Block,
    Fact,
    Facts,
    Figure,
    Item,
    Items,
    Paragraph,
    Run,
    Runs,
    Section,
    Twin,
)
from blueprint_editor.export.twin.words import TwinFacts
from blueprint_editor.language.causal_words import find_causal_words
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.filtering import apply_filter
from blueprint_editor.model.kinds import CONNECTOR_KINDS, MARK_KINDS
from blueprint_editor.model.records import (
    Actor,
    Mark,
    Persona,
    Project,
    Responsibility,
    Source,
    Value,
)
from blueprint_editor.model.votes import rank_votes
from blueprint_editor.sheets.duration_lines import list_durations

_PROJECT_FIELDS = (
    "name",
    "programme",
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
)
_PROJECT_DATES = ("checked_on", "valid_until", "next_review")
AnyBlock = TypeVar("AnyBlock", Facts, Items)


def make_twin(document: DocumentContent) -> Twin:
    """Return the document as text in reading order.

    Lanes that are hidden, parts that the poster keeps back and what its filter hides are left out
    here, too. So are the working papers that no sheet shows: notes, comments, workshops, ratings,
    snapshots.

    Args:
        document: with the texts of the language wanted (see ``model.translated``).
    """
    facts = TwinFacts(*apply_filter(document))
    project = document.project or Project()
    state = f"{facts.terms.status_line(document)} · {facts.terms.states[document.state]}"
    status = [Run(project.name), Run(state)]
    status += [Run(facts.terms.owner_line(project))] if facts.shows("project") else []
    status += [facts.word(facts.filter_words)] if facts.filter_words else []
    found = (
        _personas(facts),
        _path(facts),
        _responsibilities(facts),
        _section("value", facts.word(facts.terms.headings.value), _value(facts, document.value)),
        _client_path(facts),
        _section("causal_map", facts.word(_name_map(facts)), iter_causal_map(facts)),
        _votes(facts),
        _actors(facts),
        _legend(facts),
        _durations(facts),
        _sources(facts),
        _abbreviations(facts),
        _project(facts, project),
    )
    return Twin(
        Run(document.title),
        document.language,
        Run(document.subtitle),
        tuple(run for run in status if run.text),
        tuple(_intro(facts)),
        tuple(section for section in found if section is not None),
        {
            "author": project.organisation or project.name,
            "subject": document.subtitle,
            "keywords": ", ".join(tag.name for tag in document.tags if tag.name),
            "version": document.version,
        },
    )


def _section(key: str, heading: Run, blocks: Iterator[Block]) -> Section | None:
    found = tuple(blocks)
    return Section(key, heading, found) if found else None


def _given(block: AnyBlock) -> Iterator[AnyBlock]:
    """Yield a list unless it is empty."""
    if block.entries:
        yield block


def _intro(facts: TwinFacts) -> Iterator[Block]:
    document = facts.document
    if document.description.strip():
        yield Paragraph((Run(document.description),))
    personas = {persona.id: persona.name for persona in document.personas}
    told: list[Runs] = []
    for variant in document.variants:
        name = facts.variant_name(variant)
        persona = personas.get(variant.persona or "", "")
        words = name if persona in name else f"{name} ({persona})"
        told.append((Run(words, record=variant.id),))
    if told:
        yield Facts((Fact(facts.word(facts.terms.headings.variants), tuple(told)),))


def _path(facts: TwinFacts) -> Section | None:
    path = make_path(facts)
    if path is None:
        return None
    return Section("path", facts.word(facts.terms.twin.path), (path,))


def _personas(facts: TwinFacts) -> Section | None:
    personas = facts.document.personas if facts.shows("personas") else ()
    return _section(
        "personas",
        facts.word(facts.terms.headings.personas),
        (_persona(facts, persona) for persona in personas),
    )


def _persona(facts: TwinFacts, persona: Persona) -> Section:
    words = facts.terms.twin.persona
    blocks: list[Block] = []
    if persona.portrait is not None:
        blocks.append(Figure(persona.portrait.asset, Run(persona.portrait.alt), "portrait"))
    if persona.age is not None:
        blocks.append(Paragraph((facts.word(words.age.format(persona.age)),), "quiet"))
    if persona.quote.strip():
        blocks.append(Paragraph((Run(persona.quote),), "quote"))
    found: list[Fact] = []
    for field in ("situation", "goal", "strengths"):
        found += facts.fact(getattr(words, field), getattr(persona, field))
    kinds = facts.terms.barrier_kinds
    barriers = tuple(
        (Run(b.text), Run(" ("), facts.plain_word(kinds[b.kind]), Run(")"))
        for b in persona.barriers
    )
    if barriers:
        found.append(Fact(facts.word(words.barriers), barriers))
    for field in ("close_people", "services_now"):
        found += facts.fact(getattr(words, field), getattr(persona, field))
    found += (fact for block in _value(facts, persona.value) for fact in block.entries)
    blocks += _given(Facts(tuple(found)))
    return Section(f"persona-{persona.id}", Run(persona.name), tuple(blocks))


def _value(facts: TwinFacts, value: Value | None) -> Iterator[Facts]:
    if value is None or not facts.shows("value"):
        return
    texts = (value.functional, value.social, value.emotional)
    pairs = zip(facts.terms.value_parts, texts, strict=True)
    yield from _given(Facts(tuple(fact for name, text in pairs for fact in facts.fact(name, text))))


def _responsibilities(facts: TwinFacts) -> Section | None:
    bands = facts.document.responsibilities if facts.shows("responsibilities") else ()
    items = Items(tuple(_responsibility(facts, band) for band in bands))
    return _section(
        "responsibilities", facts.word(facts.terms.twin.responsibilities), _given(items)
    )


def _responsibility(facts: TwinFacts, band: Responsibility) -> Item:
    actor = facts.actor_name(band.actor)
    runs: Runs = (Run(band.text),)
    if actor.casefold() not in band.text.casefold():
        runs = (Run(actor, record=band.actor), Run(": "), *runs)
    place = facts.place(band.first_step)
    if band.first_step != band.last_step:
        place = (*place, Run(" – "), *facts.place(band.last_step))
    return Item(runs, (Fact(facts.word(facts.terms.twin.phase_row), (place,)),))


def _client_path(facts: TwinFacts) -> Section | None:
    sentences = tuple(Item((Run(text),)) for text in facts.document.client_path if text.strip())
    heading = facts.word(facts.terms.twin.client_path)
    return _section("client_path", heading, _given(Items(sentences, ordered=True)))


def _name_map(facts: TwinFacts) -> str:
    return find_causal_words(facts.terms.language).title


def _votes(facts: TwinFacts) -> Section | None:
    """List what has votes, most first; a mark whose poster shows none is left out."""
    kinds = facts.terms.marks
    items = []
    for record, card in rank_votes(facts.derived):
        if isinstance(record, Mark) and not facts.shows("marks"):
            continue
        if card and card not in facts.derived.visible_cards:
            continue
        runs: Runs = (facts.card_words(card),) if card else ()
        if isinstance(record, Mark):
            named = f"{kinds[record.kind]} {facts.derived.mark_numbers[record.id]}"
            before: Runs = (*runs, Run(", ")) if runs else ()
            runs = (*before, facts.plain_word(named), Run(f": {record.text}"))
        count = facts.plain_word(facts.terms.count("vote", record.votes))
        items.append(Item((count, Run(" – "), *runs)))
    heading = facts.word(facts.terms.twin.most_votes)
    return _section("votes", heading, _given(Items(tuple(items))))


def _actors(facts: TwinFacts) -> Section | None:
    actors = facts.document.actors if facts.shows("actors") else ()
    items = Items(tuple(_actor(facts, actor) for actor in actors))
    return _section("actors", facts.word(facts.terms.headings.actors), _given(items))


def _actor(facts: TwinFacts, actor: Actor) -> Item:
    words, fields = facts.terms.twin, facts.terms.project_fields
    name = f"{actor.name} ({actor.short})" if actor.short else actor.name
    found = [*facts.fact(words.task, actor.role)]
    if actor.kind:
        found += facts.word_fact(words.kind, facts.terms.actor_kinds[actor.kind])
    found += facts.actor_fact(words.members, *actor.members)
    found += facts.fact(fields["organisation"], actor.organisation)
    found += facts.fact(fields["contact"], actor.contact)
    found += facts.link_fact(actor.link)
    return Item((Run(name, record=actor.id),), tuple(found))


def _legend(facts: TwinFacts) -> Section | None:
    """Say what the words at cards mean; lanes and their lines are told with the blueprint."""
    if not facts.shows("legend"):
        return None
    terms, document, shown = facts.terms, facts.document, facts.derived.visible_cards
    found: list[Fact] = []
    if facts.shows("marks"):
        marks = {mark.kind for mark in document.marks}
        words = (terms.legend_mark[kind] for kind in MARK_KINDS if kind in marks)
        found += facts.word_fact(terms.headings.marks, *words)
    if facts.shows("connectors"):
        ends = {c.kind for c in document.connectors if {c.source, c.target} <= shown}
        words = (terms.legend_connector[kind] for kind in CONNECTOR_KINDS if kind in ends)
        found += facts.word_fact(terms.twin.connectors, *words)
    certain = {card.certainty for card in document.cards if card.id in shown}
    words = (word for kind, word in terms.certainties.items() if kind in certain)
    found += facts.word_fact(terms.twin.certainty, *words)
    return _section("legend", facts.word(terms.headings.legend), _given(Facts(tuple(found))))


def _durations(facts: TwinFacts) -> Section | None:
    if not facts.shows("durations"):
        return None
    lines = list_durations(facts.derived, facts.terms)
    times = tuple(Fact(Run(name), ((facts.plain_word(words),),)) for name, words in lines.times)
    blocks: list[Block] = [*_given(Facts(times))]
    blocks += [Paragraph((facts.word(note),)) for note in lines.notes]
    return _section("durations", facts.word(facts.terms.durations.heading), iter(blocks))


def _sources(facts: TwinFacts) -> Section | None:
    sources = facts.document.sources if facts.shows("sources") else ()
    items = Items(tuple(_source(source) for source in sources), ordered=True)
    return _section("sources", facts.word(facts.terms.headings.sources), _given(items))


def _source(source: Source) -> Item:
    details = ", ".join(str(d) for d in (source.publisher, source.year) if d)
    title = Run(source.title or source.url or "", url=source.url or "")
    return Item((title, Run(f". {details}")) if details else (title,))


def _abbreviations(facts: TwinFacts) -> Section | None:
    found = tuple(
        Fact(Run(abbreviation.short), ((Run(abbreviation.text),),))
        for abbreviation in facts.document.abbreviations
    )
    return _section(
        "abbreviations", facts.word(facts.terms.twin.abbreviations), _given(Facts(found))
    )


def _project(facts: TwinFacts, project: Project) -> Section:
    """Return what the poster's foot says of the project; the document's code stands always."""
    terms = facts.terms
    names = terms.project_fields
    found: list[Fact] = []
    blocks: list[Block] = []
    if facts.shows("project"):
        for field in _PROJECT_FIELDS:
            found += facts.fact(names[field], getattr(project, field))
        for field in _PROJECT_DATES:
            if day := getattr(project, field):
                found += facts.fact(names[field], terms.date(day))
        if project.published_url:
            run = Run(project.published_url, url=project.published_url)
            found.append(Fact(facts.word(names["published_url"]), ((run,),)))
        if project.links:
            values = tuple((run,) for run in facts.links(project.links))
            found.append(Fact(facts.word(terms.headings.links), values))
    document = facts.document
    code = " · ".join(filter(None, (document.id, terms.version(document.version))))
    found += facts.fact(terms.twin.document, code)
    blocks.append(Facts(tuple(found)))
    if facts.shows("project"):
        texts = (project.funding_statement, project.disclaimer)
        blocks += [Paragraph((Run(text),)) for text in texts if text.strip()]
        blocks += [Figure(logo.asset, Run(logo.alt), "logo") for logo in project.logos]
    heading = terms.headings.project if len(found) + len(blocks) > 2 else terms.twin.document
    return Section("project", facts.word(heading), tuple(blocks))
