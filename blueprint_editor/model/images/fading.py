"""Pictures in quieter colours: paler ones that stand back, grey ones for a grey print."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from blueprint_editor.model.images.pictures import RasterPicture

if TYPE_CHECKING:
    from PIL import Image

_SHARE = 0.65
"""Of white in them."""


def fade_raster(picture: RasterPicture) -> RasterPicture:
    """Return the picture as pale as the card around it; transparent where it was."""

    def fade(image: "Image.Image") -> "Image.Image":
        from PIL import Image  # noqa: PLC0415 - only documents with images need it

        return Image.blend(image, Image.new("RGB", image.size, "white"), _SHARE)

    return _change(picture, fade)


def grey_raster(picture: RasterPicture) -> RasterPicture:
    """Return the picture without hue; transparent where it was.

    It stays RGB: a grey colour space beside an sRGB output intent fails PDF/A.
    """
    return _change(picture, lambda image: image.convert("L").convert("RGB"))


def _change(
    picture: RasterPicture, change: Callable[["Image.Image"], "Image.Image"]
) -> RasterPicture:
    from PIL import Image  # noqa: PLC0415 - only documents with images need it

    image = Image.open(BytesIO(picture.data))
    changed = change(image.convert("RGB"))
    if image.mode == "RGBA":
        changed.putalpha(image.getchannel("A"))
    file = BytesIO()
    if picture.media_type == "image/jpeg":
        changed.save(file, "JPEG", quality=85)
    else:
        changed.save(file, "PNG")
    return picture._replace(data=file.getvalue())
