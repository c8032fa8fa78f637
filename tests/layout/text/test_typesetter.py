import pytest

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey, GlyphRun
from blueprint_editor.layout.text import SetText, TextStyle, Typesetter

STYLE = TextStyle(FaceKey("Noto Sans", 500), size=6.0, leading=7.5)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(FontLibrary())


def read_lines(set_text: SetText) -> list[str]:
    """The lines as a reader sees them, hyphens included."""
    lines: dict[float, str] = {}
    for item in set_text.primitives:
        assert isinstance(item, GlyphRun)
        shown = item.text + ("-" if item.soft_hyphen else "")
        lines[item.baseline] = lines.get(item.baseline, "") + shown
    return list(lines.values())


def test_a_short_text_stays_on_one_line(typesetter: Typesetter) -> None:
    found = typesetter.set_text("Puhelu tai tekstiviesti", STYLE, 100.0, "fi")
    assert read_lines(found) == ["Puhelu tai tekstiviesti"]
    assert found.height == STYLE.leading
    assert found.width == pytest.approx(typesetter.measure("Puhelu tai tekstiviesti", STYLE, "fi"))
