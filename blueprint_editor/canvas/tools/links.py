"""What a line that is being drawn connects: a new connector, or one whose end moves."""

from typing import Protocol

from blueprint_editor.canvas.handles import End
from blueprint_editor.canvas.tools.gesture import Stage
from blueprint_editor.commands.command import Command, CommandRefusedError
from blueprint_editor.commands.connectors import AddConnector
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.rules import find_connection_problem
from blueprint_editor.model.kinds import ConnectorKind
from blueprint_editor.model.records import Connector


class Link(Protocol):
    """One connection on its way.

    Attributes:
        card: the card that stays at its end of the line.
        connector: the connector's id.
        is_new: its kind may be chosen, and a free place may be its other end.
    """

    card: str
    connector: str
    is_new: bool

    def find_problem(self, card: str) -> CommandRefusedError | None:
        """Return why another card cannot be the other end."""

    def make_command(self, card: str, kind: ConnectorKind) -> Command:
        """Return the command that makes it so; ``kind`` is for new ones."""


class NewLink:
    """A connector that comes to be."""

    is_new = True

    def __init__(self, stage: Stage, card: str) -> None:
        self._session = stage.session
        self.card = card
        self.connector = stage.ids.make_id(stage.session.document, "k")

    def find_problem(self, card: str) -> CommandRefusedError | None:
        return find_connection_problem(self._session.document, self.card, card)

    def make_command(self, card: str, kind: ConnectorKind) -> Command:
        new = Connector(id=self.connector, source=self.card, target=card, kind=kind)
        return AddConnector(new)


class MovedEnd:
    """A connector that is there; one of its ends goes to another card."""

    is_new = False

    def __init__(self, stage: Stage, connector: Connector, end: End) -> None:
        self._session = stage.session
        self._link = connector
        self._end = end
        self.connector = connector.id
        self.card = connector.source if end == "target" else connector.target

    def find_problem(self, card: str) -> CommandRefusedError | None:
        link = self._link
        if card == getattr(link, self._end):
            return None
        source, target = (self.card, card) if self._end == "target" else (card, self.card)
        return find_connection_problem(self._session.document, source, target, link.kind)

    def make_command(self, card: str, kind: ConnectorKind) -> Command:  # noqa: ARG002
        return SetField((self.connector,), self._end, card)
