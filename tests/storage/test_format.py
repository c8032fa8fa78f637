"""The document file: what is written comes back, and every fault is named with its place."""

import json
from pathlib import Path

import pytest

from blueprint_editor import __version__
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import DocumentError, FileAccessError, NewerFormatError
from blueprint_editor.model.records import Card, Lane, Phase, Step
from blueprint_editor.storage.format import (
    MAX_FILE_BYTES,
    dump_document,
    load_document,
    parse_document,
    save_document,
)

SMALL = Document(
    id="d1",
    title="Polku – ”esimerkki”",
    language="fi",
    lanes=(Lane(id="l1", role="customer", name="Asiakkaan toiminta"),),
    phases=(Phase(id="p1", name="Alku"),),
    steps=(Step(id="s1", phase="p1"),),
    cards=(Card(id="c1", lane="l1", step="s1", text="Soittaa\nneuvontaan"),),
)


DEEP = "/document/x" + "/0" * 62


def wrap(document: object, **others: object) -> bytes:
    envelope = {"format": "service-blueprint", "format_version": 1, "document": document}
    return json.dumps({**envelope, **others}).encode()


def find(data: bytes) -> dict[str, str]:
    """Return pointer → message of every problem in a file that must be refused."""
    with pytest.raises(DocumentError) as caught:
        parse_document(data)
    return {problem.pointer: problem.message for problem in caught.value.problems}


def minimal(**fields: object) -> dict[str, object]:
    return {"id": "d1", "title": "T", "language": "fi", **fields}


def test_the_file_is_plain_stable_text() -> None:
    assert dump_document(SMALL).decode() == (
        '{\n "format": "service-blueprint",\n "format_version": 1,\n'
        f' "app_version": "{__version__}",\n "document": {{\n'
        '  "id": "d1",\n  "title": "Polku – ”esimerkki”",\n  "language": "fi",\n'
        '  "lanes": [\n   {\n    "id": "l1",\n    "role": "customer",\n'
        '    "name": "Asiakkaan toiminta"\n   }\n  ],\n'
        '  "phases": [\n   {\n    "id": "p1",\n    "name": "Alku"\n   }\n  ],\n'
        '  "steps": [\n   {\n    "id": "s1",\n    "phase": "p1"\n   }\n  ],\n'
        '  "cards": [\n   {\n    "id": "c1",\n    "lane": "l1",\n    "step": "s1",\n'
        '    "text": "Soittaa\\nneuvontaan"\n   }\n  ]\n }\n}\n'
    )


def test_a_saved_document_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "polku ä.blueprint"
    save_document(SMALL, path)
    assert load_document(path) == SMALL
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_byte_order_mark_is_accepted() -> None:
    assert parse_document(b"\xef\xbb\xbf" + dump_document(SMALL)) == SMALL


def test_every_problem_is_listed_with_its_place() -> None:
    problems = find(
        wrap(
            minimal(
                state="later",
                changed_on="2026-13-01",
                colr="red",
                lanes=[{"id": "l1", "role": "fronstage", "name": "A", "colour": "red"}],
                phases=[{"id": "9x", "name": 5}],
                cards=[{"id": "c1", "lane": "l1", "text": "A\u0000", "votes": 1.5}],
                tags=7,
                language="suomi!",
            )
        )
    )
    assert problems["/document/state"] == 'unknown state "later" (one of: current, future)'
    assert problems["/document/changed_on"] == '"2026-13-01" is not a date of the calendar'
    assert problems["/document/colr"] == 'unknown field "colr"'
    assert problems["/document/lanes/0/role"].startswith('unknown role "fronstage" (one of: evid')
    assert problems["/document/lanes/0/colour"] == '"red" is not a colour such as #1A2B3C'
    assert problems["/document/phases/0/id"].startswith('"9x" is not an id')
    assert problems["/document/phases/0/name"] == "must be text"
    assert problems["/document/cards/0"] == 'the field "step" is missing'
    assert problems["/document/cards/0/text"] == "holds the forbidden character U+0000"
    assert problems["/document/cards/0/votes"] == "must be a whole number"
    assert problems["/document/tags"] == "must be a list"
    assert problems["/document/language"] == '"suomi!" is not a language tag such as fi or sv-FI'


def test_faults_of_fields_and_of_references_are_listed_together_in_file_order() -> None:
    raw = {
        "cards": [
            {"id": "c1", "lane": "l1", "step": "s9", "text": 5, "colr": 1},
            "no card",
            {"id": "c1", "lane": "l9", "step": "s1"},
            {"lane": "l1", "step": "s1", "text": "", "variants": ["v9", 3]},
        ],
        "snapshots": [{"id": "x1", "name": "", "at": "soon", "document": {"id": "d", "tags": 1}}],
        "lanes": [{"id": "l1", "role": "custom", "name": ""}],
        "phases": [{"id": "p1", "name": ""}],
        "steps": [{"id": "s1", "phase": "p1"}],
    }
    with pytest.raises(DocumentError) as caught:
        parse_document(wrap(minimal(**raw)))
    assert [tuple(problem) for problem in caught.value.problems] == [
        ("/document/cards/0/step", 'unknown step "s9"'),
        ("/document/cards/0/text", "must be text"),
        ("/document/cards/0/colr", 'unknown field "colr"'),
        ("/document/cards/1", "must be an object"),
        ("/document/cards/2", 'the field "text" is missing'),
        ("/document/cards/2/id", 'the id "c1" is used already at /document/cards/0/id'),
        ("/document/cards/2/lane", 'unknown lane "l9"'),
        ("/document/cards/3", 'the field "id" is missing'),
        (
            "/document/cards/3/variants/1",
            "must be text",
        ),
        (
            "/document/snapshots/0/at",
            '"soon" is not a date and time such as 2026-11-22T14:30:00+02:00',
        ),
        ("/document/snapshots/0/document", 'the field "title" is missing'),
        ("/document/snapshots/0/document", 'the field "language" is missing'),
        ("/document/snapshots/0/document/tags", "must be a list"),
    ]


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (wrap(minimal(comments=[{}] * 3_000)), "only the first 1000 are listed"),
        (wrap(minimal(lanes=[{}] * 201)), "holds more than 200 items"),
        (wrap(minimal(checks_off=[1] * 10_001)), "holds more than 10000 items"),
        (wrap(minimal(translations={f"{n}": {} for n in range(3_000)})), "too many faults"),
        (wrap(minimal(x=[0] * 1_000_002)), "holds more than 1000000 values"),
    ],
)
def test_a_file_with_endless_faults_is_not_listed_endlessly(data: bytes, part: str) -> None:
    with pytest.raises(DocumentError) as caught:
        parse_document(data)
    assert len(caught.value.problems) <= 1001
    assert any(part in problem.message for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("data", "pointer", "part"),
    [
        (b"", "", "is not JSON at line 1, column 1"),
        (b'{"format": "service-blueprint",\n 5}', "", "is not JSON at line 2, column 2"),
        (b"\xff\xfe{", "", "is not UTF-8 text: byte 1 is 0xFF"),
        (b"[]", "", 'no "format": "service-blueprint"'),
        (b'{"format": "bpmn", "format_version": 1}', "", 'no "format"'),
        (b'{"format": "service-blueprint"}', "/format_version", "whole number"),
        (wrap({}, format_version=True), "/format_version", "whole number"),
        (wrap({}, format_version="1"), "/format_version", "whole number"),
        (wrap({}, format_version=0), "/format_version", "never released"),
        (b'{"format": "service-blueprint", "format_version": 1}', "", '"document" is missing'),
        (wrap(minimal(), extra=1), "/extra", 'unknown field "extra"'),
        (wrap([]), "/document", "must be an object"),
        (b"[" * 1_000_000, "", "nested deeper"),
        (wrap(minimal(x=5)).replace(b"5}", b"[" * 70 + b"]" * 70 + b"}"), DEEP, "nested deeper"),
        (wrap(minimal(title="x")).replace(b'"x"', b'"x", "title": "y"'), "/document", '"title" st'),
        (wrap(minimal(title="\ud83d")), "/document/title", "half a surrogate pair, U+D83D"),
        (wrap(minimal(**{"a\udc00b": 1})), "/document/a?b", "half a surrogate"),
        (wrap(minimal(title="\x1b[31m")), "/document/title", "U+001B"),
        (wrap(minimal(title="\ufffe")), "/document/title", "U+FFFE"),
        (wrap(minimal(title="x" * 100_001)), "/document/title", "longer than 100000 characters"),
        (wrap(minimal(**{"a/b~c": 1})), "/document/a~1b~0c", 'unknown field "a/b~c"'),
        (wrap(minimal(translations={"fi": {"9": {}}})), "/document/translations/fi/9", "not an id"),
    ],
)
def test_a_broken_file_is_refused_with_its_reason(data: bytes, pointer: str, part: str) -> None:
    problems = find(data)
    assert part in problems[pointer]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_a_number_that_is_none_is_refused_at_its_place(number: str) -> None:
    step = {"id": "s1", "phase": "p1", "width": "HERE"}
    data = wrap(minimal(phases=[{"id": "p1", "name": ""}], steps=[step])).replace(
        b'"HERE"', number.encode()
    )
    assert find(data) == {"/document/steps/0/width": "is not a finite number"}


def test_a_number_out_of_its_range_names_the_limit() -> None:
    problems = find(wrap(minimal(cards=[{"votes": 10**50}, {"emotion": 3}])))
    assert problems["/document/cards/0/votes"] == "must be at most 1000000"
    assert problems["/document/cards/1/emotion"] == "must be at most 2"


def test_a_newer_file_is_refused_with_the_version_it_needs() -> None:
    with pytest.raises(NewerFormatError) as caught:
        parse_document(wrap({"new": 1}, format_version=3, app_version="9.1"), source="a.json")
    assert caught.value.format_version == 3
    assert caught.value.source == "a.json"
    assert 'format version 3 needs a newer program ("9.1")' in str(caught.value)


def test_hostile_text_stays_on_one_printable_line() -> None:
    problems = find(wrap(minimal(**{"a\u009b31m\u2028\n": 1}), format_version=1))
    assert all(message.isprintable() for message in problems.values())


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.blueprint"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(DocumentError, match="is larger than 64 MiB"):
        load_document(path)


@pytest.mark.parametrize(
    ("name", "fault"),
    [("none.blueprint", "missing"), ("no/where.blueprint", "missing_folder"), (".", "not_a_file")],
)
def test_what_cannot_be_read_is_told_with_what_to_do(tmp_path: Path, name: str, fault: str) -> None:
    with pytest.raises(FileAccessError) as caught:
        load_document(tmp_path / name)
    assert caught.value.fault == fault
    assert caught.value.path == str(tmp_path / name)
