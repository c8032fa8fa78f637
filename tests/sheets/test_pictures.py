import io

import pytest
from PIL import Image

from blueprint_editor.drawing.primitives import ImageUse, Path
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.images.assets import import_image
from blueprint_editor.model.records import (
    Asset,
    Card,
    Lane,
    Logo,
    Phase,
    Picture,
    Project,
    Step,
)
from blueprint_editor.sheets.pictures import read_pictures
from blueprint_editor.sheets.poster import PosterComposer

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">'
    b'<rect width="30" height="20" fill="#003399"/><circle cx="15" cy="10" r="6" fill="#FFCC00"/>'
    b"</svg>"
)


def png(width: int, height: int, colour: str = "#B3261E") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(target, "PNG")
    return target.getvalue()


def document_with(assets: tuple[Asset, ...], logos: tuple[Logo, ...], image: Picture) -> Document:
    return Document(
        id="d",
        title="Kuvia",
        language="fi",
        project=Project(logos=logos, funding_statement="Euroopan unionin osarahoittama"),
        lanes=(Lane(id="l1", role="customer", name="Asiakas"),),
        phases=(Phase(id="v1", name="Alku"),),
        steps=(Step(id="s1", phase="v1"),),
        cards=(Card(id="c1", lane="l1", step="s1", text="Katsoo kuvaa.", image=image),),
        assets=assets,
    )


def test_card_pictures_keep_their_shape_and_stay_inside(typesetter: Typesetter) -> None:
    tall = import_image(png(100, 400), "tall.png")
    document = document_with((tall,), (), Picture(asset=tall.id, alt="Punainen palkki"))
    pictures, problems = read_pictures(document, document.assets)
    assert not problems
    drawing = PosterComposer(typesetter).compose(document, pictures).tagged
    (card,) = (placed for placed in drawing.placed if placed.group.key == "c1")
    (use,) = (
        item for part in card.group.parts for item in part.primitives if isinstance(item, ImageUse)
    )
    assert use.height / use.width == pytest.approx(4)
    assert use.x >= 0
    assert use.x + use.width <= card.group.bounds.x1
    assert use.y + use.height < card.group.bounds.y1
    assert drawing.images[use.image].width_px == 100
    assert "Punainen palkki" in repr(drawing.tags)


def test_eu_emblem_comes_first_and_is_at_least_as_high_as_any_logo(
    typesetter: Typesetter,
) -> None:
    eu, flat, square = import_image(SVG), import_image(png(600, 60)), import_image(png(200, 200))
    logos = (
        Logo(asset=square.id, alt="Kumppani"),
        Logo(asset=flat.id, alt="Rahoittaja", kind="funder"),
        Logo(asset=eu.id, alt="EU", kind="eu"),
    )
    document = document_with((eu, flat, square), logos, Picture(asset=square.id))
    pictures, _ = read_pictures(document, document.assets)
    drawing = PosterComposer(typesetter).compose(document, pictures).tagged
    (strip,) = (placed for placed in drawing.placed if placed.group.key == "footer.logos")
    parts = {part.name: part.primitives for part in strip.group.parts}
    first = parts["logo:0"]
    assert all(isinstance(item, Path) for item in first)
    xs = [v for item in first for command in item.commands for v in command[1::2]]
    ys = [v for item in first for command in item.commands for v in command[2::2]]
    assert min(xs) == pytest.approx(0, abs=0.01)
    heights = [parts[f"logo:{n}"][0].height for n in (1, 2)]
    assert max(ys) - min(ys) >= max(heights) - 0.01
    statement = parts["item:0"][0]
    assert max(xs) < statement.x < parts["logo:1"][0].x
    assert min(ys) < statement.baseline < max(ys)
    alts = repr(drawing.tags)
    assert alts.index("EU") < alts.index("Kumppani")


def test_a_broken_image_is_named_and_the_poster_still_drawn(typesetter: Typesetter) -> None:
    good = import_image(png(50, 50))
    broken = good.model_copy(update={"data": good.data[:40]})
    document = document_with((broken,), (), Picture(asset=good.id, alt="x"))
    pictures, problems = read_pictures(document, document.assets)
    assert [problem.pointer for problem in problems] == ["/document/assets/0"]
    assert PosterComposer(typesetter).compose(document, pictures).drawing.placed


def test_a_grey_poster_has_grey_pictures(typesetter: Typesetter) -> None:
    photo, emblem = import_image(png(4, 4), "kuva.png"), import_image(SVG, "eu.svg")
    logos = (Logo(asset=emblem.id, alt="Euroopan unioni", kind="eu"),)
    document = document_with((photo, emblem), logos, Picture(asset=photo.id))
    grey = document.changed(poster=document.poster.changed(greyscale=True))
    pictures, _ = read_pictures(grey, grey.assets)
    drawing = PosterComposer(typesetter).compose(grey, pictures).tagged
    image = Image.open(io.BytesIO(drawing.images[photo.id].data)).convert("RGB")
    red, green, blue = image.getpixel((1, 1))
    assert red == green == blue
    (strip,) = (item for item in drawing.placed if item.group.key == "footer.logos")
    fills = {
        item.fill
        for part in strip.group.parts
        for item in part.primitives
        if isinstance(item, Path) and item.fill
    }
    assert fills
    assert all(fill[1:3] == fill[3:5] == fill[5:7] for fill in fills)


def test_logos_of_a_row_stand_on_one_middle_line(typesetter: Typesetter) -> None:
    assets = tuple(
        import_image(png(*size, colour), f"{size}.png")
        for size, colour in (((400, 80), "#101010"), ((80, 160), "#202020"), ((90, 90), "#303030"))
    )
    logos = tuple(Logo(asset=asset.id, alt=f"Logo {n}") for n, asset in enumerate(assets))
    document = document_with(assets, logos, Picture(asset=assets[0].id))
    pictures, _ = read_pictures(document, document.assets)
    drawing = PosterComposer(typesetter).compose(document, pictures).tagged
    (strip,) = (item for item in drawing.placed if item.group.key == "footer.logos")
    uses = [item for part in strip.group.parts for item in part.primitives
            if isinstance(item, ImageUse)]  # fmt: skip
    middles = {round(use.y + use.height / 2, 3) for use in uses}
    assert (len(uses), len(middles)) == (3, 1)
    assert max(use.y + use.height for use in uses) <= strip.group.bounds.y1 + 0.01
