"""Which works of others a bundle holds, and under which terms: one text file, made anew each time.

Run in the environment that the bundle is made from, whose packages bring their own licences.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROJECT = "blueprint-editor"
MAKERS = ("pyinstaller", "pyinstaller-hooks-contrib")
"""What a bundle is made with: the part that starts the program stays in it."""
TEXTS = Path(__file__).parent / "licences"
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright)", re.IGNORECASE)
_QT_ITSELF = ("libQt6", "Qt6", "libpyside6", "pyside6", "libshiboken6", "shiboken6")
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
    parts += [_tell_distribution(found) for found in _find_installed(MAKERS)]
    parts.append(_tell("Libraries that packages bring", _tell_libraries()))
    parts.append(_tell("What is built into libraries", _tell_insides()))
    parts += _tell_system_libraries(binaries)
    for file in sorted(TEXTS.glob("*.txt")):
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


def is_named(library: str) -> bool:
    """Tell whether a library that lies beside a package's own has its entry, by its file name."""
    if library.startswith(_QT_ITSELF):
        return True
    starts = tuple(start for entry in _read_parts()["library"] for start in entry["files"])
    return library.startswith(starts)


def _read_parts() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((TEXTS / "parts.toml").read_text("utf-8"))


def _find_installed(names: Iterable[str]) -> Iterator[Distribution]:
    for name in names:
        try:
            yield distribution(name)
        except PackageNotFoundError:
            continue


def _tell_libraries() -> str:
    return "\n\n".join(
        "{name}\n  Licence: {licence}\n  Text: {text}\n  Source: {source}".format_map(entry)
        for entry in _read_parts()["library"]
    )


def _tell_insides() -> str:
    told = [
        "In {of}\n  {listed}\n  Texts: {text}\n  Sources: {source}".format(
            **entry, listed="\n  ".join(entry["parts"])
        )
        for entry in _read_parts()["inside"]
    ]
    bills = {
        found.metadata["Name"]: sorted(set(_list_components(found)))
        for found in find_dependencies(PROJECT)
    }
    told += [
        f"In {name}, as it tells itself; texts below or with Pillow\n  " + "\n  ".join(bill)
        for name, bill in bills.items()
        if bill
    ]
    return "\n\n".join(told)


def _list_components(found: Distribution) -> Iterator[str]:
    """Return what a package's own bill of materials (CycloneDX) says that is built into it."""
    for file in found.files or ():
        if file.parent.name != "sboms" or not file.name.endswith(".json"):
            continue
        bill = json.loads(Path(str(found.locate_file(file))).read_text("utf-8"))
        for part in bill.get("components", ()):
            terms = [_find_terms(term) for term in part.get("licenses", ())]
            if any(terms):
                places = [each["url"] for each in part.get("externalReferences", ())][:1]
                version = part.get("version", "")
                yield " ".join(
                    [f"{part['name']} {version}".strip() + ":", " AND ".join(terms), *places]
                )


def _find_terms(term: dict[str, Any]) -> str:
    licence = term.get("license", {})
    return str(term.get("expression") or licence.get("id") or licence.get("name") or "")


def _tell(title: str, text: str) -> str:
    return f"{_LINE}\n{title}\n{_LINE}\n\n{text.strip()}\n"


def _tell_distribution(found: Distribution) -> str:
    name = found.metadata["Name"]
    terms = found.metadata["License-Expression"] or found.metadata["License"] or ""
    texts = [terms.strip()] if terms and "\n" not in terms.strip() else []
    if name.lower().startswith(("pyside6", "shiboken6")):
        texts.append(_QT)
    for file in sorted(found.files or (), key=str):
        path = Path(str(found.locate_file(file)))
        if _is_licence(file) and path.is_file():
            texts.append(f"--- {file.name}\n\n{_read(path).strip()}")
    if not texts:
        raise FileNotFoundError(f"{name} brings no licence")
    return _tell(f"{name} {found.version}", "\n\n".join(texts))


def _is_licence(file: PurePath) -> bool:
    """Tell whether a file of a package is a licence, or what dictionaries say of theirs."""
    if file.parent.name == "dictionaries":
        return file.name.startswith("README")
    is_one = _LICENCE_FILE.search(file.name) or "licenses" in file.parts
    return (
        bool(is_one) and ".dist-info" in str(file.parent) and file.suffix not in {".yml", ".json"}
    )


def _read(path: Path) -> str:
    """Return a text in UTF-8, or in Latin 1 as some older ones are."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


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
