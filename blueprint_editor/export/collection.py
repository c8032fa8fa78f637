"""Several blueprints that belong together, listed on one page with what each is about."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from blueprint_editor.export.kinds import find_kind
from blueprint_editor.language.terms import find_terms
from blueprint_editor.language.workshop.kit import find_kit
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.records import Project
from blueprint_editor.model.translated import translate
from blueprint_editor.sheets.prints.listing import Group, Listed, ListedFact, Listing
from blueprint_editor.storage.endings import FILE_ENDINGS
from blueprint_editor.storage.long_paths import for_system

SHEET: Final = "collection"
_PAGES: Final = (".html", ".pdf")
"""What stands beside a list, by its blueprint's name, and is linked to; the first that is there."""


def make_collection(
    files: Sequence[tuple[str | os.PathLike[str], Document]],
    out: str | os.PathLike[str],
    language: str,
) -> Listing:
    """Return the list of blueprints, in their order, as it will be written to ``out``.

    Each leads to where it is published, else to a page or PDF of its name that stands beside
    ``out``, where the list is a page, too.
    """
    is_page = find_kind(out) in {"html", "md"}
    entries = []
    for path, document in files:
        told = translate(document, language) if language in document.translations else document
        beside = _find_beside(Path(path), Path(out).parent) if is_page else ""
        entries.append(_tell(told, language, beside))
    return Listing(SHEET, (Group("", tuple(entries)),) if entries else (), language)


def _find_beside(path: Path, folder: Path) -> str:
    stem = next((path.name[: -len(e)] for e in FILE_ENDINGS if path.name.endswith(e)), path.stem)
    names = (f"{stem}{ending}" for ending in _PAGES)
    return next((name for name in names if for_system(folder / name).exists()), "")


def _tell(document: DocumentContent, language: str, beside: str) -> Listed:
    project = document.project or Project()
    line = document.description.strip() or document.subtitle.strip()
    facts = tuple(_iter_facts(document, project, language))
    return Listed(document.title, line, facts, project.published_url or beside)


def _iter_facts(document: DocumentContent, project: Project, language: str) -> Iterator[ListedFact]:
    words, terms = find_kit(language).sheets[SHEET], find_terms(language)
    publication, numbers = document.publication, DerivedFacts(document).phase_numbers
    group = publication.target_group if publication is not None else ""
    phases = [f"{numbers[phase.id]} {phase.name}".strip() for phase in document.phases]
    names = terms.project_fields
    for name, value in (
        (words["target_group"], " ".join(group.split())),
        (words["phases"], " → ".join(phases)),
        (names["organisation"], project.organisation),
        (names["legal_basis"], " ".join(project.legal_basis.split())),
        (words["state"], terms.status_line(document)),
    ):
        if value:
            yield ListedFact(name, value)
