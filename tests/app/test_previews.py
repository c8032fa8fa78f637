"""Previews: made once for a content, kept in the cache, gone when the file is forgotten."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blueprint_editor.app import previews
from blueprint_editor.app.previews import PreviewMaker, forget_preview, make_preview
from blueprint_editor.storage.format import save_document
from blueprint_editor.ui.shell import Preview
from tests.commands.documents import make_card, make_document


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "polku.blueprint"
    save_document(make_document(make_card("a")), made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "previews"


def make(maker: PreviewMaker, paths: list[Path], qtbot: QtBot) -> dict[Path, Preview]:
    made: dict[Path, Preview] = {}
    maker.made.connect(made.__setitem__)
    maker.request(paths)
    qtbot.waitUntil(lambda: len(made) == len(paths))
    maker.made.disconnect()
    return made


def test_files_are_painted_off_the_gui_thread_and_kept(
    path: Path, folder: Path, qtbot: QtBot
) -> None:
    broken = path.with_name("rikki.blueprint")
    broken.write_text("{}", "utf-8")
    gone = path.with_name("poissa.blueprint")
    maker = PreviewMaker((), folder)
    made = make(maker, [path, broken, gone, path.parent], qtbot)
    image = made[path].image
    assert image is not None
    assert image.width() == previews.WIDTH_PX
    colours = {image.pixelColor(x, y).name() for x in range(0, 720, 9) for y in range(0, 500, 9)}
    assert len(colours) > 5
    assert made[path].modified == pytest.approx(path.stat().st_mtime)
    assert made[broken].image is None
    assert not made[broken].is_missing
    assert made[gone].is_missing
    assert made[path.parent].image is None
    assert len(list(folder.iterdir())) == 1


def test_kept_picture_spares_the_painting(path: Path, folder: Path, qtbot: QtBot) -> None:
    first = make(PreviewMaker((), folder), [path], qtbot)[path].image

    def fail(_data: bytes):
        raise AssertionError

    again = make_preview(path, folder, fail).image
    assert first is not None
    assert again is not None
    assert again.pixelColor(300, 200) == first.pixelColor(300, 200)
    (kept,) = folder.iterdir()
    kept.write_bytes(b"no picture")
    assert make(PreviewMaker((), folder), [path], qtbot)[path].image == first


def test_another_content_takes_the_place_of_the_older_picture(
    path: Path, folder: Path, qtbot: QtBot
) -> None:
    make(PreviewMaker((), folder), [path], qtbot)
    (older,) = folder.iterdir()
    save_document(make_document(make_card("b"), make_card("c")), path)
    make(PreviewMaker((), folder), [path], qtbot)
    (newer,) = folder.iterdir()
    assert older != newer
    forget_preview(path, folder)
    assert not list(folder.iterdir())


def test_only_so_many_are_kept(
    path: Path, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "MOST_KEPT", 2)
    paths = [path.with_name(f"{number}.blueprint") for number in range(4)]
    for each in paths:
        each.write_bytes(path.read_bytes())
    make(PreviewMaker((), folder), paths, qtbot)
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 2)


def test_cache_that_cannot_be_written_is_no_error(path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    maker = PreviewMaker((), tmp_path / "file" / "previews")
    assert make(maker, [path], qtbot)[path].image is not None


def test_nothing_is_made_after_the_stop(path: Path, folder: Path, qtbot: QtBot) -> None:
    maker = PreviewMaker((), folder)
    maker.stop()
    with qtbot.assertNotEmitted(maker.made, wait=50):
        maker.request([path])
