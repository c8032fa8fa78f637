"""What goes out by ``export``: one path, the publishing copy, the source inside a PDF."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import page
import pytest

from blueprint_editor.export.parts import PARTS
from blueprint_editor.model.records import Actor, Comment, Variant
from blueprint_editor.storage.format import load_document, save_document
from tests.app.test_cli import Run, make_document, process, run  # noqa: F401 - a fixture
from tests.painters.pdf_gate import find_failures

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "polku.blueprint"
    save_document(
        make_document(
            "Soittaa numeroon 040 123 4567",
            comments=(Comment(id="q1", text="salainen kommentti"),),
            actors=(
                Actor(id="a1", name="Ohjaaja", contact="ohjaaja@kunta.fi", note="muistilappu"),
            ),
            variants=(Variant(id="x1", name="Aino", short="A"), Variant(id="x2", name="Jere")),
        ),
        path,
    )
    return path


def test_a_document_goes_out_as_its_publishing_copy(run: Any, file: Path) -> None:  # noqa: F811
    out = file.with_name("kopio.json")
    found = run("export", file, out, "--publish")
    assert (found.status, found.out.splitlines()) == (
        0,
        [f"wrote {out}", "left out: comments (1), notes to self (1), contacts (1)"],
    )
    assert found.err == f'{file}: card 1.1 "c1", text: phone number "040 123 4567"\n'
    copy = load_document(out)
    assert (copy.comments, copy.actors[0].contact, copy.actors[0].note) == ((), "", "")
    again = run("export", out, file.with_name("taas.blueprint"), "--publish")
    assert again.out.splitlines()[1] == "left out: nothing"


def test_json(run: Any, file: Path) -> None:  # noqa: F811
    out = file.with_name("kopio.json")
    told = run("export", file, out, "--publish", "--json", "--keep", "comments", "--without", "x2")
    found = told.json
    assert found["left_out"] == {
        "comments_without_consent": 1, "remarks": 1, "contacts": 1, "records": 1,
    }  # fmt: skip
    assert [trace["found"] for trace in found["traces"]] == ["040 123 4567"]
    assert "source" not in found
    assert [variant.id for variant in load_document(out).variants] == ["x1"]


@pytest.mark.parametrize("kind", ["html", "docx", "md", "txt", "pdf", "svg"])
def test_every_kind_can_be_a_publishing_copy(run: Any, file: Path, kind: str) -> None:  # noqa: F811
    out = file.with_suffix(f".{kind}")
    found = run("export", file, out, "--publish", "--variant", "Jere")
    assert found.status == 0
    assert "left out: comments (1)" in found.out
    assert out.stat().st_size
    if kind in {"html", "md", "txt"}:
        assert "kunta.fi" not in out.read_text("utf-8")
        assert run("export", file, out, "--force").status == 0
        assert "kunta.fi" in out.read_text("utf-8")


def test_the_source_inside_a_pdf(run: Any, file: Path, monkeypatch: Any) -> None:  # noqa: F811
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    out = file.with_suffix(".pdf")
    found = run("export", file, out, "--attach-source")
    assert found.status == 0
    first, advice, second, third = found.out.splitlines()
    assert first.startswith(f"wrote {out} (")
    assert advice.startswith("smallest text ")
    assert second == "left out: comments (1), notes to self (1), contacts (1)"
    assert third.startswith("attached: the source, SHA-256 ")
    assert third.endswith(" (shows that it is unchanged, not who made it)")
    data = out.read_bytes()
    assert find_failures(data, PROFILES) == []
    told = run("export", file, out, "--attach-source", "--force", "--json").json
    assert out.read_bytes() == data
    assert told["source"]["sha256"] in third

    assert run("validate", out).out == f"{out}: valid\n"
    about = run("info", out, "--json").json
    assert about["source"] == told["source"]
    assert about["bytes"] == len(data)
    assert f"source: blueprint.json, SHA-256 {told['source']['sha256']}" in run("info", out).out
    assert run("info", file, "--json").json["source"] is None
    words = out.with_suffix(".txt")
    assert run("export", out, words).status == 0
    assert "Soittaa numeroon" in words.read_text("utf-8")
    assert "muistilappu" not in words.read_text("utf-8")


def test_a_pdf_without_a_source(run: Any, file: Path) -> None:  # noqa: F811
    out = file.with_suffix(".pdf")
    run("export", file, out)
    for command in (["validate", out], ["info", out], ["export", out, file.with_suffix(".txt")]):
        found = run(*command)
        assert found.status == 1
        assert found.err == f'{out}: is a PDF without a blueprint in it ("blueprint.json")\n'


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.svg", "--attach-source"], "--attach-source goes with a PDF only"),
        (["a.html", "--paper", "A4"], "--paper goes with a sheet only (pdf, svg, png)"),
        (["a.docx", "--greyscale"], "--greyscale goes with a sheet only"),
        (["a.json"], "a document goes out as a publishing copy only: --publish"),
        (["a.blueprint", "--publish", "--language", "fi"], "in all of its languages"),
        (["a.txt", "--keep", "notes"], "--keep and --without go with --publish"),
        (["a.txt", "--publish", "--keep", "all"], f'unknown part "all" (one of: {PARTS[0]},'),
        (["a.txt", "--publish", "--without", "c9"], 'no record to leave out: "c9"'),
        (["a.txt", "--variant", "C"], 'no path "C" (one of: A, Jere)'),
    ],
)
def test_wrong_usage(run: Any, file: Path, arguments: list[str], message: str) -> None:  # noqa: F811
    out, *others = arguments
    found = run("export", file, file.with_name(out), *others)
    assert (found.status, found.out) == (2, "")
    assert message in found.err
    assert len(found.err.splitlines()) == 1
    assert list(file.parent.iterdir()) == [file]


def test_other_commands_load_nothing_of_this(file: Path) -> None:
    code = (
        "import sys; from blueprint_editor.app.cli import main; "
        f"main(['validate', {str(file)!r}]); "
        "print([m for m in sys.modules if m.split('.')[0] in ('docx', 'lxml', 'pikepdf') "
        "or 'twin.' in m or 'publishing' in m or '.checks' in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"
