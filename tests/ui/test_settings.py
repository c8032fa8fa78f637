import sys
from pathlib import Path

import pytest

from blueprint_editor.app.settings import MOST_RECENT_FILES, Settings, SettingsFile, WindowPlace
from blueprint_editor.ui.preferences import Preferences


def test_settings_are_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "uusi" / "settings.json")
    assert file.read() == Settings()
    place = WindowPlace(x=1, y=2, width=300, height=200, is_maximised=True)
    preferences = Preferences(
        language="sv",
        theme="dark",
        is_motion_reduced=True,
        author="Åsa",
        paper="A0",
        font_files=("/Fontti.ttf",),
        versions_mb=200,
        keys={"undo": ("Ctrl+U",), "redo": ()},
    )
    settings = Settings(preferences, recent_files=("/ä",), window=place, docks="AAAA")
    settings = settings.with_print("polku", {"edge": 5.0})
    file.write(settings)
    assert file.read() == settings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"language": 3}',
        '{"window": {"x": "y"}}',
        '{"theme": "pink", "is_motion_reduced": 1, "author": 3, "paper": [], "docks": 0}',
        '{"versions_mb": true, "keys": {"undo": "Ctrl+Z"}}',
        '{"versions_mb": -4, "keys": [["undo"]]}',
        '{"recent_files": 3, "font_files": [[]]}',
        "[" * 100_000,
        "\udcff",
    ],
)
def test_broken_settings_do_not_keep_the_program_from_starting(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert SettingsFile(path).read() == Settings()


def test_unknown_fields_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"later": 1, "language": "fi"}', "utf-8")
    file = SettingsFile(path)
    file.write(file.read().with_recent(Path("/polku")))
    assert '"later": 1' in path.read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="a file cannot be a folder there either")
def test_settings_that_cannot_be_written_are_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    SettingsFile(tmp_path / "file" / "settings.json").write(Settings(Preferences(language="fi")))


def test_file_name_that_is_no_utf8_is_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    settings = Settings(recent_files=("/polku\udcff",))
    file.write(settings)
    assert file.read() == settings


def test_recent_files_are_newest_first_without_doubles() -> None:
    settings = Settings()
    for number in range(15):
        settings = settings.with_recent(Path(f"/polku/{number}"))
    settings = settings.with_recent(Path("/polku/9"))
    assert len(settings.recent_files) == MOST_RECENT_FILES
    assert [Path(name).name for name in settings.recent_files[:3]] == ["9", "14", "13"]
