"""Texts that are longer than their place: cut at a word, never lost and never without a sign."""

from blueprint_editor.layout.text import SetText, TextStyle
from blueprint_editor.sheets.workshop.page import SheetPage

_LONGEST = 4000
"""Characters of a text that are looked at for one place."""


def cut(
    page: SheetPage,
    text: str,
    style: TextStyle | str,
    width: float,
    height: float,
    language: str,
    *,
    spare_hyphens: bool = False,
) -> tuple[str, str]:
    """Return as much of a text as its place holds, and the rest.

    At least one word (or part of one) is returned, so that whoever goes on comes to an end.
    """
    words = text.split(" ")

    def fits(count: int) -> bool:
        part = " ".join(words[:count])
        done = page.set_text(part, style, width, language=language, spare_hyphens=spare_hyphens)
        return done.height <= height + 0.01

    if len(text) <= _LONGEST and fits(len(words)):
        return text, ""
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if len(" ".join(words[:middle])) <= _LONGEST and fits(middle):
            low = middle
        else:
            high = middle - 1
    part, rest = " ".join(words[:low]), " ".join(words[low:])
    return (part, rest) if fits(low) else _cut_word(page, text, style, width, height, language)


def _cut_word(
    page: SheetPage, text: str, style: TextStyle | str, width: float, height: float, language: str
) -> tuple[str, str]:
    """Cut where the first word alone is too long for the place."""
    low, high = 1, min(len(text), _LONGEST)
    while low < high:
        middle = (low + high + 1) // 2
        done = page.set_text(text[:middle], style, width, language=language)
        low, high = (middle, high) if done.height <= height + 0.01 else (low, middle - 1)
    return text[:low], text[low:]


def clip(
    page: SheetPage,
    text: str,
    style: TextStyle | str,
    width: float,
    lines: int,
    language: str = "",
) -> str:
    """Return a text that takes at most so many lines, with an ellipsis where it is cut.

    For what the sheet only repeats, such as the document's title in the band.
    """
    told = style if isinstance(style, TextStyle) else page.look.styles[style]
    height = told.leading * lines
    if len(text) <= _LONGEST:
        done: SetText = page.set_text(text, style, width, language=language)
        if done.height <= height + 0.01:
            return text
    part, _ = cut(page, text, style, width, height, language)
    while part:
        short = f"{part.rstrip(' .,;:·')}…"
        if page.set_text(short, style, width, language=language).height <= height + 0.01:
            return short
        part = part[:-1]
    return "…"
