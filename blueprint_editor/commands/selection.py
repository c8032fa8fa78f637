"""What is selected: records, and the cell with the keyboard cursor; immutable, no Qt."""

from typing import NamedTuple


class Cursor(NamedTuple):
    """A place in the grid: the ``position``-th card of a cell, or the free place after its last."""

    lane: str
    step: str
    position: int = 0


class Selection(NamedTuple):
    """Selected record ids in the order chosen (the last is the current one), and the cursor."""

    records: tuple[str, ...] = ()
    cursor: Cursor | None = None

    @property
    def current(self) -> str | None:
        """The record that keyboard commands start from."""
        return self.records[-1] if self.records else None
