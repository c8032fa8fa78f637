"""What all pages of one PDF share: fonts and images, each named once."""

from collections.abc import Mapping

from blueprint_editor.drawing.drawing import RasterImage
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.painters.pdf.glyphs import FontShelf


class Shelves:
    """Takes on what the ink of the pages uses.

    Attributes:
        fonts: those of the texts.
    """

    def __init__(self, library: FontLibrary) -> None:
        self.fonts = FontShelf(library)
        self._images: dict[RasterImage, str] = {}

    @property
    def images(self) -> Mapping[RasterImage, str]:
        """The images that are used, and the names of their resources."""
        return self._images

    def name_image(self, image: RasterImage) -> str:
        """Return the name of the image's resource."""
        return self._images.setdefault(image, f"Im{len(self._images) + 1}")
