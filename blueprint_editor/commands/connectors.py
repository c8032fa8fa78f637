"""Commands on connectors."""

from dataclasses import dataclass

from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.rules import find_connection_problem
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
