"""Image files to assets of a document, and assets to pictures; the door to this room."""

import base64
import binascii
import hashlib

from blueprint_editor.model.images.pictures import (
    MAX_IMAGE_BYTES,
    ImageError,
    Picture,
)
from blueprint_editor.model.images.raster import (
    check_pixels,
    clean_raster,
    is_raster,
    read_header,
)
from blueprint_editor.model.images.svg import read_svg, write_svg
from blueprint_editor.model.kinds import MediaType
from blueprint_editor.model.records import Asset

_SVG_TYPE: MediaType = "image/svg+xml"
_BYTES_A_SHAPE = 100
"""A shape takes as long to read as so many bytes of path data."""


def import_image(data: bytes, file_name: str = "") -> Asset:
    """Clean a PNG, JPEG or SVG file and return it as an asset.

    Raises:
        ImageError: names what is wrong with the file or not understood in it.
    """
    if len(data) > MAX_IMAGE_BYTES:
        raise ImageError(f"has more than {MAX_IMAGE_BYTES // 1024 // 1024} MiB")
    media_type: MediaType
    if is_raster(data):
        raster = clean_raster(data)
        media_type, cleaned = raster.media_type, raster.data
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        media_type, cleaned = _SVG_TYPE, write_svg(read_svg(data))
        read_svg(cleaned, is_stored=True)
    else:
        raise ImageError("is not a PNG, JPEG or SVG image")
    return Asset(
        id=make_asset_id(cleaned),
        media_type=media_type,
        data=base64.b64encode(cleaned).decode("ascii"),
        file_name=file_name,
    )


def make_asset_id(data: bytes) -> str:
    """Return ``a`` and the first 63 hexadecimal digits of the data's SHA-256."""
    return "a" + hashlib.sha256(data).hexdigest()[:63]


def decode_asset(asset: Asset) -> Picture:
    """Return the picture of an asset, decoded once so that no painter meets a broken one.

    Raises:
        ImageError: the asset is broken or over the limits.
    """
    data = _decode_data(asset)
    if asset.media_type == _SVG_TYPE:
        return read_svg(data, is_stored=True)
    picture = check_pixels(data)
    if picture.media_type != asset.media_type:
        raise ImageError(f"is no {asset.media_type}")
    return picture


def check_asset(asset: Asset) -> int:
    """Judge an asset without decoding pixels; return how much work its shapes were, in bytes.

    Raises:
        ImageError: its data is not what its id and media type say, or is over the limits.
    """
    data = _decode_data(asset)
    if asset.id != make_asset_id(data):
        raise ImageError("the id is not that of the data")
    if asset.media_type == _SVG_TYPE:
        return len(data) + _BYTES_A_SHAPE * len(read_svg(data, is_stored=True).shapes)
    if read_header(data).is_jpeg != (asset.media_type == "image/jpeg"):
        raise ImageError(f"is no {asset.media_type}")
    return 0


def _decode_data(asset: Asset) -> bytes:
    try:
        return base64.b64decode(asset.data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ImageError("the data is not base64") from error
