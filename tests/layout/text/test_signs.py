import pytest

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey, GlyphRun, Path
from blueprint_editor.layout.text import TextStyle, Typesetter

STYLE = TextStyle(FaceKey(), 6.0, 7.5, "#112233")


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(FontLibrary())


@pytest.mark.parametrize("letter", "→←↔↑↓⇒✓✔✗✘✕☐☑☒★☆●○■□▲▼►≤≥≠")
def test_common_signs_are_drawn_and_copied(typesetter: Typesetter, letter: str) -> None:
    done = typesetter.set_line(f"terveysasema {letter} koordinaattori", STYLE, "fi")
    assert done.missing == ""
    (sign,) = (item for item in done.placed_at(0, 0) if isinstance(item, Path))
    before, after = (item for item in done.placed_at(0, 0) if isinstance(item, GlyphRun))
    assert sign.actual_text == f"{letter} "
    xs = [v for command in sign.commands for v in command[1::2]]
    ys = [v for command in sign.commands for v in command[2::2]]
    assert before.x + before.width < min(xs)
    assert max(xs) < after.x
    assert min(ys) > 0
    assert max(ys) < done.height
    assert "#112233" in (sign.fill, sign.stroke.colour if sign.stroke else None)


def test_an_unknown_letter_is_still_reported(typesetter: Typesetter) -> None:
    assert typesetter.set_line("a 字 b", STYLE, "fi").missing == "字"
