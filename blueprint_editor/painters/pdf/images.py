"""Raster images as image XObjects in sRGB: JPEG data as it is, PNG data as it is where it can be.

A PDF reads the compressed rows of a PNG directly (predictor 15), so that only images with
transparency, few colours or grey are decoded and packed again.
"""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

from blueprint_editor.drawing.drawing import RasterImage

_RGB_COLOUR_TYPE = 2
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG whose segment tells size and number of components."""


class _PngRows(NamedTuple):
    """The zlib stream of a PNG with eight bits a channel and no transparency."""

    data: bytes
    width: int
    height: int
    channels: int


def add_image(pdf: pikepdf.Pdf, image: RasterImage) -> pikepdf.Object:
    """Add the image to the file and return its XObject."""
    if image.media_type == "image/jpeg" and _count_jpeg_components(image.data) == 3:
        return _add_jpeg(pdf, image)
    if image.media_type == "image/png":
        rows = _find_rgb_rows(image.data)
        if rows:
            return _add_rows(pdf, rows)
    return _add_decoded(pdf, image)


def _add_jpeg(pdf: pikepdf.Pdf, image: RasterImage) -> pikepdf.Object:
    stream = pikepdf.Stream(pdf, image.data)
    stream.stream_dict = _describe(image.width_px, image.height_px, Name.DeviceRGB)
    stream.write(image.data, filter=Name.DCTDecode)
    return pdf.make_indirect(stream)


def _add_rows(pdf: pikepdf.Pdf, rows: _PngRows) -> pikepdf.Object:
    space = Name.DeviceGray if rows.channels == 1 else Name.DeviceRGB
    stream = pikepdf.Stream(pdf, b"")
    stream.stream_dict = _describe(rows.width, rows.height, space)
    parameters = Dictionary(
        Predictor=15, Colors=rows.channels, BitsPerComponent=8, Columns=rows.width
    )
    stream.write(rows.data, filter=Name.FlateDecode, decode_parms=parameters)
    return pdf.make_indirect(stream)


def _describe(width: int, height: int, space: Name) -> Dictionary:
    return Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=space,
        BitsPerComponent=8,
    )


def _add_decoded(pdf: pikepdf.Pdf, image: RasterImage) -> pikepdf.Object:
    with Image.open(BytesIO(image.data)) as picture:
        pixels = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    found = _add_rows(pdf, _pack_rows(pixels.convert("RGB")))
    if pixels.mode == "RGBA":
        found.SMask = _add_rows(pdf, _pack_rows(pixels.getchannel("A")))
    return found


def _pack_rows(picture: Image.Image) -> _PngRows:
    file = BytesIO()
    picture.save(file, "PNG")
    data = b"".join(body for kind, body in _iter_chunks(file.getvalue()) if kind == b"IDAT")
    return _PngRows(data, picture.width, picture.height, len(picture.getbands()))


def _find_rgb_rows(png: bytes) -> _PngRows | None:
    """Return the rows as they lie in the file; None where a PDF would read them differently."""
    data = []
    width = height = 0
    for kind, body in _iter_chunks(png):
        if kind == b"IHDR":
            width, height, depth, colour_type, _, _, interlace = struct.unpack(">IIBBBBB", body)
            if (depth, colour_type, interlace) != (8, _RGB_COLOUR_TYPE, 0):
                return None
        elif kind == b"tRNS":
            return None
        elif kind == b"IDAT":
            data.append(body)
    return _PngRows(b"".join(data), width, height, 3)


def _iter_chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        yield kind, png[at + 8 : at + 8 + length]
        at += length + 12


def _count_jpeg_components(jpeg: bytes) -> int:
    """Return the number of colour components (1 grey, 3 colour, 4 print colours), 0 if unclear."""
    at = 2
    while at + 9 < len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if marker in _JPEG_FRAMES:
            return jpeg[at + 9]
        at += 2 + struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
    return 0
