from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion, QTransform
from PySide6.QtWidgets import QApplication, QGraphicsView
from pytestqt.qtbot import QtBot

from blueprint_editor.canvas.items import GhostItem, to_rect
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.drawing.drawing import Drawing, Group, Part, Placed, Tag
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import Bounds, Path, Rectangle, Stroke
from blueprint_editor.painters.qt import QtFonts
from tests.commands.documents import documents, make_card, make_document
from tests.session.small_poster import SmallComposer


def _paint(scene: PosterScene, scale: float = 1.0) -> QImage:
    """Return what a scene shows at a scale in px per mm."""
    area = scene.itemsBoundingRect()
    width, height = int(area.width() * scale) + 1, int(area.height() * scale) + 1
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    scene.render(painter, QRectF(0.0, 0.0, area.width() * scale, area.height() * scale), area)
    painter.end()
    return image


class _Watch(QObject):
    """A view of a scene at 1 px per mm that notes where it is painted."""

    def __init__(self, scene: PosterScene, qtbot: QtBot) -> None:
        super().__init__()
        self._view = QGraphicsView(scene)
        qtbot.addWidget(self._view)
        self._view.resize(500, 400)
        self._view.show()
        self._settle()
        # Qt paints an item as a whole when it is told of a change for the first time.
        for item in scene.items():
            item.update()
        self._settle()
        self._painted = QRegion()
        self._view.viewport().installEventFilter(self)

    def _settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._painted = self._painted.united(event.region())
        return False

    def has_painted(self, placed: Placed) -> tuple[bool, bool]:
        """Tell whether any and whether all of a group was painted since the view was shown."""
        self._settle()
        box = self._view.mapFromScene(to_rect(placed.bounds)).boundingRect()
        return self._painted.intersects(box), QRegion(box).subtracted(self._painted).isEmpty()


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
    assert patched.is_overview == anew.is_overview
    assert _paint(patched, scale) == _paint(anew, scale)


def test_only_what_differs_is_painted_again(qtbot: QtBot, library: FontLibrary) -> None:
    compose = SmallComposer()
    before = make_document(make_card("a"), make_card("b", step="step-2"))
    drawing = compose(before).drawing
    scene = _scene(library, drawing)
    watch = _Watch(scene, qtbot)
    other = before.changed(cards=(before.cards[0].changed(text="Toinen"), before.cards[1]))
    scene.show_drawing(compose(other).drawing)
    a, b = (placed for placed in drawing.placed if placed.group.kind == "card")
    assert watch.has_painted(a) == (True, True)
    assert watch.has_painted(b) == (False, False)


def test_a_group_that_moves_is_painted_away_where_it_was(
    qtbot: QtBot, library: FontLibrary
) -> None:
    compose = SmallComposer()
    before = make_document(make_card("a"), make_card("b", step="step-2"))
    scene = _scene(library, compose(before).drawing)
    watch = _Watch(scene, qtbot)
    old = scene.find_placed("a")
    moved = before.changed(cards=(before.cards[0].changed(step="step-2"), before.cards[1]))
    scene.show_drawing(compose(moved).drawing)
    new = scene.find_placed("a")
    assert old is not None
    assert new is not None
    assert old.bounds != new.bounds
    assert watch.has_painted(old) == (True, True)
    assert watch.has_painted(new) == (True, True)


def test_connectors_are_found_near_a_point(qapp: object, library: FontLibrary, session) -> None:
    scene = _scene(library, session.poster.drawing)
    placed = scene.find_placed("e-c")
    assert placed is not None
    box = placed.bounds
    assert scene.find_connectors(QPointF(box.x0, box.y0 + 1), 1.0) == [placed]
    assert scene.find_connectors(QPointF(box.x0 - 5, box.y0 + 2), 1.0) == []
    scene.set_scale(0.1)
    assert scene.find_connectors(QPointF(box.x0, box.y0 + 1), 1.0) == []


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
    from_afar = _paint(scene)
    scene.set_scale(1.0)
    assert not scene.is_overview
    assert _paint(scene) != from_afar


def test_lines_between_lanes_are_seen_from_afar(qapp: object, library: FontLibrary) -> None:
    band = Group(
        "l.band", "decoration", (Part("", (Rectangle(0, 0, 900, 400, "#DDEEFF"),)),),
        Bounds(0, 0, 900, 400), outline=("#DDEEFF", "#DDEEFF"),
    )  # fmt: skip
    line = Path((("M", 0, 0), ("L", 900, 0)), None, Stroke("#112233", 20))
    boundary = Group("l.line", "decoration", (Part("", (line,)),), Bounds(0, -10, 900, 10))
    placed = (Placed(band, 0, 0), Placed(boundary, 0, 200))
    scene = _scene(library, Drawing(900, 400, placed, Tag("Document"), "", "fi"), scale=0.1)
    image = _paint(scene, 0.1)
    assert scene.is_overview
    assert image.pixelColor(45, 20).name() == "#112233"
    assert image.pixelColor(45, 5).name() == "#ddeeff"


def test_a_ghost_is_a_copy_that_stands_above(qapp: object, library: FontLibrary, session) -> None:
    scene = _scene(library, session.poster.drawing)
    alone = _paint(scene)
    ghost = scene.add_ghost("c")
    ghost.moveBy(7.0, 3.0)
    assert isinstance(scene.itemAt(ghost.sceneBoundingRect().center(), QTransform()), GhostItem)
    assert _paint(scene) != alone
    scene.removeItem(ghost)
    assert _paint(scene) == alone
