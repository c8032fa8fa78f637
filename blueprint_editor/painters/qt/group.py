"""One group prepared for painting again and again: what an item of the canvas holds."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from blueprint_editor.drawing.drawing import Group
from blueprint_editor.drawing.primitives import Bounds, Path, Rectangle
from blueprint_editor.painters.qt.fonts import QtFonts
from blueprint_editor.painters.qt.images import QtImages
from blueprint_editor.painters.qt.ingredients import Ingredient, PaintInset, make_ingredients
from blueprint_editor.painters.qt.recipe import Recipe
from blueprint_editor.painters.qt.styles import SMALLEST_BAR_PX, SMALLEST_TEXT_PX, brush, plain_pen


class PreparedGroup:
    """A group with what Qt needs to paint it, made when first painted."""

    __slots__ = ("_fonts", "_images", "_ingredients", "_paint_inset", "_recipe", "group")

    def __init__(
        self,
        group: Group,
        fonts: QtFonts,
        images: QtImages,
        paint_inset: PaintInset | None = None,
    ) -> None:
        self.group = group
        self._fonts = fonts
        self._images = images
        self._paint_inset = paint_inset
        self._ingredients: tuple[Ingredient, ...] | None = None
        self._recipe: Recipe | None = None

    def paint(self, painter: QPainter, scale: float) -> None:
        """Paint with less detail where it could not be seen.

        ``scale`` is how many of the painter's own pixels are a mm; where a screen has several
        pixels for each of them, that is found here.
        """
        scale *= painter.device().devicePixelRatio()
        recipe = self._recipe
        if recipe is None or not recipe.low <= scale < recipe.high:
            self._recipe = recipe = self._write_recipe(scale)
        for method, arguments in recipe.calls:
            method(painter, *arguments)

    def _write_recipe(self, scale: float) -> Recipe:
        recipe = Recipe(scale)
        group = self.group
        is_card = group.outline is not None and group.kind != "connector"
        largest_text = find_largest_text(group) if is_card else 0.0
        if largest_text and not recipe.is_seen(largest_text, SMALLEST_BAR_PX):
            fill, line = group.outline or ("", "")
            recipe.take_pen(plain_pen(line))
            recipe.take_brush(brush(fill))
            body = find_body(group)
            recipe.add(QPainter.drawRect, QRectF(body.x0, body.y0, body.width, body.height))
            return recipe
        if self._ingredients is None:
            self._ingredients = make_ingredients(
                group, self._fonts, self._images, self._paint_inset
            )
        for ingredient in self._ingredients:
            ingredient.add_to(recipe)
        recipe.take_unit(1.0)
        return recipe


def find_largest_text(group: Group) -> float:
    """Return the largest em of a group's texts in mm; 0 without text."""
    return group.sketch().text_size


def is_text_seen(group: Group, scale: float) -> bool:
    """Tell whether the largest text of a group is painted as text at a scale in px per mm."""
    return find_largest_text(group) * scale >= SMALLEST_TEXT_PX


def find_body(group: Group) -> Bounds:
    """Return the box of the group's first filled shape, the one that it is known by."""
    shapes = group.sketch().shapes
    return find_box(shapes[0]) if shapes else group.bounds


def find_box(shape: Rectangle | Path) -> Bounds:
    """Return what a shape covers, in mm; of a curve its control points, no line's width."""
    if isinstance(shape, Rectangle):
        return Bounds(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    xs = [x for command in shape.commands for x in command[1::2]]
    ys = [y for command in shape.commands for y in command[2::2]]
    return Bounds(min(xs), min(ys), max(xs), max(ys))


def paint_group(
    painter: QPainter, group: Group, fonts: QtFonts, images: QtImages, scale: float
) -> None:
    """Paint a group once; whoever paints it again keeps a :class:`PreparedGroup`."""
    PreparedGroup(group, fonts, images).paint(painter, scale)
