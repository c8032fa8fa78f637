"""Numbers, colours and strings as PDF writes them; short, exact to a thousandth, repeatable.

All is text of characters up to U+00FF, one for each byte of the file.
"""

import re
from functools import lru_cache

import pikepdf


class Decimals(dict[int, str]):
    """Numbers with a fixed count of digits after the point, written once and kept.

    ``decimals[-500]`` is ``-.5`` where there are three digits: the key counts in the last digit.
    """

    def __init__(self, digits: int) -> None:
        super().__init__()
        self.digits = digits
        self.grain = 10**digits

    def __missing__(self, count: int) -> str:
        whole, rest = divmod(abs(count), self.grain)
        digits = f".{rest:0{self.digits}d}".rstrip("0") if rest else ""
        sign = "-" if count < 0 else ""
        found = self[count] = f"{sign}{whole or ''}{digits}" if whole or rest else "0"
        return found

    def write(self, value: float) -> str:
        """Write a value, rounded to the last digit."""
        return self[round(value * self.grain)]


def write_number(value: float, digits: int = 3) -> str:
    """Write a single number with at most so many digits after the point."""
    return Decimals(digits).write(value)


@lru_cache(maxsize=1 << 10)
def write_colour(colour: str) -> str:
    """Write ``#RRGGBB`` as three numbers; three digits bring every 8-bit value back."""
    return " ".join(write_number(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))


_ESCAPES = {ord(character): f"\\{character}" for character in "\\()"} | {ord("\r"): "\\r"}
_LITERAL = re.compile("[ -~¡-¬®-ÿ–—’…“”€]*")
"""Texts of these characters have a byte for each in a PDF (ISO 32000-1, annex D.2) …"""
_UNICODE_MARKS = ("þ", "ÿ", "ï")
"""… unless they begin as texts in Unicode do."""
_LATIN = re.compile("[ -ÿ]*")
_OTHER_BYTES = str.maketrans("–—’…“”€", "\x85\x84\x90\x83\x8d\x8e\xa0")


def write_string(text: str) -> str:
    """Write a text string that a reader shows; each character of the outcome is a byte."""
    if not _LITERAL.fullmatch(text) or text.startswith(_UNICODE_MARKS):
        return pikepdf.String(text).unparse().decode("latin-1")
    # All three take a third of the time of one translation, which few texts need.
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped if _LATIN.fullmatch(escaped) else escaped.translate(_OTHER_BYTES)})"


def write_text(text: str) -> str:
    """Write a text string (ActualText, Lang) that needs no escapes: hexadecimal UTF-16."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def write_code(code: int) -> str:
    """Write a two-byte character code as it stands inside a literal string."""
    return code.to_bytes(2, "big").decode("latin-1").translate(_ESCAPES)
