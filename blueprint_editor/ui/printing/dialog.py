"""Print or export: choices on the left, on the right the pages just as they will be."""

from typing import Any

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from blueprint_editor.canvas.accessibility import announce
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.fields import SetField, read_field
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.language.texts import _
from blueprint_editor.model.document import Document
from blueprint_editor.session.task import Task
from blueprint_editor.ui.dialogs.themed_dialog import ThemedDialog, resize_within_screen
from blueprint_editor.ui.inspector.form import Form
from blueprint_editor.ui.inspector.spec import Surroundings
from blueprint_editor.ui.printing.breaks import follow, start_wish
from blueprint_editor.ui.printing.choices import CHOICES
from blueprint_editor.ui.printing.preview import PagePreview
from blueprint_editor.ui.printing.wish import Order, Pages, PrintWork, Wish, find_fault
from blueprint_editor.ui.sentences import tell_error, tell_fault

_SIZE_PX = (1180, 760)
_CHOICES_PX = 340
_PAUSE_MS = 150
"""After the last choice, before its preview is made."""
_SLOW_MS = 400
"""What takes longer is said to be on its way."""
_PRINTABLE = frozenset({"pdf", "png", "svg"})


class ExportDialog(ThemedDialog):
    """Nothing is changed until the person exports or prints.

    Signals:
        export_asked: carries the :class:`Order`; the person wants it as a file.
        print_asked: carries the order; the person wants it printed.
    """

    export_asked = Signal(object)
    print_asked = Signal(object)

    def __init__(
        self, document: Document, wish: Wish, work: PrintWork, fonts: FontLibrary, parent: QWidget
    ) -> None:
        super().__init__(_("Print or Export"), parent)
        self._order = Order(document, start_wish(document, wish))
        self._found: Document | None = None
        self._wanted: Any = None
        self._work = work
        # One after the other: only the last choice counts.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._is_drawing = False
        self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        nothing = Surroundings(_ignore, _ignore, lambda _name: QWidget())
        self.form = Form(CHOICES, nothing)
        self.form.edited.connect(self._take)
        self.preview = PagePreview(fonts)
        self._slow.timeout.connect(self.preview.tell_busy)
        self.export_button = QPushButton(_("E&xport…"))
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(lambda: self._ask(self.export_asked))
        self.print_button = QPushButton(_("&Print…"))
        self.print_button.clicked.connect(lambda: self._ask(self.print_asked))
        self._assemble()
        resize_within_screen(self, *_SIZE_PX)
        self._show_choices()
        self._draw()
        self.export_button.setFocus()

    @property
    def order(self) -> Order:
        """What is asked for at the moment, with the fit that was found for it."""
        document, wish = self._order
        return Order(self._found or document, wish)

    def _assemble(self) -> None:
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        for button in (self.print_button, cancel):
            button.setAutoDefault(False)
        page = QWidget()
        page.setObjectName("choices")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.addWidget(self.form)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = scroll.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        scroll.setFixedWidth(max(_CHOICES_PX, page.minimumSizeHint().width() + bar + 2))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 10, 16, 14)
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.export_button)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(scroll)
        row.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addLayout(buttons)

    # --- choices

    def _show_choices(self) -> None:
        document, wish = self._order
        self.form.show_values(document, (wish,), self._read)
        self.print_button.setEnabled(wish.kind in _PRINTABLE)

    def _read(self, path: str) -> Any:
        document, wish = self._order
        holder, _dot, field = path.partition(".")
        return getattr(wish, field) if holder == "wish" else read_field(document, document.id, path)

    def _take(self, path: str, value: Any) -> None:
        document, wish = self._order
        holder, _dot, field = path.partition(".")
        try:
            if holder == "wish":
                if fault := find_fault(field, value):
                    self.form.show_fault(path, tell_fault(fault))
                    return
                order = Order(document, wish._replace(**{field: value}))
            else:
                order = Order(SetField((document.id,), path, value).apply(document), wish)
        except CommandRefusedError as error:
            self.form.show_fault(path, tell_error(error))
            return
        self._order = follow(order, path)
        self._found = None
        self.form.show_fault(path, "")
        self._show_choices()
        self._timer.start(_PAUSE_MS)

    # --- preview

    def _draw(self) -> None:
        """Make the pages in a worker; while it is busy only the last wish waits."""
        if self._is_drawing:
            self._is_stale = True
            return
        self._is_drawing, self._is_stale = True, False
        if not self._slow.isActive():
            self._slow.start()
        order, work = self._order, self._work
        task = Task(self)
        task.succeeded.connect(self._show_pages)
        task.failed.connect(self._tell_fault)
        task.start(lambda: work.draw(order), self._pool)

    def _show_pages(self, pages: Pages) -> None:
        self._finish(pages, is_possible=True)

    def _tell_fault(self, error: Exception) -> None:
        self._finish(Pages(warnings=(tell_error(error),)), is_possible=False)

    def _finish(self, pages: Pages, *, is_possible: bool) -> None:
        self._is_drawing = False
        if self._is_stale:
            self._draw()
            return
        self._slow.stop()
        self._found = pages.document
        self.preview.show_pages(pages)
        self.export_button.setEnabled(is_possible)
        self.print_button.setEnabled(is_possible and self._order.wish.kind in _PRINTABLE)
        if words := " ".join((*pages.warnings, *pages.facts)):
            announce(self, words)
        if self._wanted is not None:
            signal, self._wanted = self._wanted, None
            if is_possible:
                self._ask(signal)

    def _ask(self, signal: Any) -> None:
        """Tell that the person is done; not before a fit is found that was asked for."""
        is_pending = self._timer.isActive() or self._is_drawing
        if is_pending and self._order.wish.asks_for_fit:
            self._wanted = signal
            return
        order = self.order
        self.accept()
        signal.emit(order)


def _ignore(*_arguments: object) -> None:
    """The dialog has no field that asks for a picture or a new record."""
