"""All that lies in the bundle has its entry in the file of licences that comes with it."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

pytestmark = pytest.mark.bundle

ROOT = Path(__file__).parent.parent.parent
BUNDLE = ROOT / "build" / "bundle" / "blueprint-editor"
PROGRAM = BUNDLE / ("blueprint-editor.exe" if sys.platform == "win32" else "blueprint-editor")
INSIDE = BUNDLE / "_internal"
OURS = {"blueprint_editor", "resources", "samples"}
PYTHONS = re.compile(
    r"base_library\.zip|python\d|libpython|lib-dynload|_sysconfigdata|_pyi_rth_utils"
    r"|[\w]+\.pyd$|libffi|DLLs"
)
"""Python's own, and what PyInstaller starts it with."""


@pytest.fixture(scope="module")
def licences() -> str:
    return next(INSIDE.rglob("licences.txt")).read_text("utf-8")


def _names() -> Iterator[str]:
    """Return the packages whose modules or files lie in the bundle, as their makers call them."""
    readers = pytest.importorskip("PyInstaller.archive.readers")
    modules = readers.CArchiveReader(str(PROGRAM)).open_embedded_archive("PYZ.pyz").toc
    tops = {name.split(".")[0] for name in modules} - set(sys.stdlib_module_names)
    tops |= {path.name.removesuffix(".libs") for path in INSIDE.iterdir() if path.is_dir()}
    known = {**packages_distributions(), "pillow": ["pillow"]}
    for top in sorted(tops - OURS):
        if not PYTHONS.match(top) and not top.endswith(".dist-info"):
            yield known.get(top, [top])[0]


def _libraries() -> Iterator[str]:
    """Return the libraries at the bundle's root or beside a package's own, without links."""
    for path in INSIDE.rglob("*"):
        is_library = re.search(r"\.so(\.|$)|\.dll$|\.dylib$", path.name)
        is_apart = path.parent == INSIDE or path.parent.name in {
            "lib",
            "pikepdf.libs",
            "pillow.libs",
        }
        if is_library and is_apart and path.is_file() and not path.is_symlink():
            yield path.name


def test_every_package_is_told(licences: str) -> None:
    names = list(_names())
    assert len(names) > 20
    assert [name for name in names if f"\n{name} " not in licences] == []


def test_the_program_that_starts_it_is_told(licences: str) -> None:
    assert "\npyinstaller " in licences
    assert "\nBootloader Exception\n" in licences


def test_every_library_is_told(licences: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from licences import is_named

    # Debian's packages are called after what the library is called, more or less.
    entries = re.sub(r"\W", "", " ".join(re.findall(r"=\n(lib[\w.+-]+)\n=", licences))).lower()
    left = [
        name
        for name in _libraries()
        if not PYTHONS.match(name)
        and not is_named(name)
        and re.sub(r"\W|\d", "", name.split(".so")[0])[:9].lower() not in re.sub(r"\d", "", entries)
    ]
    assert left == []
