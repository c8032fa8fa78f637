"""What editors of one typed line have in common."""

from PySide6.QtWidgets import QWidget

from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.roomy import HintedLine


class TypedField(Field):
    """A line; subclasses say what its text means as soon as it is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = HintedLine(self)
        self.line.textEdited.connect(self._tell)
        self.line.editingFinished.connect(self.left)
        self.setFocusProxy(self.line)
        self.fill_with(self.line)

    def forget_typed(self) -> None:
        if self.line.property("fault"):
            self.line.clear()
        super().forget_typed()

    def _tell(self, text: str) -> None:
        """Emit ``edited`` with what the text means, or show what is wrong with it."""
        raise NotImplementedError  # what a text means is what tells these fields apart
