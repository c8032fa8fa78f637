"""The list of changes names each change with what was and what is."""

import pytest

from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.model.records import Card, Duration
from blueprint_editor.sheets.kinds import SheetError
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.test_prints import EMPTY, PATH, tell

KEPT = KeepVersion("n1", "Työpaja 1", "2026-10-01T12:00:00+00:00").apply(PATH)


def test_each_kind_of_change_is_told(make: Make) -> None:
    document = DeleteRecords(frozenset({"c3"})).apply(KEPT)
    document = SetField(("c1",), "text", "Soittaa").apply(document)
    document = SetField(("c1",), "channel", "phone").apply(document)
    document = SetField(("c2",), "duration", Duration(text="viikko")).apply(document)
    document = SetField(("c2",), "lane", "l3").apply(document)
    document = SetField(("a1",), "contact", "08 123").apply(document)
    new = Card(id="c9", lane="l1", step="s1", text="Aivan uusi")
    document = document.changed(cards=(*document.cards, new), title="Toinen polku")
    told = tell(make("change-list", document))
    for text in (
        "Työpaja 1 (1.10.2026)", "Otsikko: Polku", "Otsikko: Toinen polku", "Ottaa yhteyttä",
        "Kanava: –", "Kanava: puhelin", "Kesto: viikko", "1 Alku / Palvelu", "1 Alku / Taustatyö",
        "08 123", "+ Uusi", "Aivan uusi", "– Poistettu", "Kirjaa", "(silloin)", "siirrettyjä 1",
    ):  # fmt: skip
        assert text in told, text


def test_cards_that_became_one_are_told_in_one_row(make: Make) -> None:
    origin, wider = SetField(("c1",), "origin", ("c2",)), SetField(("c1",), "note", "1\n2")
    document = wider.apply(origin.apply(DeleteRecords(frozenset({"c2"})).apply(KEPT)))
    told = tell(make("change-list", document))
    assert "= Yhdistetty" in told
    assert "yhdistettyjä 1" in told
    assert "– Poistettu Kortti" not in told
    assert "Huomautus" not in told


def test_nothing_changed_and_nothing_to_compare_with_are_said(make: Make) -> None:
    assert "Mikään ei ole muuttunut." in tell(make("change-list", KEPT))
    assert "ei ole nimettyä versiota" in tell(make("change-list", EMPTY))


def test_the_version_can_be_chosen(make: Make) -> None:
    later = SetField(("c1",), "text", "Soittaa").apply(KEPT)
    later = KeepVersion("n2", "Työpaja 2", "2026-11-01T12:00:00+00:00").apply(later)
    assert "Mikään ei ole muuttunut." in tell(make("change-list", later))
    assert "Soittaa" in tell(make("change-list", later, since="Työpaja 1"))
    with pytest.raises(SheetError, match='no named version "x"'):
        make("change-list", later, since="x")
