"""The page: what can be judged of its accessibility and safety without a browser."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from blueprint_editor.export.texts import write_text
from blueprint_editor.layout.colour import contrast
from blueprint_editor.model.document import Document
from blueprint_editor.model.images.assets import import_image
from blueprint_editor.model.record import is_allowed_url
from blueprint_editor.model.records import Abbreviation, Card, Lane, Logo, Persona, Picture
from blueprint_editor.storage.format import load_document
from tests.export.twin.documents import FULL
from tests.export.twin.html_reader import find, iter_elements, parse, text_of
from tests.model.strategies import documents, make_png

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.json"))


def page(document: Document) -> Any:
    return parse(write_text(document, "html"))


def check_rules(root: Any) -> None:
    """Check what WCAG asks and a parser can see."""
    (html,) = find(root, "html")
    assert html.attrs["lang"]
    assert html.attrs["dir"] in {"ltr", "rtl"}
    assert text_of(find(root, "title")[0])
    check_headings(root)
    check_ids(root)
    check_landmarks(root)
    for image in find(root, "img"):
        assert "alt" in image.attrs
        assert image.attrs["src"].startswith("data:image/")
    for element in iter_elements(root):
        assert element.attrs.get("lang") != ""
        assert "style" not in element.attrs
        assert not any(name.startswith("on") for name in element.attrs)
    for link in find(root, "a"):
        assert text_of(link)
        assert link.attrs["href"].startswith("#") or is_allowed_url(link.attrs["href"])
    for table in find(root, "table"):
        check_table(table)
    for field in find(root, "select"):
        labels = [label for label in find(root, "label") if label.attrs["for"] == field.attrs["id"]]
        assert len(labels) == 1


def check_headings(root: Any) -> None:
    levels = [int(h.name[1]) for h in find(root, "h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def check_ids(root: Any) -> None:
    ids = [element.attrs["id"] for element in iter_elements(root) if "id" in element.attrs]
    assert len(ids) == len(set(ids))
    for element in iter_elements(root):
        for name in ("for", "aria-labelledby"):
            assert element.attrs.get(name, ids[0]) in ids
        if element.name in {"a", "use"} and element.attrs["href"].startswith("#"):
            assert element.attrs["href"][1:] in ids


def check_landmarks(root: Any) -> None:
    (body,) = find(root, "body")
    outside = {child.name for child in body.children if not str(child.name).startswith("#")}
    assert outside <= {"a", "header", "main", "footer", "script"}
    assert len(find(root, "main")) == 1
    first = find(body, "a")[0]
    assert first.attrs["href"] == f"#{find(root, 'main')[0].attrs['id']}"


def check_table(table: Any) -> None:
    assert len(find(table, "caption")) == 1
    heads = find(find(table, "thead")[0], "th")
    assert all(head.attrs["scope"] == "col" and text_of(head) for head in heads)
    for group in find(table, "tbody"):
        head, *rows = find(group, "tr")
        assert find(head, "th")[0].attrs["scope"] == "rowgroup"
        for row in rows:
            (own,) = find(row, "th")
            assert own.attrs["scope"] == "row"
            assert text_of(own)
            assert len(find(row, "td")) == len(heads) - 1
    for row in find(table, "tr"):
        cells = find(row, "th", "td")
        assert sum(int(cell.attrs.get("colspan", 1)) for cell in cells) == len(heads)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_every_sample_keeps_the_rules(path: Path) -> None:
    check_rules(page(load_document(path)))


@settings(max_examples=12)
@given(document=documents())
def test_every_document_keeps_the_rules(document: Document) -> None:
    check_rules(page(document))


@pytest.mark.parametrize(
    "document",
    [
        Document(id="d", title="", language="fi"),
        Document(
            id="d", title="مسار", language="ar", lanes=(Lane(id="l", role="custom", name=""),)
        ),
    ],
    ids=["empty", "right-to-left"],
)
def test_an_empty_document_keeps_the_rules(document: Document) -> None:
    check_rules(page(document))


def test_languages_are_marked() -> None:
    root = page(FULL)
    card = next(e for e in iter_elements(root) if e.attrs.get("id") == "card-c3")
    assert [(e.attrs["lang"], text_of(e)) for e in find(card, "span") if "lang" in e.attrs] == [
        ("en", "Welcomes you")
    ]
    estonian = page(FULL.changed(language="et"))
    foreign = {text_of(e) for e in iter_elements(estonian) if e.attrs.get("lang") == "en"}
    assert {"Service path", "Skip to the content", "Critical point 1:"} <= foreign
    arabic = page(FULL.changed(language="ar"))
    assert find(arabic, "html")[0].attrs["dir"] == "rtl"
    assert {e.attrs.get("dir") for e in find(arabic, "span") if "lang" in e.attrs} == {"ltr"}


def test_nothing_is_fetched_and_nothing_foreign_runs() -> None:
    hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    document = FULL.changed(
        title=hostile,
        subtitle=hostile,
        abbreviations=(Abbreviation(short=hostile, text=hostile),),
        cards=tuple(card.changed(text=hostile, note=hostile) for card in FULL.cards),
    )
    data = write_text(document, "html")
    root = parse(data)
    check_rules(root)
    assert len(find(root, "script")) == 1
    assert not find(root, "link", "iframe", "object", "base")
    (policy,) = (m for m in find(root, "meta") if "http-equiv" in m.attrs)
    assert "default-src 'none'" in policy.attrs["content"]
    assert "unsafe" not in policy.attrs["content"]
    assert b"url(" not in data
    assert b"@import" not in data


def test_the_head_in_view_covers_nothing_that_has_the_keyboard() -> None:
    """WCAG 2.2, 2.4.11: links scroll clear of it, and on a low screen it scrolls away itself."""
    rules = write_text(FULL, "html").decode()
    assert ".path tbody a,.path tbody .card{scroll-margin-top:16rem}" in rules
    assert "@media (max-height:40rem){thead th{position:static}}" in rules


def test_what_a_colour_tells_is_there_without_colours_and_nothing_moves_unasked() -> None:
    rules = write_text(FULL, "html").decode()
    assert ".scale .on:not(.off){background:CanvasText}" in rules.partition("forced-colors")[2]
    assert rules.count("scroll-behavior") == 1
    assert "no-preference){html{scroll-behavior:smooth}}" in rules


def test_pictures_are_held_in_the_page_and_never_as_they_came() -> None:
    svg = import_image(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">'
        b'<title>secret title</title><rect width="20" height="10" fill="#123456"/></svg>'
    )
    png = import_image(make_png())
    project = FULL.project
    assert project is not None
    document = FULL.changed(
        assets=(svg, png),
        project=project.changed(logos=(Logo(asset=svg.id, alt="EU:n lippu", kind="eu"),)),
        personas=(Persona(id="p1", name="Aino", portrait=Picture(asset=png.id)),),
        cards=(
            Card(id="c1", lane="l1", step="s1", text="A", image=Picture(asset=png.id, alt="Ovi")),
        ),
        connectors=(),
        marks=(),
    )
    data = write_text(document, "html")
    images = find(parse(data), "img")
    assert sorted(image.attrs["alt"] for image in images) == ["", "EU:n lippu", "Ovi"]
    kinds = {image.attrs["src"].partition(";")[0] for image in images}
    assert kinds == {"data:image/png", "data:image/svg+xml"}
    assert b"secret" not in data


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_text(FULL, "html") == write_text(FULL.changed(), "html")


def _read_colours(style: str) -> dict[str, dict[str, str]]:
    """Return selector → property → colour of the rules that name colours."""
    found: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}@;]+)\{([^{}]*)\}", style):
        colours = dict(re.findall(r"(--[a-z-]+|color|background):(#[0-9A-Fa-f]{6})", body))
        for selector in selectors.strip().split(","):
            found.setdefault(selector, {}).update(colours)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_contrasts(path: Path, scheme: str) -> None:
    document = load_document(path)
    lanes = tuple(
        lane.changed(colour=colour)
        for lane, colour in zip(document.lanes, ("#000000", "#FFFF00", None) * 9, strict=False)
    )
    for varied in (document, document.changed(lanes=lanes)):
        (style,) = find(page(varied), "style")
        light, dark = "".join(c.data for c in style.children).split("(prefers-color-scheme:dark){")
        colours = _read_colours(light if scheme == "light" else dark)
        _check_contrasts(colours)


def _check_contrasts(colours: dict[str, dict[str, str]]) -> None:
    root = colours[":root"]
    for name in ("--ink", "--quiet", "--accent"):
        assert contrast(root[name], root["--paper"]) >= 4.5
        assert contrast(root[name], root["--panel"]) >= 4.5
    assert contrast(root["--on-band"], root["--band"]) >= 4.5
    for ground in ("--paper", "--panel"):
        assert contrast(root["--rule"], root[ground]) >= 3
    lanes = [rule for selector, rule in colours.items() if re.fullmatch(r"\.l\d+", selector)]
    assert lanes
    for lane in lanes:
        assert contrast(root["--ink"], lane["--fill"]) >= 4.5
        assert contrast(root["--quiet"], lane["--tint"]) >= 4.5
        assert contrast(root["--ink"], lane["--tint"]) >= 4.5
        assert contrast(lane["--line"], lane["--tint"]) >= 3
        assert contrast(lane["--bar"], lane["--tint"]) >= 3
    marks = [rule for selector, rule in colours.items() if selector.startswith(".mark.")]
    assert marks
    for mark in marks:
        assert contrast(mark["color"], root["--paper"]) >= 4.5
