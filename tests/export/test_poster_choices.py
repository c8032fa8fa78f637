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


def test_a_draft_is_marked_as_one_whatever_its_status() -> None:
    draft = choose(PLAIN, PosterChoices(is_draft=True))
    assert draft.status == "draft"
    assert draft.poster.shows("draft_watermark")
    assert not PLAIN.poster.shows("draft_watermark")
