"""The poster's head: title block, phase chevrons, step names and responsibility bands, placed."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_editor.drawing.drawing import MissingLetters, Placed
from blueprint_editor.layout.headers import (
    Block,
    PhaseFacts,
    TitleTexts,
    build_band,
    build_phase,
    build_step,
    build_title_block,
    describe_variants,
    has_room_for_words,
    list_phase_themes,
    measure_phase,
)
from blueprint_editor.layout.reuse import ReuseCache
from blueprint_editor.model.records import Duration, Phase, Responsibility, Step
from blueprint_editor.sheets.poster_body import Body
from blueprint_editor.sheets.poster_facts import PosterFacts
from blueprint_editor.sheets.poster_personas import build_personas, persona_words


class Header(NamedTuple):
    """The head's groups, y from the top of the title block.

    Attributes:
        height: down to the first lane.
        phase_top, phase_bottom: y of the phase row.
        status_lines: how many lines the title block has at its right.
    """

    placed: tuple[Placed, ...]
    missing: tuple[MissingLetters, ...]
    height: float
    phase_top: float
    phase_bottom: float
    status_lines: int
    variant_lines: int


def title_texts(facts: PosterFacts) -> TitleTexts:
    """Return the words of the title block."""
    document, project = facts.document, facts.document.project
    personas = {persona.id: persona_words(persona) for persona in document.personas}
    # A path whose persona has a panel is named there.
    named = personas if facts.shows("personas") else {}
    variants = tuple(v for v in facts.variants.values() if v.persona not in named)
    lines = [project.name if project else "", facts.terms.status_line(document)]
    if project is not None:
        lines.append(facts.terms.owner_line(project))
    return TitleTexts(
        document.title,
        document.subtitle,
        tuple(line for line in lines if line),
        describe_variants(variants, personas, facts.theme),
        facts.language,
        facts.filter_words,
    )


def build_header(facts: PosterFacts, body: Body, *, is_first: bool = True) -> Header:
    """Set everything above the lanes for the body's columns; the title on the first deck alone."""
    document, derived = facts.document, facts.derived
    inputs = (
        title_texts(facts), body.columns, body.size.column_x, body.width, facts.theme,
        document.poster, facts.second_names, document.phases, document.steps,
        document.responsibilities, document.actors, document.personas, facts.pictures,
        facts.marks_of, derived.mark_numbers, body.continued, is_first,
        derived.phase_numbers, [band.id in facts.faded for band in document.responsibilities],
    )  # fmt: skip
    return facts.cache.reuse_stage(("header",), inputs, _build_header, facts, body, is_first)


def _build_header(cache: ReuseCache, facts: PosterFacts, body: Body, is_first: bool) -> Header:
    placed: list[Placed] = []
    missing: list[MissingLetters] = []
    theme, document = facts.theme, facts.document
    y = 0.0
    texts = title_texts(facts)

    def put(block: Block, x: float, top: float) -> None:
        placed.append(Placed(block.group, x, top))
        if block.missing:
            missing.append(MissingLetters(block.missing, block.group.key))

    has_title = is_first and facts.shows("title_block")
    if has_title:
        block = cache.reuse(
            "title", (texts, body.width, theme), build_title_block, texts, body.width, theme,
            facts.typesetter,
        )  # fmt: skip
        put(block, 0.0, 0.0)
        y = block.height + theme.mm(8)
    if is_first and document.personas and facts.shows("personas"):
        panels = build_personas(cache, facts, body.width)
        placed.extend(Placed(group, x, y + top) for group, x, top in panels.placed)
        missing.extend(panels.missing)
        y += panels.height + theme.mm(8)
    phase_top = y
    row = 0.0
    for block, x in _iter_phases(cache, facts, body):
        put(block, x, y)
        row = max(row, block.height)
    phase_bottom = y + row
    y += row + (theme.mm(4) if row else 0.0)
    row = 0.0
    for block, x in _iter_steps(cache, facts, body):
        put(block, x, y)
        row = max(row, block.height)
    y += row + (theme.mm(3) if row else 0.0)
    if facts.shows("responsibilities"):
        bottom = y
        for block, x, top in _iter_bands(cache, facts, body, y):
            put(block, x, top)
            bottom = max(bottom, top + block.height + theme.mm(2.5))
        y = bottom
    return Header(
        tuple(placed), tuple(missing), y + theme.mm(1), phase_top, phase_bottom,
        len(texts.right) if has_title else 0, len(texts.variants) if has_title else 0,
    )  # fmt: skip


def _iter_phases(
    cache: ReuseCache, facts: PosterFacts, body: Body
) -> Iterator[tuple[Block, float]]:
    theme = facts.theme
    half = theme.mm(theme.metrics.column_gap) / 2
    notch = theme.mm(6.0)
    spans = _phase_spans(body)
    edges = [x0 - half for x0, _ in spans.values()]
    texts: list[tuple[Phase, PhaseFacts, float, float]] = []
    phases = [phase for phase in facts.document.phases if phase.id in spans]
    for place, phase in enumerate(phases, 1):
        number = facts.derived.phase_numbers[phase.id]
        left = edges[place - 1]
        right = edges[place] + notch - theme.mm(2.2) if place < len(edges) else None
        if right is None:
            right = spans[phase.id][1] + half
        own = _tell_phase(facts, phase, number)
        if phase.id == body.continued:
            name = facts.terms.print.continued.format(phase.name)
            phase = phase.model_copy(update={"name": name})  # noqa: PLW2901
            own = own._replace(duration="", marks=())
        # Rounded, so that a chevron that only moved is as wide as before to the last bit.
        texts.append((phase, own, left, round(right - left, 3)))
    themes = (
        one
        for one in list_phase_themes(theme)
        if all(
            has_room_for_words(phase, own, width, one, facts.typesetter)
            for phase, own, _, width in texts
        )
    )
    theme = next(themes, list_phase_themes(theme)[-1])
    height = max(
        (measure_phase(p, own, width, theme, facts.typesetter) for p, own, _, width in texts),
        default=0.0,
    )
    height = max(height, theme.mm(19)) if texts else 0.0
    for phase, own, left, width in texts:
        block = cache.reuse(
            phase.id, (phase, own, width, height, theme),
            build_phase, phase, own, width, height, theme, facts.typesetter,
        )  # fmt: skip
        yield block, left


def _tell_phase(facts: PosterFacts, phase: Phase, number: int) -> PhaseFacts:
    duration = facts.terms.duration(phase.duration) if phase.duration else ""
    marks, second = facts.tray_marks(phase.id), facts.second_name(phase.id)
    return PhaseFacts(number, duration, marks, facts.language, second)


def _phase_spans(body: Body) -> dict[str, tuple[float, float]]:
    """Return phase id → (left of its first column, right of its last), in mm."""
    spans: dict[str, tuple[float, float]] = {}
    for x, column in zip(body.size.column_x, body.columns, strict=True):
        left = spans[column.phase][0] if column.phase in spans else x
        spans[column.phase] = (left, x + column.width)
    return spans


def _step_words(facts: PosterFacts, step: Step) -> str:
    duration: Duration | None = step.duration
    words = [facts.terms.duration(duration) if duration else "", step.repeats]
    return " · ".join(word for word in words if word)


def _iter_steps(cache: ReuseCache, facts: PosterFacts, body: Body) -> Iterator[tuple[Block, float]]:
    steps = {step.id: step for step in facts.document.steps}
    for x, column in zip(body.size.column_x, body.columns, strict=True):
        step = steps.get(column.step)
        if step is None:
            continue
        words, marks = _step_words(facts, step), facts.tray_marks(step.id)
        second = facts.second_name(step.id)
        if not (step.name or words or marks or second.text):
            continue
        block = cache.reuse(
            step.id, (step, words, marks, column.width, facts.language, second, facts.theme),
            build_step, step, words, marks, column.width, facts.theme, facts.typesetter,
            facts.language, second,
        )  # fmt: skip
        yield block, x


def _iter_bands(
    cache: ReuseCache, facts: PosterFacts, body: Body, top: float
) -> Iterator[tuple[Block, float, float]]:
    """Yield (band, x, y); bands whose steps overlap stand in rows of their own."""
    places = {
        column.step: (x, x + column.width)
        for x, column in zip(body.size.column_x, body.columns, strict=True)
    }
    rows: list[list[tuple[float, float, float]]] = []
    order = [step.id for step in facts.derived.steps]
    for band in facts.document.responsibilities:
        if band.first_step not in order or band.last_step not in order:
            continue
        first, last = order.index(band.first_step), order.index(band.last_step)
        here = [places[step] for step in order[first : last + 1] if step in places]
        if not here:
            continue
        left, right = here[0][0], here[-1][1]
        if right <= left:
            continue
        block = _band_block(cache, facts, band, right - left)
        row = next((r for r in rows if all(right <= a or left >= b for a, b, _ in r)), None)
        if row is None:
            row = []
            rows.append(row)
        is_faded = band.id in facts.faded
        block = block._replace(group=facts.shade(block.group, cache, is_faded=is_faded))
        row.append((left, right, block.height))
        index = rows.index(row)
        above = sum(max(height for _, _, height in r) for r in rows[:index])
        yield block, left, top + above + index * facts.theme.mm(2.0)


def _band_block(cache: ReuseCache, facts: PosterFacts, band: Responsibility, width: float) -> Block:
    actor = facts.actor_signs[band.actor]
    return cache.reuse(
        band.id, (band, actor, width, facts.language, facts.theme),
        build_band, band.id, actor, band.text, width, facts.theme, facts.typesetter,
        facts.language,
    )  # fmt: skip
