"""What is installed is complete: the wheel and the sdist hold the resources and the samples."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLE = "osatyokykyisen-palvelupolku.blueprint.json"

FIND_SAMPLE = """
import sys
sys.path.insert(0, sys.argv[1])
import blueprint_editor
from blueprint_editor.app.resources import ResourceDir
print(blueprint_editor.__file__)
print(ResourceDir.find().sample(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("built")
    _run("-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    return folder


def _run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=ROOT.anchor
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _files_of(folder: str) -> set[str]:
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if not path.name.startswith(".")}


def test_wheel_holds_resources_and_samples(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    expected = {f"blueprint_editor/_bundled/{name}" for name in _bundled()}
    assert expected <= names
    assert not [name for name in names if name.split("/")[0] in {"tests", "packaging"}]


def test_sdist_holds_what_the_checks_need(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.split("/", 1)[-1] for name in sdist.getnames()}
    assert _bundled() <= names
    assert {".ci/run", "packaging/dev.py", "tests/conftest.py", "LICENSE"} <= names


def _bundled() -> set[str]:
    found = _files_of("resources") | _files_of("samples")
    assert f"samples/{SAMPLE}" in found
    return found


def test_installed_program_finds_its_samples(built: Path, tmp_path: Path) -> None:
    wheel = str(next(built.glob("*.whl")))
    _run(
        *("-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"),
        *("--no-index", "--no-compile", "--target", str(tmp_path), wheel),
    )
    package, sample = _run("-c", FIND_SAMPLE, str(tmp_path), SAMPLE).splitlines()
    assert Path(package).is_relative_to(tmp_path)
    assert Path(sample).is_relative_to(tmp_path)
    assert Path(sample).read_bytes() == (ROOT / "samples" / SAMPLE).read_bytes()
