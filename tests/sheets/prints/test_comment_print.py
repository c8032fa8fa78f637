"""The print to comment on: codes, what is open beside them, and the version that is asked for."""

import pytest

from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.records import Comment, Connector, Mark
from blueprint_editor.sheets.kinds import SheetError
from tests.commands.documents import make_card, make_document
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.places import read_text

DOCUMENT = make_document(
    make_card("a"),
    make_card("b", "lane-front", "step-2"),
    connectors=(Connector(id="k", source="a", target="b", kind="flow"),),
    marks=(Mark(id="m", target="b", kind="question", text="Kuka?"),),
    comments=(
        Comment(id="o1", text="Liian pitkä", target="k", author="Liisa"),
        Comment(id="o2", text="Hoidettu", target="b", resolved=True),
        Comment(id="o3", text="Hyvä kokonaisuus"),
    ),
)


def test_open_comments_stand_by_their_code_and_the_rest_at_the_end(make: Make) -> None:
    pages = make("comment-print", DOCUMENT)
    told = " ".join(read_text(page) for page in pages)
    assert "1.1 Asiakkaan toiminta A Avoin kommentti: Liian pitkä (Liisa)" in told
    assert "Kysymys 1: Kuka?" in told
    assert "Hoidettu" not in told
    assert told.index("Koko kuvaus") < told.index("Hyvä kokonaisuus")


def test_a_version_keeps_its_codes_and_texts(make: Make) -> None:
    kept = KeepVersion("z", "Paja 1", "2026-02-09T16:00:00+02:00").apply(DOCUMENT)
    later = kept.changed(cards=(make_card("c").changed(text="Uusi"), *kept.cards))
    version = read_text(make("comment-print", later, since="Paja 1")[0])
    assert "Versio: Paja 1, 9.2.2026" in version
    assert "Uusi" not in version
    now = read_text(make("comment-print", later)[0])
    assert "Uusi" in now
    assert "Paja 1" not in now
    assert "Versio: Paja 1" in read_text(make("comment-print", kept)[0])
    with pytest.raises(SheetError):
        make("comment-print", later, since="x")
