"""With letters twice as large, or all of it twice as large, nothing is cut and all can be reached.

Two different things: a person's own large font leaves the window its pixels, so that every layout
must give way; a scale of 200 % leaves half of the screen, and everything else as it was.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from blueprint_editor.app.settings import Settings, SettingsFile
from blueprint_editor.ui.preferences import Preferences
from tests.ui.whole_program import WINDOW_PX, Whole, find_all_clipped, settle

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def _large(qapp: QApplication, settings_file: SettingsFile) -> Iterator[None]:
    usual = qapp.font()
    large = qapp.font()
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    settings_file.write(Settings(Preferences(language="fi")))
    yield
    qapp.setFont(usual)


@pytest.mark.endurance
@pytest.mark.usefixtures("_large")
def test_nothing_is_cut_when_the_system_has_large_letters(whole: Whole) -> None:
    settle()
    found = list(dict.fromkeys(find_all_clipped(whole, screen_px=WINDOW_PX)))
    assert not found, "\n".join(found)


@pytest.mark.endurance
def test_nothing_is_cut_at_twice_the_scale_on_an_ordinary_screen(tmp_path: Path) -> None:
    screen = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [screen]}))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
        "QT_SCALE_FACTOR": "2",
        **{f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "STATE")},
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled_program", str(tmp_path)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "scale 2, screen 960 × 540\n"), done.stderr
