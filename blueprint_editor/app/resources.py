"""Where the bundled files lie: the one place that knows how the program was installed."""

import sys
from pathlib import Path

from blueprint_editor.model.errors import BlueprintError

_PARTS = ("resources", "samples")


class MissingResourceError(BlueprintError):
    """A file that belongs to the program is not there; the installation is incomplete."""


class ResourceDir:
    """The ``resources/`` and ``samples/`` folders that belong to this program.

    They lie beside the package in a source tree (and an editable installation), inside it in an
    installed wheel, and in the bundle's own folder in a frozen program.
    """

    def __init__(self, root: Path) -> None:
        """Use the two folders in ``root``.

        Raises:
            MissingResourceError: one of them is not there.
        """
        for name in _PARTS:
            if not (root / name).is_dir():
                raise MissingResourceError(f"{root}: no folder {name}")
        self.root = root

    @classmethod
    def find(cls) -> "ResourceDir":
        """Return the folders of the running program.

        Raises:
            MissingResourceError: they are at none of the places where an installation has them.
        """
        places = _candidate_roots()
        for root in places:
            if all((root / name).is_dir() for name in _PARTS):
                return cls(root)
        raise MissingResourceError(
            f"no folders {' and '.join(_PARTS)} in {', '.join(map(str, places))}"
        )

    @property
    def resources(self) -> Path:
        return self.root / "resources"

    @property
    def samples(self) -> Path:
        return self.root / "samples"

    @property
    def templates(self) -> Path:
        return self.resources / "templates"

    @property
    def guide(self) -> Path:
        return self.resources / "guide"

    @property
    def licences(self) -> Path | None:
        """The licences of all that comes with a bundle; None where packages bring their own."""
        file = self.resources / "licences.txt"
        return file if file.is_file() else None

    def resource(self, name: str) -> Path:
        """Return the file or folder ``name`` (with ``/`` between its parts) of ``resources/``.

        Raises:
            MissingResourceError: it is not there.
        """
        return _existing(self.resources / name)

    def sample(self, name: str) -> Path:
        """Return the file ``name`` of ``samples/``.

        Raises:
            MissingResourceError: it is not there.
        """
        return _existing(self.samples / name)


def _existing(path: Path) -> Path:
    if not path.exists():
        raise MissingResourceError(f"{path}: a file of the program is missing")
    return path


def _candidate_roots() -> list[Path]:
    package = Path(__file__).resolve().parent.parent
    bundle = getattr(sys, "_MEIPASS", None)
    frozen = [Path(bundle)] if bundle is not None else []
    return [*frozen, package / "_bundled", package.parent]
