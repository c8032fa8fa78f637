"""PNG and JPEG at import: limits from the header, plain sRGB without metadata afterwards."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms, JpegImagePlugin, PngImagePlugin

from blueprint_editor.model.images.assets import check_asset, decode_asset, import_image
from blueprint_editor.model.images.pictures import ImageError, RasterPicture
from blueprint_editor.model.images.raster import read_header
from tests.model.strategies import make_asset, make_png


def save(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def bring_in(data: bytes) -> Image.Image:
    """Import a file and return what is kept of it, decoded."""
    asset = import_image(data, "kuva")
    assert check_asset(asset) == 0
    picture = decode_asset(asset)
    assert isinstance(picture, RasterPicture)
    image = Image.open(BytesIO(picture.data))
    assert image.size == (picture.width_px, picture.height_px)
    image.load()
    assert not set(image.info) & {"icc_profile", "exif", "comment", "dpi", "Author", "transparency"}
    assert image.mode in {"RGB", "RGBA"}
    return image


def profile(name: str = "sRGB") -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()


def test_metadata_is_left_behind() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Mirja Meikäläinen")
    exif = Image.Exif()
    exif[0x9286] = "koti: 60.1, 24.9"
    image = Image.new("RGB", (3, 2), "#336699")
    png = save(image, "PNG", pnginfo=notes, exif=exif, icc_profile=profile(), dpi=(300, 300))
    assert b"Meik" in png
    assert bring_in(png).getpixel((0, 0)) == (0x33, 0x66, 0x99)
    jpeg = save(image, "JPEG", exif=exif, comment=b"salaisuus", icc_profile=profile())
    kept = decode_asset(import_image(jpeg))
    assert isinstance(kept, RasterPicture)
    assert not any(part in kept.data for part in (b"koti", b"salaisuus", b"ICC_PROFILE"))


def test_a_photo_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.new("RGB", (40, 20), "red")
    image.paste((0, 0, 255), (0, 0, 20, 20))
    turned = bring_in(save(image, "JPEG", exif=exif, quality=95))
    assert turned.size == (20, 40)
    assert turned.getpixel((10, 5))[2] > 200  # type: ignore[index]
    assert turned.getpixel((10, 35))[0] > 200  # type: ignore[index]


def test_a_jpeg_that_is_plain_already_keeps_its_pixels() -> None:
    image = Image.effect_noise((64, 64), 60).convert("RGB")
    data = save(image, "JPEG", quality=60)
    before = Image.open(BytesIO(data))
    after = bring_in(data)
    assert isinstance(after, JpegImagePlugin.JpegImageFile)
    assert after.quantization == before.quantization  # type: ignore[attr-defined]
    pairs = zip(before.tobytes(), after.tobytes(), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / len(before.tobytes()) < 1


@pytest.mark.parametrize(
    ("image", "kind", "colour"),
    [
        (Image.new("CMYK", (4, 4), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (Image.new("L", (4, 4), 128), "JPEG", (128, 128, 128)),
        (Image.new("1", (4, 4), 1), "PNG", (255, 255, 255)),
        (Image.new("I;16", (4, 4), 0x8080), "PNG", (128, 128, 128)),
        (Image.new("LA", (4, 4), (90, 10)), "PNG", (90, 90, 90, 10)),
        (Image.new("RGBA", (4, 4), (1, 2, 3, 255)), "PNG", (1, 2, 3)),
        (Image.new("RGBA", (4, 4), (1, 2, 3, 0)), "PNG", (1, 2, 3, 0)),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else "",
)
def test_every_kind_of_pixel_becomes_rgb(
    image: Image.Image, kind: str, colour: tuple[int, ...]
) -> None:
    found = bring_in(save(image, kind)).getpixel((1, 1))
    assert isinstance(found, tuple)
    assert len(found) == len(colour)
    assert all(abs(a - b) <= 3 for a, b in zip(found, colour, strict=True))


def test_a_palette_with_transparency_becomes_rgba() -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([10, 20, 30, 40, 50, 60])
    image.putpixel((1, 0), 1)
    found = bring_in(save(image, "PNG", transparency=bytes((255, 0))))
    assert found.mode == "RGBA"
    assert (found.getpixel((0, 0)), found.getpixel((1, 0))) == ((10, 20, 30, 255), (40, 50, 60, 0))


def test_colours_of_another_space_are_converted() -> None:
    # A profile that swaps red and blue, made by hand from sRGB's own primaries.
    swapped = bytearray(profile())
    red, blue = swapped.find(b"rXYZ"), swapped.find(b"bXYZ")
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    name = swapped.find(b"s\0R\0G\0B")
    swapped[name : name + 8] = b"o\0t\0h\0e\0"
    found = bring_in(save(Image.new("RGB", (4, 4), (255, 0, 0)), "PNG", icc_profile=bytes(swapped)))
    assert found.getpixel((0, 0)) == (0, 0, 255)


def test_a_broken_profile_is_left_aside() -> None:
    data = save(Image.new("RGB", (2, 2), (9, 8, 7)), "PNG", icc_profile=b"no profile")
    assert bring_in(data).getpixel((0, 0)) == (9, 8, 7)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"GIF89a" + bytes(20), "is not a PNG, JPEG or SVG image"),
        (b"", "is not a PNG, JPEG or SVG image"),
        (bomb(100_000, 100_000), "more than 40 million"),
        (bomb(1, 0), "no pixels"),
        (bomb(6_000, 6_000), "is broken"),
        (make_png()[:-30], "is broken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "without a header"),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff", "without a header"),
        (b"\xff\xd8\xff\xc3\x00\x0b\x08" + bytes(9), "rare kind"),
        (b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x40\x00\x40\x01\x11\0" + bytes(50), "is broken"),
        (b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x11\0", "more than 40 million"),
        (bytes(21 * 1024 * 1024), "more than 20 MiB"),
        (b"\xff\xd8\xff" + bytes(21 * 1024 * 1024), "more than 20 MiB"),
    ],
)
def test_what_is_no_image_or_too_large_is_refused(data: bytes, part: str) -> None:
    with pytest.raises(ImageError, match=part):
        import_image(data)


def test_a_size_is_known_without_decoding() -> None:
    header = read_header(bomb(6_000, 5_000))
    assert (header.is_jpeg, header.width_px, header.height_px) == (False, 6_000, 5_000)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"data": "§§§"}, "not base64"),
        ({"data": "AAAA"}, "not that of the data"),
        ({"media_type": "image/jpeg"}, "is no image/jpeg"),
        ({"media_type": "image/svg+xml"}, "not well-formed"),
    ],
)
def test_an_asset_that_lies_is_refused(change: dict[str, object], part: str) -> None:
    asset = make_asset(make_png(), "image/png").changed(**change)
    with pytest.raises(ImageError, match=part):
        check_asset(asset)


def test_a_broken_asset_is_refused_when_it_is_decoded() -> None:
    asset = make_asset(bomb(6_000, 6_000), "image/png")
    assert check_asset(asset) == 0
    with pytest.raises(ImageError, match="is broken"):
        decode_asset(asset)
