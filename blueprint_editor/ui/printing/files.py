"""The part of the dialog on the file itself: how large a picture is, what goes out with it."""

from collections.abc import Callable, Collection, Sequence
from types import MappingProxyType

from blueprint_editor.export.kinds import TABLE_KINDS, TEXT_KINDS
from blueprint_editor.export.parts import PARTS, Part
from blueprint_editor.export.publishing import LeftOut
from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.model.document import Document
from blueprint_editor.ui.fields.field import Field
from blueprint_editor.ui.fields.numbers import NumberField
from blueprint_editor.ui.inspector.spec import FieldSpec, Records, Surroundings, choice, flag
from blueprint_editor.ui.printing.leaving_field import LeavingField
from blueprint_editor.ui.words import PART_NAMES

PICTURE_SIZES = MappingProxyType(
    {
        "print": msgid("For printing, by dots per inch"),
        "thumbnail": msgid("Small, for a publishing site"),
        "width": msgid("So many pixels wide"),
    }
)
TELLINGS = MappingProxyType(
    {
        "blueprint": msgid("The whole blueprint"),
        "description": msgid("Service description, by Innokylä’s headings"),
    }
)
TABLES = MappingProxyType({"cards": msgid("Cards and waiting notes"), "actors": msgid("Actors")})
THUMBNAIL_PX = 800
"""How wide the small picture is: about what publishing sites show beside a text."""


def _is(*kinds: str) -> Callable[[Document, Records], bool]:
    return lambda _document, records: records[0].kind in kinds


def _is_sized(size: str) -> Callable[[Document, Records], bool]:
    return lambda _document, records: records[0].kind == "png" and records[0].size == size


def _is_published(_document: Document, records: Records) -> bool:
    return bool(records[0].is_published)


def _dots(_around: Surroundings) -> Field:
    return NumberField(empty=150.0)


def _pixels(_around: Surroundings) -> Field:
    return NumberField(is_whole=True, empty=2000)


CHOICES: tuple[FieldSpec, ...] = (
    FieldSpec("wish.telling", msgid("What it tells"), choice(TELLINGS), is_shown=_is(*TEXT_KINDS)),
    FieldSpec("wish.table", msgid("What it tells"), choice(TABLES), is_shown=_is(*TABLE_KINDS)),
    FieldSpec("wish.size", msgid("Size of the picture"), choice(PICTURE_SIZES),
              is_shown=_is("png")),
    FieldSpec("wish.dpi", msgid("Dots per inch"), _dots, is_half=True,
              is_shown=_is_sized("print")),
    FieldSpec("wish.width_px", msgid("Width, pixels"), _pixels, is_half=True,
              is_shown=_is_sized("width")),
    FieldSpec("wish.text_as_paths", "", flag(msgid("Letters as outlines")), is_shown=_is("svg"),
              hint=msgid("For programs that do not know the typeface. The text can no longer be "
                         "searched or edited.")),
    FieldSpec("wish.is_published", "", flag(msgid("Publishing copy")),
              hint=msgid("Without comments, sticky notes, contacts and other working papers.")),
    FieldSpec("wish.leaving", "", lambda _around: LeavingField(), is_shown=_is_published),
    FieldSpec("wish.has_source", "", flag(msgid("The file carries the blueprint itself")),
              is_shown=_is("pdf"),
              hint=msgid("Whoever gets the PDF can go on with it in this program.")),
)  # fmt: skip


def tell_left_out(left_out: Sequence[LeftOut], *, is_published: bool = False) -> str:
    """Return what the publishing copy, or the copy inside a file, does not hold, and how much."""
    if not left_out:
        if is_published:
            return _("Publishing copy: nothing had to be left out.")
        return _("The blueprint in the file is whole: nothing had to be left out.")
    parts = ", ".join(f"{_(PART_NAMES[part])} ({number})" for part, number in left_out)
    if is_published:
        return _("Left out of the publishing copy: {parts}.").format(parts=parts)
    return _("Left out of the blueprint in the file: {parts}.").format(parts=parts)


def tell_kept(parts: Collection[Part]) -> str:
    """Return which parts the publishing copy keeps on purpose."""
    names = ", ".join(_(PART_NAMES[part]) for part in PARTS if part in parts)
    return _("Kept in the publishing copy: {parts}.").format(parts=names)


def tell_traces(count: int) -> str:
    """Return that so many texts may tell of people."""
    words = ngettext(
        "{count} text in it may tell of a person; read it before you pass it on.",
        "{count} texts in it may tell of people; read them before you pass it on.",
        count,
    )
    return words.format(count=count)


def tell_pixels(width: int, height: int) -> str:
    """Return how large a picture will be."""
    return _("The picture is {width} × {height} pixels.").format(width=width, height=height)
