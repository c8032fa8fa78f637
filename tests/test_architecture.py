"""The habits of the code that no linter holds: sizes, names, docstrings, where files are found."""

import ast
import re
from collections.abc import Callable
from functools import cache
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


@cache
def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _line_counts() -> dict[str, int]:
    return {_name(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}


def _method_counts() -> dict[str, int]:
    counts = {}
    for path in MODULES:
        for node in ast.walk(_parse(path)):
            if isinstance(node, ast.ClassDef):
                methods = [item for item in node.body if isinstance(item, ast.FunctionDef)]
                counts[f"{_name(path)}:{node.name}"] = len(methods)
    return counts


@pytest.mark.parametrize(
    ("count_all", "limit", "exceptions"),
    [
        pytest.param(_line_counts, MAX_LINES, LONG_MODULES, id="modules"),
        pytest.param(_method_counts, MAX_METHODS, LARGE_CLASSES, id="classes"),
    ],
)
def test_nothing_grows_too_large(
    count_all: Callable[[], dict[str, int]], limit: int, exceptions: dict[str, int]
) -> None:
    too_large = {name: count for name, count in count_all().items() if count > limit}
    assert too_large == exceptions


def test_no_module_has_a_name_that_says_nothing() -> None:
    parts = {
        part.removesuffix("s")
        for path in (*MODULES, *TESTS)
        for part in path.relative_to(ROOT).with_suffix("").parts
    }
    assert not parts & VAGUE_NAMES


def test_each_module_says_what_it_is_for() -> None:
    silent = [_name(path) for path in PACKAGE.rglob("*.py") if not ast.get_docstring(_parse(path))]
    assert silent == []


def test_only_the_resource_lookup_asks_where_the_code_lies() -> None:
    users = {
        _name(path)
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\b__file__\b", path.read_text("utf-8"))
    }
    assert users == {"blueprint_editor/app/resources.py"}


def test_packaging_folder_does_not_hide_the_package_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
