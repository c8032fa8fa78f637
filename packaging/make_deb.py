"""Packs the bundle for Linux as a package for Debian and its kin, with nothing but ``dpkg-deb``.

The bundle lies in /usr/lib, the menu entry, icons and file type where all programs have theirs.
No scripts run at its installation: the desktop's own packages notice the new files.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import time
from email.utils import formatdate
from typing import TYPE_CHECKING

from make_bundle import BUNDLES, ID, PARTS, PROGRAM, ROOT, measure

from blueprint_editor import __version__

if TYPE_CHECKING:
    from pathlib import Path

MAINTAINER = "The Blueprint Editor authors <authors@blueprint-editor.invalid>"
# Names that newer releases give to packages with the same library in it.
_ALSO = {"libglib2.0-0": "libglib2.0-0t64", "libcups2": "libcups2t64"}
# Loaded only when something is printed.
_FOR_PRINTING = "libcups2"
# What Debian asks of packages that it builds itself; a bundle brings its libraries as they are.
_OVERRIDES = (
    "custom-library-search-path", "embedded-library", "hardening-no-pie",
    "library-not-linked-against-libc", "national-encoding", "no-manual-page",
    "shared-library-lacks-prerequisites", "unstripped-binary-or-object",
)  # fmt: skip
_DESCRIPTION = """\
draft service blueprints and print them as posters
 Cards stand in swimlanes; lanes grow, columns widen and connectors find their
 way round the cards by themselves. What is on the screen is what is printed,
 and the PDF is made for readers who hear it, too. Works offline."""


def main() -> int:
    """Make the package and say where it lies; the bundle must be there."""
    bundle = BUNDLES / PROGRAM
    tree = PARTS / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(bundle, tree)
    architecture = _tell("dpkg", "--print-architecture").strip()
    _write_control(tree, architecture, find_needed(bundle))
    _set_permissions(tree)
    package = BUNDLES / f"{PROGRAM}_{__version__}_{architecture}.deb"
    pack = ("dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--build", tree, package)
    subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    print(f"{package.relative_to(ROOT)}: {measure(package) / 1e6:.0f} MB")
    return 0


def _lay_out(bundle: Path, tree: Path) -> None:
    usr = tree / "usr"
    program = usr / "lib" / PROGRAM
    shutil.copytree(
        bundle,
        program,
        symlinks=True,
        ignore=shutil.ignore_patterns("share", "install.sh", "LICENSE", "CHANGELOG.md"),
    )
    for name in ("bin", "share/applications", "share/metainfo", "share/mime/packages"):
        (usr / name).mkdir(parents=True)
    (usr / "bin" / PROGRAM).symlink_to(f"../lib/{PROGRAM}/{PROGRAM}")
    share = usr / "share"
    shutil.copytree(bundle / "share" / "icons", share / "icons")
    shutil.copy(bundle / "share" / f"{ID}.desktop", share / "applications")
    shutil.copy(bundle / "share" / f"{ID}.metainfo.xml", share / "metainfo")
    shutil.copy(bundle / "share" / f"{ID}.mime.xml", share / "mime" / "packages" / f"{ID}.xml")
    licences = next(bundle.rglob("licences.txt")).relative_to(bundle)
    _write_words(share, f"/usr/lib/{PROGRAM}/{licences}")


def _write_words(share: Path, licences: str) -> None:
    """Write what Debian's tools and people look for: licence, changes, and what is meant so."""
    told = share / "doc" / PROGRAM
    told.mkdir(parents=True)
    mine = (ROOT / "LICENSE").read_text("utf-8")
    others = f"The licences of all that the program brings with it:\n{licences}\n"
    (told / "copyright").write_text(f"{mine}\n{others}", "utf-8")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (told / "CHANGELOG.md.gz").write_bytes(gzip.compress(changes, mtime=0))
    when = formatdate(float(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    entry = (
        f"{PROGRAM} ({__version__}) unstable; urgency=medium\n\n"
        f"  * See CHANGELOG.md.gz.\n\n -- {MAINTAINER}  {when}\n"
    )
    (told / "changelog.gz").write_bytes(gzip.compress(entry.encode(), mtime=0))
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    lines = "".join(f"{PROGRAM}: {tag}\n" for tag in _OVERRIDES)
    (overrides / PROGRAM).write_text(lines, "utf-8")


def find_needed(bundle: Path) -> list[str]:
    """Return the packages of this system whose libraries the bundle loads."""
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    own = {path.name for path in bundle.rglob("*")}
    wanted, newest = set[str](), (2, 0)
    for path in files:
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
        told = _tell("objdump", "-p", str(path))
        wanted |= set(re.findall(r"NEEDED\s+(\S+)", told)) - own
        for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", told):
            newest = max(newest, (int(major), int(minor)))
    packages = {_find_package(library) for library in wanted} - {"libc6"}
    return [
        f"libc6 (>= {newest[0]}.{newest[1]})",
        *(f"{name} | {_ALSO[name]}" if name in _ALSO else name for name in sorted(packages)),
    ]


def _find_package(library: str) -> str:
    listed = re.search(
        rf"^\s*{re.escape(library)} .*=> (\S+)", _tell("ldconfig", "-p"), re.MULTILINE
    )
    if listed is None:
        raise FileNotFoundError(f"{library} is not on this system")
    # Packages know a file by its place before or after /usr took /lib in.
    real = listed[1].removeprefix("/usr")
    for place in (f"/usr{real}", real):
        found = subprocess.run(
            ["dpkg-query", "--search", place], capture_output=True, text=True, check=False
        )
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    raise FileNotFoundError(f"{library} belongs to no package")


def _write_control(tree: Path, architecture: str, needed: list[str]) -> None:
    printing = [name for name in needed if name.startswith(_FOR_PRINTING)]
    depends = [name for name in needed if name not in printing]
    fields = {
        "Package": PROGRAM,
        "Version": __version__,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(measure(tree) // 1024),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(printing),
        "Section": "graphics",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    control = tree / "DEBIAN"
    control.mkdir()
    text = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
    (control / "control").write_text(text, "utf-8")


def _set_permissions(tree: Path) -> None:
    for path in (tree, *tree.rglob("*")):
        if path.is_symlink():
            continue
        is_program = path.is_dir() or (path.name == PROGRAM and path.parent.name == PROGRAM)
        path.chmod(0o755 if is_program else 0o644)


def _tell(*command: str) -> str:
    environment = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin", "LC_ALL": "C"}
    return subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment
    ).stdout


if __name__ == "__main__":
    sys.exit(main())
