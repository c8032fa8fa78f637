from pathlib import Path

import fontpkg_noto_sans_arabic
import pytest

from blueprint_editor.app.fonts import open_fonts

ARABIC = next(Path(fontpkg_noto_sans_arabic.ROOT).rglob("*.ttf"))


def test_a_font_file_of_the_settings_draws_what_ours_lacks(tmp_path: Path) -> None:
    own = tmp_path / "Omä fontti.ttf"
    own.write_bytes(ARABIC.read_bytes())
    fonts = open_fonts((str(own),))
    assert fonts.find_family("ط") == "Omä fontti"
    assert fonts.find_family("ä") == "Noto Sans"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "No such file"),
        (b"no font at all", "not a TrueType font"),
        (b"OTTO" + bytes(100), "not a TrueType font"),
        (b"\x00\x01\x00\x00" + bytes(40), "no TrueType outlines"),
    ],
)
def test_a_useless_font_file_is_told_and_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes | None, why: str
) -> None:
    path = tmp_path / "rikki.ttf"
    if content is not None:
        path.write_bytes(content)
    fonts = open_fonts((str(path),))
    assert why in caplog.text
    assert str(path) in caplog.text
    assert fonts.find_family("ط") == "Noto Sans Arabic"
