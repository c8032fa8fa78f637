"""Numbers, colours and strings as PDF writes them; short, exact to a thousandth, repeatable.

All is text of characters up to U+00FF, one for each byte of the file.
"""

from functools import lru_cache


def to_thousandths(value: float) -> int:
    """Round mm to whole thousandths, so that sums and differences of places stay exact."""
    return round(value * 1000)


@lru_cache(maxsize=1 << 16)
def write_thousandths(count: int) -> str:
    """Write thousandths as a number without needless digits: ``-500`` becomes ``-.5``."""
    if count % 1000 == 0:
        return str(count // 1000)
    digits = f"{abs(count) / 1000:.3f}".strip("0")
    return f"-{digits}" if count < 0 else digits


def write_number(value: float, decimals: int = 3) -> str:
    """Write a number with at most ``decimals`` digits after the point."""
    if decimals == 3:
        return write_thousandths(round(value * 1000))
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


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
