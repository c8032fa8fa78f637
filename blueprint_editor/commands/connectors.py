"""Commands on connectors; their fields and ends are set by SetField."""

from dataclasses import dataclass

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.lookup import find_records
from blueprint_editor.commands.parts import replace_parts, replace_records
from blueprint_editor.commands.rules import find_connection_problem
from blueprint_editor.commands.soundness import require_different_connectors
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Connector


@dataclass(frozen=True)
class AddConnector:
    """Connect two cards."""

    connector: Connector
    name: str = msgid("new connector")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        new = self.connector
        problem = find_connection_problem(document, new.source, new.target, new.kind)
        if problem is not None:
            raise problem
        return replace_parts(document, connectors=(*document.connectors, new))


@dataclass(frozen=True)
class ReverseConnectors:
    """Let connectors lead the other way; giver and receiver of a handover change places."""

    connectors: tuple[str, ...]
    name: str = msgid("turning of a connector")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises CommandRefusedError, ``already_connected``, where there is one the other way."""
        turned: dict[int, Connector] = {}
        for record_id, place in find_records(document, self.connectors).items():
            if not isinstance(place.record, Connector):
                raise CommandRefusedError("unknown_record", record_id)
            turned[place.index] = _turn(place.record)
        after = replace_records(document, "connectors", turned)
        require_different_connectors(after, {connector.id for connector in turned.values()})
        return after


def _turn(connector: Connector) -> Connector:
    handover = connector.handover
    if handover is not None:
        handover = handover.changed(giver=handover.receiver, receiver=handover.giver)
    return connector.changed(source=connector.target, target=connector.source, handover=handover)
