"""Which works of others a bundle holds, and under which terms: one text file, made anew each time.

Run in the environment that the bundle is made from, whose packages bring their own licences.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROJECT = "blueprint-editor"
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright)", re.IGNORECASE)
_LINE = "=" * 78
_QT = (
    "Qt and Qt for Python (PySide6, shiboken6) are used under the GNU Lesser General Public\n"
    "License, version 3, whose text follows with that of the GNU General Public License that it\n"
    "builds on. They lie in this bundle as files of their own and can be exchanged for other\n"
    "builds of the same version. Their sources: https://download.qt.io/official_releases/"
)


def write_licences(root: Path, target: Path, binaries: Iterable[Path] = ()) -> None:
    """Write the licences of the program in ``root``, of Python and of all that it depends on.

    Args:
        root: where the program's sources lie.
        target: the file to write.
        binaries: libraries in the bundle; those of the system (Debian) bring their licences, too.

    Raises:
        FileNotFoundError: a text that must be in the bundle is not at its place.
    """
    parts = [_tell("Blueprint Editor", (root / "LICENSE").read_text("utf-8"))]
    parts.append(_tell(f"Python {sys.version.split()[0]}", _read_python_licence()))
    parts += [_tell_distribution(found) for found in find_dependencies(PROJECT)]
    parts += _tell_system_libraries(binaries)
    texts = root / "packaging" / "licences"
    for file in sorted(texts.glob("*.txt")):
        parts.append(_tell(file.stem, file.read_text("utf-8")))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(parts), "utf-8", newline="\n")


def find_dependencies(name: str) -> list[Distribution]:
    """Return what the distribution ``name`` needs at run time here, by name, without itself."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        for requirement in distribution(waiting.pop()).requires or ():
            wanted = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
            key = re.sub(r"[-_.]+", "-", wanted).lower()
            # An extra of a package that is not asked for here is not installed, either.
            if key in found or ("extra ==" in requirement and key != "rl-accel"):
                continue
            try:
                found[key] = distribution(key)
            except PackageNotFoundError:
                continue
            waiting.append(key)
    return [found[key] for key in sorted(found)]


def _tell(title: str, text: str) -> str:
    return f"{_LINE}\n{title}\n{_LINE}\n\n{text.strip()}\n"


def _tell_distribution(found: Distribution) -> str:
    name = found.metadata["Name"]
    terms = found.metadata["License-Expression"] or found.metadata["License"] or ""
    texts = [terms.strip()] if terms and "\n" not in terms.strip() else []
    if name.lower().startswith(("pyside6", "shiboken6")):
        texts.append(_QT)
    for file in found.files or ():
        is_licence = ".dist-info" in str(file.parent) and _LICENCE_FILE.search(file.name)
        path = Path(str(found.locate_file(file)))
        if is_licence and path.suffix not in {".yml", ".json"} and path.is_file():
            texts.append(path.read_text("utf-8", errors="replace").strip())
    if not texts:
        raise FileNotFoundError(f"{name} brings no licence")
    return _tell(f"{name} {found.version}", "\n\n".join(texts))


def _tell_system_libraries(binaries: Iterable[Path]) -> Iterator[str]:
    libraries = [path for path in binaries if path.as_posix().startswith(("/lib", "/usr/lib"))]
    if not libraries or shutil.which("dpkg-query") is None:
        return
    packages = set()
    for path in libraries:
        # Packages know a file by its place before or after /usr took /lib in.
        for place in (path.resolve(), Path("/", *path.resolve().parts[2:])):
            found = subprocess.run(
                ["dpkg-query", "--search", str(place)], capture_output=True, text=True, check=False
            )
            if found.returncode == 0:
                packages.add(found.stdout.split(":")[0])
                break
        else:
            raise FileNotFoundError(f"{path} belongs to no package whose licence could be told")
    for package in sorted(packages):
        text = Path("/usr/share/doc", package, "copyright").read_text("utf-8", errors="replace")
        yield _tell(package, text)


def _read_python_licence() -> str:
    version = "{}.{}".format(*sys.version_info)
    for place in (
        Path(sys.base_prefix) / "lib" / f"python{version}" / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version}/copyright"),
    ):
        if place.is_file():
            return place.read_text("utf-8", errors="replace")
    raise FileNotFoundError("the licence of Python is not where it is installed")
