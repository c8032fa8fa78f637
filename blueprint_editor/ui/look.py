"""How the program looks around the paper: calm and native, light or dark."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from blueprint_editor.canvas.motion import reduce_motion
from blueprint_editor.ui.preferences import Theme

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}

_MIDDLE = 128
"""Lightness from which on a colour is light."""
_USUAL_BLINKING = "usual_cursor_flash_time"
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)

_LIGHT = {
    "surface": "#FFFFFF",
    "side": "#F6F7F9",
    "ground": "#ECEEF1",
    "edge": "#D9DEE4",
    "text": "#17202B",
    "quiet": "#4A5666",
    "faint": "#5D6876",
    "hover": "#E8EEF7",
    "primary": "#1C3557",
    "primary_hover": "#28497A",
    "primary_text": "#FFFFFF",
    "good": "#17653A",
    "warn": "#7A4E00",
    "bad": "#B3261E",
    "notice": "#E9F4EC",
    "notice_bad": "#FDF3E1",
    "field": "#FFFFFF",
    "field_edge": "#7B8591",
    "focus": "#1A56C4",
    "chosen": "#FFE79E",
    "chosen_text": "#17202B",
    "chip": "#E9EEF5",
    "selected": "#DCE8FA",
    "link": "#1A4FA8",
    "ticked": "#1A56C4",
}
_DARK = {
    "surface": "#2A2E34",
    "side": "#24282E",
    "ground": "#1E2126",
    "edge": "#3C424A",
    "text": "#F1F3F5",
    "quiet": "#B6BEC8",
    "faint": "#A3ACB7",
    "hover": "#3A4048",
    "primary": "#3E6FCB",
    "primary_hover": "#3563B9",
    "primary_text": "#FFFFFF",
    "good": "#7FD1A0",
    "warn": "#F0C36D",
    "bad": "#F2A19B",
    "notice": "#33402F",
    "notice_bad": "#4A3626",
    "field": "#1E2227",
    "field_edge": "#8A94A0",
    "focus": "#7FB0FF",
    "chosen": "#5C4A12",
    "chosen_text": "#FFE9A8",
    "chip": "#3A4452",
    "selected": "#33496B",
    "link": "#9CC2FF",
    "ticked": "#3E6FCB",
}


def is_dark() -> bool:
    """Tell whether the program is shown in a dark theme."""
    return QApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE


def find_colours(*, dark: bool) -> Mapping[str, str]:
    """Return the program's colours by use.

    Text (``text``, ``quiet``, ``faint``, ``good``, ``warn``, ``bad``) is at least 4.5:1 on its
    grounds, ``focus`` and ``field_edge`` at least 3:1; ``edge`` only divides.
    """
    return _DARK if dark else _LIGHT


def paint_colours() -> dict[str, QColor]:
    """Return the colours of now, for what a widget paints itself."""
    table = find_colours(dark=is_dark())
    return {use: QColor(colour) for use, colour in table.items()}


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Show the whole program light, dark, or as the system is."""
    hints = app.styleHints()
    hints.setColorScheme(_SCHEMES[theme])
    # Styles of the system follow by themselves; Qt's own has no colours of its own.
    if app.style().objectName() == "fusion" and not _is_contrast_asked_for(app):
        wanted = hints.colorScheme() if theme == "system" else _SCHEMES[theme]
        app.setPalette(make_palette(dark=wanted == Qt.ColorScheme.Dark))


def apply_motion(app: QApplication, *, is_reduced: bool) -> None:
    """Let nothing move, fade or blink; otherwise it is as the system has it."""
    reduce_motion(app, is_reduced=is_reduced)
    usual = app.property(_USUAL_BLINKING)
    if usual is None:
        usual = app.cursorFlashTime()
        app.setProperty(_USUAL_BLINKING, usual)
    app.setCursorFlashTime(0 if is_reduced else usual)
    if is_reduced:
        for effect in _EFFECTS:
            app.setEffectEnabled(effect, False)


def _is_contrast_asked_for(app: QApplication) -> bool:
    """Tell whether the system shows high contrast, whose colours are not ours to replace."""
    hints = getattr(app.styleHints(), "accessibility", None)  # since Qt 6.10
    return hints is not None and hints().contrastPreference() == Qt.ContrastPreference.HighContrast


def make_palette(*, dark: bool) -> QPalette:
    """Return the program's colours as Qt's styles use them."""
    colours = {use: QColor(colour) for use, colour in find_colours(dark=dark).items()}
    role = QPalette.ColorRole
    palette = QPalette(colours["side"])
    uses = {
        role.Window: "side",
        role.WindowText: "text",
        role.Base: "ground" if dark else "surface",
        role.AlternateBase: "side",
        role.Text: "text",
        role.PlaceholderText: "faint",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "bad",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.Highlight: "primary" if dark else "focus",
        role.HighlightedText: "primary_text",
        role.Accent: "primary" if dark else "focus",
        role.Link: "link",
        role.LinkVisited: "link",
    }
    for each, use in uses.items():
        palette.setColor(each, colours[use])
    faded = QColor(colours["text"])
    faded.setAlphaF(0.45)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, faded)
    return palette


def make_style_sheet(colours: Mapping[str, str]) -> str:
    """Return the rules for the parts that Qt's own styles leave plain."""
    return """
QMenuBar {{ background: {surface}; color: {text}; padding: 2px 6px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QToolBar {{ background: {surface}; border: none; border-bottom: 1px solid {edge};
  padding: 4px 8px; spacing: 2px; }}
QToolBar::separator {{ background: {edge}; width: 1px; margin: 8px 8px; }}
QToolBar QToolButton {{ color: {text}; border: 1px solid transparent; border-radius: 6px;
  padding: 4px 10px; }}
QToolBar QToolButton:hover {{ background: {hover}; }}
QToolBar QToolButton:pressed {{ background: {edge}; }}
QToolBar QToolButton:focus {{ border-color: {focus}; }}
QToolBar QToolButton:disabled {{ color: {quiet}; }}
QToolBar QToolButton#primary {{ background: {primary}; color: {primary_text}; }}
QToolBar QToolButton#primary:hover {{ background: {primary_hover}; }}
QStatusBar {{ background: {surface}; border-top: 1px solid {edge}; color: {quiet}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {quiet}; padding: 0 8px; }}
QStatusBar QLabel[tone="good"] {{ color: {good}; font-weight: 600; }}
QStatusBar QLabel[tone="warn"] {{ color: {warn}; font-weight: 600; }}
QStatusBar QToolButton {{ color: {quiet}; border: 1px solid transparent; border-radius: 4px;
  padding: 2px 4px; }}
QStatusBar QToolButton:hover {{ background: {hover}; }}
QStatusBar QToolButton[tone="warn"] {{ color: {warn}; font-weight: 600; padding: 2px 8px; }}
QFrame#notice {{ background: {notice}; border: none; border-bottom: 1px solid {edge}; }}
QFrame#notice[tone="warn"] {{ background: {notice_bad}; }}
QFrame#notice QLabel {{ color: {text}; }}
QDockWidget {{ color: {text}; font-weight: 600; }}
QDockWidget::title {{ background: {surface}; padding: 8px 12px; border-bottom: 1px solid {edge}; }}
QMainWindow > QTabBar::tab {{ background: {surface}; color: {quiet}; padding: 7px 12px 5px 12px;
  border: none; border-bottom: 2px solid transparent; }}
QMainWindow > QTabBar::tab:selected {{ color: {text}; border-bottom-color: {focus}; }}
QMainWindow > QTabBar::tab:hover {{ background: {hover}; }}
QMainWindow::separator {{ background: {edge}; width: 1px; height: 1px; }}
QWidget#inspector, QWidget#outline, QWidget#outline QTreeView, QWidget#notes,
QWidget#find, QWidget#comments, QWidget#comments QListWidget,
QWidget#filter, QWidget#filter QTreeView,
QWidget#library, QWidget#library QTreeView,
QWidget#translations, QWidget#problems, QWidget#problems QTreeView, QWidget#detail,
QWidget#notes QListView {{ background: {surface};
  color: {text}; }}
QWidget#history QListView {{ background: {surface}; color: {text}; outline: none; }}
QWidget#comments QListWidget, QWidget#history QListView {{ placeholder-text-color: {faint}; }}
QWidget#history QListView::item {{ padding: 5px 12px; }}
QWidget#history QListView::item:hover {{ background: {hover}; }}
QWidget#history QListView::item:selected {{ background: {selected}; color: {text}; }}
QTreeView {{ outline: none; }}
QTreeView::item {{ padding: 2px 2px; border: 1px solid transparent; }}
QTreeView::item:hover {{ background: {hover}; }}
QTreeView::item:selected {{ background: {selected}; color: {text}; }}
QTreeView::item:focus {{ border-color: {focus}; }}
QWidget#inspector QLabel {{ color: {text}; }}
QWidget#inspector QLabel#label, QWidget#inspector QLabel#quiet {{ color: {quiet}; }}
QWidget#inspector QLabel#fault {{ color: {bad}; }}
QWidget#inspector QLabel#title {{ font-weight: 600; }}
QWidget#inspector QLabel#group {{ font-weight: 600; padding-top: 6px; }}
QWidget#inspector *[fault="true"] {{ border: 2px solid {bad}; padding: 3px 5px; }}
QWidget#inspector QToolButton#segment {{ background: {field}; color: {text};
  border: 1px solid {field_edge}; border-left: none; padding: 4px 0; }}
QWidget#inspector QToolButton#segment[first="true"] {{ border-left: 1px solid {field_edge}; }}
QWidget#inspector QToolButton#segment:checked {{ background: {chosen}; color: {chosen_text};
  font-weight: 600; }}
QWidget#inspector QToolButton#segment:focus {{ border: 2px solid {focus}; padding: 3px 0; }}
QWidget#inspector QToolButton#chip {{ background: {chip}; color: {text}; border: 1px solid {chip};
  border-radius: 11px; padding: 2px 8px; }}
QWidget#inspector QToolButton#chip:hover {{ border-color: {field_edge}; }}
QWidget#inspector QToolButton#chip:focus {{ border-color: {focus}; }}
QWidget#inspector QToolButton#chip:disabled {{ color: {quiet}; }}
QWidget#detail QLabel {{ color: {text}; }}
QWidget#library QLabel#quiet {{ color: {quiet}; }}
QWidget#library QLabel#fault {{ color: {bad}; }}
QWidget#detail QLabel#title {{ font-weight: 600; }}
QWidget#detail QLabel#quiet, QWidget#problems QLabel#quiet {{ color: {quiet}; }}
QToolButton#add, QToolButton#more {{ color: {link};
  border: 1px solid transparent; border-radius: 5px; padding: 2px 3px 2px 0; }}
QToolButton#add::menu-indicator {{ image: none; }}
QToolButton#add:hover, QToolButton#more:hover,
QWidget#inspector QPushButton#relation:hover, QWidget#inspector QToolButton#remove:hover
  {{ background: {hover}; }}
QToolButton#add:focus, QToolButton#more:focus,
QWidget#inspector QPushButton#relation:focus, QWidget#inspector QToolButton#remove:focus
  {{ border-color: {focus}; }}
QWidget#inspector QPushButton#relation {{ color: {text}; text-align: left;
  border: 1px solid {edge}; border-radius: 5px; padding: 5px 6px; }}
QWidget#inspector QToolButton#remove {{ color: {quiet}; border: 1px solid transparent;
  border-radius: 5px; padding: 3px 6px; }}
""".format(**colours)


def is_own_style() -> bool:
    """Tell whether Qt's own style draws, and not that of the system."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.style().objectName() == "fusion"


def make_bar_rules(colours: Mapping[str, str]) -> str:
    """Return the rules for scroll bars as slim as those of the systems, for Qt's own style."""
    return _BARS.format(**colours) if is_own_style() else ""


def make_own_rules(colours: Mapping[str, str]) -> str:
    """Return what Qt's own style leaves too faint: edges of fields and boxes to tick; slim bars."""
    tone = "dark" if colours == _DARK else "light"
    fields = _FIELDS.format(**colours, tone=tone) if is_own_style() else ""
    return fields + make_bar_rules(colours)


_BARS = """
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {field_edge}; border: 3px solid {surface}; border-radius: 6px; }}
QScrollBar::handle:hover {{ background: {quiet}; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
_FIELDS = """
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QLineEdit, QPlainTextEdit {{ background: {field}; color: {text}; placeholder-text-color: {faint};
  border: 1px solid {field_edge}; border-radius: 4px; padding: 2px 4px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ border-color: {edge}; }}
QComboBox {{ background: {field}; color: {text}; placeholder-text-color: {faint};
  border: 1px solid {field_edge}; border-radius: 4px; padding: 2px 4px; }}
QComboBox:hover {{ background: {hover}; }}
QComboBox:disabled {{ border-color: {edge}; color: {faint}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url(look:chevron-{tone}.png); width: 14px; height: 14px; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ background: transparent; border: none;
  padding: 0; }}
QAbstractItemView QLineEdit, QAbstractItemView QPlainTextEdit {{ border-radius: 0; padding: 0; }}
QCheckBox::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px;
  background: {field}; border: 1px solid {field_edge}; border-radius: 3px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {ticked};
  border-color: {focus}; image: url(look:tick.png); }}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {{
  background: {ticked}; border-color: {focus}; image: url(look:dash.png); }}
QCheckBox::indicator:disabled {{ border-color: {edge}; }}
QHeaderView {{ background: {side}; }}
QHeaderView::section {{ background: {side}; color: {quiet}; border: none; padding: 4px 6px;
  border-right: 1px solid {edge}; border-bottom: 1px solid {edge}; }}
"""
"""The pictures lie in the folder ``resources/look``, which the application makes known to Qt."""


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget the look of a tone that the style sheet knows: ``good``, ``warn`` or none."""
    widget.setProperty("tone", tone)
    # One that was not shown yet takes its look when it is; asking for the style takes 16 ms.
    if widget.isVisible():
        widget.style().polish(widget)
