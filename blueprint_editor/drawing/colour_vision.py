"""How a drawing looks to eyes that tell fewer colours apart; for looking, never for printing.

G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for Simulation
of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009,
doi:10.1109/TVCG.2009.113: the matrices of severity 1.0, on linear sRGB.
"""

from collections.abc import Mapping
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from blueprint_editor.drawing.drawing import DeferredParts, Group, Part
from blueprint_editor.drawing.primitives import (
    GlyphRun,
    ImageUse,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)

Vision = Literal["protanopia", "deuteranopia", "tritanopia"]
VISIONS: tuple[Vision, ...] = get_args(Vision)
Matrix: TypeAlias = tuple[tuple[float, float, float], ...]

MATRICES: Mapping[Vision, Matrix] = MappingProxyType(
    {
        "protanopia": (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ),
        "deuteranopia": (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        ),
        "tritanopia": (
            (1.255528, -0.076749, -0.178779),
            (-0.078411, 0.930809, 0.147602),
            (0.004733, 0.691367, 0.303900),
        ),
    }
)


@lru_cache(maxsize=2048)
def see_colour(colour: str, vision: Vision) -> str:
    """Return the ``#RRGGBB`` that a colour looks like."""
    linear = [_to_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5)]
    seen = (
        sum(share * value for share, value in zip(row, linear, strict=True))
        for row in MATRICES[vision]
    )
    return "#" + "".join(f"{round(_to_encoded(value) * 255):02X}" for value in seen)


def _to_linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _to_encoded(value: float) -> float:
    value = min(max(value, 0.0), 1.0)
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def name_image(image: str, vision: Vision) -> str:
    """Return the name of an image as it is seen."""
    return f"{vision}:{image}"


def see_group(group: Group, vision: Vision) -> Group:
    """Return a group in the colours that are seen; its shapes stay as they are."""
    parts = DeferredParts(partial(_see_parts, group, vision))
    outline = group.outline
    if outline is not None:
        fill, stroke = outline
        outline = (fill and see_colour(fill, vision), stroke and see_colour(stroke, vision))
    return group._replace(parts=parts, outline=outline)


def _see_parts(group: Group, vision: Vision) -> tuple[Part, ...]:
    return tuple(
        Part(part.name, tuple(_see(item, vision) for item in part.primitives))
        for part in group.parts
    )


def _see(item: Primitive, vision: Vision) -> Primitive:
    match item:
        case GlyphRun():
            return item._replace(colour=see_colour(item.colour, vision))
        case Rectangle() | Path():
            return item._replace(
                fill=see_colour(item.fill, vision) if item.fill is not None else None,
                stroke=_see_stroke(item.stroke, vision) if item.stroke is not None else None,
            )
        case ImageUse():
            return item._replace(image=name_image(item.image, vision))
        case _:
            return item


def _see_stroke(stroke: Stroke, vision: Vision) -> Stroke:
    return stroke._replace(colour=see_colour(stroke.colour, vision))
