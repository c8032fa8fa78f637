"""What the program says about errors: what happened, and what the person can do."""

from pathlib import Path

from blueprint_editor.commands.command import (
    CommandRefusedError,
    Fault,
    InvalidValueError,
    MissingPlacesError,
)
from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.model.errors import (
    DocumentError,
    FileAccessError,
    FileFault,
    NewerFormatError,
    Problem,
)
from blueprint_editor.model.images.pictures import ImageError

_REFUSALS: dict[str, str] = {
    "curve_lane": msgid(
        "The emotion curve takes no cards; it is drawn from the feelings on cards."
    ),
    "hidden_lane": msgid("This lane is hidden; show it first."),
    "no_cell": msgid("Choose a cell first: click it, or press an arrow key."),
    "outside_grid": msgid("There is no further cell in that direction."),
    "connects_itself": msgid("A card cannot be connected with itself."),
    "already_connected": msgid("These cards are connected already."),
    "customer_below": msgid(
        "A customer lane cannot stand below the line of visibility, which runs below the last "
        "frontstage lane."
    ),
    "not_a_customer_lane": msgid("An emotion curve can belong to a customer lane only."),
    "leads_back": msgid("This would lead round in a circle back to itself."),
    "cannot_be_solved": msgid("A mark of this kind is no problem that another could solve."),
    "ends_before_it_begins": msgid("The band would end before it begins."),
    "repeated_variant": msgid("There is a feeling for this variant already."),
    "first_of_phase": msgid("This is the first step of its phase already."),
    "last_of_phase": msgid("This is the last step of its phase; there is none to merge it with."),
    "last_phase": msgid("This is the last phase; there is none to merge it with."),
    "not_in_step": msgid("Only cards of the step itself can go to its new half."),
    "one_line": msgid("The card has only one line, so there is nothing to split."),
    "one_card": msgid("Choose at least two cards to join."),
    "text_changed": msgid("A text was changed in the meantime; search again."),
    "own_language": msgid("The document is written in this language already."),
    "fixed_field": msgid("This cannot be changed."),
    "fixed_record": msgid("This cannot be deleted."),
    "not_merged": msgid("No named version keeps the cards that this one was made of."),
    "no_base": msgid("The document keeps no base that it could be compared with."),
    "unfit_pieces": msgid(
        "These pieces do not fit together: one of them names or moves what is not there any more."
    ),
    "causes_itself": msgid("Nothing can be its own cause."),
    "causes_already": msgid("There is an arrow from the one to the other already."),
    "no_paths": msgid("The file has no cards that could be taken in."),
}
"""Reason of a refusal → why; what is not told here was about something that is gone."""

_FAULTS: dict[str, str] = {
    "too_long": msgid("At most {limit} characters or items fit here."),
    "too_small": msgid("The least value here is {limit}."),
    "not_above": msgid("The value must be more than {limit}."),
    "too_large": msgid("The greatest value here is {limit}."),
    "character": msgid("The text holds a character that cannot be kept, such as a tab."),
    "url": msgid(
        "An address begins with https://, http://, mailto: or tel:, or is the relative path of "
        "another blueprint file."
    ),
    "date": msgid("A date is written as 2026-11-22 and must be in the calendar."),
    "colour": msgid("A colour is written as # and six digits, such as #1A6FB0."),
    "language": msgid(
        "A language is told by its code: fi Finnish, sv Swedish, en English, se Northern Sámi. A "
        "country may follow: sv-FI."
    ),
}
"""Fault of a value → what is allowed."""


def tell_refusal(error: CommandRefusedError) -> str:
    """Return why a change was not made."""
    if isinstance(error, InvalidValueError):
        return tell_fault(error.fault)
    if isinstance(error, MissingPlacesError):
        return tell_missing_places(error)
    if error.reason.startswith("too_many"):
        return _("The document has as many records of this kind as a file can hold.")
    reason = _REFUSALS.get(error.reason, msgid("What you wanted to change is no longer there."))
    return _(reason)


def tell_missing_places(error: MissingPlacesError) -> str:
    """Return how many lanes or steps are missing for what was to be pasted."""
    if error.lanes:
        return ngettext(
            "It does not fit: {count} lane is missing below.",
            "It does not fit: {count} lanes are missing below.",
            error.lanes,
        ).format(count=error.lanes)
    return ngettext(
        "It does not fit: {count} step is missing at the end.",
        "It does not fit: {count} steps are missing at the end.",
        error.steps,
    ).format(count=error.steps)


def tell_fault(fault: Fault) -> str:
    """Return why a value does not fit into its field."""
    text = _(_FAULTS.get(fault.kind, msgid("A value of this form does not fit here.")))
    if fault.limit is None:
        return text
    from blueprint_editor.ui.fields.numbers import write_number  # noqa: PLC0415 - seldom needed

    return text.format(limit=write_number(fault.limit))


def tell_file_fault(fault: FileFault) -> str:
    """Return what the operating system refused, and the way out."""
    match fault:
        case "missing":
            return _("The file is not there any more. It may have been moved or renamed.")
        case "missing_folder":
            return _("The folder is not there (any more). Choose another place.")
        case "not_a_file":
            return _("This is not an ordinary file. Choose a file name.")
        case "permission":
            return _(
                "You have no permission there. Choose another place, or ask the folder's owner."
            )
        case "read_only":
            return _("The place is read-only. Save under another name or in another place.")
        case "disk_full":
            return _("The disk is full. Free some space or choose another disk, then try again.")
        case "in_use":
            return _("Another program holds the file. Close it there, then try again.")
        case "exists":
            return _("There is a file of that name already.")
        case _:
            return _("The operating system refused. Try again, or choose another place.")


def tell_error(error: Exception, *, is_reading: bool = False) -> str:
    """Return one or two sentences on any error that reached the window.

    ``is_reading``: a file was being opened, so that its faults are the file's.
    """
    match error:
        case FileAccessError(left_at=left_at, fault=fault) if left_at:
            kept = _("Your work was kept in the file {file}.").format(file=Path(left_at).name)
            return f"{tell_file_fault(fault)} {kept}"
        case FileAccessError(fault=fault):
            return tell_file_fault(fault)
        case NewerFormatError():
            return _("The file was made with a newer version of this program. Update the program.")
        case DocumentError() if not is_reading:
            return _("Something in the document cannot be written; the details name it.")
        case DocumentError(problems=problems):
            return _tell_faults(problems)
        case CommandRefusedError():
            return tell_refusal(error)
        case ImageError():
            return _(
                "Pictures are PNG, JPEG, or SVG of plain shapes, of at most 20 MiB and 40 "
                "megapixels. The details name what this one has."
            )
        case _:
            return _tell_output_fault(error)


def _tell_faults(problems: tuple[Problem, ...]) -> str:
    """Return how many faults a file has; the one of the file as a whole is told at once."""
    count = ngettext(
        "The file has {count} fault, so it is not opened. The file was not changed.",
        "The file has {count} faults, so it is not opened. The file was not changed.",
        len(problems),
    ).format(count=len(problems))
    if len(problems) > 1 or problems[0].pointer:
        return count
    from blueprint_editor.ui.file_faults import tell_message  # noqa: PLC0415 - as above

    return f"{tell_message(problems[0].message)} {count}".lstrip()


def _tell_output_fault(error: Exception) -> str:
    """Return what is wrong with a print that was asked for, or with the program."""
    # Late, as no start needs them.
    from blueprint_editor.export.kinds import ExportError, FileTakenError  # noqa: PLC0415
    from blueprint_editor.painters.png import PngTooLargeError  # noqa: PLC0415
    from blueprint_editor.sheets.fit_wish import NoSuchPaperError  # noqa: PLC0415
    from blueprint_editor.sheets.poster_sheet import NoRoomError  # noqa: PLC0415
    from blueprint_editor.sheets.tiling import NoSuchSheetError, TilingError  # noqa: PLC0415

    # An export passes on what a sheet refused.
    cause = error.__cause__ if isinstance(error, ExportError) else None
    match cause or error:
        case FileTakenError(path=path):
            words = _("“{name}” is there already. Choose another name.")
            return words.format(name=Path(path).name)
        case NoRoomError():
            return _("The white edges leave nothing of the page. Make them narrower.")
        case NoSuchPaperError():
            return _("No paper, not even of 20 metres, is large enough for such text.")
        case PngTooLargeError():
            return _("The picture would be too large for most programs. Choose a smaller one.")
        case NoSuchSheetError(code=code, last=last):
            words = _("There is no sheet {code}; they go from A1 to {last}.")
            return words.format(code=code[:10], last=last)
        case TilingError():
            return _(
                "The poster cannot be cut into such sheets. Choose a larger paper, a margin of at "
                "least 8 mm or a narrower glue margin."
            )
        case _:
            return _("Something went wrong in the program itself. Your work is still open.")


def tell_details(error: Exception) -> str:
    """Return the lines that a person can send to whoever helps them."""
    # Late, as seldom a file has faults.
    from blueprint_editor.ui.file_faults import tell_message, tell_problem  # noqa: PLC0415

    if isinstance(error, DocumentError):
        return "\n".join(map(tell_problem, error.problems))
    if isinstance(error, FileAccessError):
        return "\n".join(part for part in (error.path, error.detail) if part)
    if isinstance(error, ImageError):
        return tell_message(str(error)) or str(error)
    return f"{type(error).__name__}: {error}"
