"""Several commands as one step."""

from dataclasses import dataclass

from blueprint_editor.commands.command import Command
from blueprint_editor.model.document import Document


@dataclass(frozen=True)
class Together:
    """Do one command after the other, all or none; ``name`` is the message id of the whole."""

    name: str
    commands: tuple[Command, ...]
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises what the first of them that is refused raises."""
        for command in self.commands:
            document = command.apply(document)
        return document
