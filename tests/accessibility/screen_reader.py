"""A small screen reader: starts the program, reads it over AT-SPI, presses keys and listens.

Run by a Python that has ``gi`` and its Atspi bindings (Debian: gir1.2-atspi-2.0, python3-gi), which
is seldom the program's own, within a D-Bus session and on an X server that are both its own:

    dbus-run-session -- python3 screen_reader.py FOLDER COMMAND...

COMMAND starts the program. Prints one JSON object: what was read, and what was heard of each key.
Stands alone: it imports nothing of the program.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 - after the version

APPEARS_S, QUIET_S, MOST_S = 40.0, 0.4, 10.0
HEARD = (
    "object:state-changed:focused",
    "object:announcement",
    "object:text-changed",
    "window:activate",
)
STEPS = (
    ("go right", ("Right",)),
    ("go down", ("Down",)),
    ("type", ("U", "u", "s", "i", "Return")),
    ("go up", ("Up",)),
    ("move", ("alt+Right",)),
    ("undo", ("ctrl+z",)),
    ("leave the canvas", ("F6",)),
    ("come back", ("shift+F6",)),
)
"""(what a person does, the keys that do it), in this order."""


def turn_on() -> None:
    """Say on the bus that there is a screen reader, as one does when it starts."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value,
            None, Gio.DBusCallFlags.NONE, -1, None,
        )  # fmt: skip


def find_program(pid: int) -> Atspi.Accessible:
    """Wait for the program on the bus, until its window has a table."""
    end = time.monotonic() + APPEARS_S
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(index)
            if found is not None and found.get_process_id() == pid and find(found, "table"):
                return found
        wait(0.2)
    raise SystemExit("the program did not appear on the accessibility bus")


def find(root: Atspi.Accessible, role: str) -> Atspi.Accessible | None:
    """Return the first thing of a role below another, in the tree's order."""
    for index in range(root.get_child_count()):
        child = root.get_child_at_index(index)
        if child is None:
            continue
        if child.get_role_name() == role:
            return child
        if role == "table" and child.get_role_name() in {"tree", "list", "menu bar"}:
            continue
        below = find(child, role)
        if below is not None:
            return below
    return None


def list_children(thing: Atspi.Accessible) -> list[Atspi.Accessible]:
    """Return what is directly below a thing."""
    found = [thing.get_child_at_index(index) for index in range(thing.get_child_count())]
    return [child for child in found if child is not None]


def wait(seconds: float) -> None:
    """Let events come in."""
    loop = GLib.MainLoop()
    GLib.timeout_add(round(seconds * 1000), loop.quit)
    loop.run()


def describe(thing: Atspi.Accessible) -> dict[str, object]:
    """Return what a screen reader can say of one thing."""
    box = thing.get_extents(Atspi.CoordType.SCREEN)
    told: dict[str, object] = {
        "name": thing.get_name(),
        "role": thing.get_role_name(),
        "box": [box.x, box.y, box.width, box.height],
        "states": sorted(state.value_nick for state in thing.get_state_set().get_states()),
    }
    if "TableCell" in thing.get_interfaces():
        cell = Atspi.TableCell
        told["position"] = list(cell.get_position(thing))[-2:]
        told["row header"] = [header.get_name() for header in cell.get_row_header_cells(thing)]
        told["column header"] = [head.get_name() for head in cell.get_column_header_cells(thing)]
    told["relations"] = {
        relation.get_relation_type().value_nick: [
            relation.get_target(index).get_name() for index in range(relation.get_n_targets())
        ]
        for relation in thing.get_relation_set()
    }
    return told


class Ear:
    """Keeps what is heard."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._heard: list[dict[str, str]] = []
        self._last = 0.0
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            self._listener.register(kind)

    def _hear(self, event: Atspi.Event) -> None:
        if event.source is None or event.source.get_process_id() != self._pid:
            return
        self._last = time.monotonic()
        if event.type.startswith("object:state-changed:focused") and not event.detail1:
            return
        told = event.any_data if isinstance(event.any_data, str) else ""
        self._heard.append(
            {
                "event": event.type,
                "role": event.source.get_role_name(),
                "name": event.source.get_name(),
                "text": told,
            }
        )

    def listen(self) -> list[dict[str, str]]:
        """Return what is heard until it is quiet."""
        end = time.monotonic() + MOST_S
        self._last = time.monotonic()
        while time.monotonic() < min(end, self._last + QUIET_S):
            wait(0.05)
        heard, self._heard = self._heard, []
        return heard


def press(keys: tuple[str, ...]) -> None:
    """Press real keys on the X server."""
    subprocess.run(["xdotool", "key", "--delay", "60", *keys], check=True)


def take_keyboard(pid: int) -> None:
    """Give the program's window the keyboard, as a window manager would."""
    found = subprocess.run(
        ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(pid)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    subprocess.run(["xdotool", "windowfocus", "--sync", found.stdout.split()[-1]], check=True)


def main() -> None:
    """Read, press, listen, print."""
    turn_on()
    program = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
    try:
        window = find_program(program.pid)
        take_keyboard(program.pid)
        ear = Ear(program.pid)
        ear.listen()
        table = find(window, "table")
        assert table is not None
        told = {
            "table": describe(table),
            "cells": [describe(cell) for cell in list_children(table)],
            "steps": {},
        }
        for name, keys in STEPS:
            press(keys)
            told["steps"][name] = ear.listen()
        for name, keys in (("a new step", "ctrl+Return"), ("no new step", "ctrl+z")):
            press((keys,))
            ear.listen()
            told[name] = [describe(cell) for cell in list_children(table)]
        print(json.dumps(told, ensure_ascii=False))
    finally:
        program.terminate()
        program.wait(10)


if __name__ == "__main__":
    main()
