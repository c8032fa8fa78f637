from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from blueprint_editor.canvas.items import GroupItem
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.painters.qt import QtFonts
from tests.commands.documents import documents, make_card, make_document
from tests.session.small_poster import SmallComposer


def _describe(scene: PosterScene) -> list[tuple[object, ...]]:
    """Return what a scene shows, bottom to top."""
    items = sorted(scene.items(), key=lambda item: item.zValue())
    return [
        (
            item.shown_group if isinstance(item, GroupItem) else type(item),
            item.pos().toTuple(),
            item.boundingRect().getRect(),
            item.isVisible(),
        )
        for item in items
    ]


def _scene(library: FontLibrary, *drawings: Drawing, scale: float = 1.0) -> PosterScene:
    scene = PosterScene(QtFonts(library))
    for drawing in drawings:
        scene.show_drawing(drawing)
        scene.set_scale(scale)
    return scene


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_patched_scene_equals_one_made_anew(
    data: st.DataObject, qapp: object, library: FontLibrary
) -> None:
    compose = SmallComposer()
    drawings = []
    for _ in range(3):
        drawing = compose(data.draw(documents())).drawing
        order = data.draw(st.permutations(drawing.placed))
        drawings.append(drawing._replace(placed=tuple(order)))
    scale = data.draw(st.sampled_from([0.1, 1.0]))
    patched = _scene(library, *drawings, scale=scale)
    anew = _scene(library, drawings[-1], scale=scale)
    assert _describe(patched) == _describe(anew)


def test_items_that_did_not_change_are_left_alone(qapp: object, library: FontLibrary) -> None:
    compose = SmallComposer()
    before = make_document(make_card("a"), make_card("b", step="step-2"))
    scene = _scene(library, compose(before).drawing)
    kept = [item for item in scene.items() if isinstance(item, GroupItem)]
    longer = before.changed(cards=(before.cards[0].changed(text="1\n2\n3"), before.cards[1]))
    scene.show_drawing(compose(longer).drawing)
    after = [item for item in scene.items() if isinstance(item, GroupItem)]
    assert set(map(id, kept)) == set(map(id, after))


def test_connector_is_hit_on_its_line_only(qapp: object, library: FontLibrary, session) -> None:
    scene = _scene(library, session.poster.drawing)
    placed = scene.find_placed("e-c")
    assert placed is not None
    box = placed.bounds
    assert scene.find_connectors(QPointF(box.x0, box.y0 + 1), 1.0) == [placed]
    assert scene.find_connectors(QPointF(box.x1 - 5, box.y0 + 2), 1.0) == []


def test_cards_are_found_where_they_touch_and_connectors_where_they_lie_inside(
    qapp: object, library: FontLibrary, session
) -> None:
    scene = _scene(library, session.poster.drawing)
    bounds = session.poster.grid.cards["c"]
    assert scene.find_cards(QRectF(bounds.x0, bounds.y0, 1, 1)) == ["c"]
    placed = scene.find_placed("e-c")
    assert placed is not None
    area = QRectF(placed.x - 1, placed.y - 1, placed.bounds.width + 2, placed.bounds.height + 2)
    assert scene.find_connectors_inside(area) == ["e-c"]
    assert scene.find_connectors_inside(area.adjusted(0, 0, 0, -3)) == []


def test_overview_stands_for_cards_that_are_too_small(
    qapp: object, library: FontLibrary, session
) -> None:
    scene = _scene(library, session.poster.drawing, scale=0.1)
    assert scene.is_overview
    items = [item for item in scene.items() if isinstance(item, GroupItem)]
    assert {i.shown_group.kind for i in items if i.isVisible()} == {"phase"}
    scene.set_scale(1.0)
    assert not scene.is_overview
    assert all(i.isVisible() for i in scene.items() if isinstance(i, GroupItem))
