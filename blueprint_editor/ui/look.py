"""How the window looks around the paper: calm and native, light or dark with the system."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget


def is_dark(widget: QWidget) -> bool:
    """Tell whether the system's theme is dark."""
    return widget.palette().color(QPalette.ColorRole.Window).lightness() < 128


def find_colours(*, dark: bool) -> dict[str, str]:
    """Return the window's colours by use; all text is at least 4.5:1 on its ground."""
    if dark:
        return {
            "surface": "#2A2E34",
            "edge": "#3C424A",
            "text": "#F1F3F5",
            "quiet": "#B6BEC8",
            "hover": "#3A4048",
            "primary": "#3E6FCB",
            "primary_text": "#FFFFFF",
            "good": "#7FD1A0",
            "warn": "#F0C36D",
            "notice": "#33402F",
            "notice_bad": "#4A3626",
            "field": "#1E2227",
            "field_edge": "#8A94A0",
            "focus": "#7FB0FF",
            "bad": "#FF8A80",
            "chosen": "#5C4A12",
            "chosen_text": "#FFE9A8",
            "chip": "#3A4452",
            "selected": "#33496B",
            "link": "#9CC2FF",
        }
    return {
        "surface": "#FFFFFF",
        "edge": "#D9DEE4",
        "text": "#17202B",
        "quiet": "#4A5666",
        "hover": "#E8EEF7",
        "primary": "#1C3557",
        "primary_text": "#FFFFFF",
        "good": "#17653A",
        "warn": "#7A4E00",
        "notice": "#E9F4EC",
        "notice_bad": "#FDF3E1",
        "field": "#FFFFFF",
        "field_edge": "#8A94A0",
        "focus": "#1A56C4",
        "bad": "#B3261E",
        "chosen": "#FFE79E",
        "chosen_text": "#17202B",
        "chip": "#E9EEF5",
        "selected": "#DCE8FA",
        "link": "#1A4FA8",
    }


def make_style_sheet(colours: dict[str, str]) -> str:
    """Return the rules for the parts that Qt's own styles leave plain."""
    return """
QMenuBar {{ background: {surface}; color: {text}; padding: 2px 6px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QToolBar {{ background: {surface}; border: none; border-bottom: 1px solid {edge};
  padding: 4px 8px; spacing: 2px; }}
QToolBar::separator {{ background: {edge}; width: 1px; margin: 8px 8px; }}
QToolBar QToolButton {{ color: {text}; border: 1px solid transparent; border-radius: 6px;
  padding: 4px 10px; min-width: 56px; }}
QToolBar QToolButton:hover {{ background: {hover}; }}
QToolBar QToolButton:pressed {{ background: {edge}; }}
QToolBar QToolButton:focus {{ border-color: {quiet}; }}
QToolBar QToolButton:disabled {{ color: {quiet}; }}
QToolBar QToolButton#primary {{ background: {primary}; color: {primary_text}; }}
QToolBar QToolButton#primary:hover {{ border-color: {text}; }}
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
QMainWindow::separator {{ background: {edge}; width: 1px; height: 1px; }}
QWidget#inspector, QWidget#outline, QWidget#outline QTreeView {{ background: {surface};
  color: {text}; }}
QTreeView {{ outline: none; }}
QTreeView::item {{ padding: 2px 2px; border: 1px solid transparent; }}
QTreeView::item:hover {{ background: {hover}; }}
QTreeView::item:selected {{ background: {selected}; color: {text}; }}
QTreeView::item:focus {{ border-color: {focus}; }}
QWidget#inspector QLabel {{ color: {text}; }}
QWidget#inspector QLabel#label, QWidget#inspector QLabel#quiet {{ color: {quiet}; }}
QWidget#inspector QLabel#title {{ font-size: 15px; font-weight: 600; }}
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
QToolButton#add, QToolButton#more {{ color: {link};
  border: 1px solid transparent; border-radius: 5px; padding: 2px 3px; margin-left: -3px; }}
QToolButton#add::menu-indicator {{ image: none; }}
QToolButton#add:hover, QToolButton#more:hover,
QWidget#inspector QToolButton#relation:hover, QWidget#inspector QToolButton#remove:hover
  {{ background: {hover}; }}
QToolButton#add:focus, QToolButton#more:focus,
QWidget#inspector QToolButton#relation:focus, QWidget#inspector QToolButton#remove:focus
  {{ border-color: {focus}; }}
QWidget#inspector QToolButton#relation {{ color: {text}; text-align: left;
  border: 1px solid {edge}; border-radius: 5px; padding: 5px 6px; }}
QWidget#inspector QToolButton#remove {{ color: {quiet}; border: 1px solid transparent;
  border-radius: 5px; padding: 3px 6px; }}
""".format(**colours)


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget the look of a tone that the style sheet knows: ``good``, ``warn`` or none."""
    widget.setProperty("tone", tone)
    # One that was not shown yet takes its look when it is; asking for the style takes 16 ms.
    if widget.isVisible():
        widget.style().polish(widget)
