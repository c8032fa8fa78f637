"""Images of a document for its page: rasters as they were cleaned, vectors written anew."""

from blueprint_editor.export.twin.tree import Figure, HeldImage, PathText, Twin, iter_blocks
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError, Problem
from blueprint_editor.model.images.assets import decode_asset
from blueprint_editor.model.images.pictures import ImageError, Picture, RasterPicture
from blueprint_editor.model.images.rasterised import rasterise
from blueprint_editor.model.images.svg import write_svg


def find_used(twin: Twin) -> frozenset[str]:
    """Return the ids of the images that stand in the tree."""
    blocks = list(iter_blocks((*twin.intro, *twin.sections)))
    figures = [block for block in blocks if isinstance(block, Figure)]
    for block in blocks:
        if isinstance(block, PathText):
            figures += [card.picture for card in block.iter_cards() if card.picture]
    return frozenset(figure.asset for figure in figures)


def read_images(document: Document, used: frozenset[str]) -> dict[str, Picture]:
    """Decode the images in use.

    Raises:
        DocumentError: names each that is broken.
    """
    found: dict[str, Picture] = {}
    problems = []
    for index, asset in enumerate(document.assets):
        if asset.id in used:
            try:
                found[asset.id] = decode_asset(asset)
            except ImageError as error:
                problems.append(Problem(f"/document/assets/{index}", f"the image {error}"))
    if problems:
        raise DocumentError(tuple(problems))
    return found


def make_word_image(picture: Picture) -> HeldImage:
    """Return a picture as a Word document holds it, in pixels."""
    raster = picture if isinstance(picture, RasterPicture) else rasterise(picture)
    return HeldImage(*raster)


def make_page_image(picture: Picture) -> HeldImage:
    """Return a picture as a page holds it; of an SVG only what we understood is written."""
    if isinstance(picture, RasterPicture):
        return HeldImage(picture.media_type, picture.data, picture.width_px, picture.height_px)
    width, height = (max(1, round(side)) for side in (picture.width, picture.height))
    return HeldImage("image/svg+xml", write_svg(picture), width, height)
