"""Pictures that stand back: paler versions of a raster, for what a filter does not name."""

from io import BytesIO

from blueprint_editor.model.images.pictures import RasterPicture

_SHARE = 0.65
"""Of white in them."""


def fade_raster(picture: RasterPicture) -> RasterPicture:
    """Return the picture as pale as the card around it; transparent where it was."""
    from PIL import Image  # noqa: PLC0415 - only documents with images need it

    image = Image.open(BytesIO(picture.data))
    white = Image.new("RGB", image.size, "white")
    faded = Image.blend(image.convert("RGB"), white, _SHARE)
    if image.mode == "RGBA":
        faded.putalpha(image.getchannel("A"))
    file = BytesIO()
    if picture.media_type == "image/jpeg":
        faded.save(file, "JPEG", quality=85)
    else:
        faded.save(file, "PNG")
    return picture._replace(data=file.getvalue())
