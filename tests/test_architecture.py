"""The habits of the code that no linter holds: sizes, names, docstrings, where files are found."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "blueprint_editor"
MODULES = sorted([*PACKAGE.rglob("*.py"), *ROOT.glob("packaging/*.py")])
TESTS = sorted(ROOT.glob("tests/**/*.py"))

MAX_LINES = 500
MAX_METHODS = 25
LONG_MODULES: dict[str, int] = {}
"""Module → lines that it has today; an entry may only shrink and go."""
LARGE_CLASSES: dict[str, int] = {}
"""module:class → methods that it has today; an entry may only shrink and go."""
VAGUE_NAMES = {"util", "helper", "common", "manager"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _line_counts() -> dict[str, int]:
    return {_name(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}


def _method_counts() -> dict[str, int]:
    counts = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                methods = [item for item in node.body if isinstance(item, ast.FunctionDef)]
                counts[f"{_name(path)}:{node.name}"] = len(methods)
    return counts


@pytest.mark.parametrize(
    ("counts", "limit", "exceptions"),
    [
        pytest.param(_line_counts(), MAX_LINES, LONG_MODULES, id="modules"),
        pytest.param(_method_counts(), MAX_METHODS, LARGE_CLASSES, id="classes"),
    ],
)
def test_nothing_grows_too_large(
    counts: dict[str, int], limit: int, exceptions: dict[str, int]
) -> None:
    too_large = {name: count for name, count in counts.items() if count > limit}
    assert too_large == exceptions


def test_no_module_has_a_name_that_says_nothing() -> None:
    parts = {
        part.removesuffix("s")
        for path in (*MODULES, *TESTS)
        for part in path.relative_to(ROOT).with_suffix("").parts
    }
    assert not parts & VAGUE_NAMES


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=_name)
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_only_the_resource_lookup_asks_where_the_code_lies() -> None:
    users = {
        _name(path)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name) and node.id == "__file__"
    }
    assert users == {"blueprint_editor/app/resources.py"}


def test_packaging_folder_does_not_hide_the_package_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
