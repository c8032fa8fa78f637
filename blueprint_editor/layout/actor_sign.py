"""The small sign of an actor: a monogram on the actor's colour, its shape telling the kind."""

from typing import Literal, NamedTuple

from blueprint_editor.drawing.primitives import Primitive, Rectangle
from blueprint_editor.layout.colour import darken_until, to_grey
from blueprint_editor.layout.text import SetText, Typesetter
from blueprint_editor.layout.theme import ACCENTS, PAPER, Theme
from blueprint_editor.model.records import Actor

_ROUND_KINDS = {"client", "close_person", "peer", "expert_by_experience"}
_SQUARE_KINDS = {"authority", "employer", "school", "private_service"}


class ActorSign(NamedTuple):
    """How one actor is shown everywhere on the sheet."""

    id: str
    name: str
    monogram: str
    colour: str
    shape: Literal["rounded", "round", "square"]


def find_actor_signs(actors: tuple[Actor, ...], greyscale: bool) -> dict[str, ActorSign]:
    """Return actor id → sign; a monogram is made from the name where ``short`` is empty."""
    taken = {actor.short for actor in actors if actor.short}
    signs: dict[str, ActorSign] = {}
    for index, actor in enumerate(actors):
        monogram = actor.short or _make_monogram(actor.name, taken)
        taken.add(monogram)
        colour = darken_until(actor.colour or ACCENTS[index % len(ACCENTS)], PAPER, 4.5)
        shape: Literal["rounded", "round", "square"] = "rounded"
        if actor.kind in _ROUND_KINDS:
            shape = "round"
        elif actor.kind in _SQUARE_KINDS:
            shape = "square"
        colour = to_grey(colour) if greyscale else colour
        signs[actor.id] = ActorSign(actor.id, actor.name, monogram, colour, shape)
    return signs


def _make_monogram(name: str, taken: set[str]) -> str:
    words = [word for word in name.split() if word[0].isalpha()] or [name or "?"]
    initials = "".join(word[0] for word in words[:3]).upper()
    letters = [letter for letter in words[0] if letter.isalpha()] or ["?"]
    candidates = [initials] if len(initials) > 1 else []
    candidates += [(letters[0] + letter).upper() for letter in letters[1:]]
    return next((found for found in candidates if found not in taken), initials)


class SetActorSign(NamedTuple):
    """An actor's sign, ready to be drawn; ``left`` and ``top`` mm are where its letters stand."""

    box: Rectangle
    letters: SetText
    left: float
    top: float

    @property
    def width(self) -> float:
        return self.box.width

    def placed_at(self, x: float, y: float) -> tuple[Primitive, ...]:
        """Return its ink with the top-left corner of its line at (x, y) mm."""
        return (self.box.moved(x, y), *self.letters.placed_at(x + self.left, y + self.top))


def set_actor_sign(sign: ActorSign, theme: Theme, typesetter: Typesetter) -> SetActorSign:
    """Set the sign for a line of notes."""
    letters = typesetter.set_line(sign.monogram, theme.styles["monogram"], "")
    line = theme.styles["note"].leading
    height = min(theme.styles["note"].size * 0.98, line)
    width = max(letters.width + theme.mm(2.2), theme.mm(7.6))
    top = (line - height) / 2
    radius = {"rounded": theme.mm(1.0), "round": height / 2, "square": 0.0}[sign.shape]
    box = Rectangle(0, top, width, height, sign.colour, None, radius)
    return SetActorSign(
        box, letters, (width - letters.width) / 2, top + (height - letters.height) / 2
    )
