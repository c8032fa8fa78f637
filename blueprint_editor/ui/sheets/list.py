"""The sheets to tick, in the order of a workshop process."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from blueprint_editor.language.texts import _
from blueprint_editor.language.workshop.kit import STAGES, KitWords, write_code
from blueprint_editor.sheets.kinds import SHEETS

_POSTER = "poster"
_NAME = Qt.ItemDataRole.UserRole
_POSTER_STAGE = "building"
_ROW_PX = 22


class SheetList(QTreeWidget):
    """Lists each sheet once, under the stage at which it is needed first.

    Signals:
        picked: other sheets are ticked.
        shown: another sheet is the current one.
    """

    picked = Signal()
    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setAccessibleName(_("Sheets"))
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self._sheets: dict[str, QTreeWidgetItem] = {}
        self._stages: list[tuple[QTreeWidgetItem, str]] = []
        self._fill()
        self.itemChanged.connect(lambda _item, _column: self.picked.emit())
        self.currentItemChanged.connect(self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The choices below have grown, perhaps, for the sheet that is looked at.
        self.scrollTo(self.currentIndex())

    def _fill(self) -> None:
        for stage, sheets in STAGES:
            names = [name for name in sheets if name not in self._sheets]
            if stage == _POSTER_STAGE:
                names.append(_POSTER)
            if not names:
                continue
            head = QTreeWidgetItem(self)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setSizeHint(0, QSize(0, _ROW_PX))
            font = self.font()
            font.setBold(True)
            head.setFont(0, font)
            self._stages.append((head, stage))
            for name in names:
                item = QTreeWidgetItem(head)
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Unchecked)
                item.setData(0, _NAME, name)
                self._sheets[name] = item
            head.setExpanded(True)

    def name_sheets(self, kit: KitWords) -> None:
        """Write the titles in another language."""
        self.blockSignals(True)
        for head, stage in self._stages:
            head.setText(0, kit.stages[stage])
        for name, item in self._sheets.items():
            title = (
                kit.poster
                if name == _POSTER
                else f"{write_code(name)}  {kit.sheets[name].title}".strip()
            )
            item.setText(0, title)
            item.setToolTip(0, title)
        self.blockSignals(False)

    def tick(self, names: Iterable[str]) -> None:
        """Tick these sheets and no others, and show the first of them."""
        wanted = [name for name in SHEETS if name in set(names)]
        self.blockSignals(True)
        for name, item in self._sheets.items():
            on = Qt.CheckState.Checked if name in wanted else Qt.CheckState.Unchecked
            item.setCheckState(0, on)
        self.blockSignals(False)
        self.setCurrentItem(self._sheets[wanted[0] if wanted else "W1"])
        self.picked.emit()

    @property
    def ticked(self) -> list[str]:
        """The sheets that are ticked, in the order of the kit; the poster last."""
        return [name for name in self._names() if self._is_ticked(name)]

    def _names(self) -> list[str]:
        listed = (name for name in SHEETS if name in self._sheets and name != _POSTER)
        return [*listed, _POSTER]

    def _is_ticked(self, name: str) -> bool:
        return self._sheets[name].checkState(0) == Qt.CheckState.Checked

    @property
    def current(self) -> str:
        """The sheet that is looked at."""
        item = self.currentItem()
        return str(item.data(0, _NAME) or "W1") if item is not None else "W1"

    def _show(self, item: QTreeWidgetItem | None) -> None:
        name = item.data(0, _NAME) if item is not None else None
        if name:
            self.shown.emit(str(name))
