"""The sRGB profile that tells what the numbers of all colours mean (PDF/A output intent)."""

import base64
import zlib
from functools import cache

_PACKED = (
    "c-obbJ4*vW6otP;MTwDsT8LO|p<<DMD2S!TB2ADG6?`?xW|IhcEV~I3Yy}&OfQ4w|tMDIaE7&Ruf+C3c8+<h"
    "q);mccLA3BLv-jidp3BS`aECK`)^61xn=4q+P*7W3TGrZc@X$@QV!CZkM<QYVtj~K~s^10FEdE!W3B%UG)ge"
    "5gn^r-1N;te;FcohL_v-0bLikYFZ^;IQuaq9I@r&YAjo%ep^U)b_tC?D=iQ`SIr>(5;i11)GQ`GDGQ77>lxr"
    "I6D{jvtIi4r1+Mw}vRWGE1jo|DXe_l;J4v*g92%iE-cC5{wn@%lwA%2Y#oQglO}3?-HO&phqq_*iYaHwbOdj"
    "`KDI?K@B@JI>dU<5Z5J<q0lw4S!y8n*0#G+|ULOz_$r!mklkx3+G$V_h`nfSXF9~<xVEy^%T06pyw7mE48fZ"
    "-#K}J`3<?EYuMX|Vfo*;`VI3lXO9"
)
"""The profile that Little CMS makes for sRGB (no copyright), as of ICC version 4.2.

Kept here, since the library writes its own version and the present day into each profile.
"""


@cache
def make_srgb_profile() -> bytes:
    """Return an ICC profile for sRGB, always the same bytes."""
    return zlib.decompress(base64.b85decode(_PACKED))
