"""What is written below a presented poster, and what a screen reader says at each stop."""

from blueprint_editor.canvas.accessibility import describe_card, describe_cell
from blueprint_editor.language.terms import find_terms
from blueprint_editor.language.texts import _, current_language, ngettext
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.session.route import Stop


def tell_place(facts: DerivedFacts, stop: Stop) -> str:
    """Return where one is: phase, step, lane."""
    if stop.kind == "overview":
        return facts.document.title
    phase = _name_phase(facts, stop.phase)
    if stop.kind == "phase":
        return phase
    if stop.kind == "step":
        return f"{phase} › {_name_step(facts, stop.record)}"
    card = facts.cards[stop.record]
    step = next(step for step in facts.steps if step.id == card.step)
    lane = next(lane for lane in facts.lanes if lane.id == card.lane)
    name = lane.name.strip() or find_terms(facts.document.language).lanes[lane.role].name
    places = (phase, step.name.strip(), name)
    return f"{facts.card_codes[card.id]}   {' › '.join(place for place in places if place)}"


def tell_stop(facts: DerivedFacts, stop: Stop) -> str:
    """Return what is to be seen at a stop, as a sentence."""
    match stop.kind:
        case "overview":
            title = facts.document.title
            return _("The whole blueprint: {title}.").format(title=title)
        case "phase":
            steps = {step.id for step in facts.steps_of_phase[stop.record]}
            cards = sum(card.step in steps for card in facts.reading_order)
            counted = ngettext("{count} card", "{count} cards", cards).format(count=cards)
            return f"{_('Phase: {name}').format(name=_name_phase(facts, stop.record))}, {counted}."
        case "step":
            return f"{_('Step: {name}').format(name=_name_step(facts, stop.record))}."
        case "card":
            card = facts.cards[stop.record]
            return f"{describe_card(facts, card.id)}. {describe_cell(facts, card.lane, card.step)}."


def _name_phase(facts: DerivedFacts, phase: str) -> str:
    record = next(one for one in facts.document.phases if one.id == phase)
    return f"{facts.phase_numbers[phase]} {record.name}".strip()


def _name_step(facts: DerivedFacts, step: str) -> str:
    record = next(one for one in facts.steps if one.id == step)
    if record.name.strip():
        return record.name
    terms = find_terms(current_language())
    return terms.twin.step.format(facts.step_numbers[step])
