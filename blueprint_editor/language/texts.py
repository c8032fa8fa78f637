"""Texts of the user interface in the language chosen now; English message ids, gettext files."""

from gettext import GNUTranslations, NullTranslations
from pathlib import Path

LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
"""The languages of the user interface by their own names."""
UI_LANGUAGES: tuple[str, ...] = tuple(LANGUAGE_NAMES)
"""Their tags; the first is used where nothing else is asked for."""
DOMAIN = "blueprint_editor"


class _Current:
    """The catalogue in use; one per process, since a window speaks one language."""

    catalogue: NullTranslations = NullTranslations()
    language: str = "en"


def use_language(language: str, locale_folder: Path) -> None:
    """Switch all later look-ups to ``language``.

    Args:
        language: one of :data:`UI_LANGUAGES`; English needs no catalogue.
        locale_folder: holds ``fi/LC_MESSAGES/blueprint_editor.mo`` and its sisters.

    Raises:
        FileNotFoundError: there is no catalogue of that language.
    """
    if language == "en":
        _Current.catalogue = NullTranslations()
    else:
        path = locale_folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        with path.open("rb") as file:
            _Current.catalogue = GNUTranslations(file)
    _Current.language = language


def current_language() -> str:
    """Return the language of the texts."""
    return _Current.language


def choose_language(*wished: str | None) -> str:
    """Return the first UI language among the wished tags (``sv_FI``, ``en-GB``), else Finnish."""
    for tag in wished:
        primary = (tag or "").replace("_", "-").split("-")[0].lower()
        if primary in UI_LANGUAGES:
            return primary
    return UI_LANGUAGES[0]


def msgid(text: str) -> str:
    """Mark a text for translation where it is only looked up later; returns it unchanged."""
    return text


def _(text: str) -> str:
    """Return the text in the current language."""
    return _Current.catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a text that fits a number; ``{count}`` is left for the caller."""
    return _Current.catalogue.ngettext(one, many, count)
