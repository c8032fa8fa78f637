"""The sRGB profile that tells what the numbers of all colours mean (PDF/A output intent)."""

from functools import cache

from PIL import ImageCms

_VERSION = slice(8, 12)
_MADE_ON = slice(24, 36)
_ICC_4_2 = bytes((4, 0x20, 0, 0))
"""What PDF/A-2 builds on (ISO 15076-1:2005); the profile uses nothing younger."""

_FIRST_DAY_OF_SRGB = bytes((7, 207, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0))
"""18 October 1999, IEC 61966-2-1; a fixed date keeps the file the same from day to day."""


@cache
def make_srgb_profile() -> bytes:
    """Return an ICC profile for sRGB, always the same bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_VERSION] = _ICC_4_2
    profile[_MADE_ON] = _FIRST_DAY_OF_SRGB
    return bytes(profile)
