"""The counts of ``quality`` find what was planted."""

import pytest

from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.layout.routing import (
    Course,
    GridCard,
    GridPlacement,
    GridShape,
    RoutedWire,
)
from tests.layout.routing.quality import measure

SHAPE = GridShape((40.0, 40.0), (40.0,), 0.0, 0.0, 20.0, 10.0, 4.0, 2.5)
CARDS = [GridCard("a", 0, 0, 0, 20.0, 20.0), GridCard("b", 1, 0, 0, 30.0, 20.0, 6.0)]
STRAIGHT = ((50.0, 20.0), (70.0, 20.0))


def count(*lines, labels=()):
    """Measure lines between card a (10–50, 10–30) and b (70–110, 10–30 and its tray to 40)."""
    wires = {}
    for number, points in enumerate(lines):
        label = labels[number] if number < len(labels) else None
        wires[f"w{number}"] = RoutedWire(f"w{number}", 0.0, 0.0, Course(points, label))
    places = {"a": (10.0, 10.0), "b": (70.0, 10.0)}
    placement = GridPlacement((10.0, 70.0), (0.0,), (60.0,), places, wires, 120.0, 60.0)
    return measure(SHAPE, CARDS, placement, len(labels))


def test_a_good_line_has_no_faults():
    quality = count(STRAIGHT)
    assert quality[:2] == (0, 0)
    assert quality.length == 20.0
    assert quality[3:] == (0, 100.0, 0, 0, 0, 0)


def test_crossings_and_bends_are_counted():
    across = ((50.0, 15.0), (60.0, 15.0), (60.0, 25.0), (70.0, 25.0))
    quality = count(STRAIGHT, across)
    assert (quality.crossings, quality.bends) == (1, 2)


def test_lines_upon_each_other_are_counted():
    assert count(STRAIGHT, STRAIGHT).overlaps == 1


def test_the_closest_parallel_lines_are_found():
    assert count(STRAIGHT, ((50.0, 21.5), (70.0, 21.5))).closest == 1.5


@pytest.mark.parametrize(
    "points",
    [
        ((50.0, 20.0), (90.0, 20.0)),
        ((50.0, 20.0), (60.0, 20.0), (60.0, 35.0), (80.0, 35.0)),
        ((50.0, 20.0), (50.5, 20.0), (50.5, 5.0), (70.0, 5.0), (70.0, 10.0)),
        ((20.0, 20.0), (20.0, 50.0)),
    ],
)
def test_lines_through_or_along_cards_and_trays_are_counted(points):
    assert count(points).through_cards > 0


def test_a_line_beside_a_tray_is_fine():
    assert count(((107.0, 30.0), (107.0, 55.0))).through_cards == 0


def test_labels_are_checked():
    good = Bounds(52.0, 14.0, 68.0, 18.5)
    assert count(STRAIGHT, labels=[good])[-3:] == (0, 0, 0)
    assert count(STRAIGHT, labels=[None]).labels_lost == 1
    assert count(STRAIGHT, labels=[good.moved(-10.0, 0.0)]).labels_hit == 1
    assert count(STRAIGHT, labels=[good.moved(0.0, 20.0)]).labels_far == 1
    below = ((50.0, 25.0), (70.0, 25.0))
    assert count(below, STRAIGHT, labels=[None, good.moved(0.0, 8.0)]).labels_hit == 1
