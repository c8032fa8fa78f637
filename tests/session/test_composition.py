import io

import pytest
from PIL import Image

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.images.assets import import_image
from blueprint_editor.model.records import Picture, Poster
from blueprint_editor.session.composition import PaperComposer
from blueprint_editor.sheets.poster import PosterComposer
from tests.commands.documents import make_card, make_document


@pytest.fixture(scope="module")
def compose() -> PaperComposer:
    return PaperComposer(PosterComposer(Typesetter(FontLibrary())))


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [("A1", "landscape", (841, 594)), ("A3", "portrait", (297, 420))],
)
def test_poster_stands_on_its_paper(
    compose: PaperComposer, paper: str, orientation: str, size: tuple[float, float]
) -> None:
    poster = compose(make_document(poster=Poster(paper=paper, orientation=orientation)))
    assert (poster.drawing.width, poster.drawing.height) == size
    content, fit = poster.grid.content, poster.drawing.fit
    assert 0 < content.x0 * fit.scale + fit.dx < content.x1 * fit.scale + fit.dx < size[0]


def test_poster_of_an_unknown_paper_has_its_natural_size(compose: PaperComposer) -> None:
    poster = compose(make_document(poster=Poster(paper="kääre")))
    assert poster.drawing.fit.scale == 1


def test_images_are_decoded_when_others_are_used(compose: PaperComposer) -> None:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(data, "PNG")
    asset = import_image(data.getvalue(), "kuva.png")
    shown = make_card("a").changed(image=Picture(asset=asset.id, alt="Punainen"))
    with_image = make_document(shown, assets=(asset,))
    assert asset.id in compose(with_image).drawing.images
    edited = with_image.model_copy(update={"cards": (shown.changed(text="Uusi"),)})
    first, second = compose(with_image).drawing.images, compose(edited).drawing.images
    assert first[asset.id] is second[asset.id]
    without = with_image.model_copy(update={"cards": (make_card("a"),)})
    assert asset.id not in compose(without).drawing.images
