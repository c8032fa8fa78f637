"""Actions that show the poster as colour-blind eyes see it, on the screen only."""

from functools import partial

from blueprint_editor.drawing.colour_vision import VISIONS, Vision
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.ui.actions.spec import ActionSpec, Desk

_NAMES: dict[Vision, str] = {
    "protanopia": msgid("Without Red (Protanopia)"),
    "deuteranopia": msgid("Without Green (Deuteranopia)"),
    "tritanopia": msgid("Without Blue (Tritanopia)"),
}


def _look(vision: Vision, desk: Desk) -> None:
    if desk.canvas.eyes.vision == vision:
        _look_plainly(desk)
        return
    desk.canvas.eyes.choose(vision)
    desk.window.notices.bar("vision").tell(
        _("The poster is shown as colour-blind eyes see it. Files and prints keep its colours."),
        offers=((_("Show All Colours"), partial(_look_plainly, desk)),),
        kind="state",
    )


def _look_plainly(desk: Desk) -> None:
    desk.canvas.eyes.choose(None)
    desk.window.notices.drop("vision")


def _looks(vision: Vision, desk: Desk) -> bool:
    return desk.canvas.eyes.vision == vision


VISION_ACTIONS: tuple[ActionSpec, ...] = tuple(
    ActionSpec(
        f"see_{vision}",
        _NAMES[vision],
        partial(_look, vision),
        "view",
        is_checked=partial(_looks, vision),
        keeps_editing=True,
        submenu=msgid("Colour-&Blind Preview"),
    )
    for vision in VISIONS
)
