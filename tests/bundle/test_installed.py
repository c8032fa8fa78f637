"""pip installs the wheel and the sdist with all that they need, and takes only the program away."""

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.bundle

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "samples" / "osatyokykyisen-palvelupolku.blueprint.json"
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("built")
    _run(Path(sys.executable), "-m", "build", "--outdir", folder, ROOT)
    return folder


@cache
def _find_pythons() -> dict[str, Path]:
    """Return an interpreter of each version from 3.11 on that is here, the running one first."""
    home = os.environ.get("PYENV_ROOT", str(Path.home() / ".pyenv"))
    places = [Path(sys.executable), *sorted(Path(home, "versions").glob("3.*/bin/python"))]
    places += [
        Path(found) for minor in range(11, 16) if (found := shutil.which(f"python3.{minor}"))
    ]
    found_of: dict[str, Path] = {}
    for place in places:
        told = subprocess.run(
            [place, "-c", "import sys, ensurepip, venv; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=False,
        )
        version = told.stdout.strip()
        if told.returncode == 0 and tuple(map(int, version.split("."))) >= (3, 11):
            found_of.setdefault(version, place)
    return found_of


def _run(program: Path, *arguments: str | Path, home: Path | None = None) -> str:
    outside = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    if home is not None:
        kept = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
        outside |= dict.fromkeys(kept, str(home))
        outside = {name: text for name, text in outside.items() if not name.startswith("XDG_")}
    done = subprocess.run(
        [program, *arguments],
        env=outside,
        cwd=Path(program).anchor,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


PIP = ("-m", "pip", "--disable-pip-version-check")
WRITE_SETTINGS = """
from pathlib import Path
from dataclasses import replace
from blueprint_editor.app.settings import SettingsFile
file = SettingsFile()
settings = file.read().with_recent(Path("pölku.blueprint"))
file.write(replace(settings, preferences=replace(settings.preferences, author="Äiti")))
"""
READ_SETTINGS = """
from blueprint_editor.app.settings import SettingsFile
settings = SettingsFile().read()
print(settings.preferences.author, len(settings.recent_files))
"""


def _make_environment(python: Path, place: Path) -> Path:
    """Make an environment and return its interpreter."""
    _run(python, "-m", "venv", place)
    return place / SCRIPTS / ("python.exe" if sys.platform == "win32" else "python")


@pytest.fixture(params=[f"3.{minor}" for minor in range(11, 16)])
def python(request: pytest.FixtureRequest) -> Path:
    """Return an interpreter of a version, looked for by who runs these tests only."""
    found = _find_pythons().get(request.param)
    if found is None:
        pytest.skip(f"Python {request.param} is not here")
    return found


def test_wheel_installed_tried_and_removed(built: Path, tmp_path: Path, python: Path) -> None:
    _try(built, ".whl", python, tmp_path)


def test_sdist_installed_tried_and_removed(built: Path, tmp_path: Path, python: Path) -> None:
    _try(built, ".tar.gz", python, tmp_path)


def _try(built: Path, ending: str, made_with: Path, tmp_path: Path) -> None:
    place = tmp_path / "ympäristö tässä"
    python = _make_environment(made_with, place)
    (package,) = built.glob(f"*{ending}")
    _run(python, *PIP, "install", "--quiet", package)
    _run(python, *PIP, "check")
    program = python.with_name("blueprint-editor")
    document = Path(shutil.copy(SAMPLE, tmp_path / "pölku.blueprint"))
    _run(program, "validate", document)
    _run(program, "export", document, tmp_path / "juliste.pdf", "--paper", "A1")
    _run(program, "export", document, tmp_path / "kuva.png", "--width", "800")
    _run(program, "new", tmp_path / "uusi.blueprint", "--template", "empty")
    _run(python, *PIP, "uninstall", "--quiet", "--yes", "blueprint-editor")
    assert not list(place.rglob("blueprint_editor"))
    assert document.read_bytes() == SAMPLE.read_bytes()
    assert (tmp_path / "juliste.pdf").read_bytes().startswith(b"%PDF-")


def test_settings_outlive_an_upgrade_and_the_program(built: Path, tmp_path: Path) -> None:
    python = _make_environment(Path(sys.executable), tmp_path / "ympäristö")
    home = tmp_path / "koti"
    home.mkdir()
    (wheel,) = built.glob("*.whl")
    _run(python, *PIP, "install", "--quiet", wheel)
    _run(python, "-c", WRITE_SETTINGS, home=home)
    newer = _build_newer(built, tmp_path)
    _run(python, *PIP, "install", "--quiet", "--upgrade", newer)
    assert "99.0" in _run(python.with_name("blueprint-editor"), "--version")
    assert _run(python, "-c", READ_SETTINGS, home=home).strip() == "Äiti 1"
    (kept,) = home.rglob("settings.json")
    _run(python, *PIP, "uninstall", "--quiet", "--yes", "blueprint-editor")
    assert "Äiti" in kept.read_text("utf-8")


def _build_newer(built: Path, tmp_path: Path) -> Path:
    """Return a wheel of the same program that calls itself version 99.0."""
    (sdist,) = built.glob("*.tar.gz")
    shutil.unpack_archive(sdist, tmp_path / "newer", filter="data")
    (sources,) = (tmp_path / "newer").iterdir()
    version = sources / "blueprint_editor" / "__init__.py"
    text = re.sub('__version__ = ".*"', '__version__ = "99.0"', version.read_text("utf-8"))
    version.write_text(text, "utf-8")
    # An sdist tells its version there, too.
    (sources / "PKG-INFO").unlink()
    _run(Path(sys.executable), "-m", "build", "--wheel", "--outdir", tmp_path / "out", sources)
    return next((tmp_path / "out").glob("*.whl"))
