"""A path from an empty template to paper, and through a crash, with real keys and clicks.

Run by ``packaging/dev.py endurance tests/walkthrough``; pictures of the way are left in the
folder that ``WALKTHROUGH_PICTURES`` names.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.walkthrough.hands import Person, find_missing, open_display

pytestmark = pytest.mark.endurance

LANES, STEPS = 5, 6
NOTES = [f"Huomio {number} asiakkaan arjesta" for number in range(1, LANES * STEPS + 1)]
"""One for each cell, lane by lane."""


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    if sys.platform != "linux" or find_missing():
        pytest.skip(f"needs a display of its own: {', '.join(find_missing())} missing")
    with open_display() as display:
        made = Person(display, tmp_path)
        yield made
        _photograph(made, "last")
        made.stop()


def test_from_template_to_paper_and_through_a_crash(person: Person) -> None:
    document, poster = person.folder / "polku.blueprint.json", person.folder / "juliste.pdf"
    person.start()
    _begin(person)
    _place_notes(person)
    _move_ten(person)
    _connect_eight(person)
    _mark_and_solve(person)
    _photograph(person, "drafted")
    _save(person, document)
    _export(person, poster)
    before = person.ask("document")
    _type_and_crash(person)
    person.start(document)
    _photograph(person, "after-the-crash")
    _bring_back(person)
    after = person.ask("document")
    _photograph(person, "brought-back")
    typed = [card["text"] for card in after["cards"] if card not in before["cards"]]
    assert typed == ["Viimeinen huomio ennen katkosta"]
    before["cards"] = after["cards"]
    assert {**after, "saved": True} == before
    assert not after["saved"]


def test_the_same_by_keyboard_alone(person: Person) -> None:
    """Thirty notes, ten moves, eight connectors, two solved problems, saved; no mouse."""
    document = person.folder / "polku.blueprint.json"
    person.start()
    _begin_by_keys(person)
    _place_notes_by_keys(person)
    _move_ten_by_keys(person)
    _connect_eight_by_keys(person)
    _mark_and_solve(person, _go_to)
    _save(person, document)
    drafted = person.ask("document")
    assert len(drafted["cards"]) == len(NOTES)
    assert len(drafted["connectors"]) == 8
    _photograph(person, "by-keyboard")


def _begin(person: Person) -> None:
    person.click(person.find("tile", "Tyhjä blueprint"))
    person.wait("the blueprint", lambda: "Tyhjä" in (person.ask("title") or ""))
    person.enlarge()


def _place_notes(person: Person) -> None:
    """Type thirty notes into the strip; send each to its cell with one key."""
    person.click(person.find("cell", 0, 0))
    _fill_strip(person)


def _fill_strip(person: Person) -> None:
    person.press("ctrl+shift+n")
    person.wait("the line for notes", lambda: person.ask("focus") == "Uusi lappu")
    for note in NOTES:
        person.type(note)
        person.press("Return")
    person.wait("thirty notes", lambda: len(person.ask("document").get("notes", ())) == len(NOTES))
    while person.ask("focus") != "Laput":
        person.press("Tab")
    for lane in range(LANES):
        for step in range(STEPS):
            person.press("Return")
            if step < STEPS - 1:
                person.press("alt+Right")
        person.press(*["alt+Left"] * (STEPS - 1), "alt+Down")
        count = (lane + 1) * STEPS
        person.wait("placed notes", lambda n=count: len(person.ask("document")["cards"]) == n)
    person.press("ctrl+shift+n", "ctrl+0")


def _begin_by_keys(person: Person) -> None:
    """Go from tile to tile to the empty template."""
    person.wait("the tiles", lambda: person.ask("tile", "Tyhjä blueprint") is not None)
    for _step in range(20):
        if person.ask("focus") == "Tyhjä blueprint":
            break
        person.press("Tab")
    person.press("Return")
    person.wait("the blueprint", lambda: "Tyhjä" in (person.ask("title") or ""))


def _go_to(person: Person, text: str) -> None:
    """Find a card by the palette, and select it."""
    person.press("ctrl+k")
    person.wait("the palette", lambda: "Hae toim" in (person.ask("focus") or ""))
    person.type(text)
    person.press("Return")
    person.wait(text, lambda: person.ask("selected") == text)


def _place_notes_by_keys(person: Person) -> None:
    person.press("ctrl+Home")
    _fill_strip(person)


def _move_ten_by_keys(person: Person) -> None:
    for step in (1, 4):
        for lane in range(LANES):
            text = NOTES[lane * STEPS + step]
            _go_to(person, text)
            person.press("alt+Right")
            steps = person.ask("document")["steps"]
            where = {"text": text, "step": steps[step + 1]["id"]}
            person.wait(f"{text} moved", lambda w=where: _is_among(person, "cards", w))


def _connect_eight_by_keys(person: Person) -> None:
    """Ctrl+L, then the arrow to the card below, then Enter."""
    ways = [(lane, step) for step in (0, 3) for lane in range(4)]
    for count, (lane, step) in enumerate(ways, 1):
        _go_to(person, NOTES[lane * STEPS + step])
        person.press("ctrl+l", "Down", "Return")
        person.wait(
            f"connector {count}",
            lambda n=count: len(person.ask("document").get("connectors", ())) == n,
        )


def _move_ten(person: Person) -> None:
    """Drag the cards of two columns to the columns beside them."""
    for step in (1, 4):
        for lane in range(LANES):
            text = NOTES[lane * STEPS + step]
            person.drag(person.find("card", text), person.find("cell", lane, step + 1))
            steps = person.ask("document")["steps"]
            where = {"text": text, "step": steps[step + 1]["id"]}
            person.wait(f"{text} moved", lambda w=where: _is_among(person, "cards", w))


def _connect_eight(person: Person) -> None:
    """Draw lines from handles: down a column, and along a lane."""
    ways = [(lane, 0, lane + 1, 0) for lane in range(4)]
    ways += [(lane, 2, lane + 1, 2) for lane in range(4)]
    for count, (lane, step, to_lane, to_step) in enumerate(ways, 1):
        source, target = NOTES[lane * STEPS + step], NOTES[to_lane * STEPS + to_step]
        person.click(person.find("card", source))
        person.drag(person.find("handle", source, "right"), person.find("card", target))
        person.wait(
            f"connector {count}",
            lambda n=count: len(person.ask("document").get("connectors", ())) == n,
        )


def _click(person: Person, text: str) -> None:
    person.click(person.find("card", text))


def _mark_and_solve(person: Person, select: Callable[[Person, str], None] = _click) -> None:
    """Mark two critical points and write down what helps, by the palette."""
    for number in (0, 5):
        for kind, text in (("Kriittinen piste", "Jono on pitkä"), ("Ratkaisu", "Soitto takaisin")):
            select(person, NOTES[number])
            person.press("ctrl+k")
            person.type(kind)
            person.press("Return")
            person.wait("the field", lambda: person.ask("focus") not in {"", "PosterCanvas"})
            person.type(text)
            person.press("Return")
            person.wait(text, lambda t=text: _is_among(person, "marks", {"text": t}))
    marks = person.ask("document")["marks"]
    assert [bool(mark["solves"]) for mark in marks] == [False, True, False, True]


def _save(person: Person, path: Path) -> None:
    person.press("ctrl+s")
    _answer_file_dialog(person, path)
    person.wait("the file", lambda: path.exists() and person.ask("document")["saved"])


def _export(person: Person, path: Path) -> None:
    person.press("ctrl+p")
    person.wait("the dialog", lambda: person.ask("title") == "Tulosta tai vie")
    person.press("Return")
    _answer_file_dialog(person, path)
    person.wait("the poster", path.exists)
    assert path.read_bytes().startswith(b"%PDF-")


def _answer_file_dialog(person: Person, path: Path) -> None:
    person.wait("the dialog's line", lambda: person.ask("focus") == "QLineEdit")
    person.press("ctrl+a")
    person.type(str(path))
    person.press("Return")


def _type_and_crash(person: Person) -> None:
    """Type another card, wait as long as autosave may take, begin the next and lose power."""
    person.click(person.find("cell", 0, 1))
    person.type("Viimeinen huomio ennen katkosta")
    person.press("Return")
    person.wait("the card", lambda: _is_among(person, "cards", {"text": NOTES[0]}))
    person.wait("two seconds", _after(2.0))
    person.type("kesken")
    person.kill()


def _bring_back(person: Person) -> None:
    person.click(person.find("button", "Palauta"))
    person.wait("the work", lambda: len(person.ask("document")["cards"]) == len(NOTES) + 1)


def _after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


def _is_among(person: Person, kind: str, wanted: dict[str, str]) -> bool:
    records = person.ask("document").get(kind, ())
    return any(wanted.items() <= record.items() for record in records)


def _photograph(person: Person, name: str) -> None:
    if folder := os.environ.get("WALKTHROUGH_PICTURES"):
        person.photograph(Path(folder) / f"{name}.png")
