"""What all pages of one PDF share: fonts, images and insets, each named once."""

from collections.abc import Mapping, Sequence

from blueprint_editor.drawing.drawing import Drawing, RasterImage
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
        self._forms: list[Drawing] = []

    @property
    def images(self) -> Mapping[RasterImage, str]:
        """The images that are used, and the names of their resources."""
        return self._images

    @property
    def forms(self) -> Sequence[Drawing]:
        """The drawings that are seen through insets, in the order in which they were named."""
        return self._forms

    def name_image(self, image: RasterImage) -> str:
        """Return the name of the image's resource."""
        return self._images.setdefault(image, f"Im{len(self._images) + 1}")

    def name_form(self, drawing: Drawing) -> str:
        """Return the name of the form that shows a drawing, the same object each time."""
        for index, known in enumerate(self._forms):
            if known is drawing:
                return name_form(index)
        self._forms.append(drawing)
        return name_form(len(self._forms) - 1)


def name_form(index: int) -> str:
    """Return the resource name of one of the forms."""
    return f"Fm{index + 1}"
