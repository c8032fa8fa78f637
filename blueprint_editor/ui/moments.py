"""When something was, as a person says it: today at 14.32, yesterday, a date."""

from PySide6.QtCore import QDateTime, QLocale

from blueprint_editor.language.texts import _, current_language


def tell_moment(seconds: float, now: QDateTime | None = None) -> str:
    """Return the words for a moment.

    Args:
        seconds: since 1970.
        now: the moment from which it is seen; None for this one.
    """
    locale = QLocale(current_language())
    at = QDateTime.fromSecsSinceEpoch(int(seconds))
    today = (now or QDateTime.currentDateTime()).date()
    clock = locale.toString(at.time(), QLocale.FormatType.ShortFormat)
    match at.date().daysTo(today):
        case 0:
            return _("today at {time}").format(time=clock)
        case 1:
            return _("yesterday at {time}").format(time=clock)
        case _:
            return locale.toString(at.date(), QLocale.FormatType.ShortFormat)
