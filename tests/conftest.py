"""What holds for every test: an offscreen Qt, a home of its own, and no unexpected noise."""

import gc
import logging
import os
import tempfile
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import psutil
import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from blueprint_editor.app.collector import tune_collector
from blueprint_editor.language.texts import use_language

# Qt reads these when its application object is made, so they are set before any test module.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The programs that tests start compile the code once, not each anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
_home = tempfile.TemporaryDirectory(prefix="blueprint-editor-tests-")
for _name in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_home.name, _name.lower()))
_runtime = Path(_home.name, "runtime")
_runtime.mkdir(mode=0o700)
os.environ["XDG_RUNTIME_DIR"] = str(_runtime)

_MOST_GARBAGE = 400 * 2**20
"""Bytes by which the memory may grow before somebody looks for what is garbage."""
_IN_USE = pytest.StashKey[int]()
"""Bytes that were in use after the last look."""

hypothesis.settings.register_profile(
    "tests",
    deadline=None,
    max_examples=30,
    # The same examples everywhere; the endurance run looks for new ones.
    derandomize=True,
    # How fast examples are made depends on the machine's other work, not on the code.
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile(
    "endurance",
    parent=hypothesis.settings.get_profile("tests"),
    max_examples=1000,
    derandomize=False,
)


def pytest_configure(config: pytest.Config) -> None:
    QTimer.__init__ = _make_known_timer  # type: ignore[method-assign]
    long = config.getoption("markexpr") == "endurance"
    hypothesis.settings.load_profile("endurance" if long else "tests")


def pytest_collection_finish() -> None:
    """Let the collector look as rarely as in the program, past what the tests' modules hold."""
    gc.collect()
    tune_collector()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Let go of windows that have been closed before there are too many of them.

    Each is full of cycles, and so rarely does the collector look that thousands would pile up.
    """
    if nextitem is not None and nextitem.path == item.path:
        return
    process, stash = psutil.Process(), item.config.stash
    if process.memory_info().rss - stash.get(_IN_USE, 0) > _MOST_GARBAGE:
        # Each window that begins sets aside all that is there, as if it were to stay.
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        stash[_IN_USE] = process.memory_info().rss


def pytest_unconfigure() -> None:
    _home.cleanup()


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or an error, unless it looks at the log itself (caplog)."""
    recorder = _Recorder()
    logging.getLogger().addHandler(recorder)
    yield
    logging.getLogger().removeHandler(recorder)
    if recorder.lines and "caplog" not in request.fixturenames:
        pytest.fail("unexpected log messages:\n" + "\n".join(recorder.lines))


@pytest.fixture(autouse=True)
def _no_leaked_thread() -> Iterator[None]:
    """Fail a test that leaves a Python thread running; one that is ending gets two seconds."""
    before = set(threading.enumerate())
    yield
    limit = time.monotonic() + 2
    for thread in threading.enumerate():
        # A thread that Qt or a test runner made shows up as a dummy and is not ours to end.
        if thread not in before and not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, limit - time.monotonic()))
            if thread.is_alive():
                pytest.fail(f"the test left a thread running: {thread.name}")


_timers: weakref.WeakSet[QTimer] = weakref.WeakSet()
_make_timer = QTimer.__init__


def _make_known_timer(timer: QTimer, *arguments: Any, **named: Any) -> None:
    _make_timer(timer, *arguments, **named)
    _timers.add(timer)


@pytest.fixture(autouse=True)
def _no_leaked_work(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a timer running, or a worker that does not end in ten seconds."""
    before = set(_timers)
    yield
    if not QThreadPool.globalInstance().waitForDone(10_000):
        pytest.fail("the test left work in the pool")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for timer in _timers - before:
        # One without a parent is QTimer.singleShot's own, which forgets a receiver that is gone.
        if shiboken6.isValid(timer) and timer.isActive() and timer.parent() is not None:
            pytest.fail(f"the test left a timer of {timer.parent()} running")


@pytest.fixture(autouse=True)
def _no_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let views come to their place at once, as for people who wish for no motion."""
    monkeypatch.setattr("blueprint_editor.canvas.motion._LONGEST_MS", 0)


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: QApplication) -> Iterator[None]:
    """Make the one Qt application first: an export to PNG would else make one without widgets.

    What lies in its clipboard at the end belongs to Python, and would outlive it.
    """
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_key_is_held() -> None:
    """Let go of Ctrl and the like: a key that closed its window was never seen to be released."""
    if isinstance(QApplication.instance(), QApplication) and QApplication.keyboardModifiers():
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Texts are one per process: each test begins and ends in the language of the message ids."""
    use_language("en", Path())
    yield
    use_language("en", Path())
