"""The personas of a poster: their panels side by side below the title."""

from typing import NamedTuple

from blueprint_editor.drawing.drawing import Leaf, MissingLetters, Placed, Tag
from blueprint_editor.layout.headers import describe_variants
from blueprint_editor.layout.personas import (
    PORTRAIT,
    PersonaPanel,
    PersonaTexts,
    build_persona,
    count_in_row,
    set_persona,
)
from blueprint_editor.layout.picture import fit_picture
from blueprint_editor.layout.reuse import ReuseCache
from blueprint_editor.layout.theme import plain_look
from blueprint_editor.model.records import Persona
from blueprint_editor.sheets.poster_facts import PosterFacts

_GAP = 6.0
"""Between panels, in mm at type scale 1."""


class PersonaPanels(NamedTuple):
    """All panels, y from the top of the first."""

    placed: tuple[Placed, ...]
    missing: tuple[MissingLetters, ...]
    height: float


def persona_words(persona: Persona) -> str:
    """Return a persona's name with the age."""
    return f"{persona.name}, {persona.age}" if persona.age is not None else persona.name


def build_personas(cache: ReuseCache, facts: PosterFacts, width: float) -> PersonaPanels:
    """Set the panels on ``width`` mm, rows of equal height."""
    theme, personas = facts.theme, facts.document.personas
    look = theme.roles["customer"] if facts.colours is None else plain_look(theme, "customer")
    gap = theme.mm(_GAP)
    in_row = count_in_row(len(personas), width, theme)
    own = (width - gap * (in_row - 1)) / in_row
    panels = [_set(cache, facts, persona_texts(facts, persona), own) for persona in personas]
    placed: list[Placed] = []
    y = 0.0
    for first in range(0, len(panels), in_row):
        row = panels[first : first + in_row]
        height = max(panel.height for panel in row)
        for number, panel in enumerate(row):
            group = cache.reuse(
                ("panel", panel.texts.id), (panel, height, look, theme),
                build_persona, panel, height, look, theme, facts.typesetter,
            )  # fmt: skip
            placed.append(Placed(group, number * (own + gap), y))
        y += height + gap
    missing = tuple(MissingLetters(p.missing, p.texts.id) for p in panels if p.missing)
    return PersonaPanels(tuple(placed), missing, y - gap)


def _set(cache: ReuseCache, facts: PosterFacts, texts: PersonaTexts, width: float) -> PersonaPanel:
    return cache.reuse(
        ("persona", texts.id), (texts, width, facts.theme),
        set_persona, texts, width, facts.theme, facts.typesetter,
    )  # fmt: skip


def persona_texts(facts: PosterFacts, persona: Persona) -> PersonaTexts:
    """Return what the panel of a persona says."""
    terms = facts.terms
    words = terms.twin.persona
    pairs = [
        (words.situation, persona.situation),
        (words.goal, persona.goal),
        (words.strengths, persona.strengths),
        (words.barriers, _barriers(facts, persona)),
        (words.close_people, persona.close_people),
        (words.services_now, persona.services_now),
    ]
    if persona.value is not None and facts.shows("value"):
        value = persona.value
        parts = (value.functional, value.social, value.emotional)
        pairs += zip(terms.value_parts, parts, strict=True)
    size = facts.theme.mm(PORTRAIT)
    portrait = persona.portrait
    return PersonaTexts(
        persona.id,
        persona_words(persona),
        terms.twin.quoted.format(persona.quote) if persona.quote.strip() else "",
        tuple((label, text) for label, text in pairs if text.strip()),
        _find_sign(facts, persona),
        fit_picture(facts.pictures, portrait.asset, size, size) if portrait else None,
        bool(portrait and portrait.alt),
        facts.language,
    )


def _barriers(facts: PosterFacts, persona: Persona) -> str:
    kinds = facts.terms.barrier_kinds
    return ", ".join(f"{barrier.text} ({kinds[barrier.kind]})" for barrier in persona.barriers)


def _find_sign(facts: PosterFacts, persona: Persona) -> tuple[str, str]:
    """Return letter and colour of the first path that the persona takes."""
    own = tuple(v for v in facts.variants.values() if v.persona == persona.id)[:1]
    signs = describe_variants(own, {}, facts.theme)
    return (signs[0][0], signs[0][2]) if signs else ("", "")


def make_persona_tags(facts: PosterFacts) -> tuple[Tag, ...]:
    """Return what the panels mean: a heading with facts for each persona."""
    if not (facts.document.personas and facts.shows("personas")):
        return ()
    return tuple(_tag(facts, persona) for persona in facts.document.personas)


def _tag(facts: PosterFacts, persona: Persona) -> Tag:
    texts, key = persona_texts(facts, persona), persona.id
    children: list[Tag] = []
    if texts.portrait is not None and persona.portrait is not None and texts.has_alt:
        children.append(Tag("Figure", (Leaf(key, "picture"),), persona.portrait.alt))
    path = f"{facts.terms.twin.path_of} {texts.sign[0]}"
    sign = (Tag("Figure", (Leaf(key, "sign"),), path),) if texts.sign[0] else ()
    children.append(Tag("H2", (Leaf(key, "name"), *sign)))
    if texts.quote:
        children.append(Tag("P", (Leaf(key, "quote"),)))
    pairs = (
        (Tag("Lbl", (Leaf(key, f"label:{number}"),)), Tag("LBody", (Leaf(key, f"fact:{number}"),)))
        for number in range(len(texts.facts))
    )
    if texts.facts:
        children.append(Tag("L", tuple(Tag("LI", pair) for pair in pairs)))
    return Tag("Sect", tuple(children))
