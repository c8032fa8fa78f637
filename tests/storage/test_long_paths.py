"""Windows gets paths beyond 260 letters in the form that it takes; people see them as they are."""

from pathlib import Path
from typing import Any

import pytest

from blueprint_editor.storage import atomic, file_guard
from blueprint_editor.storage.file_guard import FileGuard, read_file
from blueprint_editor.storage.long_paths import for_person, for_system, make_verbatim
from tests.model.strategies import make_document

DOCUMENT = make_document(1, 0.2, 3)
LONG = "\\".join(["Hankkeen asiakirjat ja työpajat"] * 8)


@pytest.mark.parametrize(
    ("path", "verbatim"),
    [
        (rf"C:\Työ\{LONG}\a.blueprint", rf"\\?\C:\Työ\{LONG}\a.blueprint"),
        (rf"C:/Työ/.\{LONG}\b\..\a.blueprint", rf"\\?\C:\Työ\{LONG}\a.blueprint"),
        (rf"\\verkko\jako\{LONG}\a.blueprint", rf"\\?\UNC\verkko\jako\{LONG}\a.blueprint"),
    ],
)
def test_a_long_path(path: str, verbatim: str) -> None:
    assert make_verbatim(path) == verbatim
    assert make_verbatim(verbatim) == verbatim
    assert make_verbatim(for_person(verbatim)) == verbatim
    assert "?" not in for_person(verbatim)


@pytest.mark.parametrize(
    "path", [r"C:\Työ\a.blueprint", r"\\verkko\jako\a.blueprint", rf"\\.\pipe\{LONG}"]
)
def test_other_paths_stay(path: str) -> None:
    assert make_verbatim(path) == path
    assert for_person(path) == path


def test_other_systems_take_any_path() -> None:
    assert for_system("/" + "a" * 300) == Path("/" + "a" * 300)


def test_every_way_to_a_document_goes_by_the_form_that_the_system_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "real"
    real.mkdir()

    def lead(path: Any) -> Path:
        # Only what is asked for here can be found, as on a Windows with short paths.
        return real / Path(path).name

    monkeypatch.setattr(atomic, "for_system", lead)
    monkeypatch.setattr(file_guard, "for_system", lead)
    monkeypatch.setattr("blueprint_editor.storage.format.for_system", lead)
    told = tmp_path / "short" / "polku.blueprint"
    guard = FileGuard()
    guard.save(DOCUMENT, told)
    assert guard.look() == "same"
    assert read_file(told).document == DOCUMENT
    (real / told.name).unlink()
    assert guard.look() == "missing"


def test_a_document_deep_down_is_saved_and_read(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["Hankkeen asiakirjat ja työpajat (kevät)"] * 12)
    for_system(folder).mkdir(parents=True)
    path = folder / "Pölku väli.blueprint"
    guard = FileGuard()
    guard.save(DOCUMENT, path)
    assert guard.look() == "same"
    assert read_file(path).document == DOCUMENT
