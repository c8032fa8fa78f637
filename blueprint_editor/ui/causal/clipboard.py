"""The causal map and the clipboard: out as words and a picture, in as one factor a line."""

from typing import Final

from PySide6.QtCore import QMimeData, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from blueprint_editor.canvas.causal.telling import tell_arrow, tell_loop, tell_node
from blueprint_editor.canvas.causal.view import CausalView
from blueprint_editor.canvas.items import to_rect
from blueprint_editor.canvas.scene import PosterScene
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.painters.qt import QtFonts
from blueprint_editor.session.causal_edits import find_causal_selection, paste_factors

_PX_PER_MM: Final = 6.0
_LONGEST_PX: Final = 6_000.0


def copy_map(view: CausalView, library: FontLibrary) -> None:
    """Copy the words of the selected factors, a line each; of all as told, if none is selected.

    A picture of the whole map comes along, for programs that take pictures.
    """
    plan = view.plan
    nodes = [node for node in find_causal_selection(view.session).nodes if node in plan.nodes]
    lines = [tell_node(plan, node) for node in nodes or plan.nodes]
    if not nodes:
        lines += [tell_arrow(plan, arrow) for arrow in plan.arrows]
        lines += [tell_loop(plan, loop) for loop in plan.loops]
    data = QMimeData()
    data.setText("\n".join(lines))
    data.setImageData(_paint(view, library))
    QGuiApplication.clipboard().setMimeData(data)


def _paint(view: CausalView, library: FontLibrary) -> QImage:
    """Return the map on white, without what stands out on the screen."""
    area = to_rect(view.plan.area)
    scale = min(_PX_PER_MM, _LONGEST_PX / max(area.width(), area.height(), 1.0))
    size = area.size() * scale
    image = QImage(max(round(size.width()), 1), max(round(size.height()), 1),
                   QImage.Format.Format_RGB32)  # fmt: skip
    image.fill(QColor("white"))
    scene = PosterScene(QtFonts(library))
    scene.show_drawing(view.picture.drawing)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    return image


def can_paste() -> bool:
    """Tell whether the clipboard holds a text."""
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and data.hasText()


def paste_on_map(view: CausalView) -> None:
    """Make a factor of each line of text that the clipboard holds."""
    if can_paste():
        paste_factors(view.session, QGuiApplication.clipboard().text())
