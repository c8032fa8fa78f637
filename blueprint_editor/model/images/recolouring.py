"""Pictures in other colours, each colour of them changed alike; for looking only."""

from collections.abc import Callable
from io import BytesIO

from blueprint_editor.model.images.pictures import RasterPicture

_MOST_COLOURS = 256


def recolour_raster(picture: RasterPicture, change: Callable[[str], str]) -> RasterPicture:
    """Return the picture as a PNG of at most 256 colours, changed by ``change`` (``#RRGGBB``).

    So many are enough to tell what can be told apart, and photographs take no time.
    """
    from PIL import Image  # noqa: PLC0415 - only documents with images need it

    image = Image.open(BytesIO(picture.data))
    few = image.convert("RGB").quantize(_MOST_COLOURS)
    palette = few.getpalette() or []
    seen: list[int] = []
    for start in range(0, len(palette), 3):
        colour = "#{:02X}{:02X}{:02X}".format(*palette[start : start + 3])
        seen += bytes.fromhex(change(colour)[1:])
    few.putpalette(seen)
    changed = few.convert("RGB")
    if image.mode == "RGBA":
        changed.putalpha(image.getchannel("A"))
    file = BytesIO()
    changed.save(file, "PNG")
    return picture._replace(media_type="image/png", data=file.getvalue())
