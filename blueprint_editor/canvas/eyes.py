"""Shows a drawing as colour-blind eyes see it; the drawing itself, files and prints keep theirs."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from blueprint_editor.drawing.colour_vision import Vision, name_image, see_colour, see_group
from blueprint_editor.drawing.drawing import Drawing, Group, RasterImage


class Eyes(QObject):
    """Whose eyes a canvas looks with; keeps what has been seen, so that an edit costs its own.

    Signals:
        changed: it looks with others.

    Attributes:
        vision: None for eyes that tell all colours apart.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.vision: Vision | None = None
        self._groups: dict[str, tuple[Group, Group]] = {}
        self._images: dict[str, tuple[RasterImage, RasterImage]] = {}

    def choose(self, vision: Vision | None) -> None:
        """Look with other eyes from now on."""
        self.vision = vision
        self._groups.clear()
        self._images.clear()
        self.changed.emit()

    def see(self, drawing: Drawing) -> Drawing:
        """Return the drawing as it looks; groups that stay the same look the same object."""
        if self.vision is None:
            return drawing
        vision = self.vision
        groups: dict[str, tuple[Group, Group]] = {}
        for group, _, _ in drawing.placed:
            known = self._groups.get(group.key)
            is_known = known is not None and known[0] is group
            groups[group.key] = known if known and is_known else (group, see_group(group, vision))
        self._groups = groups
        return drawing._replace(
            placed=tuple(item._replace(group=groups[item.group.key][1]) for item in drawing.placed),
            images={
                name_image(name, vision): self._see_image(name, image, vision)
                for name, image in drawing.images.items()
            },
        )

    def _see_image(self, name: str, image: RasterImage, vision: Vision) -> RasterImage:
        known = self._images.get(name)
        if known is None or known[0] is not image:
            # Only a document with images pays for loading their decoders.
            from blueprint_editor.model.images.pictures import RasterPicture  # noqa: PLC0415
            from blueprint_editor.model.images.recolouring import (  # noqa: PLC0415
                recolour_raster,
            )

            change = partial(see_colour, vision=vision)
            seen = RasterImage(*recolour_raster(RasterPicture(*image), change))
            known = self._images[name] = (image, seen)
        return known[1]
