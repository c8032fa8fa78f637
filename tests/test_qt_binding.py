"""Guards against a Qt binding that breaks the interpreter (see the cap in pyproject.toml)."""

import subprocess
import sys

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
