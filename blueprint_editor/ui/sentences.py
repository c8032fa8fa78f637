"""What the program says about errors: what happened, and what the person can do."""

from pathlib import Path

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.language.texts import _, ngettext
from blueprint_editor.model.errors import (
    DocumentError,
    FileAccessError,
    FileFault,
    NewerFormatError,
)
from blueprint_editor.model.images.pictures import ImageError


def tell_refusal(error: CommandRefusedError) -> str:
    """Return why a change was not made."""
    match error.reason:
        case "curve_lane":
            return _("The emotion curve takes no cards; it is drawn from the feelings on cards.")
        case "hidden_lane":
            return _("This lane is hidden; show it first.")
        case "outside_grid":
            return _("There is no further cell in that direction.")
        case "connects_itself":
            return _("A card cannot be connected with itself.")
        case "already_connected":
            return _("These cards are connected already.")
        case reason if reason.startswith("too_many"):
            return _("The document has as many records of this kind as a file can hold.")
        case _:
            return _("What you wanted to change is no longer there.")


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
            return ngettext(
                "The file has {count} fault, so it is not opened. The file was not changed.",
                "The file has {count} faults, so it is not opened. The file was not changed.",
                len(problems),
            ).format(count=len(problems))
        case CommandRefusedError():
            return tell_refusal(error)
        case ImageError():
            return _(
                "Pictures are PNG, JPEG, or SVG of plain shapes, of at most 20 MiB and 40 "
                "megapixels. The details name what this one has."
            )
        case _:
            return _("Something went wrong in the program itself. Your work is still open.")


def tell_details(error: Exception) -> str:
    """Return the lines that a person can send to whoever helps them."""
    if isinstance(error, DocumentError):
        return "\n".join(
            f"{problem.pointer}: {problem.message}" if problem.pointer else problem.message
            for problem in error.problems
        )
    if isinstance(error, FileAccessError):
        return "\n".join(part for part in (error.path, error.detail) if part)
    return f"{type(error).__name__}: {error}"
