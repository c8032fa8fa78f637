"""One command from a fresh clone to a running, tested or measured program.

Sets up ``.venv`` beside this folder when needed; uses the standard library only, so that any
Python 3.11 can start it. Knows nothing of the program's inside.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "dev-setup-done"
SAMPLE = ROOT / "samples" / "osatyokykyisen-palvelupolku.blueprint.json"
BUILD = ROOT / "build"

OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt loads even without a window: shared library → Debian package."""
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt loads besides for a window on X11."""

TEST_STEPS = (
    ("ruff", "format", "--check"),
    ("ruff", "check"),
    ("mypy",),
    ("lint-imports",),
    ("pytest",),
)


class SetupError(Exception):
    """The set-up cannot go on; the message says what the person can do."""


def main() -> int:
    """Run the subcommand of the command line and return its exit status."""
    # What follows "endurance" is pytest's, options too, so argparse must not see it.
    count = 1 if sys.argv[1:2] == ["endurance"] else len(sys.argv) - 1
    options = _make_parser().parse_args(sys.argv[1 : count + 1])
    options.for_pytest = sys.argv[count + 1 :]
    # Lines of this script and of the tools that it starts come out in order, in a log file too.
    sys.stdout.reconfigure(line_buffering=True, errors="replace")  # type: ignore[union-attr]
    try:
        return _dispatch(options)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description="Set up .venv when needed, then run one of these."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="open the editor (without a display: export a poster)")
    run.add_argument("file", nargs="?", type=Path, default=SAMPLE, help="default: a sample")
    commands.add_parser("test", help="format, lint, types, architecture and tests")
    commands.add_parser("endurance", help="the long tests; what follows is told to pytest")
    bundle = commands.add_parser("bundle", help="make the program that needs no Python, and try it")
    bundle.add_argument("--deb", action="store_true", help="make a package for Debian of it, too")
    bench = commands.add_parser("bench", help="print the table of measured figures")
    bench.add_argument("parts", nargs="*", metavar="PART", help="only these: pdfs, canvases …")
    return parser


def _dispatch(options: argparse.Namespace) -> int:
    # A bundle takes in what a window needs.
    with_window = has_display() if options.command == "run" else options.command == "bundle"
    set_up(with_window=with_window)
    if options.command == "run":
        file = options.file.absolute()
        return _open_editor(file) if with_window else _export_poster(file)
    if options.command == "test":
        return _run_checks()
    if options.command == "bundle":
        return _make_bundle(with_deb=options.deb)
    if options.command == "endurance":
        tests = ("-m", "endurance", *options.for_pytest)
        return _run(_tool("pytest"), *tests, environment=_offscreen())
    return _run(venv_python(), "-m", "tests.benchmarks", *options.parts, environment=_offscreen())


# --- the commands


def has_display() -> bool:
    """Tell whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_editor(file: Path) -> int:
    return _run(venv_python(), "-m", "blueprint_editor.app.cli", file)


def _export_poster(file: Path) -> int:
    name = file.name
    for ending in (".json", ".blueprint"):
        name = name.removesuffix(ending)
    poster = BUILD / f"{name}.pdf"
    print(f"There is no display here, so the poster of {file.name} is written instead of a window.")
    BUILD.mkdir(exist_ok=True)
    program = (venv_python(), "-m", "blueprint_editor.app.cli")
    return _run(*program, "export", file, poster, "--paper", "A1", "--force")


def _run_checks() -> int:
    failed = []
    for name, *arguments in TEST_STEPS:
        title = " ".join((name, *arguments))
        print(f"== {title}")
        if _run(_tool(name), *arguments, environment=_offscreen()) != 0:
            failed.append(title)
    print(f"FAILED: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def _make_bundle(*, with_deb: bool) -> int:
    pip = (str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    # With the program, so that the licences of all that it depends on now are found.
    _must(*pip, "--editable", ".", "--group", "bundle")
    _must(str(venv_python()), str(ROOT / "packaging" / "make_bundle.py"))
    if with_deb:
        _must(str(venv_python()), str(ROOT / "packaging" / "make_deb.py"))
    tests = ("-m", "bundle", "-n", "0", "-s", "tests/bundle")
    return _run(_tool("pytest"), *tests, environment=_offscreen())


def _run(*command: str | Path, environment: dict[str, str] | None = None) -> int:
    return subprocess.run(
        command, check=False, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL
    ).returncode


def _offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


# --- the set-up


def venv_python() -> Path:
    """Return where the interpreter of ``.venv`` is or will be."""
    if sys.platform == "win32":
        return VENV / "Scripts" / "python.exe"
    return VENV / "bin" / "python"


def _tool(name: str) -> Path:
    return venv_python().with_name(f"{name}.exe" if sys.platform == "win32" else name)


def set_up(*, with_window: bool) -> None:
    """Make ``.venv`` with the program (editable) and the tools, unless the stamp says it is done.

    Raises:
        SetupError: something is missing that cannot be installed from here.
    """
    libraries = {**OFFSCREEN_LIBRARIES, **(WINDOW_LIBRARIES if with_window else {})}
    packages = _find_missing_libraries(libraries)
    expected = _stamp_text()
    is_done = STAMP.is_file() and STAMP.read_text("utf-8") == expected and venv_python().exists()
    if not is_done and importlib.util.find_spec("ensurepip") is None:
        packages.append("python{}.{}-venv".format(*sys.version_info))
    if packages:
        _install_system_packages(packages)
    if not is_done:
        _make_environment()
        STAMP.write_text(expected, "utf-8")


def _stamp_text() -> str:
    project = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    version = "{}.{}".format(*sys.version_info)
    return f"{project} {version} {ROOT}\n"


def _make_environment() -> None:
    print(f"Setting up {VENV} (once; it needs the network) …")
    if not _is_environment_usable():
        _must(sys.executable, "-m", "venv", "--clear", str(VENV))
    pip = (str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    # Dependency groups are known to pip since 25.1.
    _must(*pip, "--upgrade", "pip>=25.1")
    _must(*pip, "--editable", ".", "--group", "dev")


def _is_environment_usable() -> bool:
    """Tell whether ``.venv`` runs and has this interpreter's version (3.x) and pip."""
    try:
        found = subprocess.run(
            [str(venv_python()), "-c", "import pip, sys; print(*sys.version_info[:2], sep='.')"],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return found.stdout.strip() == "{}.{}".format(*sys.version_info)


def _must(*command: str) -> None:
    if _run(*command) != 0:
        raise SetupError(f"The set-up stopped at: {shlex.join(command)}")


# --- system packages


def _find_missing_libraries(libraries: dict[str, str]) -> list[str]:
    """Return the Debian packages (elsewhere on Linux: print the libraries) that are not there."""
    if not sys.platform.startswith("linux"):
        return []
    # Loading is the test that Qt makes, too: package names differ between releases.
    missing = [name for name in libraries if not _can_load(name)]
    if missing and not _is_debian():
        print(f"Qt needs these system libraries, which are not found: {' '.join(missing)}")
        return []
    return [libraries[name] for name in missing]


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _is_debian() -> bool:
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _install_system_packages(packages: list[str]) -> None:
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    line = f"sudo apt-get update && sudo {shlex.join(install)}"
    if not _is_debian():
        raise SetupError("This Python has no ensurepip; install its venv package first.")
    if sys.platform == "win32" or os.geteuid() != 0:
        raise SetupError(f"Some system packages are missing. Install them and try again:\n  {line}")
    print(f"Installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A failed update of one list need not keep the packages from being installed.
    _run("apt-get", "--quiet", "--quiet", "update", environment=environment)
    if _run(*install, environment=environment) != 0:
        raise SetupError(f"apt-get could not install them. Try again by hand:\n  {line}")


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("Blueprint Editor needs Python 3.11 or newer; this is " + sys.version.split()[0])
    sys.exit(main())
