"""What a person wants of the program; plain values, without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

Theme: TypeAlias = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)


@dataclass(frozen=True)
class Preferences:
    """All that the settings dialog and the list of keys change.

    Attributes:
        language: of the interface; None = the system's.
        theme: light, dark, or as the system is.
        is_motion_reduced: nothing moves, fades or blinks; otherwise it is as the system has it.
        author: the name under comments, and what others read who want to open the same file.
        paper: of new documents; empty = that of their template.
        font_files: TrueType files for letters that the program's own fonts lack.
        versions_mb: what all saved versions may take on the disk; 0 = the program's own limit.
        keys: name of an action → its keys in Qt's portable notation, where they are not its usual
            ones.
    """

    language: str | None = None
    theme: Theme = "system"
    is_motion_reduced: bool = False
    author: str = ""
    paper: str = ""
    font_files: tuple[str, ...] = ()
    versions_mb: int = 0
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
