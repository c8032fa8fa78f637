"""Days and times as a person of the language of now writes them."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from blueprint_editor.language.texts import current_language


def tell_time(at: datetime) -> str:
    """Return a moment's day and time of day, by the clock of this place."""
    moment = QDateTime.fromMSecsSinceEpoch(round(at.timestamp() * 1000))
    return QLocale(current_language()).toString(moment, QLocale.FormatType.ShortFormat)
