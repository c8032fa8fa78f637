"""What does not go out with a file that carries the blueprint, in words."""

from collections.abc import Sequence
from types import MappingProxyType

from blueprint_editor.export.publishing import LeftOut
from blueprint_editor.language.texts import _, msgid

_PARTS = MappingProxyType(
    {
        "comments": msgid("comments"),
        "comments_without_consent": msgid("comments without consent"),
        "notes": msgid("sticky notes"),
        "remarks": msgid("notes to self"),
        "snapshots": msgid("named versions"),
        "contacts": msgid("contacts"),
        "workshops": msgid("workshops"),
        "ratings": msgid("ratings"),
        "causal_map": msgid("causal map"),
        "hidden_lanes": msgid("hidden lanes"),
        "filtered_out": msgid("what the filter hides"),
        "background": msgid("picture to trace"),
        "file_names": msgid("names of image files"),
        "unused_images": msgid("unused images"),
        "records": msgid("chosen records"),
    }
)


def tell_left_out(left_out: Sequence[LeftOut]) -> str:
    """Return what the copy inside a file does not hold, and how much of it."""
    if not left_out:
        return _("The blueprint in the file is whole: nothing had to be left out.")
    parts = ", ".join(f"{_(_PARTS[part])} ({number})" for part, number in left_out)
    return _("Left out of the blueprint in the file: {parts}.").format(parts=parts)
