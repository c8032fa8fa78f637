import pytest

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.fit import FitPoster
from blueprint_editor.commands.phases import MergePhases
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.model.records import Fit
from tests.commands.documents import make_card, make_document

DOCUMENT = make_document(make_card("a"))
FIT = Fit(column_width=50.0, type_scale=0.9, paper="A0", orientation="portrait")


def test_fit_is_stored_with_its_paper() -> None:
    poster = FitPoster(FIT, "A0", "portrait").apply(DOCUMENT).poster
    assert (poster.fit, poster.paper, poster.orientation) == (FIT, "A0", "portrait")
    assert FitPoster(None).apply(DOCUMENT) is DOCUMENT


def test_a_poster_cannot_begin_with_a_phase_that_is_none() -> None:
    with pytest.raises(CommandRefusedError, match="unknown_record"):
        FitPoster(FIT.changed(splits=("step-1",))).apply(DOCUMENT)


def test_rows_begin_with_what_comes_after_a_lost_phase_or_step() -> None:
    first, second = (phase.id for phase in DOCUMENT.phases[:2])
    fitted = FitPoster(FIT.changed(rows=(first,), row_steps=("step-1",))).apply(DOCUMENT)
    fit = DeleteRecords((first,)).apply(fitted).poster.fit
    assert fit is not None
    assert (fit.rows, fit.row_steps) == ((second,), ("step-3",))
    merged = MergePhases(first).apply(FitPoster(FIT.changed(rows=(second,))).apply(DOCUMENT))
    assert merged.poster.fit == FIT


def test_posters_that_began_with_a_lost_phase_become_one() -> None:
    first, second = (phase.id for phase in DOCUMENT.phases[:2])
    fitted = FitPoster(FIT.changed(splits=(second,))).apply(DOCUMENT)
    for command in (DeleteRecords((second,)), MergePhases(first)):
        assert command.apply(fitted).poster.fit == FIT
