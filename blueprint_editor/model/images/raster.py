"""PNG and JPEG: judged from their headers, then decoded and written anew in plain sRGB."""

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from blueprint_editor.model.images.pictures import (
    MAX_IMAGE_BYTES,
    MAX_PIXELS,
    ImageError,
    RasterPicture,
    RasterType,
)

if TYPE_CHECKING:
    from PIL import Image

_PNG_START = b"\x89PNG\r\n\x1a\n"
_JPEG_START = b"\xff\xd8\xff"
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Start of frame of baseline, extended and progressive JPEG (ITU-T T.81, table B.1)."""
_JPEG_OTHER_FRAMES = frozenset(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers that no length follows."""
_JPEG_QUALITY = 92
_EXIF_ORIENTATION = 0x0112

_DECODING_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    EOFError,
    OverflowError,
    AttributeError,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders raise for broken data (seen with Pillow 13); they share no base."""


class RasterHeader(NamedTuple):
    """What the first bytes tell about a raster image."""

    is_jpeg: bool
    width_px: int
    height_px: int

    @property
    def media_type(self) -> RasterType:
        return "image/jpeg" if self.is_jpeg else "image/png"


def is_raster(data: bytes) -> bool:
    """Tell whether the data begins like a PNG or a JPEG."""
    return data.startswith((_PNG_START, _JPEG_START))


def read_header(data: bytes) -> RasterHeader:
    """Return kind and size without decoding.

    Raises:
        ImageError: it is no PNG or JPEG, or is over the limits.
    """
    if len(data) > MAX_IMAGE_BYTES:
        raise ImageError(f"has more than {MAX_IMAGE_BYTES // 1024 // 1024} MiB")
    if data.startswith(_PNG_START):
        header = _read_png_header(data)
    elif data.startswith(_JPEG_START):
        header = _read_jpeg_header(data)
    else:
        raise ImageError("is not a PNG or JPEG image")
    if header.width_px < 1 or header.height_px < 1:
        raise ImageError("has no pixels")
    if header.width_px * header.height_px > MAX_PIXELS:
        size = f"{header.width_px} × {header.height_px}"
        raise ImageError(f"has {size} pixels, more than {MAX_PIXELS // 1_000_000} million")
    return header


def _read_png_header(data: bytes) -> RasterHeader:
    if data[12:16] != b"IHDR" or len(data) < 33:
        raise ImageError("is a PNG without a header")
    width, height = struct.unpack(">II", data[16:24])
    return RasterHeader(is_jpeg=False, width_px=width, height_px=height)


def _read_jpeg_header(data: bytes) -> RasterHeader:
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return RasterHeader(is_jpeg=True, width_px=width, height_px=height)
        if marker in _JPEG_OTHER_FRAMES:
            raise ImageError("is a JPEG of a rare kind (lossless or arithmetic)")
        if marker == 0xFF:
            place += 1
        elif marker in _JPEG_ALONE:
            place += 2
        else:
            place += 2 + int(struct.unpack(">H", data[place + 2 : place + 4])[0])
    raise ImageError("is a JPEG without a header")


def check_pixels(data: bytes) -> RasterPicture:
    """Decode an image once and return it as it is.

    Raises:
        ImageError: it is over the limits or broken.
    """
    header = read_header(data)
    _open(data, header)
    return RasterPicture(header.media_type, data, header.width_px, header.height_px)


def clean_raster(data: bytes) -> RasterPicture:
    """Return the image turned upright, in 8-bit sRGB, without metadata; its kind stays.

    Raises:
        ImageError: it is over the limits or broken.
    """
    header = read_header(data)
    image = _open(data, header)
    try:
        plain = _to_srgb(_turn_upright(image))
        cleaned = _write_jpeg(plain) if header.is_jpeg else _write_png(plain)
    except _DECODING_ERRORS as error:
        raise ImageError(f"cannot be converted ({error})") from error
    if len(cleaned) > MAX_IMAGE_BYTES:
        raise ImageError(f"has more than {MAX_IMAGE_BYTES // 1024 // 1024} MiB when cleaned")
    return RasterPicture(header.media_type, cleaned, plain.width, plain.height)


def _open(data: bytes, header: RasterHeader) -> "Image.Image":
    from PIL import Image  # noqa: PLC0415 - most documents hold no image

    try:
        image = Image.open(BytesIO(data), formats=("JPEG",) if header.is_jpeg else ("PNG",))
        if image.size != (header.width_px, header.height_px):
            raise ImageError("has two different sizes in its header")
        image.load()
    except _DECODING_ERRORS as error:
        raise ImageError(f"is broken ({error})") from error
    return image


def _turn_upright(image: "Image.Image") -> "Image.Image":
    from PIL import ImageOps  # noqa: PLC0415

    if image.getexif().get(_EXIF_ORIENTATION, 1) == 1:
        return image
    return ImageOps.exif_transpose(image)


def _to_srgb(image: "Image.Image") -> "Image.Image":
    """Return the image in RGB or RGBA; the same object where it is RGB in sRGB already."""
    is_transparent = image.has_transparency_data
    if image.mode.startswith("I"):
        # 16 bits; a plain conversion would cut off instead of scaling.
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    elif image.mode in {"P", "PA", "1", "LA", "La"}:
        image = _convert(image, "RGBA" if is_transparent else "RGB")
    image = _apply_profile(image)
    image = _convert(image, "RGBA" if is_transparent else "RGB")
    if is_transparent and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    return image


def _convert(image: "Image.Image", mode: str) -> "Image.Image":
    return image if image.mode == mode else image.convert(mode)


def _apply_profile(image: "Image.Image") -> "Image.Image":
    """Bring colours from the image's own profile to sRGB; a broken profile is left aside."""
    from PIL import ImageCms  # noqa: PLC0415

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(source).lower():
            return image
        output = image.mode if image.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode=output
        )
    except (ImageCms.PyCMSError, *_DECODING_ERRORS):
        return image
    return converted if converted is not None else image


def _write_jpeg(image: "Image.Image") -> bytes:
    file = BytesIO()
    image.info = {}
    if image.format == "JPEG":
        # Not converted: the same tables lose least.
        image.save(file, "JPEG", quality="keep", subsampling="keep")
    else:
        image.save(file, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return file.getvalue()


def _write_png(image: "Image.Image") -> bytes:
    file = BytesIO()
    # Pillow writes profile, text and transparency of the original from here.
    image.info = {}
    image.save(file, "PNG")
    return file.getvalue()
