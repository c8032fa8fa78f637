"""A long path in rows on one sheet: where they break, what each shows again, larger text."""

from collections import Counter

import pytest

from blueprint_editor.drawing.drawing import Leaf, Tag
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Connector, Fit, Phase, Responsibility, Step
from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf
from blueprint_editor.sheets.fit_wish import fit_poster
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.poster import Poster, PosterComposer
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.sheets.splitting import RowBreaks, choose_rows
from tests.commands.documents import make_card
from tests.commands.documents import make_document as make_small
from tests.painters.pdf_gate import find_failures
from tests.sheets.test_poster import text_of

IN_ROWS = make_small(
    make_card("a").changed(emotion=1),
    make_card("b", "lane-front"),
    make_card("c", "lane-customer", "step-2").changed(emotion=-1),
    make_card("d", "lane-customer", "step-3"),
    connectors=(
        Connector(id="k1", source="a", target="b", kind="flow"),
        Connector(id="k2", source="a", target="c", kind="flow"),
        Connector(id="k3", source="d", target="b", kind="return", label="palaute"),
    ),
    responsibilities=(
        Responsibility(id="band", actor="vt", first_step="step-1", last_step="step-3"),
    ),
    actors=({"id": "vt", "name": "Vastuutyöntekijä"},),
)


def put_in_rows(document: Document, rows: tuple[str, ...], steps: tuple[str, ...] = ()) -> Document:
    fit = Fit(column_width=60.0, type_scale=1.0, rows=rows, row_steps=steps)
    return document.changed(poster=document.poster.changed(fit=fit))


@pytest.fixture(scope="module")
def poster(typesetter: Typesetter) -> Poster:
    document = put_in_rows(IN_ROWS, ("phase-2",), ("step-2",))
    return PosterComposer(typesetter).compose(document)


def make_long(*steps: int) -> Document:
    """Return a document without cards whose phases have so many steps."""
    return Document(
        id="doc",
        title="Polku",
        language="fi",
        phases=tuple(Phase(id=f"p{place}", name="Vaihe") for place in range(len(steps))),
        steps=tuple(
            Step(id=f"p{place}-{number}", phase=f"p{place}")
            for place, count in enumerate(steps)
            for number in range(count)
        ),
    )


LONG = make_long(*[2] * 9).changed(
    lanes=IN_ROWS.lanes,
    cards=tuple(
        make_card(f"c{place}{number}{lane[5]}", lane, f"p{place}-{number}")
        for place in range(9)
        for number in range(2)
        for lane in ("lane-customer", "lane-front")
    ),
)


@pytest.mark.parametrize(
    ("steps", "rows", "expected"),
    [
        ((2, 2, 2, 2), 2, RowBreaks(("p2",))),
        ((2, 2, 2, 3), 3, RowBreaks(("p1", "p3"))),
        ((1, 10, 1), 2, RowBreaks((), ("p1-5",))),
        ((1, 0, 1), 3, RowBreaks(("p1", "p2"))),
        ((2,), 9, RowBreaks((), ("p0-1",))),
        ((4, 4), 1, RowBreaks()),
        ((), 2, RowBreaks()),
    ],
)
def test_rows_break_between_phases_unless_one_is_too_long(steps, rows, expected) -> None:
    assert choose_rows(make_long(*steps), rows) == expected


def test_each_row_has_all_lanes_and_its_own_steps(poster: Poster) -> None:
    grid = poster.grid
    assert [[c.step for c in deck.columns] for deck in grid.decks] == [
        ["step-1"], ["step-2"], ["step-3"],
    ]  # fmt: skip
    lanes = [lane.id for lane in IN_ROWS.lanes if not lane.hidden]
    assert [[row.lane for row in deck.rows] for deck in grid.decks] == [lanes] * 3
    ends = [y for deck in grid.decks for y in (deck.header_top, deck.phases_bottom, deck.bottom)]
    assert ends == sorted(ends)
    for lane in ("lane-customer", "lane-front"):
        for step in ("step-1", "step-2", "step-3"):
            box = grid.cell_bounds(lane, step)
            assert box is not None
            assert grid.find_cell(box.x0 + 1, box.y0 + 1) == (lane, step)
    assert [len(points) for points in grid.curves.values()] == [2]


def test_what_a_row_shows_again_has_a_key_of_its_own(poster: Poster) -> None:
    counts = Counter(placed.group.key for placed in poster.drawing.placed)
    assert set(counts.values()) == {1}
    texts = {placed.group.key: text_of(placed) for placed in poster.drawing.placed}
    assert texts["lane-front"] == texts["lane-front.row2"] == texts["lane-front.row3"]
    assert "Alku (jatkuu)" in texts["phase-1.row2"]
    assert "Vastuutyöntekijä" in texts["band.row3"]
    assert "jatkuu alla: 2 Loppu" in texts["row-break.2"]


def test_connectors_between_rows_are_told_on_their_cards(poster: Poster) -> None:
    texts = {placed.group.key: text_of(placed) for placed in poster.drawing.placed}
    assert "k1" in texts
    assert not {"k2", "k3"} & texts.keys()
    assert "jatkuu → 1.3" in texts["a"]
    assert "jatkoa ← 1.1" in texts["c"]
    assert "jatkuu → 1.2 · palaute" in texts["d"]
    assert "jatkoa ← 2.1" in texts["b"]


def test_rows_are_one_table_to_who_cannot_see_them(poster: Poster) -> None:
    drawing = poster.tagged
    tables = [tag for tag in drawing.tags.children if isinstance(tag, Tag) and tag.role == "Table"]
    assert len(tables) == 1
    parts = {
        (placed.group.key, part.name) for placed in drawing.placed for part in placed.group.parts
    }
    leaves = list(_iter_leaves(drawing.tags))
    assert {leaf for leaf in leaves if leaf.part != "meta"} <= {Leaf(*part) for part in parts}
    assert Leaf("lane-emotion.curve.row2", "dot:step-2") in leaves
    data = paint_pdf((drawing,), FontLibrary(), PdfMetadata())
    assert find_failures(data) == []


def _iter_leaves(tag: Tag):
    for child in tag.children:
        yield from (child,) if isinstance(child, Leaf) else _iter_leaves(child)


def test_a_long_path_on_an_upright_sheet_gets_rows_and_larger_text(typesetter: Typesetter) -> None:
    paper, document = parse_paper("A1"), LONG
    one, found = (
        fit_poster(document, paper, "portrait", FitWish(rows=rows), typesetter)
        for rows in (1, None)
    )
    assert one.fit.rows == one.fit.row_steps == ()
    assert found.fit.rows
    assert found.found.is_whole
    assert found.found.reach > 1.1 * one.found.reach
    drawing = PosterComposer(typesetter).compose(found.apply_to(document)).drawing
    assert (drawing.width, drawing.height) == (594.0, 841.0)
    three = fit_poster(document, paper, "portrait", FitWish(rows=3), typesetter)
    assert len(three.fit.rows) + len(three.fit.row_steps) == 2


def test_a_short_path_and_a_roll_keep_one_row(typesetter: Typesetter) -> None:
    for document, paper in ((IN_ROWS, "A1"), (LONG, "roll:914")):
        found = fit_poster(document, parse_paper(paper), "landscape", FitWish(), typesetter)
        assert found.fit.rows == ()
