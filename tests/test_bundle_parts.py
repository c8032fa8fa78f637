"""What goes into a bundle besides the program: licences, and Qt's data of languages cut smaller."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

ROOT = Path(__file__).parent.parent

SORT_AND_TELL = """
from PySide6.QtCore import QCollator, QDate, QDateTime, QLocale, QTimeZone
for language in ("fi", "sv", "en", "et", "ru", "ar"):
    collator = QCollator(QLocale(language))
    print(language, *sorted("öz åä avwčćžш шб".split() + list("öäåzvw"), key=collator.sortKey))
    print(QLocale(language).toString(QDate(2026, 3, 14)), QLocale(language).toUpper("iäß"))
summer = QDateTime.fromMSecsSinceEpoch(1751328000000)
print(QTimeZone(b"Europe/Helsinki").offsetFromUtc(summer))
print(*{line.split()[-1] for line in open("/proc/self/maps") if "icudata" in line})
"""


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_licences_of_all_that_the_program_needs(tmp_path: Path) -> None:
    licences = _load("licences")
    file = tmp_path / "licences.txt"
    licences.write_licences(ROOT, file)
    text = file.read_text("utf-8")
    needed = {found.metadata["Name"] for found in licences.find_dependencies("blueprint-editor")}
    assert {"pydantic", "pydantic_core", "PySide6_Essentials", "shiboken6", "lxml"} <= needed
    assert not {"pytest", "ruff", "pyinstaller"} & needed
    for name in needed:
        assert f"\n{name} " in text
    assert "SIL OPEN FONT LICENSE" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    # What packages bring as files of their own, what they tell of themselves, and what we know.
    assert "Independent JPEG Group" in text
    assert "\n  serde " in text
    assert "\n  PCRE2: BSD-3-Clause\n" in text
    for section in re.findall(r"Pillow, above: ([^;\n]+)", text):
        assert f"\n{section}\n" in text


def test_every_library_that_a_package_brings_has_its_entry() -> None:
    licences = _load("licences")
    brought = [
        Path(str(file)).name
        for found in licences.find_dependencies("blueprint-editor")
        for file in found.files or ()
        if re.search(r"\.libs/|\.dylibs/|PySide6/Qt/lib/|\.dll$", file.as_posix())
    ]
    assert [name for name in brought if not licences.is_named(name)] == []
    assert sys.platform != "linux" or any(name.startswith("libqpdf") for name in brought)
    assert not licences.is_named("libelse.so")


def test_bundle_takes_in_every_folder_of_resources() -> None:
    spec = (ROOT / "packaging" / "blueprint-editor.spec").read_text("utf-8")
    # Catalogues go in compiled; the pictures are the readme's.
    folders = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert [name for name in folders - {"locale", "pictures"} if f'"{name}"' not in spec] == []


def _find_icu() -> Path | None:
    return next(Path(PySide6.__path__[0]).glob("Qt/lib/libicudata.so.*"), None)


def _tell(preload: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SORT_AND_TELL],
        env={**os.environ, "LD_PRELOAD": preload},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(_find_icu() is None, reason="this Qt brings no ICU of its own")
def test_smaller_data_of_languages_sort_and_tell_the_same(tmp_path: Path) -> None:
    source = _find_icu()
    assert source is not None
    target = tmp_path / source.name
    _load("icu_data").trim_library(source, target)
    assert target.stat().st_size < source.stat().st_size / 4
    *whole, whole_from = _tell("")
    *trimmed, trimmed_from = _tell(str(target))
    assert (whole_from, trimmed_from) == (str(source.resolve()), str(target))
    assert trimmed == whole


def test_another_file_is_not_cut(tmp_path: Path) -> None:
    file = tmp_path / "libother.so"
    file.write_bytes(b"MZ" + bytes(200))
    with pytest.raises(ValueError, match="library"):
        _load("icu_data").trim_library(file, tmp_path / "out.so")
