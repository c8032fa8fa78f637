"""Setting text: words are shaped once, lines are chosen once, in mm; knows no record."""

from blueprint_editor.layout.text.placing import SetText
from blueprint_editor.layout.text.style import Align, TextStyle
from blueprint_editor.layout.text.typesetter import Typesetter

__all__ = ["Align", "SetText", "TextStyle", "Typesetter"]
