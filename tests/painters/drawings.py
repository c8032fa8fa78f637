"""Drawings with real shaped text for the painters' tests: cards in a grid of lanes and steps."""

import io
from collections.abc import Iterator
from functools import cache

from PIL import Image

from blueprint_editor.drawing.drawing import (
    Bookmark,
    Drawing,
    Group,
    Leaf,
    MissingLetters,
    PageFit,
    Part,
    Placed,
    RasterImage,
    Tag,
)
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import (
    Bounds,
    FaceKey,
    GlyphRun,
    ImageUse,
    LinkArea,
    Path,
    Rectangle,
    Stroke,
)
from blueprint_editor.drawing.shaping import shape

BODY = FaceKey(weight=500)
HEADER = FaceKey(weight=650)
NARROW = FaceKey(weight=500, width=75.0)
ARABIC = FaceKey("Noto Sans Arabic", 500)

CARD_WIDTH = 44.0
CARD_HEIGHT = 36.0
COLUMN = 60.0
ROW = 54.0
LEFT = 50.0
TOP = 40.0

WHOLE = PageFit()

ROLES = (
    ("#FFE79E", "#D6A419", "#FFFAEC"),
    ("#CDEBD8", "#57A77A", "#F1F9F4"),
    ("#CFE1F5", "#6C9FD4", "#F0F5FB"),
    ("#E3D9F2", "#A285CC", "#F5F2FA"),
)
"""Card fill, card border and lane tint, as the poster has them."""

TEXTS = (
    "Etsii tietoa ja rohkaistuu ottamaan yhteyttä.",
    "Arvioi voimavaransa ja työkykynsä tuen tarpeen.",
    "Työhönvalmentaja kutsuu koolle verkoston AV-tilaan.",
    "Kertoo mikä sujuu & mikä <kuormittaa> arjessa.",
)


@cache
def fonts() -> FontLibrary:
    return FontLibrary()


def set_run(text: str, x: float, baseline: float, size: float = 5.0, **more) -> GlyphRun:
    """Shape one run; ``more`` holds fields of GlyphRun (face, colour, language, …)."""
    face = fonts().face(more.pop("face", BODY))
    colour = more.pop("colour", "#17202B")
    glyphs, advance = shape(
        face,
        text + ("-" if more.get("soft_hyphen") else ""),
        more.get("language", ""),
        right_to_left=more.get("right_to_left", False),
    )
    width = advance * size / face.units_per_em
    return GlyphRun(x, baseline, size, face.key, text, glyphs, width, colour, **more)


def set_lines(
    text: str, x: float, baseline: float, width: float, size: float = 4.6, **more
) -> Iterator[GlyphRun]:
    """Break words greedily; a test needs lines, not good ones."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and set_run(longer, 0, 0, size, **more).width > width:
            yield set_run(line, x, baseline, size, space_after=True, **more)
            baseline += size * 1.3
            longer = word
        line = longer
    yield set_run(line, x, baseline, size, **more)


def make_card(key: str, text: str, role: int = 0, *, code: str = "1.1") -> Group:
    fill, line, _ = ROLES[role % len(ROLES)]
    box = Rectangle(0, 0, CARD_WIDTH, CARD_HEIGHT, fill, Stroke(line, 0.4), 1.5)
    lines = tuple(set_lines(text, 3, 7.5, CARD_WIDTH - 6))
    chip = Rectangle(3, CARD_HEIGHT - 6.5, 6, 4, "#1C3557", None, 0.8)
    monogram = set_run("TV", 4.0, CARD_HEIGHT - 3.4, 3.0, face=HEADER, colour="#FFFFFF")
    name = set_run("Työvalmentaja", 10.5, CARD_HEIGHT - 3.2, 3.6, colour="#17202B")
    return Group(
        key,
        "card",
        (
            Part("box", (box,)),
            Part("text", lines),
            Part("", (chip,)),
            Part("actor", (monogram, name)),
        ),
        Bounds(-0.2, -0.2, CARD_WIDTH + 0.2, CARD_HEIGHT + 0.2),
        f"{code} {text}",
        (fill, line),
    )


def make_lane(key: str, name: str, role: int, width: float) -> Group:
    _, line, tint = ROLES[role % len(ROLES)]
    return Group(
        key,
        "lane",
        (
            Part("", (Rectangle(0, 0, width, ROW, tint), Rectangle(0, 0, 1.5, ROW, line))),
            Part("name", (set_run(name, 4, 8, 5.6, face=HEADER),)),
            Part("hint", tuple(set_lines("mitä asiakas tekee", 4, 14, 30, 3.6, face=NARROW))),
        ),
        Bounds(0, 0, width, ROW),
        name,
        (tint, ""),
    )


def make_connector(key: str, dx: float, dy: float, *, dashed: bool = False) -> Group:
    """A connector from (0, 0) to (dx, dy) with one rounded corner and an arrowhead."""
    dash = (2.0, 1.2) if dashed else ()
    bend = dx / 2
    side = 1 if dy > 0 else -1
    shaft: tuple = (("M", 0.0, 0.0), ("L", dx - 2.4, 0.0))
    if dy:
        shaft = (
            ("M", 0.0, 0.0),
            ("L", bend - 2, 0.0),
            ("C", bend - 1, 0.0, bend, side * 1.0, bend, side * 2.0),
            ("L", bend, dy - side * 2.0),
            ("C", bend, dy - side * 1.0, bend + 1, dy, bend + 2, dy),
            ("L", dx - 2.4, dy),
        )
    head = (("M", dx, dy), ("L", dx - 3, dy - 1.4), ("L", dx - 3, dy + 1.4), ("Z",))
    return Group(
        key,
        "connector",
        (
            Part(
                "line",
                (
                    Path(shaft, stroke=Stroke("#17202B", 0.6, dash)),
                    Path(head, fill="#17202B"),
                ),
            ),
        ),
        Bounds(0, min(dy, 0) - 1.4, dx, max(dy, 0) + 1.4),
        "johtaa korttiin",
        ("", "#17202B"),
        ((0.0, 0.0), (bend, 0.0), (bend, dy), (dx, dy)) if dy else ((0.0, 0.0), (dx, 0.0)),
    )


def make_photo(width_px: int = 64, height_px: int = 48) -> RasterImage:
    """A picture whose left half is red and right half green."""
    picture = Image.new("RGB", (width_px, height_px), "#C00000")
    picture.paste("#00A000", (width_px // 2, 0, width_px, height_px))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return RasterImage("image/png", out.getvalue(), width_px, height_px)


def make_special_card() -> Group:
    """A card with an image, a link, an Arabic run, a letter that no font has and a hyphen."""
    box = Rectangle(0, 0, CARD_WIDTH, CARD_HEIGHT, "#FFFFFF", Stroke("#B9B0A0", 0.4, (1.0, 0.6)))
    missing = Path(
        (("M", 30, 4), ("L", 34, 4), ("L", 34, 9), ("L", 30, 9), ("Z",)),
        stroke=Stroke("#17202B", 0.25),
        actual_text="字",
    )
    arabic = set_run("طلب.", 24, 18, face=ARABIC, language="ar", right_to_left=True)
    return Group(
        "special",
        "card",
        (
            Part("box", (box,)),
            Part(
                "text",
                (
                    set_run("palvelu", 3, 9, soft_hyphen=True),
                    set_run("ohjaaja", 3, 16),
                    missing,
                ),
            ),
            Part("arabic", (arabic,)),
            Part("image", (ImageUse("photo", 3, 18, 12, 9),)),
            Part(
                "link",
                (
                    set_run("Lue lisää", 18, 26, 4, colour="#14263F"),
                    LinkArea(17.5, 22, 20, 5, "https://example.org/?a=1&b=2", "Lue lisää"),
                ),
            ),
        ),
        Bounds(-0.2, -0.2, CARD_WIDTH + 0.2, CARD_HEIGHT + 0.2),
        "palveluohjaaja 字",
        ("#FFFFFF", "#B9B0A0"),
    )


def make_poster(lanes: int = 3, steps: int = 4, *, fit: PageFit = WHOLE) -> Drawing:
    """Lanes × steps cards, a title, connectors between neighbours, one special card."""
    width = LEFT + steps * COLUMN + 10
    height = TOP + lanes * ROW + 10
    placed = [_make_title()]
    rows: list[Tag] = []
    for lane in range(lanes):
        group = make_lane(f"lane{lane}", f"Kaista {lane + 1}", lane, width - 20)
        placed.append(Placed(group, 10, TOP + lane * ROW))
    for step in range(steps):
        cells = []
        for lane in range(lanes):
            card, connector = _make_cell(lane, step, is_last=step == steps - 1)
            placed.append(card)
            cells.append(Tag("TD", (Tag("P", _leaves(card.group)),)))
            if connector is not None:
                placed.append(connector)
        rows.append(Tag("TR", tuple(cells)))
    header = tuple(
        Tag(
            "TH",
            (Tag("P", (Leaf(f"lane{lane}", "name"), Leaf(f"lane{lane}", "hint"))),),
            scope="Column",
        )
        for lane in range(lanes)
    )
    table = Tag("Table", (Tag("THead", (Tag("TR", header),)), Tag("TBody", tuple(rows))))
    return Drawing(
        width * fit.scale + 2 * fit.dx,
        height * fit.scale + 2 * fit.dy,
        tuple(placed),
        Tag("Document", (Tag("H1", (Leaf("title", "title"),)), table)),
        "Osatyökykyisen palvelupolku – esimerkki",
        "fi",
        bookmarks=(Bookmark("Kaista 1", "lane0"),),
        images={"photo": make_photo()},
        missing=(MissingLetters("字", "special"),),
        fit=fit,
    )


def _make_title() -> Placed:
    run = set_run("Osatyökykyisen palvelupolku – esimerkki", 0, 12, 11, face=FaceKey(weight=750))
    part = Part("title", (run,))
    return Placed(
        Group("title", "document", (part,), Bounds(0, 0, run.width, 16), run.text), 10, 10
    )


def _make_cell(lane: int, step: int, *, is_last: bool) -> tuple[Placed, Placed | None]:
    x, y = LEFT + step * COLUMN, TOP + lane * ROW + 8
    if (lane, step) == (0, 1):
        card = make_special_card()
    else:
        text = TEXTS[(lane + step) % len(TEXTS)]
        card = make_card(f"c{lane}_{step}", text, lane, code=f"{step + 1}.{lane + 1}")
    if is_last:
        return Placed(card, x, y), None
    dy = 0.0 if lane % 2 == 0 else -ROW
    connector = make_connector(f"k{lane}_{step}", COLUMN - CARD_WIDTH, dy, dashed=bool(lane % 2))
    return Placed(card, x, y), Placed(connector, x + CARD_WIDTH, y + CARD_HEIGHT / 2)


def _leaves(group: Group) -> tuple[Leaf, ...]:
    return tuple(Leaf(group.key, part.name) for part in group.parts if part.name not in {"", "box"})
