"""Small pictures of files: painted like everything else, away from the GUI thread, and kept."""

import hashlib
import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from blueprint_editor import __version__
from blueprint_editor.app.settings import APP_NAME
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.session.task import Task
from blueprint_editor.ui.shell import Preview

WIDTH_PX = 720
"""Wide enough for the start page on a fine screen."""
MOST_KEPT = 120
_TALLEST = 1.6
"""Height for width of the tallest picture; what a longer roll has below is not shown."""
_LARGEST_BYTES = 16 * 2**20
"""A file that large is opened when it is asked for, not for a small picture."""

_log = logging.getLogger(__name__)

Paint = Callable[[bytes], QImage]


class PreviewMaker(QObject):
    """Makes the previews that are asked for, in their order.

    Signals:
        made: carries a path and its :class:`Preview`.
    """

    made = Signal(object, object)

    def __init__(self, font_files: Sequence[str], folder: Path | None = None) -> None:
        super().__init__()
        self._font_files = font_files
        cache = platformdirs.user_cache_path(APP_NAME, appauthor=False)
        self._folder = folder or cache / "previews"
        self._is_stopped = threading.Event()

    def request(self, paths: Sequence[Path]) -> None:
        """Make previews of these files."""
        wanted = tuple(paths)
        task = Task(self)
        task.told.connect(lambda made: self.made.emit(*made))
        task.failed.connect(lambda error: _log.warning("previews end: %r", error))
        font_files, folder, is_stopped = self._font_files, self._folder, self._is_stopped

        def make_all() -> None:
            paint = _LateBrush(font_files)
            for path in wanted:
                if is_stopped.is_set():
                    return
                task.tell((path, make_preview(path, folder, paint)))
            _drop_oldest(folder)

        task.start(make_all)

    def stop(self) -> None:
        """Make none of those that are still wanted."""
        self._is_stopped.set()


class _LateBrush:
    """Paints posters; all that it takes is imported when the first one is not kept yet."""

    def __init__(self, font_files: Sequence[str]) -> None:
        self._font_files = font_files
        self._paint: Paint | None = None

    def __call__(self, data: bytes) -> QImage:
        if self._paint is None:
            self._paint = _make_brush(self._font_files)
        return self._paint(data)


def make_preview(path: Path, folder: Path, paint: Paint) -> Preview:
    """Return how a file looks, from what is kept in a folder or painted anew."""
    try:
        state = path.stat()
        if not path.is_file() or state.st_size > _LARGEST_BYTES:
            return Preview(None, state.st_mtime)
        data = path.read_bytes()
    except FileNotFoundError:
        return Preview(None, is_missing=True)
    except OSError:
        return Preview(None)
    kept = folder / _name_picture(path, data)
    image = QImage(str(kept))
    if image.isNull():
        try:
            image = paint(data)
        except BlueprintError:
            return Preview(None, state.st_mtime)
        _keep(image, kept)
    return Preview(image, state.st_mtime)


def _name_picture(path: Path, data: bytes) -> str:
    """Return a name that begins alike for all contents of one file."""
    content = hashlib.sha256(data)
    content.update(f"{__version__} {WIDTH_PX}".encode())
    return f"{_name_file(path)}-{content.hexdigest()[:24]}.png"


def _name_file(path: Path) -> str:
    return hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _keep(image: QImage, kept: Path) -> None:
    """Write a picture in place of an older one of the same file; without it all goes on."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for older in kept.parent.glob(f"{kept.name.partition('-')[0]}-*.png"):
            older.unlink(missing_ok=True)
        part = kept.with_name(f"part-{threading.get_ident()}.png")
        if image.save(str(part)):
            part.replace(kept)
    except OSError as error:
        _log.info("a preview is not kept: %s", error)


def _drop_oldest(folder: Path) -> None:
    try:
        kept = sorted(folder.glob("*.png"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-MOST_KEPT]:
            path.unlink(missing_ok=True)
    except OSError as error:
        _log.info("old previews are not dropped: %s", error)


def forget_preview(path: Path, folder: Path | None = None) -> None:
    """Remove what is kept of how a file looks."""
    cache = platformdirs.user_cache_path(APP_NAME, appauthor=False)
    for kept in (folder or cache / "previews").glob(f"{_name_file(path)}-*.png"):
        kept.unlink(missing_ok=True)


def _make_brush(font_files: Sequence[str]) -> Paint:
    # All this is what opening a document takes; the start page's first paint does without.
    from blueprint_editor.app.fonts import open_fonts  # noqa: PLC0415
    from blueprint_editor.layout.text import Typesetter  # noqa: PLC0415
    from blueprint_editor.painters.qt import QtFonts, paint_drawing  # noqa: PLC0415
    from blueprint_editor.session.composition import PaperComposer  # noqa: PLC0415
    from blueprint_editor.sheets.poster import PosterComposer  # noqa: PLC0415
    from blueprint_editor.storage.format import parse_document  # noqa: PLC0415

    library = open_fonts(font_files)
    compose = PaperComposer(PosterComposer(Typesetter(library)))
    fonts = QtFonts(library)

    def paint(data: bytes) -> QImage:
        drawing = compose(parse_document(data)).drawing
        scale = WIDTH_PX / drawing.width
        height_px = max(1, round(min(drawing.height * scale, WIDTH_PX * _TALLEST)))
        image = QImage(WIDTH_PX, height_px, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.scale(scale, scale)
        paint_drawing(painter, drawing, fonts, scale)
        painter.end()
        return image

    return paint
