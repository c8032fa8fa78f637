import base64
import re
from xml.etree.ElementTree import Element

import pytest

from blueprint_editor.drawing.drawing import (
    Drawing,
    Group,
    Leaf,
    Part,
    Placed,
    Tag,
    iter_text_places,
)
from blueprint_editor.drawing.fonts import FontFace, FontLibrary
from blueprint_editor.drawing.primitives import Bounds, FaceKey, ImageUse, Rectangle
from blueprint_editor.drawing.shaping import shape
from blueprint_editor.painters.svg import format_number, paint_svg
from tests.painters.drawings import fonts, make_photo, make_poster, set_run
from tests.painters.svg_reader import (
    SVG,
    XLINK_HREF,
    find_by_id,
    iter_texts,
    read_faces,
    read_root,
)


def _paint(drawing: Drawing) -> Element:
    return read_root(paint_svg(drawing, fonts()))


def _draw(*groups: Group, **more) -> Drawing:
    placed = tuple(Placed(group, 10.0, 10.0) for group in groups)
    return Drawing(200.0, 100.0, placed, Tag("Document"), "Otsikko", "fi", **more)


def _group(key: str, *parts: Part, kind="card", label="") -> Group:
    return Group(key, kind, parts, Bounds(0, 0, 60, 30), label)


def test_the_page_has_its_size_language_and_name() -> None:
    root = _paint(make_poster(1, 2))
    assert (root.get("width"), root.get("height")) == ("180mm", "104mm")
    assert root.get("viewBox") == "0 0 180 104"
    assert root.get("lang") == "fi"
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == "Osatyökykyisen palvelupolku – esimerkki"
    assert root.get("aria-labelledby") == title.get("id")
    assert root.findtext(f"{SVG}desc") == "Kaista 1"


def test_every_record_is_a_named_group() -> None:
    drawing = make_poster()
    root = _paint(drawing)
    for placed in drawing.placed:
        element = find_by_id(root, placed.group.key)
        assert element.get("data-record") == placed.group.kind
        assert element.get("aria-label") == placed.group.label
        assert element.get("role") == ("img" if placed.group.kind == "connector" else "group")


def test_a_card_begins_with_its_background() -> None:
    background = _paint(make_poster()).find(f".//{SVG}g[@id='c0_0']/*")
    assert background is not None
    assert background.tag == f"{SVG}rect"
    assert background.get("fill") == "#FFE79E"
    assert background.get("stroke-width") == ".4"


def test_marks_in_a_card_are_records_of_their_own() -> None:
    card = _group(
        "c1",
        Part("", (Rectangle(0, 0, 40, 20, "#FFFFFF"),)),
        Part("sign:m1", (Rectangle(1, 21, 3, 3, "#B3261E"),)),
        Part("mark:m1", (set_run("Yhteys katkeaa", 5, 24), set_run("kesällä", 5, 29))),
        Part("sign:m2", (Rectangle(1, 31, 3, 3, "#B3261E"),)),
        Part("text", (set_run("loppu", 5, 39),)),
    )
    root = _paint(_draw(card))
    mark = find_by_id(root, "m1")
    assert mark.get("data-record") == "mark"
    assert mark.get("aria-label") == "Yhteys katkeaa kesällä"
    assert [child.tag for child in mark] == [f"{SVG}rect", f"{SVG}text", f"{SVG}text"]
    assert len(find_by_id(root, "m2")) == 1
    assert [text.text for text in iter_texts(find_by_id(root, "c1"))][-1] == "loppu"
    assert find_by_id(root, "c1")[-1].tag == f"{SVG}text"


def test_embedded_faces_set_each_line_to_its_length() -> None:
    root = _paint(make_poster())
    faces = {name: FontFace(FaceKey(), data) for name, data in read_faces(root).items()}
    assert len(faces) == 5
    for text in iter_texts(root):
        face = faces[text.face]
        if text.length is None:
            assert text.text == "طلب."
            continue
        _, advance = shape(face, text.text + ("-" if text.has_hyphen else ""))
        assert advance * text.size / face.units_per_em == pytest.approx(text.length, abs=2e-3)


def test_each_face_has_a_family_of_its_own_and_fallbacks() -> None:
    style = _paint(make_poster()).findtext(f"{SVG}style") or ""
    families = re.findall(r'@font-face\{font-family:"([^"]+)"', style)
    assert len(set(families)) == len(families) == 5
    assert '.f2{font-family:"NotoSans-w500-wd75","Noto Sans",sans-serif;' in style
    assert "font-stretch:75%" in style
    assert '"Noto Sans Arabic","Noto Sans",sans-serif' in style


def test_punctuation_of_right_to_left_text_is_kept_at_its_end() -> None:
    data = paint_svg(make_poster(), fonts()).decode("utf-8")
    assert ' xml:lang="ar">طلب.\u200f</text>' in data


def test_a_hyphen_of_a_line_break_can_be_told_from_the_text() -> None:
    data = paint_svg(make_poster(), fonts()).decode("utf-8")
    assert '>palvelu<tspan aria-hidden="true">-</tspan></text>' in data


def test_links_stand_around_their_area() -> None:
    link = _paint(make_poster()).find(f".//{SVG}a")
    assert link is not None
    assert link.get("href") == link.get(XLINK_HREF) == "https://example.org/?a=1&b=2"
    assert link.get("aria-label") == "Lue lisää"
    assert [text.text for text in iter_texts(link)] == ["Lue lisää"]
    area = link.find(f"{SVG}rect")
    assert area is not None
    assert area.get("pointer-events") == "all"
    assert [area.get(name) for name in ("x", "y", "width", "height")] == ["17.5", "22", "20", "5"]


def test_a_letter_that_no_font_has_is_a_named_shape() -> None:
    shapes = [path for path in _paint(make_poster()).iter(f"{SVG}path") if path.get("aria-label")]
    assert [(path.get("aria-label"), path.get("role")) for path in shapes] == [("字", "img")]


def test_an_image_is_embedded_once_as_it_is() -> None:
    photo = make_photo()
    uses = tuple(ImageUse("photo", x, 0, 12, 9) for x in (0, 20))
    drawing = _draw(_group("c1", Part("image", uses)), images={"photo": photo})
    tags = Tag("Document", (Tag("Figure", (Leaf("c1", "image"),), alt="Puna-vihreä"),))
    root = _paint(drawing._replace(tags=tags))
    (image,) = root.iter(f"{SVG}image")
    kind, data = image.attrib[XLINK_HREF].split(",")
    assert kind == "data:image/png;base64"
    assert base64.b64decode(data) == photo.data
    found = list(root.iter(f"{SVG}use"))
    assert [use.get("transform") for use in found] == [
        "matrix(12 0 0 9 0 0)",
        "matrix(12 0 0 9 20 0)",
    ]
    assert {use.get(XLINK_HREF) for use in found} == {f"#{image.get('id')}"}
    figure = root.find(f".//{SVG}g[@aria-label='Puna-vihreä']")
    assert figure is not None
    assert figure.get("role") == "img"


def test_nothing_runs_and_nothing_lies_outside_the_file() -> None:
    root = _paint(make_poster())
    assert not list(root.iter(f"{SVG}script"))
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
        target = element.get(XLINK_HREF)
        assert target is None or element.tag == f"{SVG}a" or target.startswith(("#", "data:"))
    style = root.findtext(f"{SVG}style") or ""
    assert "@import" not in style
    assert all(source.startswith("url(data:") for source in re.findall(r"url\([^)]*", style))


def test_foreign_characters_in_texts_and_labels_are_only_text() -> None:
    words = 'a < b & "c" \' ]]>'
    group = _group("c1", Part("text", (set_run(words, 0, 5),)), label=f"{words}\nrivi  2")
    root = _paint(_draw(group)._replace(title=words))
    assert [text.text for text in iter_texts(root)] == [words]
    assert find_by_id(root, "c1").get("aria-label") == f"{words} rivi 2"
    assert root.findtext(f"{SVG}title") == words


def test_spaces_in_a_line_are_kept() -> None:
    root = _paint(_draw(_group("c1", Part("text", (set_run("a  b ", 0, 5),)))))
    assert root.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    assert [text.text for text in iter_texts(root)] == ["a  b "]


def test_ids_are_valid_and_unique_and_those_of_records_stay() -> None:
    keys = ("title", "image-0", "9 lives", "9:lives", "line/interaction", "a.b")
    parts = (Part("image", (ImageUse("photo", 0, 0, 1, 1),)),)
    groups = [_group(key, *parts) for key in keys]
    root = _paint(_draw(*groups, images={"photo": make_photo()}))
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(set(ids)) == len(ids)
    assert {"title", "image-0", "a.b"} <= set(ids)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*", identity) for identity in ids)
    assert find_by_id(root, "title").tag == f"{SVG}g"


def test_decoration_is_no_record() -> None:
    part = Part("", (Rectangle(0, 0, 1, 1, "#000000"),))
    line = find_by_id(_paint(_draw(_group("line", part, kind="decoration"))), "line")
    assert line.get("role") == "presentation"
    assert line.get("data-record") is None


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = make_poster()
    assert paint_svg(drawing, FontLibrary()) == paint_svg(drawing, FontLibrary())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0001, "0"),
        (0.4, ".4"),
        (-0.25, "-.25"),
        (12.0, "12"),
        (100.0, "100"),
        (1.23456, "1.235"),
        (-10.5, "-10.5"),
    ],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert format_number(value) == text


def test_letters_can_be_outlines_for_programs_that_ignore_fonts() -> None:
    drawing = make_poster(2, 3)
    written = paint_svg(drawing, fonts(), text_as_paths=True)
    root = read_root(written)
    assert not list(root.iter(f"{SVG}text"))
    assert b"@font-face" not in written
    shapes = [path for path in root.iter(f"{SVG}path") if path.get("role") == "img"]
    told = {path.get("aria-label") for path in shapes}
    assert {" ".join(text.split()) for text, _, _ in iter_text_places(drawing)} <= told


def test_an_outlined_line_stands_where_its_text_would() -> None:
    run = set_run("Hoito", 5.0, 12.0)
    places = _walk(_paint_outlines(_draw(_group("k", Part("text", (run,))))))
    xs, ys = zip(*places, strict=True)
    assert run.x <= min(xs) <= run.x + 1
    assert run.x + run.width - 1 <= max(xs) <= run.x + run.width
    assert run.baseline - run.size <= min(ys)
    assert max(ys) <= run.baseline + 0.2


def _walk(data: str) -> list[tuple[float, float]]:
    """Return the points that a path of steps leads through."""
    found: list[tuple[float, float]] = []
    x = y = 0.0
    start = (x, y)
    for letter, rest in re.findall(r"([a-z])([^a-z]*)", data):
        steps = [float(number) for number in re.findall(r"-?[0-9]*[.]?[0-9]+", rest)]
        if letter == "z":
            x, y = start
            continue
        assert len(steps) == {"m": 2, "l": 2, "c": 6}[letter]
        x, y = x + steps[-2], y + steps[-1]
        found.append((x, y))
        if letter == "m":
            start = (x, y)
    return found


def _paint_outlines(drawing: Drawing) -> str:
    root = read_root(paint_svg(drawing, fonts(), text_as_paths=True))
    (found,) = (p.get("d") for p in root.iter(f"{SVG}path") if p.get("role") == "img")
    assert found is not None
    return found
