import os
from pathlib import Path

import pytest

from blueprint_editor.app.face_cache import MOST_KEPT, FaceCache
from blueprint_editor.app.fonts import open_fonts
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey


def make() -> bytes:
    return b"a face"


def refuse() -> bytes:
    raise AssertionError("made again")


def test_what_was_made_once_is_read_from_then_on(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "faces"
    assert FaceCache(folder)("name", make) == b"a face"
    assert FaceCache(folder)("name", refuse) == b"a face"
    assert [path.name for path in folder.iterdir()] == ["name"]


@pytest.mark.parametrize("damage", [b"", b"abc", b"\0\0\0\0", b"\x12\x34\x56\x78a face"])
def test_a_file_that_is_not_whole_is_made_again(tmp_path: Path, damage: bytes) -> None:
    FaceCache(tmp_path)("name", make)
    (tmp_path / "name").write_bytes(damage)
    assert FaceCache(tmp_path)("name", make) == b"a face"
    assert FaceCache(tmp_path)("name", refuse) == b"a face"


def test_without_a_folder_to_write_all_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert FaceCache(tmp_path / "file" / "faces")("name", make) == b"a face"


@pytest.mark.skipif(os.name == "nt", reason="folders are not closed by their mode")
def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    FaceCache(tmp_path / "faces")("name", make)
    assert (tmp_path / "faces").stat().st_mode & 0o077 == 0


def test_the_oldest_go_when_there_are_many(tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 3):
        FaceCache(tmp_path)(f"face{number}", make)
        os.utime(tmp_path / f"face{number}", (number, number))
    names = {path.name for path in tmp_path.iterdir()}
    assert len(names) == MOST_KEPT
    assert "face0" not in names


def test_kept_faces_are_the_ones_that_would_be_cut(tmp_path: Path) -> None:
    keys = (FaceKey(weight=400), FaceKey(weight=650), FaceKey(weight=500, width=87.5))
    for _ in range(2):
        library = FontLibrary(keep=FaceCache(tmp_path))
        assert [library.face(key).data for key in keys] == [
            FontLibrary().face(key).data for key in keys
        ]
    assert len(list(tmp_path.iterdir())) == len(keys)


def test_a_font_file_that_changes_is_cut_anew(tmp_path: Path) -> None:
    font = tmp_path / "own.ttf"
    font.write_bytes(FontLibrary().face(FaceKey()).data)
    before = FontLibrary([font], FaceCache(tmp_path / "faces")).face(FaceKey("own")).data
    font.write_bytes(FontLibrary().face(FaceKey(weight=900)).data)
    after = FontLibrary([font], FaceCache(tmp_path / "faces")).face(FaceKey("own")).data
    assert before != after


def test_the_program_keeps_its_faces(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path)
    open_fonts(()).face(FaceKey())
    assert len(list((tmp_path / "faces").iterdir())) == 1
