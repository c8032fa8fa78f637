"""Curves of feelings now and before, and of self-ratings; every value stands in words, too."""

from blueprint_editor.drawing.drawing import Drawing, Tag
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.records import Rating, Variant, VariantEmotion
from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.test_prints import EMPTY, PATH, tell


def with_feelings(emotion: int, *, other: int = 1) -> Document:
    first = PATH.cards[0].changed(
        emotion=emotion, emotions=(VariantEmotion(variant="v2", value=other),)
    )
    second = PATH.cards[1].changed(rating=Rating(before=2, after=4))
    variants = (Variant(id="v1", name="Mirja"), Variant(id="v2", name="Jere"))
    return PATH.changed(variants=variants, cards=(first, second, PATH.cards[2]))


def list_alternatives(pages: tuple[Drawing, ...]) -> list[str]:
    def walk(tag: Tag) -> list[str]:
        below = [found for child in tag.children if isinstance(child, Tag) for found in walk(child)]
        return [tag.alt, *below] if tag.role == "Figure" and tag.alt else below

    return [found for page in pages for found in walk(page.tags)]


def test_feelings_are_told_beside_those_of_the_version_before_path_by_path(make: Make) -> None:
    before = with_feelings(-2)
    fields = {name: getattr(before, name) for name in DocumentContent.model_fields}
    version = Snapshot(
        id="z1", name="Maaliskuu", at="2026-03-01T10:00:00Z", document=DocumentContent(**fields)
    )
    now = with_feelings(2).changed(snapshots=(version,))
    pages = make("curves", now)
    alternatives = list_alternatives(pages)
    assert alternatives == [
        "Tunteet · Asiakas · M Mirja. 1.1: raskas → hyvä",
        "Tunteet · Asiakas · J Jere. 1.1: melko hyvä",
        "Oma arvio 1–5. 1.2: 2 → 4",
    ]
    told = tell(pages)
    assert "Maaliskuu" in told
    assert "1.1 Ottaa yhteyttä" in told
    assert list_alternatives(make("curves", with_feelings(2)))[0].endswith("1.1: hyvä")
    assert "Maaliskuu" in tell(make("curves", now, since="z1"))
    assert "ei ole vielä tunteita" in tell(make("curves", EMPTY))
