"""What stands above the lanes: title block, phase chevrons, step names, responsibility bands."""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.drawing.primitives import Bounds, LinkArea, Path, Rectangle, Stroke
from blueprint_editor.layout.actor_sign import ActorSign, set_actor_sign
from blueprint_editor.layout.colour import contrast, darken_until, mix, readable_on
from blueprint_editor.layout.flow import GroupBuilder
from blueprint_editor.layout.icons import draw_icon
from blueprint_editor.layout.second_name import (
    NO_SECOND_NAME,
    SecondName,
    set_second_name,
)
from blueprint_editor.layout.text import SetText, Typesetter
from blueprint_editor.layout.theme import PAPER, Theme
from blueprint_editor.layout.tray import TrayMark, add_tray
from blueprint_editor.model.naming import sign_variant
from blueprint_editor.model.records import Phase, Step, Variant

_DIGIT = 6.2
"""What each digit of a phase's number after the first takes, in mm at type scale 1."""
_NARROW_FACE = 75.0
"""Width in percent of the face of phase names that the usual one would divide."""


class Block(NamedTuple):
    """A finished group with the height it takes in mm and the letters that no font has."""

    group: Group
    height: float
    missing: str


class TitleTexts(NamedTuple):
    """The words of the title block, already in the sheet's language.

    Attributes:
        status: lines at the right, the first one strong.
        filter: what is said of a filter, as the last of them and strong, too; empty without one.
        variants: (letter, words, colour) of each path through the blueprint.
    """

    title: str
    subtitle: str
    status: tuple[str, ...]
    variants: tuple[tuple[str, str, str], ...]
    language: str
    filter: str = ""

    @property
    def right(self) -> tuple[str, ...]:
        """All lines at the right."""
        return (*self.status, self.filter) if self.filter else self.status


def describe_variants(
    variants: tuple[Variant, ...], names: dict[str, str], theme: Theme
) -> tuple[tuple[str, str, str], ...]:
    """Return (letter, words, colour) of each variant; ``names`` maps persona ids to words."""
    navy = theme.styles["title"].colour
    return tuple(
        (
            sign_variant(variant),
            names.get(variant.persona or "", variant.name),
            "#000000" if theme.greyscale else darken_until(variant.colour or navy, PAPER, 4.5),
        )
        for variant in variants
    )


def build_title_block(
    texts: TitleTexts, width: float, theme: Theme, typesetter: Typesetter
) -> Block:
    """Set title, subtitle and variants at the left, project and version at the right."""
    ink = GroupBuilder()
    status_width = width * 0.2 if any(texts.right) else 0.0
    left_width = width - status_width - (theme.mm(12) if status_width else 0)
    title = typesetter.set_text(
        texts.title, theme.styles["title"], left_width, texts.language, spare_hyphens=True
    )
    ink.add_text("title", title, 0, 0)
    y = title.height + theme.mm(1.5)
    if texts.subtitle:
        style = theme.styles["subtitle"]
        subtitle = typesetter.set_text(
            texts.subtitle, style, left_width, texts.language, balance=False
        )
        ink.add_text("subtitle", subtitle, 0, y)
        y += subtitle.height
    if texts.variants:
        y = _add_variants(ink, texts, y + theme.mm(2.4), left_width, theme, typesetter)
    right_y = theme.mm(3.0)
    for index, line in enumerate(texts.right):
        is_strong = index == 0 or line == texts.filter
        style = theme.styles["status_strong" if is_strong else "status"]
        text = typesetter.set_text(line, style, status_width, texts.language, align="right")
        ink.add_text(f"status:{index}", text, width - status_width, right_y)
        right_y += text.height
    height = max(y, right_y)
    group = ink.build("title-block", "document", Bounds(0, 0, width, height), label=texts.title)
    return Block(group, height, ink.missing)


def _add_variants(
    ink: GroupBuilder,
    texts: TitleTexts,
    y: float,
    width: float,
    theme: Theme,
    typesetter: Typesetter,
) -> float:
    style = theme.styles["small"]
    size = theme.mm(6.4)
    x = 0.0
    for index, (letter, words, colour) in enumerate(texts.variants):
        sign = typesetter.set_line(letter, theme.styles["variant"], "")
        name = typesetter.set_line(words, style, texts.language)
        box = max(size, sign.width + theme.mm(2))
        needed = box + theme.mm(2) + name.width
        if x > 0 and x + needed > width:
            x, y = 0.0, y + style.leading * 1.2
        top = y + (style.leading - size) / 2
        ink.add("", [Rectangle(x, top, box, size, colour)])
        part = f"variant:{index}"
        ink.add_text(part, sign, x + (box - sign.width) / 2, top + (size - sign.height) / 2)
        ink.add_text(part, name, x + box + theme.mm(2), y)
        x += needed + theme.mm(9)
    return y + style.leading


class PhaseFacts(NamedTuple):
    """Words and marks of a phase header besides its own fields."""

    number: int
    duration: str
    marks: tuple[TrayMark, ...]
    language: str
    second: SecondName = NO_SECOND_NAME


_PALEST = 1.25
"""A chevron that is told less from the paper needs an edge."""


class PhasePaint(NamedTuple):
    """Colours of a chevron; ``fill`` is that of the paper where ink is to be saved."""

    fill: str
    stroke: Stroke | None
    text: str


def paint_phase(phase: Phase, theme: Theme) -> PhasePaint:
    """Return the colours of a phase's chevron, its words readable on it."""
    colour = phase.colour or theme.styles["title"].colour
    if theme.greyscale:
        colour = "#2B2B2B"
    if theme.ink_saving:
        line = darken_until(colour, PAPER, 4.5)
        return PhasePaint(PAPER, Stroke(line, theme.mm(0.9)), line)
    pale = contrast(colour, PAPER) < _PALEST
    edge = Stroke(darken_until(colour, PAPER, 3.0), theme.mm(0.6)) if pale else None
    return PhasePaint(colour, edge, readable_on(colour))


def _chevron(width: float, height: float, notch: float, paint: PhasePaint, *, first: bool) -> Path:
    inset = 0.0 if first else notch
    edge = paint.stroke.width / 2 if paint.stroke else 0.0
    left, right, top, bottom = edge, width - edge, edge, height - edge
    return Path(
        (
            ("M", left, top),
            ("L", right - notch, top),
            ("L", right, height / 2),
            ("L", right - notch, bottom),
            ("L", left, bottom),
            ("L", left + inset, height / 2),
            ("Z",),
        ),
        paint.fill,
        paint.stroke,
    )


def measure_phase(
    phase: Phase, facts: PhaseFacts, width: float, theme: Theme, typesetter: Typesetter
) -> float:
    """Return the height in mm that the phase's words need inside a chevron of ``width``."""
    colour = paint_phase(phase, theme).text
    lines = _set_phase(phase, facts, width, theme, typesetter, colour)
    return sum(text.height for _, text in lines) + theme.mm(7.0)


def has_room_for_words(
    phase: Phase, facts: PhaseFacts, width: float, theme: Theme, typesetter: Typesetter
) -> bool:
    """Tell whether no word of the phase's name has to be divided in a chevron of ``width`` mm."""
    _, room = _phase_room(phase, facts, width, theme)
    style, words = theme.styles["phase"], phase.name.split()
    return all(typesetter.measure(word, style, facts.language) <= room for word in words)


@lru_cache(maxsize=16)
def list_phase_themes(theme: Theme) -> tuple[Theme, ...]:
    """Return the theme, and others in which phase names take less room, the widest one first."""
    style = theme.styles["phase"]
    narrow = style._replace(face=style.face._replace(width=_NARROW_FACE))
    # No smaller than the cards.
    share = theme.styles["body"].size / style.size
    small = narrow._replace(size=style.size * share, leading=style.leading * share)
    others = [replace(theme, styles={**theme.styles, "phase": s}) for s in (narrow, small)]
    return (theme, *others)


def _phase_room(phase: Phase, facts: PhaseFacts, width: float, theme: Theme) -> tuple[float, float]:
    """Return (x of the words, their width) in mm inside a chevron."""
    left = theme.mm(20.0 + _DIGIT * (len(str(facts.number)) - 1))
    right = theme.mm(7.0 if phase.link is None else 12.5)
    return left, max(width - left - right, theme.mm(18))


def _set_phase(
    phase: Phase,
    facts: PhaseFacts,
    width: float,
    theme: Theme,
    typesetter: Typesetter,
    colour: str,
) -> list[tuple[str, SetText]]:
    """Return part and text of what stands in the chevron, top to bottom."""
    _, room = _phase_room(phase, facts, width, theme)
    name_style = theme.styles["phase"]._replace(colour=colour)
    note_style = theme.styles["phase_note"]._replace(colour=colour)
    name = typesetter.set_text(
        phase.name, name_style, room, facts.language, align="hug", spare_hyphens=True
    )
    lines = [("name", name)]
    if facts.second.text:
        second = set_second_name(facts.second, note_style, room, typesetter)
        lines.append(("second", second))
    if facts.duration:
        note = typesetter.set_text(facts.duration, note_style, room, facts.language)
        lines.append(("duration", note))
    return lines


def build_phase(
    phase: Phase,
    facts: PhaseFacts,
    width: float,
    height: float,
    theme: Theme,
    typesetter: Typesetter,
) -> Block:
    """Draw one chevron ``height`` mm high, its marks in a tray below."""
    paint = paint_phase(phase, theme)
    ink = GroupBuilder()
    notch = theme.mm(6.0)
    ink.add("", [_chevron(width, height, notch, paint, first=facts.number == 1)])
    number_style = theme.styles["phase_number"]._replace(colour=paint.text)
    number = typesetter.set_line(str(facts.number), number_style, "")
    left, _ = _phase_room(phase, facts, width, theme)
    number_x = left - theme.mm(3.2) - number.width
    ink.add_text("number", number, number_x, (height - number.height) / 2)
    lines = _set_phase(phase, facts, width, theme, typesetter, paint.text)
    y = (height - sum(text.height for _, text in lines)) / 2
    for part, text in lines:
        ink.add_text(part, text, left, y)
        y += text.height
    if phase.link is not None:
        size = theme.mm(5)
        x = width - notch - size - theme.mm(0.5)
        ink.add("", draw_icon("link", x, (height - size) / 2, size, paint.text, paint.fill))
        ink.add("name", [LinkArea(0, 0, width, height, phase.link, phase.name)])
    bottom = height
    if facts.marks:
        frame = GroupBuilder()
        bottom = add_tray(
            frame, ink, facts.marks, height, width - notch, theme, typesetter, facts.language,
            as_text=True,
        )  # fmt: skip
        ink.extend(frame)
    edge = paint.stroke.colour if paint.stroke else paint.fill
    group = ink.build(
        phase.id,
        "phase",
        Bounds(0, 0, width, bottom),
        label=f"{facts.number} {phase.name}",
        outline=(paint.fill, edge),
    )
    return Block(group, bottom, ink.missing)


def build_step(
    step: Step,
    words: str,
    marks: tuple[TrayMark, ...],
    width: float,
    theme: Theme,
    typesetter: Typesetter,
    language: str,
    second: SecondName,
) -> Block:
    """Set a step's name, its duration and rhythm (``words``) and its marks over its column."""
    ink = GroupBuilder()
    name = typesetter.set_text(step.name, theme.styles["step"], width, language, spare_hyphens=True)
    y = 0.0
    if step.name:
        ink.add_text("name", name, 0, 0)
        y = name.height
    if second.text:
        other = set_second_name(second, theme.styles["note"], width, typesetter)
        ink.add_text("second", other, 0, y)
        y += other.height
    if words:
        facts = typesetter.set_text(words, theme.styles["note"], width, language)
        ink.add_text("facts", facts, 0, y)
        y += facts.height
    if y:
        y += theme.mm(1.2)
        rule = Stroke(mix(theme.styles["step"].colour, PAPER, 0.35), theme.mm(0.4))
        ink.add("", [Path((("M", 0, y), ("L", width, y)), None, rule)])
    if marks:
        frame = GroupBuilder()
        y = add_tray(
            frame, ink, marks, y, width - theme.mm(7), theme, typesetter, language, as_text=True
        )
        ink.extend(frame)
    group = ink.build(step.id, "step", Bounds(0, 0, width, y), label=step.name)
    return Block(group, y, ink.missing)


def build_band(
    record_id: str,
    actor: ActorSign,
    text: str,
    width: float,
    theme: Theme,
    typesetter: Typesetter,
    language: str,
) -> Block:
    """Draw a responsibility band: one actor over several steps."""
    ink = GroupBuilder()
    style = theme.styles["band"]
    padding = theme.mm(4)
    sign = set_actor_sign(actor, theme, typesetter)
    left = padding + sign.width + theme.mm(2.5)
    words = text or actor.name
    room = max(width - left - padding, style.size * 4)
    box = typesetter.set_text(words, style, room, language, align="hug")
    height = box.height + theme.mm(2.4)
    is_plain = theme.greyscale or theme.ink_saving
    fill = PAPER if is_plain else mix(actor.colour, PAPER, 0.88)
    border = Stroke(darken_until(actor.colour, fill, 3.0), theme.mm(0.45))
    inset = border.width / 2
    radius = min(height / 2, theme.mm(5))
    ink.add(
        "",
        [Rectangle(inset, inset, width - 2 * inset, height - 2 * inset, fill, border, radius)],
    )
    shift = theme.mm(1.2) + (box.height - theme.styles["note"].leading) / 2
    ink.place("sign", sign, padding, shift)
    ink.add_text("text", box, left, theme.mm(1.2))
    group = ink.build(
        record_id, "responsibility", Bounds(0, 0, width, height), label=f"{actor.name}: {words}"
    )
    return Block(group, height, ink.missing)
