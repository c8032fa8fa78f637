"""Finds texts that do not get the room that they ask for, in whatever is shown."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

_SLACK_PX = 1
_UNBOUND = 16_777_215


def find_clipped(root: QWidget, concerns: Callable[[str], bool] = bool) -> list[str]:
    """Return a line for each text below ``root`` that is cut; only texts that ``concerns`` takes.

    A text that can be scrolled to is not cut.
    """
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and not _is_behind(widget):
            found += [f"{_name(widget)}: {fault}" for fault in _find_faults(widget, concerns)]
    return found


def _is_behind(widget: QWidget) -> bool:
    """Tell whether a widget belongs to a dock that others stand before, or to no dock any more."""
    place: QWidget | None = widget
    while place is not None and not place.isWindow():
        if isinstance(place, QDockWidget) or isinstance(place.parentWidget(), QMainWindow):
            window = place.window().rect()
            return not window.intersects(place.geometry()) or place.visibleRegion().isEmpty()
        place = place.parentWidget()
    return False


def _name(widget: QWidget) -> str:
    names = []
    place: QWidget | None = widget
    while place is not None and len(names) < 4:
        names.append(place.objectName() or type(place).__name__)
        place = place.parentWidget()
    return "/".join(reversed(names))


def _find_faults(widget: QWidget, concerns: Callable[[str], bool]) -> Iterator[str]:
    for kind, look in _KINDS:
        if isinstance(widget, kind):
            texts = list(look(widget, concerns))
            yield from texts
            return


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _cut(text: str, needs: int, has: int, way: str = "wide") -> Iterator[str]:
    if needs > has + _SLACK_PX:
        yield f"{text!r} is {needs} px {way} and gets {has}"


def _hidden(widget: QWidget, text: str) -> Iterator[str]:
    """Tell of a widget that a place around it cuts off, unless that can be scrolled."""
    rect, place = QRect(QPoint(0, 0), widget.size()), widget
    while not place.isWindow():
        parent = place.parentWidget()
        rect = QRect(place.mapTo(parent, rect.topLeft()), rect.size())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            if area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff or (
                not area.horizontalScrollBar().isVisible()
            ):
                yield from _cut(text, rect.right(), parent.rect().right())
            return
        if not parent.rect().adjusted(0, 0, _SLACK_PX, _SLACK_PX).contains(rect):
            yield f"{text!r} reaches out of {_name(parent)}: {rect} in {parent.rect()}"
            return
        place = parent


def _in_label(label: QLabel, concerns: Callable[[str], bool]) -> Iterator[str]:
    text = label.text()
    if not text or not concerns(text):
        return
    if label.wordWrap():
        metrics = QFontMetrics(label.font())
        widest = max(metrics.horizontalAdvance(word) for word in text.split() or [""])
        yield from _cut(text, widest, label.contentsRect().width())
        yield from _cut(text, label.heightForWidth(label.width()), label.height(), "high")
    else:
        yield from _cut(text, label.sizeHint().width(), label.width())
        yield from _cut(text, label.sizeHint().height(), label.height(), "high")
    yield from _hidden(label, text)


def _in_button(button: QAbstractButton, concerns: Callable[[str], bool]) -> Iterator[str]:
    text = button.text()
    if not text or not concerns(text) or _is_icon_alone(button):
        return
    yield from _cut(_plain(text), button.sizeHint().width(), button.width())
    yield from _cut(_plain(text), button.sizeHint().height(), button.height(), "high")
    yield from _hidden(button, _plain(text))


def _is_icon_alone(button: QAbstractButton) -> bool:
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and button.toolButtonStyle() == style


def _in_choice(box: QComboBox, concerns: Callable[[str], bool]) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        box,
    )
    metrics, breaks = QFontMetrics(box.font()), box.hasHeightForWidth()
    for row in range(box.count()):
        text = box.itemText(row)
        if concerns(text):
            parts = text.split() if breaks else [text]
            widest = max(metrics.horizontalAdvance(part) for part in parts)
            yield from _cut(text, widest, field.width())
    if breaks:
        yield from _cut(box.currentText(), box.heightForWidth(box.width()), box.height(), "high")
    yield from _hidden(box, box.currentText())


def _in_line(line: QLineEdit, concerns: Callable[[str], bool]) -> Iterator[str]:
    text = line.placeholderText()
    if text and concerns(text) and not isinstance(line.parent(), QComboBox):
        needs = QFontMetrics(line.font()).horizontalAdvance(text)
        margins = line.textMargins()
        has = line.contentsRect().width() - margins.left() - margins.right() - 4
        yield from _cut(text, needs, has)
        yield from _hidden(line, text)


def _in_tabs(bar: QTabBar, concerns: Callable[[str], bool]) -> Iterator[str]:
    for number in range(bar.count()):
        text, rect = bar.tabText(number), bar.tabRect(number)
        if concerns(text):
            needs = QFontMetrics(bar.font()).horizontalAdvance(_plain(text)) + 8
            yield from _cut(text, needs, rect.width())
            if not bar.usesScrollButtons():
                yield from _cut(text, rect.right(), bar.width())


def _in_header(header: QHeaderView, concerns: Callable[[str], bool]) -> Iterator[str]:
    for section in range(header.count()):
        text = str(header.model().headerData(section, header.orientation()) or "")
        if text and concerns(text) and not header.isSectionHidden(section):
            needs = header.sectionSizeFromContents(section)
            if header.orientation() == Qt.Orientation.Horizontal:
                has = QSize(header.sectionSize(section), header.height())
            else:
                has = QSize(header.width(), header.sectionSize(section))
            yield from _cut(text, needs.width(), has.width())
            yield from _cut(text, needs.height(), has.height(), "high")


def _in_title(dock: QDockWidget, concerns: Callable[[str], bool]) -> Iterator[str]:
    text = dock.windowTitle()
    if concerns(text) and dock.titleBarWidget() is None:
        yield from _cut(text, QFontMetrics(dock.font()).horizontalAdvance(text) + 70, dock.width())


def _in_group(group: QGroupBox, concerns: Callable[[str], bool]) -> Iterator[str]:
    if concerns(group.title()):
        needs = QFontMetrics(group.font()).horizontalAdvance(_plain(group.title()))
        yield from _cut(group.title(), needs, group.width() - 10)


_KINDS: tuple[tuple[type[QWidget], Callable[..., Iterator[str]]], ...] = (
    (QLabel, _in_label),
    (QAbstractButton, _in_button),
    (QComboBox, _in_choice),
    (QLineEdit, _in_line),
    (QTabBar, _in_tabs),
    (QHeaderView, _in_header),
    (QDockWidget, _in_title),
    (QGroupBox, _in_group),
)
