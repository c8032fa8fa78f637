"""The chapters of the guide; what they say of menus and keys comes from the table of actions."""

import re
from pathlib import Path
from typing import NamedTuple

from blueprint_editor.language.texts import _, current_language
from blueprint_editor.ui.actions import ACTIONS, MENUS
from blueprint_editor.ui.actions.keys import find_keys, name_keys
from blueprint_editor.ui.actions.making import plain_text
from blueprint_editor.ui.preferences import Preferences

CHAPTERS = (
    "first-poster",
    "notes-to-path",
    "office-printer",
    "causal-map",
    "comment-round",
    "service-library",
    "prints-for-people",
    "accessible-publishing",
    "keyboard",
)
"""The files of a language's folder, in reading order, without their ending."""
ENDING = ".md"
_BLANK = re.compile(r"\{(=?)([^{}]+)\}")
"""``{name}`` stands for an action, ``{=message id}`` for another word of the program."""
_SPECS = {spec.name: spec for spec in ACTIONS}
_MENU_TITLES = dict(MENUS)


class Chapter(NamedTuple):
    """One chapter: its name among :data:`CHAPTERS`, its title, its whole text as Markdown."""

    name: str
    title: str
    text: str


def find_folder(guide: Path) -> Path:
    """Return the folder of texts and pictures in the language of now."""
    return guide / current_language()


def read_chapters(guide: Path, preferences: Preferences) -> tuple[Chapter, ...]:
    """Return all chapters in the language of now, with the keys that the person has chosen."""
    chapters = []
    for name in CHAPTERS:
        text = (find_folder(guide) / (name + ENDING)).read_text("utf-8")
        filled = _BLANK.sub(lambda found: _fill(found[1], found[2], preferences), text)
        chapters.append(Chapter(name, text.partition("\n")[0].removeprefix("# "), filled))
    return tuple(chapters)


def _fill(sign: str, name: str, preferences: Preferences) -> str:
    return f"**{plain_text(name)}**" if sign else _name_action(name, preferences)


def _name_action(name: str, preferences: Preferences) -> str:
    """Return where an action stands and its first key, as Markdown.

    Raises:
        KeyError: there is no such action.
    """
    spec = _SPECS[name]
    titles = (_MENU_TITLES[spec.menu], spec.submenu, spec.text)
    place = " → ".join(plain_text(title) for title in titles if title)
    keys = find_keys(spec, preferences)
    return f"**{place}**" + (f" ({_keep_whole(name_keys(keys[0]))})" if keys else "")


def _keep_whole(keys: str) -> str:
    """Keep the keys on one line, and their signs from being taken for Markdown."""
    return keys.replace(" ", "\N{NO-BREAK SPACE}").replace("*", r"\*").replace("_", r"\_")


def name_guide() -> str:
    """Return the title of the guide's window."""
    return _("Guide")
