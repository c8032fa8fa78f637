"""Places are told as steps from place to place; no step leads astray."""

import re

from hypothesis import given
from hypothesis import strategies as st

from blueprint_editor.painters.pdf.coordinates import Coordinates, choose_grain
from blueprint_editor.painters.pdf.text_lines import TextLines

places = st.floats(-500, 500, allow_subnormal=False)
points = st.tuples(places, places)


@given(st.floats(0.0005, 20.0))
def test_grain_is_fine_on_the_page_and_for_small_shapes(scale: float) -> None:
    grain = choose_grain(scale)
    on_the_page = grain * scale
    assert 0.001999 <= on_the_page <= 0.005001
    assert grain <= 0.10001 or on_the_page <= 0.002001


@given(points, st.lists(points, min_size=1, max_size=40))
def test_origin_stays_within_two_grains_of_its_place(group, stops) -> None:
    out: list[str] = []
    at = Coordinates(out, 0.1)
    at.begin_group(*group)
    at.open_group(*stops[0])
    for stop in stops[1:]:
        at.move_origin(*stop)
    x = y = 0
    for line in out:
        across, up = map(int, re.search(r"1 0 0 1 (\S+) (\S+) cm", line).groups())
        x, y = x + across, y + up
    left, top = group
    assert abs(x - (left / 0.1 + stops[-1][0])) <= 2
    assert abs(y - (-top / 0.1 + stops[-1][1])) <= 2


def test_equal_steps_are_told_alike_wherever_they_start() -> None:
    told = []
    for start in (0.0, 0.33, 0.71):
        out: list[str] = []
        at = Coordinates(out, 0.1)
        at.begin_group(0, 0)
        at.open_group(start, 0)
        at.move_origin(start + 10.4, -7.6)
        told.append(out[1])
    assert told == ["1 0 0 1 10 -8 cm"] * 3


def test_lines_with_one_leading_say_so_once() -> None:
    out: list[str] = []
    lines = TextLines(out, 20)
    for i in range(200):
        lines.show(12.2, -13.37 * i, "(x)Tj")
    lines.end()
    assert out[0] == "BT 20 0 0 20 12 0 Tm(x)Tj"
    assert out[1] == "0 -.67 TD(x)Tj"
    assert out.count("T*(x)Tj") > 180
    assert out[-1] == "ET"


@given(st.lists(st.floats(0.6, 30), min_size=1, max_size=60))
def test_lines_stand_within_a_grain_of_their_place(drops: list[float]) -> None:
    out: list[str] = []
    lines = TextLines(out, 1)
    y = 0.0
    lines.show(5, y, "")
    found = leading = 0.0
    for drop in drops:
        y -= drop
        lines.show(5, y, "")
        told = out[-1].split()
        if told[-1] == "TD":
            leading = -float(told[1])
            found -= leading
        elif told[-1] == "T*":
            found -= leading
        else:
            found = float(told[-2])
        assert abs(found - y) <= 1
