"""Numbers, colours and strings as PDF writes them; short, exact to a thousandth, repeatable.

All is text of characters up to U+00FF, one for each byte of the file.
"""

from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def write_decimal(count: int, decimals: int) -> str:
    """Write so many tenths, hundredths, … without needless digits: (-500, 3) becomes ``-.5``."""
    whole, rest = divmod(abs(count), 10**decimals)
    digits = f".{rest:0{decimals}d}".rstrip("0") if rest else ""
    sign = "-" if count < 0 else ""
    return f"{sign}{whole or ''}{digits}" if whole or rest else "0"


def write_number(value: float, decimals: int = 3) -> str:
    """Write a number with at most ``decimals`` digits after the point."""
    return write_decimal(round(value * 10**decimals), decimals)


@lru_cache(maxsize=1 << 10)
def write_colour(colour: str) -> str:
    """Write ``#RRGGBB`` as three numbers; three digits bring every 8-bit value back."""
    return " ".join(write_number(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))


def write_text(text: str) -> str:
    """Write a text string (ActualText, Lang) that needs no escapes: hexadecimal UTF-16."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


_ESCAPES = {ord(character): f"\\{character}" for character in "\\()"} | {ord("\r"): "\\r"}


def write_code(code: int) -> str:
    """Write a two-byte character code as it stands inside a literal string."""
    return code.to_bytes(2, "big").decode("latin-1").translate(_ESCAPES)
