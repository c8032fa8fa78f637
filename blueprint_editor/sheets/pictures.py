"""The images of a document as layout and painters need them: rasters kept, SVG as paths."""

from blueprint_editor.drawing.drawing import RasterImage
from blueprint_editor.drawing.primitives import Path, Stroke
from blueprint_editor.layout.colour import to_grey
from blueprint_editor.layout.picture import Pictures, VectorImage
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.errors import Problem
from blueprint_editor.model.images.pictures import ImageError, RasterPicture, VectorPicture
from blueprint_editor.model.records import Asset


def find_used_images(document: DocumentContent) -> frozenset[str]:
    """Return the ids of the assets that a sheet may show."""
    used = {card.image.asset for card in document.cards if card.image}
    used.update(p.portrait.asset for p in document.personas if p.portrait)
    if document.project is not None:
        used.update(logo.asset for logo in document.project.logos)
    if document.poster.background is not None:
        used.add(document.poster.background.asset)
    return frozenset(used)


def read_pictures(
    document: DocumentContent, assets: tuple[Asset, ...]
) -> tuple[Pictures, tuple[Problem, ...]]:
    """Decode the images in use; return them and a problem for each that is broken.

    Args:
        document: whose cards, personas and logos name the images.
        assets: of the same document.
    """
    used = find_used_images(document)
    if not used:
        return Pictures({}, {}), ()
    from blueprint_editor.model.images.assets import decode_asset  # noqa: PLC0415 - as above

    rasters: dict[str, RasterImage] = {}
    vectors: dict[str, VectorImage] = {}
    problems: list[Problem] = []
    for index, asset in enumerate(assets):
        if asset.id not in used:
            continue
        try:
            picture = decode_asset(asset)
        except ImageError as error:
            problems.append(Problem(f"/document/assets/{index}", f"the image {error}"))
            continue
        if isinstance(picture, RasterPicture):
            rasters[asset.id] = RasterImage(*picture)
        else:
            vectors[asset.id] = _make_vector(picture)
    return Pictures(rasters, vectors), tuple(problems)


def _make_vector(picture: VectorPicture) -> VectorImage:
    paths = tuple(
        Path(
            shape.commands,
            shape.fill,
            Stroke(shape.stroke, shape.stroke_width, shape.dash, shape.round_cap)
            if shape.stroke and shape.stroke_width > 0
            else None,
        )
        for shape in picture.shapes
    )
    return VectorImage(picture.width, picture.height, paths)


def fade_picture(raster: RasterImage) -> RasterImage:
    """Return a raster for a card that stands back."""
    from blueprint_editor.model.images.fading import fade_raster  # noqa: PLC0415 - rarely needed

    return RasterImage(*fade_raster(RasterPicture(*raster)))


def grey_pictures(pictures: Pictures) -> Pictures:
    """Return all images without hue."""
    from blueprint_editor.model.images.fading import grey_raster  # noqa: PLC0415 - rarely needed

    rasters = {
        name: RasterImage(*grey_raster(RasterPicture(*image)))
        for name, image in pictures.rasters.items()
    }
    vectors = {
        name: image._replace(paths=tuple(_grey_path(path) for path in image.paths))
        for name, image in pictures.vectors.items()
    }
    return Pictures(rasters, vectors)


def _grey_path(path: Path) -> Path:
    stroke = path.stroke
    return path._replace(
        fill=to_grey(path.fill) if path.fill else path.fill,
        stroke=stroke._replace(colour=to_grey(stroke.colour)) if stroke else None,
    )
