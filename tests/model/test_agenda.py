"""Clock times follow from the start and the lengths."""

import pytest

from blueprint_editor.model.agenda import read_clock, tell_clock, time_rows
from blueprint_editor.model.records import AgendaRow


@pytest.mark.parametrize(
    ("text", "minutes"), [("9.00", 540), ("09:30", 570), (" 23.59 ", 1439), ("24.00", None),
                          ("9.60", None), ("aamulla", None), ("", None)],
)  # fmt: skip
def test_a_clock_time_is_read(text: str, minutes: int | None) -> None:
    assert read_clock(text) == minutes


def test_times_follow_from_start_and_lengths() -> None:
    rows = [AgendaRow(topic="a", minutes=10), AgendaRow(topic="b", minutes=95), AgendaRow()]
    assert [(row.time, row.minutes) for row in time_rows(rows, "9.50")] == [
        ("9.50", 10), ("10.00", 95), ("11.35", None)
    ]  # fmt: skip


def test_lengths_follow_from_times_and_move_with_another_start() -> None:
    rows = [AgendaRow(time="9.00"), AgendaRow(time="9.10"), AgendaRow(time="9.25")]
    assert [row.minutes for row in time_rows(rows)] == [10, 15, None]
    assert [row.time for row in time_rows(rows, "13:00")] == ["13.00", "13.10", "13.25"]


def test_what_cannot_be_counted_stays_as_written() -> None:
    rows = [AgendaRow(time="aluksi"), AgendaRow(time="9.30", minutes=20), AgendaRow(time="x")]
    assert [row.time for row in time_rows(rows)] == ["aluksi", "9.30", "9.50"]


def test_after_midnight_a_new_day_begins() -> None:
    assert tell_clock(25 * 60 + 5) == "1.05"
