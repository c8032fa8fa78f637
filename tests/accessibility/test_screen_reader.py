"""The real program is read by a screen reader over a real accessibility bus, with real keys.

Takes a few seconds, so it is run by ``python3 packaging/dev.py endurance``. On Debian it needs:
at-spi2-core dbus-daemon gir1.2-atspi-2.0 python3-gi xdotool xvfb.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

READER = Path(__file__).with_name("screen_reader.py")
ROOT = READER.parent.parent.parent
SAMPLE = ROOT / "samples" / "osatyokykyisen-palvelupolku.blueprint.json"
SYSTEM_PYTHON = "/usr/bin/python3"
"""The one whose packages are the system's; the program's own has no ``gi``."""
LONGEST_S = 180
pytestmark = pytest.mark.endurance


def _find_lack() -> str:
    """Return what is missing here, if anything is."""
    for tool in ("dbus-run-session", "xdotool", "Xvfb", SYSTEM_PYTHON):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    code = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if subprocess.run([SYSTEM_PYTHON, "-c", code], capture_output=True, check=False).returncode:
        return "the system's Python has no Atspi (gir1.2-atspi-2.0, python3-gi)"
    return ""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of its own, whose number it chooses."""
    if lack := _find_lack():
        pytest.skip(lack)
    seen, shown = os.pipe()
    options = ["-displayfd", str(shown), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    # A server that begins anew when its last client goes turns away who comes in that moment.
    options.append("-noreset")
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[shown], stderr=subprocess.DEVNULL)
    os.close(shown)
    with os.fdopen(seen) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def told(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the screen reader read, and what it heard at each key."""
    home = tmp_path_factory.mktemp("home")
    path = home / "polku.blueprint"
    path.write_bytes(SAMPLE.read_bytes())
    places = {f"XDG_{kind}_HOME": home / kind.lower() for kind in ("CONFIG", "DATA", "STATE")}
    settings = places["XDG_CONFIG_HOME"] / "blueprint-editor" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"language": "en"}))
    (home / "run").mkdir(mode=0o700)
    environment = {
        **os.environ,
        **{name: str(place) for name, place in places.items()},
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(home / "run"),
    }
    program = [sys.executable, "-m", "blueprint_editor.app.cli", str(path)]
    done = subprocess.run(
        ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER), *program],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=LONGEST_S, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    found: dict[str, Any] = json.loads(lines[-1])
    return found


def heard(told: dict[str, Any], step: str, event: str) -> list[dict[str, str]]:
    return [each for each in told["steps"][step] if each["event"].startswith(event)]


def names(told: dict[str, Any], step: str) -> list[str]:
    """Return what had the focus in the end of a step, and what was announced."""
    focused = [each["name"] for each in heard(told, step, "object:state-changed:focused")]
    said = [each["text"] for each in heard(told, step, "object:announcement")]
    return [*focused[-1:], *said]


def cell(told: dict[str, Any], words: str) -> dict[str, Any]:
    (found,) = [each for each in told["cells"] if words in each["name"] and "position" in each]
    return found


def test_poster_is_a_table_with_headers_and_cells(told: dict[str, Any]) -> None:
    assert (told["table"]["name"], told["table"]["role"]) == ("Poster", "table")
    roles = [each["role"] for each in told["cells"]]
    assert roles == [
        *["table column header"] * 10,
        *["table row header"] * 6,
        *["table cell"] * 60,
    ]
    assert told["cells"][0]["name"] == "Havahtuminen, step 1 of 2"
    assert told["cells"][10]["name"] == "Palvelutodisteet ja kosketuspisteet"


def test_cell_tells_its_cards_its_place_and_its_headers(told: dict[str, Any]) -> None:
    found = cell(told, "Card 1.3")
    assert found["name"] == (
        "Asiakkaan toiminta, Havahtuminen, step 2 of 2. "
        "Card 1.3: Etsii tietoa ja rohkaistuu ottamaan yhteyttä. – leads to 1.4 – 1 mark"
    )
    assert found["position"] == [2, 1]
    assert found["row header"] == ["Asiakkaan toiminta"]
    assert found["column header"] == ["Havahtuminen, step 2 of 2"]
    assert {"focusable", "selectable"} <= set(found["states"])


def test_connectors_lead_from_cell_to_cell(told: dict[str, Any]) -> None:
    ways = cell(told, "Card 1.3")["relations"]
    assert [("Card 1.1" in name) for name in ways["flows-from"]] == [True]
    assert [("Card 1.4" in name) for name in ways["flows-to"]] == [True]


def test_cells_lie_as_on_the_poster(told: dict[str, Any]) -> None:
    first, right, below = (cell(told, f"Card {code}") for code in ("1.1", "1.3", "1.4"))
    assert first["box"][0] + first["box"][2] <= right["box"][0]
    assert right["box"][0] == below["box"][0]
    assert right["box"][1] + right["box"][3] <= below["box"][1]


def test_keys_move_the_focus_and_each_place_is_announced(told: dict[str, Any]) -> None:
    place = "Palvelutodisteet ja kosketuspisteet, Havahtuminen, step 1 of 2"
    assert names(told, "go right") == [place, f"Empty cell. {place}"]
    focused, said = names(told, "go down")
    assert focused.startswith("Asiakkaan toiminta, Havahtuminen, step 1 of 2. Card 1.1: Huomaa")
    assert said.startswith("Card 1.1: Huomaa")


def test_typing_is_heard_and_the_new_text_is_announced(told: dict[str, Any]) -> None:
    typed = [each["text"] for each in heard(told, "type", "object:text-changed:insert")]
    assert "".join(typed).count("Uusi") >= 1 or {"U", "u", "s", "i"} <= set(typed)
    assert "Card text" in {each["name"] for each in heard(told, "type", "object:state-changed")}
    assert any("Card 1.1: Uusi – leads to 1.3" in name for name in names(told, "type"))


def test_move_is_heard_with_the_new_place_and_undone(told: dict[str, Any]) -> None:
    focused, said = names(told, "move")
    assert focused.startswith("Asiakkaan toiminta, Havahtuminen, step 2 of 2. Card 1.2: Uusi")
    assert said.endswith("Asiakkaan toiminta, Havahtuminen, step 2 of 2")
    focused, said = names(told, "undo")
    assert focused.startswith("Asiakkaan toiminta, Havahtuminen, step 1 of 2. Card 1.1: Uusi")
    assert said.endswith("Asiakkaan toiminta, Havahtuminen, step 1 of 2")


def test_f6_leads_out_of_the_poster_and_back_to_the_same_cell(told: dict[str, Any]) -> None:
    (out,) = heard(told, "leave the canvas", "object:state-changed:focused")
    assert out["role"] not in {"table", "table cell"}
    assert out["name"]
    assert "Card 1.1: Uusi" in names(told, "come back")[0]


def test_table_grows_and_shrinks_with_its_steps(told: dict[str, Any]) -> None:
    heads = [each["name"] for each in told["a new step"][:3]]
    assert heads == [f"Havahtuminen, step {number} of 3" for number in (1, 2, 3)]
    assert len(told["a new step"]) == 11 + 6 + 66
    assert len(told["no new step"]) == len(told["cells"])
