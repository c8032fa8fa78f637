"""Colour arithmetic on ``#RRGGBB`` strings: contrast by WCAG 2.1, mixing, greys."""

from functools import lru_cache


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """Return the relative luminance 0–1 (WCAG 2.1, definition of relative luminance)."""
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio 1–21 of two colours (WCAG 2.1, success criterion 1.4.3)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Return ``colour`` with ``share`` (0–1) of ``other`` in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def to_grey(colour: str) -> str:
    """Return the grey of the same luminance."""
    value = luminance(colour)
    level = 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return "#" + f"{round(level * 255):02X}" * 3


def readable_on(background: str, dark: str = "#17202B", light: str = "#FFFFFF") -> str:
    """Return whichever of two text colours stands out more from the background."""
    return max((dark, light), key=lambda text: contrast(text, background))


@lru_cache(maxsize=1024)
def darken_until(colour: str, background: str, ratio: float) -> str:
    """Return the colour, mixed with black only as far as the contrast ratio asks."""
    for step in range(21):
        found = mix(colour, "#000000", step / 20)
        if contrast(found, background) >= ratio:
            return found
    return "#000000"
