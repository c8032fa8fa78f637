import json
import os
import stat
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError, FileAccessError
from blueprint_editor.storage.private_files import BrokenRecordError
from blueprint_editor.storage.versions import VersionLimits, VersionStore, VersionSummary
from tests.commands.documents import make_card, make_document
from tests.model.strategies import make_asset, make_png

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
_ticks = count()


def _now() -> datetime:
    """Return a moment after those returned before, however coarse the clock."""
    return START + timedelta(days=30, seconds=next(_ticks))


def _document(text: str, **fields: object) -> Document:
    return make_document(make_card("a").changed(text=text), **fields)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "versions"


@pytest.fixture
def store(folder: Path) -> VersionStore:
    return VersionStore(folder)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "polku.blueprint"
    made.touch()
    return made


def _texts(store: VersionStore, path: Path) -> list[str]:
    versions = store.list_versions("doc", path)
    return [store.read(version).cards[0].text for version in versions]


def _age(folder: Path) -> None:
    """Make everything old enough to be swept."""
    for path in folder.rglob("*.z"):
        os.utime(path, (1, 1))


def test_versions_are_listed_newest_first_and_read_back(store: VersionStore, path: Path) -> None:
    for text in ("yksi", "kaksi", "kolme"):
        store.add(_document(text), path, _now())
    assert _texts(store, path) == ["kolme", "kaksi", "yksi"]
    version = store.list_versions("doc", path)[0]
    assert version.summary == VersionSummary("Polku", 1, 0, 0)
    assert version.at.tzinfo is not None


def test_same_content_saved_again_is_the_same_version(store: VersionStore, path: Path) -> None:
    for text in ("a", "a", "b", "a"):
        store.add(_document(text), path, _now())
    assert _texts(store, path) == ["a", "b", "a"]


def test_older_content_is_put_in_its_place_once(store: VersionStore, path: Path) -> None:
    store.add(_document("nyt"), path, _now())
    for _ in range(2):
        store.add(_document("ennen"), path, START)
    assert _texts(store, path) == ["nyt", "ennen"]


def test_only_the_last_versions_are_kept(folder: Path, path: Path) -> None:
    store = VersionStore(folder, VersionLimits(versions=3))
    for number in range(6):
        store.add(_document(str(number)), path, _now())
    assert _texts(store, path) == ["5", "4", "3"]
    _age(folder)
    store.add(_document("6"), path, _now())
    assert len(list(folder.rglob("*.z"))) == 3


def test_image_of_all_versions_is_kept_once(store: VersionStore, folder: Path, path: Path) -> None:
    asset = make_asset(make_png(), "image/png")
    for text in ("a", "b", "c"):
        store.add(_document(text, assets=(asset,)), path, _now())
    assert len(list(folder.rglob("*.z"))) == 4
    versions = store.list_versions("doc", path)
    assert [store.read(version).assets for version in versions] == [(asset,)] * 3


def test_history_of_one_document_is_kept_small(folder: Path, path: Path) -> None:
    store = VersionStore(folder, VersionLimits(bytes_each=3_000))
    for number in range(8):
        noise = "".join(chr(0x4E00 + (number * 7919 + i * i * 31) % 9000) for i in range(500))
        store.add(_document(noise), path, _now())
    assert 1 <= len(store.list_versions("doc", path)) < 8
    assert store.read(store.list_versions("doc", path)[0]).cards[0].text == noise


def test_all_histories_together_are_kept_small_oldest_first(folder: Path, tmp_path: Path) -> None:
    def add(store: VersionStore, name: str, number: int) -> None:
        file = tmp_path / name
        file.touch()
        text = "".join(chr(0x4E00 + (number * 7919 + i * i * 31) % 9000) for i in range(500))
        store.add(_document(text), file, START + timedelta(hours=number))

    for number, name in enumerate(["vanha", "vanha", "uusi", "uusi"]):
        add(VersionStore(folder), name, number)
    size = sum(file.stat().st_size for file in folder.rglob("*.z"))
    small = VersionStore(folder, VersionLimits(bytes_all=size))
    add(small, "uusin", 9)
    assert len(small.list_versions("doc", tmp_path / "vanha")) == 1
    assert len(small.list_versions("doc", tmp_path / "uusi")) == 2
    add(VersionStore(folder, VersionLimits(bytes_all=1)), "uusin", 10)
    assert not small.list_versions("doc", tmp_path / "vanha")
    assert len(small.list_versions("doc", tmp_path / "uusin")) == 1


def test_renamed_file_keeps_its_history(store: VersionStore, path: Path) -> None:
    store.add(_document("a"), path, _now())
    moved = path.rename(path.with_name("uusi nimi.blueprint"))
    assert _texts(store, moved) == ["a"]
    store.add(_document("b"), moved, _now())
    assert _texts(store, moved) == ["b", "a"]
    path.touch()
    assert _texts(store, path) == ["b", "a"]


def test_copy_of_a_file_has_a_history_of_its_own(store: VersionStore, path: Path) -> None:
    store.add(_document("a"), path, _now())
    copy = path.with_name("kopio.blueprint")
    copy.touch()
    assert _texts(store, copy) == []
    store.add(_document("b"), copy, _now())
    assert (_texts(store, copy), _texts(store, path)) == (["b"], ["a"])


def test_other_document_at_the_same_place_has_its_own(store: VersionStore, path: Path) -> None:
    store.add(_document("a"), path, _now())
    store.add(_document("b").changed(id="muu"), path, _now())
    assert _texts(store, path) == ["a"]
    assert len(store.list_versions("muu", path)) == 1


def test_forgotten_document_leaves_nothing(store: VersionStore, folder: Path, path: Path) -> None:
    other = path.with_name("muu.blueprint")
    other.touch()
    store.add(_document("a"), path, _now())
    store.add(_document("b"), other, _now())
    store.forget("doc", path)
    store.forget("doc", path)
    assert _texts(store, path) == []
    assert len(list(folder.iterdir())) == 1
    assert _texts(store, other) == ["b"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps profile folders private itself")
def test_nobody_else_may_look_into_histories(store: VersionStore, folder: Path, path: Path) -> None:
    store.add(_document("a"), path, _now())
    for place in (folder, *folder.iterdir()):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700


@pytest.mark.parametrize("spoil", ["object", "record", "names", "missing"])
def test_damaged_version_is_told_and_the_others_stay(
    store: VersionStore, folder: Path, path: Path, spoil: str
) -> None:
    store.add(_document("a"), path, _now())
    version = store.list_versions("doc", path)[0]
    record = json.loads(version.record.read_text())
    content = version.record.parent / record["content"]
    match spoil:
        case "object":
            content.write_bytes(b"y" + content.read_bytes()[1:])
        case "missing":
            content.unlink()
        case "names":
            version.record.write_text(json.dumps({**record, "content": "../../x"}))
        case "record":
            version.record.write_text("{")
    store.add(_document("b"), path, _now())
    if spoil != "record":
        with pytest.raises((BrokenRecordError, FileAccessError)):
            store.read(store.list_versions("doc", path)[1])
    newest = store.list_versions("doc", path)[0]
    assert store.read(newest).cards[0].text == "b"


def test_bomb_is_not_unpacked(
    store: VersionStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(_document("x" * 50_000), path, _now())
    monkeypatch.setattr("blueprint_editor.storage.versions.MAX_FILE_BYTES", 1_000)
    with pytest.raises(BrokenRecordError):
        store.read(store.list_versions("doc", path)[0])


def test_refusal_is_told(tmp_path: Path, path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BlueprintError):
        VersionStore(tmp_path / "file" / "versions").add(_document("a"), path, START)
