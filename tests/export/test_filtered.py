"""A filter kept with the poster is what every output shows, and each says so."""

from pathlib import Path

import pytest

from blueprint_editor.app.cli import main
from blueprint_editor.export.one_path import choose_path
from blueprint_editor.export.texts import write_text
from blueprint_editor.model.document import Document
from blueprint_editor.model.filtering import apply_filter
from blueprint_editor.model.records import (
    Connector,
    Mark,
    Poster,
    PosterFilter,
    Variant,
    VariantEmotion,
)
from blueprint_editor.storage.format import save_document
from tests.commands.documents import make_card, make_document


def make_filtered(**criteria: object) -> Document:
    return make_document(
        make_card("shared"),
        make_card("mirja", "lane-front", "step-2").changed(text="Mirjan kortti", variants=("v1",)),
        make_card("jere", "lane-customer", "step-3").changed(
            text="Jeren kortti",
            variants=("v2",),
            emotions=(VariantEmotion(variant="v2", value=1),),
        ),
        connectors=(Connector(id="k", source="shared", target="jere", kind="flow"),),
        marks=(
            Mark(id="m1", target="jere", kind="critical_point", text="Jono"),
            Mark(id="m2", target="mirja", kind="solution", text="Apu", solves="m1"),
        ),
        variants=(
            Variant(id="v1", name="Mirja", short="A"),
            Variant(id="v2", name="Jere", short="B"),
        ),
        poster=Poster(filter=PosterFilter(**criteria)),
    )


def test_texts_leave_out_what_the_poster_hides() -> None:
    text = write_text(make_filtered(variants=("v1",), hide=True), "txt").decode()
    assert "Näytetään vain: polku A Mirja" in text
    assert "Mirjan kortti" in text
    assert "Jeren kortti" not in text
    assert "Jere" not in text
    assert "ratkaisu 1" in text.lower(), "numbers are those of the whole blueprint"


def test_texts_tell_what_the_poster_highlights() -> None:
    text = write_text(make_filtered(variants=("v2",)), "txt").decode()
    assert "Korostettu: polku B Jere" in text
    assert "Mirjan kortti" in text
    assert text.count("Julisteessa: korostettu") == 2


@pytest.mark.parametrize("ending", ["svg", "md"])
def test_an_export_from_the_command_line_is_filtered(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "polku.blueprint", tmp_path / f"polku.{ending}"
    save_document(make_filtered(variants=("v2",), hide=True), source)
    assert main(["export", str(source), str(out)]) == 0
    assert "the poster is filtered. Showing only: path B Jere" in capsys.readouterr().err
    text = out.read_text(encoding="utf-8").lower()
    assert "jere" in text
    assert "mirja" not in text


def test_one_path_by_option_shows_what_the_filter_of_that_path_does() -> None:
    """``--variant`` takes the others out of the document; a filter only out of sight."""
    plain = make_filtered().changed(poster=Poster())
    chosen = choose_path(plain, "B")
    seen = apply_filter(make_filtered(variants=("v2",), hide=True)).document
    assert [card.id for card in seen.cards] == [card.id for card in chosen.cards]
    assert seen.cards == chosen.cards
    assert seen.connectors == chosen.connectors
    assert [mark.id for mark in seen.marks] == [mark.id for mark in chosen.marks]
    assert seen.variants == chosen.variants


def test_the_other_paths_filter_does_not_empty_the_one_path() -> None:
    chosen = choose_path(make_filtered(variants=("v1",), hide=True), "B")
    assert [card.id for card in apply_filter(chosen).document.cards] == ["shared", "jere"]
