"""Several commands as one named step."""

from dataclasses import dataclass

from blueprint_editor.commands.command import Command
from blueprint_editor.model.document import Document


@dataclass(frozen=True)
class Several:
    """Do commands one after another; if one is refused, nothing is done."""

    name: str
    commands: tuple[Command, ...]
    merge_key: tuple[str, ...] | None = None

    def apply(self, document: Document) -> Document:
        for command in self.commands:
            document = command.apply(document)
        return document
