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
""".format(**colours)


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget the look of a tone that the style sheet knows: ``good``, ``warn`` or none."""
    widget.setProperty("tone", tone)
    # One that was not shown yet takes its look when it is; asking for the style takes 16 ms.
    if widget.isVisible():
        widget.style().polish(widget)
