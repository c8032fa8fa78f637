"""What the words of one workshop sheet are, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SheetWords:
    """One sheet's words.

    Attributes:
        title: at the top of the sheet and in lists of sheets.
        instructions: what a group does with it.
        questions: the help questions, unless the document has its own.
        fields: what is printed beside places to write; keys are the same in all languages.
        lists: several words that belong together, under one key.
    """

    title: str
    instructions: str
    questions: tuple[str, ...]
    fields: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        return self.fields[key]
