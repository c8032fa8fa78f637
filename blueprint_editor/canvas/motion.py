"""Whether things may move: as the system has it, or as the person wants."""

import sys

from PySide6.QtWidgets import QApplication, QStyle, QWidget

_PROPERTY = "is_motion_reduced"
_LONGEST_MS = 160
_GET_CLIENT_AREA_ANIMATION = 0x1042


def reduce_motion(app: QApplication, *, is_reduced: bool) -> None:
    """Let nothing move from now on, or as the system has it."""
    app.setProperty(_PROPERTY, is_reduced)


def _is_reduced() -> bool:
    app = QApplication.instance()
    return app is not None and bool(app.property(_PROPERTY))


def find_motion_ms(widget: QWidget) -> int:
    """Return how long a motion may take; 0 where the system or the person wants none."""
    if _is_reduced():
        return 0
    if sys.platform == "win32" and not _has_windows_animations():
        return 0
    wish = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return min(wish, _LONGEST_MS)


def _has_windows_animations() -> bool:
    """Ask Windows for "Show animations", which Qt 6.11 does not."""
    import ctypes  # noqa: PLC0415 - for Windows alone

    answer = ctypes.c_int(1)
    user32 = ctypes.windll.user32  # type: ignore[attr-defined]
    user32.SystemParametersInfoW(_GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(answer), 0)
    return bool(answer.value)
