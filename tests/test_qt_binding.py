"""Guards against a Qt binding that breaks the interpreter (see the cap in pyproject.toml)."""

import subprocess
import sys

import pytest

VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(20_000):
    thing.setObjectName("x")
print("alive")
"""


def test_void_calls_do_not_wear_out_none() -> None:
    # PySide6 6.12.0 on Python 3.11 aborts after about 5,200 of them.
    done = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr


SOURCES_READ = """
import linecache, sys
import PySide6.QtCore
from blueprint_editor.app.qt_features import forgo_features
if sys.argv[1] == "forgo":
    forgo_features()
import blueprint_editor.session.document_session
print(sum("pydantic" in name for name in linecache.cache))
"""


@pytest.mark.parametrize(("argument", "reads"), [("forgo", False), ("leave", True)])
def test_sources_are_not_read_at_import(argument: str, reads: bool) -> None:
    """Where the binding no longer reads them by itself, ``app/qt_features.py`` may go."""
    done = subprocess.run(
        [sys.executable, "-c", SOURCES_READ, argument], capture_output=True, text=True, check=True
    )
    assert (int(done.stdout) > 0) == reads
