"""Names of headers in a sheet's second language, set below the first."""

from typing import NamedTuple

from blueprint_editor.layout.text import SetText, TextStyle, Typesetter


class SecondName(NamedTuple):
    """A header's name in the second language; empty where there is none."""

    text: str = ""
    language: str = ""


NO_SECOND_NAME = SecondName()


def set_second_name(
    second: SecondName, style: TextStyle, width: float, typesetter: Typesetter
) -> SetText:
    """Set the name in lines of at most ``width`` mm, its runs marked with its language."""
    return typesetter.set_text(
        second.text, style, width, second.language, mark_language=True, spare_hyphens=True
    )
