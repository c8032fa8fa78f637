import pytest

from blueprint_editor.drawing.colour_vision import VISIONS, Vision, see_colour
from blueprint_editor.drawing.primitives import Rectangle
from blueprint_editor.ui.main_window import MainWindow
from tests.canvas.hand import Hand


def fill(window: MainWindow, key: str) -> str | None:
    placed = window.canvas.poster_scene.find_placed(key)
    assert placed is not None
    box = placed.group.parts[0].primitives[0]
    assert isinstance(box, Rectangle)
    return box.fill


@pytest.mark.parametrize("vision", VISIONS)
def test_the_poster_is_seen_with_other_eyes_and_stays_what_it_is(
    window: MainWindow, hand: Hand, vision: Vision
) -> None:
    plain = fill(window, "a")
    assert plain is not None
    drawing, document = window.canvas.session.poster.drawing, window.canvas.session.document
    action = window.actions_by_name[f"see_{vision}"]
    action.trigger()
    assert action.isChecked()
    assert fill(window, "a") == see_colour(plain, vision) != plain
    assert window.canvas.session.poster.drawing is drawing
    assert window.canvas.session.document is document
    assert window.notices.find_text("vision")
    # An edit is seen with the same eyes.
    hand.click(hand.card("a"))
    hand.type("Uusi")
    window.canvas.finish()
    assert fill(window, "a") == see_colour(plain, vision)
    other = next(name for name in VISIONS if name != vision)
    window.actions_by_name[f"see_{other}"].trigger()
    assert not action.isChecked()
    (button,) = window.notices.bar("vision").buttons
    button.click()
    assert fill(window, "a") == plain
    assert not window.notices.find_text("vision")
    assert not any(window.actions_by_name[f"see_{name}"].isChecked() for name in VISIONS)
