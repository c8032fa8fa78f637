"""Coordinates of a content stream: whole grains from an origin that goes along from ink to ink.

What stands together is written alike then, wherever it stands, and that is what packs a poster
well. Heights count upwards.
"""

_WIDEST_MM = 0.005
"""A grain on the page at most: 5,080 to an inch."""
_FINEST_MM = 0.002
"""A grain on the page at least: half a pixel at 64 times, and no reader shows more."""
_SHAPE_MM = 0.1
"""A grain before the page's fit, between these two: small things keep their shape."""
_DRIFT = 1.0
"""How many grains the origin may stand from its place, so that equal distances are told alike."""


def choose_grain(scale: float) -> float:
    """Return how long the unit of all coordinates is, in mm of a drawing with this fit."""
    return min(_WIDEST_MM, max(_FINEST_MM, _SHAPE_MM * scale)) / scale


class Coordinates:
    """Where the origin of the operators stands, inside one group after the other.

    Args:
        out: where the operators go.
        grain: in mm.

    Attributes:
        x, y: the origin's place in grains from the group's place.
        is_open: there is ink in the group.
    """

    def __init__(self, out: list[str], grain: float) -> None:
        self.per_mm = 1 / grain
        self.x = self.y = 0.0
        self.is_open = False
        self._out = out
        self._group = (0.0, 0.0)
        self._left = self._base = 0.0

    def begin_group(self, x: float, y: float) -> None:
        """Place a group (mm, y downwards); nothing is written until there is ink in it."""
        self._group = x * self.per_mm, -y * self.per_mm
        self.is_open = False

    def open_group(self, x: float, y: float) -> None:
        """Start the group with its first ink at (x, y) in grains from the group's place."""
        left, base = self._group
        across, up = round(left + x), round(base + y)
        self._out.append(f"q 1 0 0 1 {across} {up} cm")
        self.x, self.y = x, y
        self._left, self._base = across - left, up - base
        self.is_open = True

    def move_origin(self, x: float, y: float) -> None:
        """Let coordinates start at (x, y) in grains from the group's place."""
        left, base = self._left, self._base
        across, up = round(x - self.x), round(y - self.y)
        if not -_DRIFT <= left + across - x <= _DRIFT:
            across = round(x - left)
        if not -_DRIFT <= base + up - y <= _DRIFT:
            up = round(y - base)
        self.x, self.y = x, y
        self._left, self._base = left + across, base + up
        if across or up:
            self._out.append(f"1 0 0 1 {across} {up} cm")

    def end_group(self) -> None:
        """Give the page its own origin and graphics state back."""
        if self.is_open:
            self._out.append("Q")
