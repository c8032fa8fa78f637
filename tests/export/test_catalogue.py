"""The catalogue of a service library: under headings, with links, accessible."""

from pathlib import Path

import pytest

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.listing import export_listing
from blueprint_editor.model.library import LibraryEntry
from blueprint_editor.sheets.prints.catalogue import list_catalogue
from tests.painters.pdf_gate import find_failures

ENTRIES = (
    LibraryEntry(
        id="a", name="Ohjaamo", line="Neuvontaa.\nMyös ilman aikaa.", target_group="nuoret",
        channel="on_site", area="Oulu", sector="employment", link="https://ohjaamo.example",
    ),
    LibraryEntry(id="b", kind="benefit", name="Palkkatuki", name_sv="Lönesubvention"),
    LibraryEntry(id="c", name="Ääniarkku", area="Kuopio", sector="health_social"),
)  # fmt: skip


def test_headings_are_kinds_sectors_or_areas_and_the_rest_comes_last() -> None:
    def tell(grouping: str) -> list[tuple[str, list[str]]]:
        groups = list_catalogue(ENTRIES, grouping, "sv").groups  # type: ignore[arg-type]
        return [(group.heading, [entry.name for entry in group.entries]) for group in groups]

    assert tell("kind") == [
        ("Tjänst", ["Ohjaamo", "Ääniarkku"]), ("Förmån eller stöd", ["Lönesubvention"])
    ]  # fmt: skip
    assert [heading for heading, _ in tell("area")] == ["Kuopio", "Oulu", "Övriga"]
    assert [names for _, names in tell("sector")] == [
        ["Ääniarkku"],
        ["Ohjaamo"],
        ["Lönesubvention"],
    ]


def test_a_catalogue_goes_out_as_pages_and_in_words(tmp_path: Path) -> None:
    pages, words = tmp_path / "tarjotin.pdf", tmp_path / "tarjotin.html"
    export_listing(pages, list_catalogue(ENTRIES, "sector", "fi"), FontLibrary)
    assert find_failures(pages.read_bytes()) == []
    export_listing(words, list_catalogue(ENTRIES, "kind", "fi"), FontLibrary)
    told = words.read_text("utf-8")
    for piece in ('href="https://ohjaamo.example"', "Kohderyhmä", "nuoret", "Palkkatuki"):
        assert piece in told
    with pytest.raises(ExportError):
        export_listing(tmp_path / "a.svg", list_catalogue((), "kind", "fi"), FontLibrary)
