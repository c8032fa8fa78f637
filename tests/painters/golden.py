"""Drawings as short text, so that a change of the layout can be read line by line in a review."""

from collections.abc import Iterator

from blueprint_editor.drawing.drawing import Drawing, Leaf, Placed, Tag
from blueprint_editor.drawing.primitives import (
    FaceKey,
    GlyphRun,
    ImageUse,
    Inset,
    LinkArea,
    Path,
    Primitive,
    Rectangle,
    Stroke,
)


def dump_drawing(drawing: Drawing) -> str:
    """Return the drawing's ink in paint order, then its meaning.

    Places are in mm to one decimal; those inside a group start at its origin, so that a group that
    only moved differs in one line.
    """
    fit = " ".join(f"{value:.4g}" for value in drawing.fit)
    lines = [
        f"page {_mm(drawing.width, drawing.height)} {drawing.language} fit {fit}",
        f"title {drawing.title}",
    ]
    for placed in drawing.placed:
        lines.extend(_iter_group(placed))
    lines.append("meaning")
    lines.extend(_iter_tag(drawing.tags, 1))
    lines.extend(f"missing {letters} in {group}" for letters, group in drawing.missing)
    return "\n".join(lines) + "\n"


def _mm(*values: float) -> str:
    # Adding zero turns -0.0, which rounding may give, into 0.0.
    return " ".join(f"{round(value, 1) + 0.0:.1f}" for value in values)


def _iter_group(placed: Placed) -> Iterator[str]:
    group, x, y = placed
    label = f" «{' '.join(group.label.split())}»" if group.label else ""
    size = _mm(group.bounds.width, group.bounds.height)
    yield f"{group.kind} {group.key} at {_mm(x, y)} size {size}{label}"
    for part in group.parts:
        name = f"{part.name}: " if part.name else ""
        for item in part.primitives:
            yield f"  {name}{_describe(item)}"


def _describe(item: Primitive) -> str:
    match item:
        case GlyphRun():
            turned = " right-to-left" if item.right_to_left else ""
            words = item.text + ("-" if item.soft_hyphen else "")
            place = _mm(item.x, item.baseline)
            return f"“{words}” {place} {_face(item.face)} {item.size:.2f} {item.colour}{turned}"
        case Rectangle():
            box = _mm(item.x, item.y, item.width, item.height)
            return f"box {box}{_paint(item.fill, item.stroke)}"
        case Path():
            return _describe_course(item)
        case ImageUse():
            return f"image {_mm(item.x, item.y, item.width, item.height)}"
        case Inset():
            box = _mm(item.x, item.y, item.width, item.height)
            return f"inset {item.drawing} {_mm(item.left, item.top)} × {item.scale:.3f} in {box}"
        case LinkArea():
            box = _mm(item.x, item.y, item.width, item.height)
            return f"link {box} {item.url}"


def _describe_course(path: Path) -> str:
    """Name the points of an open line; of a closed shape, the box around its points."""
    points = [command[-2:] for command in path.commands if len(command) > 1]
    words = f" as “{path.actual_text}”" if path.actual_text else ""
    paint = _paint(path.fill, path.stroke) + words
    if path.fill is None and path.commands[-1][0] != "Z":
        return f"line {' · '.join(_mm(x, y) for x, y in points)}{paint}"
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = _mm(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return f"shape of {len(points)} in {box}{paint}"


def _face(key: FaceKey) -> str:
    family = "" if key.family == "Noto Sans" else f"{key.family} "
    width = "" if key.width == 100.0 else f"/{key.width:g}"
    return f"{family}w{key.weight}{width}"


def _paint(fill: str | None, stroke: Stroke | None) -> str:
    text = f" {fill}" if fill else ""
    if stroke is not None:
        dash = "".join(f" {length:.1f}" for length in stroke.dash)
        text += f" line {stroke.width:.2f} {stroke.colour}{' dashed' + dash if dash else ''}"
    return text


def _iter_tag(tag: Tag, depth: int) -> Iterator[str]:
    facts = [tag.role, tag.scope, tag.language]
    facts += [f"columns {tag.col_span}" if tag.col_span > 1 else ""]
    facts += [f"rows {tag.row_span}" if tag.row_span > 1 else ""]
    facts += [f"«{' '.join(tag.alt.split())}»" if tag.alt else ""]
    leaves = [f"{leaf.group}/{leaf.part}" for leaf in tag.children if isinstance(leaf, Leaf)]
    yield "  " * depth + " ".join(fact for fact in (*facts, *leaves) if fact)
    for child in tag.children:
        if isinstance(child, Tag):
            yield from _iter_tag(child, depth + 1)
