"""The command check: a line for each finding in the language of the system, JSON, exit status."""

import json
from pathlib import Path
from typing import Any

import pytest

from blueprint_editor.app.cli import main
from blueprint_editor.language.texts import use_language
from blueprint_editor.model.acceptance import AcceptedFinding
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Actor, Card, Link, Project
from blueprint_editor.storage.format import load_document, save_document
from tests.checks.blueprints import change, make_blueprint

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.blueprint.json"))
UNSAFE = Link(id="u1", label="Kelan tuet", url="https://kela.fi@evil.fi/")


@pytest.fixture(autouse=True)
def _language(monkeypatch: pytest.MonkeyPatch) -> Any:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    yield
    use_language("en", ROOT / "resources" / "locale")


class Run:
    """What one call gave."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> None:
        self.status = main(["check", *map(str, arguments)])
        self.out, self.err = capsys.readouterr()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def save(path: Path, document: Document) -> Path:
    save_document(document, path)
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return save(tmp_path / "ehja.blueprint", make_blueprint())


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    document = change(
        make_blueprint(actors=(Actor(id="a9", name="Kukaan"),)), "c1", links=(UNSAFE,)
    )
    return save(tmp_path / "vikoja.blueprint", document)


def test_a_sound_document(capsys: pytest.CaptureFixture[str], sound: Path) -> None:
    run = Run(capsys, sound)
    assert (run.status, run.out, run.err) == (0, f"{sound}: nothing found\n", "")


def test_findings_stand_on_lines_of_their_own_with_a_sum(
    capsys: pytest.CaptureFixture[str], faulty: Path
) -> None:
    run = Run(capsys, faulty)
    assert (run.status, run.err) == (1, "")
    assert run.out.splitlines() == [
        f"{faulty}: /document/actors/3: hint: Actor “Kukaan”: it is used nowhere [unused-actor]",
        (
            f"{faulty}: /document/cards/3/links/0/url: error: Card 1.2 “Kysyy neuvoa”: the address "
            "shows another name before the @, but leads to evil.fi [link-unsafe]"
        ),
        f"{faulty}: errors: 1, warnings: 0, hints: 1",
    ]


@pytest.mark.parametrize(
    ("language", "told"),
    [("fi", "vihje: Toimija ”Kukaan”: sitä ei"), ("sv", "tips: Aktör ”Kukaan”: används")],
)
def test_it_speaks_the_systems_language_or_the_one_asked_for(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    faulty: Path,
    language: str,
    told: str,
) -> None:
    assert told in Run(capsys, faulty, "--language", language).out
    monkeypatch.setenv("LANG", f"{language}_FI.UTF-8")
    assert told in Run(capsys, faulty).out


def test_an_unknown_language(capsys: pytest.CaptureFixture[str], sound: Path) -> None:
    run = Run(capsys, sound, "--language", "de")
    assert (run.status, run.out) == (2, "")
    assert "unknown language 'de'" in run.err


def test_less_bad_ones_can_be_left_out_but_errors_count(
    capsys: pytest.CaptureFixture[str], faulty: Path
) -> None:
    run = Run(capsys, faulty, "--min-severity", "error")
    assert run.status == 1
    assert [line.split(": ")[2] for line in run.out.splitlines()[:-1]] == ["error"]


def test_what_the_document_has_switched_off_is_not_told(
    capsys: pytest.CaptureFixture[str], faulty: Path
) -> None:
    document = load_document(faulty).changed(checks_off=("link-unsafe", "unused-actor"))
    run = Run(capsys, save(faulty, document))
    assert (run.status, run.out) == (0, f"{faulty}: nothing found\n")


def test_what_the_document_has_accepted_is_counted_apart(
    capsys: pytest.CaptureFixture[str], faulty: Path
) -> None:
    accepted = (
        AcceptedFinding(rule="unused-actor", record="a9"),
        AcceptedFinding(rule="link-unsafe", record="c1"),
    )
    save(faulty, load_document(faulty).changed(checks_accepted=accepted))
    run = Run(capsys, faulty)
    assert run.status == 1
    assert run.out.splitlines()[-1] == f"{faulty}: errors: 1, warnings: 0, hints: 0, 1 accepted"
    (told,) = Run(capsys, "--json", faulty).json
    assert [finding["record"] for finding in told["accepted"]] == ["a9"]


def test_json(capsys: pytest.CaptureFixture[str], faulty: Path) -> None:
    run = Run(capsys, "--json", faulty)
    assert run.status == 1
    (told,) = run.json
    assert (told["file"], told["checked"], told["off"]) == (str(faulty), True, [])
    assert told["counts"] == {"error": 1, "warning": 0, "hint": 1}
    unused, unsafe = told["findings"]
    assert unused["fix"] == {
        "label": "Delete the actor",
        "record": "a9",
        "field": "",
        "value": None,
    }
    assert unsafe == {
        "rule": "link-unsafe",
        "severity": "error",
        "pointer": "/document/cards/3/links/0/url",
        "record": "c1",
        "field": "links.0.url",
        "language": "",
        "place": "Card 1.2 “Kysyy neuvoa”",
        "text": "the address shows another name before the @, but leads to evil.fi",
        "advice": "Copy the address anew from the page itself; if it was sent to you, ask the "
        "sender.",
        "also": [],
        "fix": None,
    }


def test_a_file_that_breaks_the_format_is_told_and_the_others_are_checked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, sound: Path
) -> None:
    broken = save(tmp_path / "rikki.blueprint", make_blueprint())
    broken.write_text(broken.read_text("utf-8").replace('"step": "s2"', '"step": "s9"', 1), "utf-8")
    run = Run(capsys, broken, sound)
    assert (run.status, run.out) == (1, f"{sound}: nothing found\n")
    assert run.err == f'{broken}: /document/cards/1/step: unknown step "s9"\n'
    unread, read = Run(capsys, "--json", broken, sound).json
    assert (unread["checked"], unread["counts"]["error"]) == (False, 1)
    assert unread["findings"][0]["pointer"] == "/document/cards/1/step"
    assert read["checked"]


def test_a_missing_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run = Run(capsys, tmp_path / "none.json")
    assert run.status == 3
    assert "there is no such file" in run.err


def test_words_of_a_document_cannot_break_the_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    odd = Card(id="c9", lane="l-front", step="s2", text="Rivi\nja\u202e toinen")
    document = make_blueprint(cards=(odd,), project=Project(valid_until="2020-01-01"))
    path = save(tmp_path / "outo.blueprint", document)
    lines = Run(capsys, path).out.splitlines()
    assert len(lines) == 3
    assert "\\u202e" in lines[1]
    assert "\u202e" not in lines[1]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name.split(".")[0])
def test_nothing_in_a_sample_is_an_error(capsys: pytest.CaptureFixture[str], sample: Path) -> None:
    run = Run(capsys, "--json", sample)
    assert run.status == 0
    assert run.json[0]["counts"]["error"] == 0
