"""Five faces for five feelings, told apart by the mouth alone, and the sign for no photographs."""

from blueprint_editor.drawing.primitives import Path, PathCommand, Primitive, Stroke
from blueprint_editor.layout.icons import trace_circle


def draw_face(cx: float, cy: float, radius: float, value: int, colour: str) -> list[Primitive]:
    """Return a face with its middle at (cx, cy); ``value`` is −2 (sad) to +2 (glad)."""
    pen = Stroke(colour, radius * 0.09, (), round_cap=True)
    eye_x, eye_y, eye = radius * 0.36, radius * 0.26, radius * 0.11
    found: list[Primitive] = [Path(trace_circle(cx, cy, radius), "#FFFFFF", pen)]
    found += [Path(trace_circle(cx + side * eye_x, cy - eye_y, eye), colour) for side in (-1, 1)]
    half = radius * (0.46 if abs(value) == 2 else 0.36)
    bend = radius * 0.26 * value
    middle = cy + radius * 0.36
    mouth: tuple[PathCommand, ...] = (
        ("M", cx - half, middle - bend / 2),
        ("C", cx - half / 2, middle + bend, cx + half / 2, middle + bend, cx + half,
         middle - bend / 2),
    )  # fmt: skip
    found.append(Path(mouth, None, pen))
    return found


def draw_camera_off(x: float, y: float, size: float, colour: str) -> list[Primitive]:
    """Return a crossed-out camera in a box of ``size`` mm with its corner at (x, y)."""
    pen = Stroke(colour, size * 0.07, (), round_cap=True)
    left, right, top, bottom = x + size * 0.06, x + size * 0.94, y + size * 0.26, y + size * 0.84
    body: tuple[PathCommand, ...] = (
        ("M", left, top), ("L", x + size * 0.3, top), ("L", x + size * 0.38, y + size * 0.14),
        ("L", x + size * 0.62, y + size * 0.14), ("L", x + size * 0.7, top), ("L", right, top),
        ("L", right, bottom), ("L", left, bottom), ("Z",),
    )  # fmt: skip
    bar: tuple[PathCommand, ...] = (("M", x, y + size), ("L", x + size, y))
    return [
        Path(body, None, pen),
        Path(trace_circle(x + size / 2, y + size * 0.55, size * 0.17), None, pen),
        Path(bar, None, Stroke("#FFFFFF", size * 0.2)),
        Path(bar, None, Stroke(colour, size * 0.08, (), round_cap=True)),
    ]
