import pytest

from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.poster_choices import PosterChoices, choose
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Poster

PLAIN = Document(id="d", title="", language="fi", status="final")


def test_nothing_chosen_changes_nothing() -> None:
    assert choose(PLAIN, PosterChoices()) is PLAIN


def test_parts_are_shown_and_hidden_for_one_export() -> None:
    document = PLAIN.changed(poster=Poster(hidden_parts=("value", "legend")))
    choices = PosterChoices(shown=("legend", "link_codes"), hidden=("actors",), ink_saving=True)
    poster = choose(document, choices).poster
    assert poster.hidden_parts == ("value", "actors")
    assert poster.extra_parts == ("link_codes",)
    assert poster.ink_saving


def test_colours_marks_and_a_second_language_are_chosen_for_one_export() -> None:
    document = PLAIN.changed(poster=Poster(marks="list"), translations={"sv": {}})
    choices = PosterChoices(colour_by="actor", second_language="sv")
    poster = choose(document, choices).poster
    assert (poster.colour_by, poster.marks, poster.second_language) == ("actor", "list", "sv")
    assert choose(document, PosterChoices(marks="strip")).poster.marks == "strip"
    with pytest.raises(ExportError, match='"xx" \\(one of: fi, sv\\)'):
        choose(document, PosterChoices(second_language="xx"))


def test_a_draft_is_marked_as_one_whatever_its_status() -> None:
    draft = choose(PLAIN, PosterChoices(is_draft=True))
    assert draft.status == "draft"
    assert draft.poster.shows("draft_watermark")
    assert not PLAIN.poster.shows("draft_watermark")
