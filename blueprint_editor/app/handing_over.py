"""The handover package of a document, written for a window or for the command line."""

from datetime import datetime
from pathlib import Path

from blueprint_editor.app.fonts import open_fonts
from blueprint_editor.app.settings import SettingsFile
from blueprint_editor.checks.privacy import Trace, find_traces
from blueprint_editor.export.handover import Package, make_package
from blueprint_editor.export.publishing import PublishingChoice
from blueprint_editor.model.document import Document
from blueprint_editor.storage.atomic import write_atomically
from blueprint_editor.ui.differences import write_differences


def write_package(
    document: Document, path: Path, created: datetime, choice: PublishingChoice | None = None
) -> Package:
    """Write the package; the list of changes is in the program's language.

    Raises:
        BlueprintError: the document cannot be shown, or the operating system refused.
    """
    fonts = open_fonts(SettingsFile().read().preferences.font_files)
    package = make_package(document, fonts, write_differences, created, choice)
    write_atomically(path, package.data)
    return package


def find_package_traces(package: Package) -> tuple[Trace, ...]:
    """Return what may tell of people, in the document and in what it said before."""
    found = find_traces(package.document)
    before = find_traces(package.before) if package.before is not None else ()
    return (*found, *(trace for trace in before if trace not in found))
