"""What every command is: a named pure step from one document to the next, or a refusal."""

from typing import NamedTuple, Protocol

from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import BlueprintError


class Command(Protocol):
    """A change to the document that can be applied to it, named for the menu and the history."""

    @property
    def name(self) -> str:
        """The message id of the step, a noun, as in "Undo card move"."""

    @property
    def merge_key(self) -> tuple[str, ...] | None:
        """Steps in a row with the same key become one step of the history; None = never."""

    def apply(self, document: Document) -> Document:
        """Return the changed document; the same object if there is nothing to change.

        Raises:
            CommandRefusedError: the rules forbid the change.
        """


class CommandRefusedError(BlueprintError):
    """The rules forbid a change.

    Attributes:
        reason: what stands in the way, as a fixed word such as ``unknown_record``.
        records: the ids concerned.
    """

    def __init__(self, reason: str, *records: str) -> None:
        super().__init__(f"{reason}: {', '.join(records)}")
        self.reason = reason
        self.records = records


def find_refusal(document: Document, command: Command) -> CommandRefusedError | None:
    """Return why the rules forbid a command, or None if they allow it; for hover and menus."""
    try:
        command.apply(document)
    except CommandRefusedError as error:
        return error
    return None


class Fault(NamedTuple):
    """Why the format forbids a value.

    Attributes:
        kind: ``too_long``, ``too_small``, ``not_above``, ``too_large``, ``character``, ``url``,
            ``date``, ``colour``, ``language``, ``pattern`` (another form was asked for) or
            ``type``.
        limit: the least or greatest value, or the one to be above, or the greatest length, where
            there is one.
    """

    kind: str
    limit: float | None = None


class InvalidValueError(CommandRefusedError):
    """The format forbids a value; the reason is ``invalid_value``.

    Attributes:
        path: the path of the field, such as ``duration.min``.
        fault: what is wrong with the value.
    """

    def __init__(self, path: str, fault: Fault) -> None:
        super().__init__("invalid_value", path)
        self.path = path
        self.fault = fault


class MissingPlacesError(CommandRefusedError):
    """What is pasted does not fit into the grid; the reason is ``missing_places``.

    Attributes:
        lanes: how many lanes are missing below.
        steps: how many steps are missing at the end; they can be added.
    """

    def __init__(self, lanes: int, steps: int) -> None:
        super().__init__("missing_places", str(lanes), str(steps))
        self.lanes = lanes
        self.steps = steps
