from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Link, Project
from blueprint_editor.model.translated import translate


def test_texts_of_a_part_and_of_the_records_in_it_are_both_translated() -> None:
    project = Project(
        name="Hanke", links=(Link(id="u1", label="Käsikirja", url="https://example.org"),)
    )
    document = Document(
        id="d", title="Polku", language="fi", project=project,
        translations={"en": {"d": {"project.name": "Project"}, "u1": {"label": "Handbook"}}},
    )  # fmt: skip
    translated = translate(document, "en").project
    assert translated is not None
    assert (translated.name, translated.links[0].label) == ("Project", "Handbook")
