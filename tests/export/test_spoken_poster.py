"""What somebody hears who has the PDF of a poster read aloud: whole words, nothing to look up."""

import pytest

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import (
    Actor,
    Card,
    Connector,
    Duration,
    Fit,
    Lane,
    Persona,
    Phase,
    Poster,
    Responsibility,
    Step,
    Value,
    Variant,
)
from blueprint_editor.painters.pdf import PdfMetadata, paint_pdf
from blueprint_editor.sheets.poster import PosterComposer
from tests.painters.pdf_gate import find_failures
from tests.painters.pdf_reader import ReadTag, read_tags

BLUEPRINT = Document(
    id="d", title="Polku", language="fi", value=Value(social="Löytyy yhteisö."),
    actors=(Actor(id="a1", name="Kela"), Actor(id="a2", name="Työnantaja")),
    personas=(Persona(id="p1", name="Mirja", goal="Työ, jota keho kestää."),),
    variants=(Variant(id="v1", name="Mirja", short="A", persona="p1"),
              Variant(id="v2", name="Jere", short="B")),
    lanes=(Lane(id="l1", role="customer", name="Asiakas"),
           Lane(id="l2", role="frontstage", name="Palvelu")),
    phases=(Phase(id="f1", name="Alku"), Phase(id="f2", name="Loppu")),
    steps=(Step(id="s1", phase="f1"), Step(id="s2", phase="f2")),
    cards=(
        Card(id="c1", lane="l1", step="s1", text="Soittaa.", variants=("v1",)),
        Card(id="c2", lane="l2", step="s2", text="Vastaa.", actors=("a1", "a2"), channel="phone",
             duration=Duration(text="viikko")),
    ),
    connectors=(Connector(id="k1", source="c1", target="c2", kind="information", label="lupa"),),
    responsibilities=(Responsibility(id="r1", actor="a1", first_step="s1", last_step="s2",
                                     text="Yksi kulkee mukana"),),
)  # fmt: skip


def read_poster(document: Document) -> ReadTag:
    fonts = FontLibrary()
    poster = PosterComposer(Typesetter(fonts)).compose(document).tagged
    data = paint_pdf(poster, fonts, PdfMetadata())
    assert find_failures(data) == []
    return read_tags(data)


def hear(tag: ReadTag) -> list[str]:
    """Return what is spoken one after the other: alternatives in place of what they stand for."""
    if "/Alt" in tag.element:
        return [tag.element["/Alt"]]
    own = [tag.text.strip()] if tag.text.strip() else []
    return own + [words for kid in tag.kids for words in hear(kid)]


@pytest.fixture(scope="module")
def spoken() -> ReadTag:
    return read_poster(BLUEPRINT)


def test_what_stands_apart_on_a_card_is_heard_apart(spoken: ReadTag) -> None:
    (cell,) = [cell for cell in spoken.find_all("TD") if "Vastaa." in hear(cell)]
    assert hear(cell) == ["Vastaa.", "Kela", "Työnantaja", "puhelin viikko"]


def test_a_path_and_a_connector_are_heard_in_words(spoken: ReadTag) -> None:
    (cell,) = [cell for cell in spoken.find_all("TD") if "Soittaa." in hear(cell)]
    assert hear(cell) == [
        "Soittaa.", "vain polulla A Mirja", "tieto kulkee korttiin 2.1 ”Vastaa” (lupa)",
    ]  # fmt: skip


def test_headers_tell_what_the_eye_sees_from_their_place(spoken: ReadTag) -> None:
    first, second, *steps = (hear(header) for header in spoken.find_all("TH"))
    assert first[-1] == "Kaistan jälkeen: Vuorovaikutuksen raja"
    assert second[0] == "Palvelu"
    assert "Kela: 1 Alku – 2 Loppu" in steps[1]
    assert all(steps), "an empty header says nothing"
    (table,) = spoken.find_all("Table")
    assert "rivit ovat askelia" in table.element["/Summary"]


def test_labels_are_heard_apart_from_what_they_name(spoken: ReadTag) -> None:
    (persona, *_) = spoken.find_all("Sect")
    assert hear(persona)[-2:] == ["Tavoite", "Työ, jota keho kestää."]
    assert "Polku A" in hear(persona)
    assert [label.text for label in spoken.find_all("Lbl")][:2] == ["Tavoite", "Sosiaalinen"]


def test_where_a_connector_goes_on_another_row_is_told_in_words() -> None:
    rows = Poster(fit=Fit(column_width=90, type_scale=1, rows=("f2",)))
    heard = hear(read_poster(BLUEPRINT.changed(poster=rows)))
    assert "tieto kulkee korttiin 2.1 ”Vastaa” (lupa)" in heard
    assert "jatkoa kortista 1.1 ”Soittaa” (lupa)" in heard


def test_our_words_are_marked_where_the_texts_are_of_another_language() -> None:
    estonian = read_poster(BLUEPRINT.changed(language="et"))
    marked = {
        words
        for role in ("Figure", "H2", "Lbl", "P", "Sect")
        for tag in estonian.find_all(role)
        if tag.element.get("/Lang") == "en"
        for words in hear(tag)
    }
    assert {"After this lane: Line of interaction", "only on path A Mirja", "Goal"} <= marked
    assert {"How to read the path", "information", "Customer value", "phone viikko"} <= marked
    assert not {"Soittaa.", "Kela", "Mirja", "Kela: 1 Alku – 2 Loppu"} & marked


def test_headings_begin_at_the_first_level_without_a_title_too() -> None:
    untitled = read_poster(BLUEPRINT.changed(poster=Poster(hidden_parts=("title_block",))))
    assert {tag.text.strip() for tag in untitled.find_all("H1")} >= {"Mirja", "Asiakasarvo"}


def test_an_untitled_blueprint_without_steps_or_lanes_conforms() -> None:
    lanes_alone = Document(id="d", title="", language="fi", lanes=BLUEPRINT.lanes)
    (table,) = read_poster(lanes_alone).find_all("Table")
    assert [kid.role for kid in table.kids] == ["TBody"]
    step = Step(id="s3", phase="f1")
    read_poster(Document(id="d", title=" ", language="fi", phases=BLUEPRINT.phases[:1],
                         steps=(BLUEPRINT.steps[0], step)))  # fmt: skip
