import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from blueprint_editor.canvas.canvas import PosterCanvas
from blueprint_editor.canvas.marks import list_marks
from blueprint_editor.canvas.tools.text_place import TEXT_FIELDS, TextPlaces
from blueprint_editor.drawing.primitives import GlyphRun
from tests.canvas.hand import Hand

KEY = Qt.Key


def _dot(canvas: PosterCanvas, hand: Hand, card: str, variant: str) -> tuple[QPoint, float]:
    """Return the pixel of a curve's dot, and the pixels from feeling to feeling."""
    for points in canvas.session.poster.grid.curves.values():
        for point in points:
            if (point.card, point.variant) == (card, variant):
                return hand.at(point.x, point.y), point.unit * canvas.scale_px
    raise AssertionError("no such dot")


def _mark(canvas: PosterCanvas, hand: Hand, holder: str, mark: str) -> QPoint:
    placed = canvas.poster_scene.find_placed(holder)
    assert placed is not None
    box = list_marks(placed.group)[mark].moved(placed.x, placed.y)
    return hand.at((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)


def _feelings(canvas: PosterCanvas, card: str) -> tuple[int | None, list[tuple[str, int]]]:
    found = canvas.session.facts.cards[card]
    return found.emotion, [(e.variant, e.value) for e in found.emotions]


@pytest.mark.parametrize(
    ("card", "variant", "by", "after"),
    [
        ("a", "v1", 2, (-1, [])),
        ("a", "v1", -9, (2, [])),
        ("c", "v1", -2, (0, [("v1", 1)])),
        ("c", "v2", 1, (-1, [("v1", -1)])),
    ],
)
def test_feeling_follows_the_dot(
    poster_canvas: PosterCanvas,
    poster_hand: Hand,
    card: str,
    variant: str,
    by: int,
    after: tuple[int, list[tuple[str, int]]],
) -> None:
    canvas, session = poster_canvas, poster_canvas.session
    canvas.set_zoom(2.0)
    at, unit = _dot(canvas, poster_hand, card, variant)
    canvas.pan_by(QPointF(at - canvas.viewport().rect().center()))
    at, unit = _dot(canvas, poster_hand, card, variant)
    document = session.document
    poster_hand.move(at)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    end = at + QPoint(0, round(by * unit))
    poster_hand.drag(at, end)
    assert session.document is document
    assert session.shown_document is not document
    poster_hand.release(end)
    assert _feelings(canvas, card) == after
    assert len(session.history.done) == 1
    session.undo()
    assert session.document is document


def test_dot_that_is_clicked_selects_its_card_and_escape_leaves_no_trace(
    poster_canvas: PosterCanvas, poster_hand: Hand
) -> None:
    session, document = poster_canvas.session, poster_canvas.session.document
    at, unit = _dot(poster_canvas, poster_hand, "a", "v1")
    poster_hand.click(at)
    assert session.selection.records == ("a",)
    poster_hand.drag(at, at + QPoint(0, round(2 * unit)))
    poster_hand.key(KEY.Key_Escape)
    poster_hand.release(at)
    assert session.document is session.shown_document is document
    assert session.history.done == ()


@pytest.mark.parametrize(
    ("holder", "mark"), [("a", "m1"), ("a", "m2"), ("phase-2", "m3"), ("e1", "m4")]
)
def test_mark_is_selected_edited_and_shown(
    poster_canvas: PosterCanvas, poster_hand: Hand, holder: str, mark: str
) -> None:
    canvas, session = poster_canvas, poster_canvas.session
    at = _mark(canvas, poster_hand, holder, mark)
    poster_hand.move(at)
    assert canvas.overlay.hover.isVisible()
    poster_hand.click(at)
    assert session.selection.records == (mark,)
    assert canvas.overlay.selection.path.contains(canvas.to_scene(QPointF(at)))
    poster_hand.key(KEY.Key_F2)
    poster_hand.type("k")
    poster_hand.key(KEY.Key_Return)
    texts = {known.id: known.text for known in session.document.marks}
    assert texts[mark].endswith("k")
    assert session.selection.records == (mark,)


def test_band_and_label_are_edited_in_place(poster_canvas: PosterCanvas, poster_hand: Hand) -> None:
    canvas, session = poster_canvas, poster_canvas.session
    placed = canvas.poster_scene.find_placed("band")
    assert placed is not None
    box = placed.bounds
    poster_hand.double_click(poster_hand.at((box.x0 + box.x1) / 2, box.y0 + 1))
    poster_hand.type("Mukana koko polun")
    poster_hand.key(KEY.Key_Return)
    assert session.document.responsibilities[0].text == "Mukana koko polun"
    runs = _runs(canvas, "a-f")
    at = poster_hand.at(runs[0][0] + 2, runs[0][1] - 1)
    poster_hand.double_click(at)
    assert session.selection.records == ("a-f",)
    poster_hand.type("!")
    poster_hand.key(KEY.Key_Return)
    assert session.document.connectors[1].label == "tieto!"


def _runs(canvas: PosterCanvas, record: str) -> list[tuple[float, float]]:
    placed = canvas.poster_scene.find_placed(record)
    assert placed is not None
    parts = placed.group.parts
    runs = [i for part in parts for i in part.primitives if isinstance(i, GlyphRun)]
    return [(placed.x + run.x, placed.y + run.baseline) for run in runs]


def test_connector_without_a_label_gets_one(poster_canvas: PosterCanvas, poster_hand: Hand) -> None:
    poster_canvas.session.select(["e-c"])
    poster_hand.key(KEY.Key_F2)
    poster_hand.type("kutsu")
    poster_hand.key(KEY.Key_Return)
    assert poster_canvas.session.document.connectors[0].label == "kutsu"


@pytest.mark.parametrize(
    ("collection", "record", "part"),
    [
        ("cards", "a", "text"),
        ("connectors", "a-f", "line"),
        ("lanes", "lane-customer", "name"),
        ("phases", "phase-2", "name"),
        ("steps", "step-1", "name"),
        ("responsibilities", "band", "text"),
        ("marks", "m1", "mark:m1"),
    ],
)
def test_editor_stands_where_the_drawing_has_the_words(
    poster_canvas: PosterCanvas, collection: str, record: str, part: str
) -> None:
    session, scene = poster_canvas.session, poster_canvas.poster_scene
    place = TextPlaces(session, scene).find(collection, record)
    assert place is not None
    placed = scene.find_placed("a" if collection == "marks" else record)
    assert placed is not None
    runs = [
        item
        for p in placed.group.parts
        if p.name == part
        for item in p.primitives
        if isinstance(item, GlyphRun) and item.size == place.size
    ]
    assert runs
    start = place.area.left() + place.indent
    assert placed.x + runs[0].x == pytest.approx(start, abs=0.01)
    assert placed.y + runs[0].baseline == pytest.approx(place.baseline, abs=0.01)
    for run in runs:
        assert placed.x + run.x + run.width <= place.area.right() + 0.01
    assert set(TEXT_FIELDS) >= {collection}
