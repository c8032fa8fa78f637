"""The command line: what it prints, what it writes, and its exit status for every fault."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtGui import QImage

from blueprint_editor import __version__
from blueprint_editor.app.cli import main
from blueprint_editor.export.kinds import TextKind
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Asset, Card, Lane, Phase, Picture, Step
from blueprint_editor.storage.format import load_document, save_document
from tests.export.twin.reading import READERS
from tests.model.strategies import make_asset, make_png

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "osatyokykyisen-palvelupolku.blueprint.json"


def make_document(text: str = "Soittaa neuvontaan", **fields: Any) -> Document:
    return Document(
        id="d1",
        title="Polku",
        language="fi",
        lanes=(Lane(id="l1", role="customer", name="Asiakas"),),
        phases=(Phase(id="p1", name="Alku"),),
        steps=(Step(id="s1", phase="p1"),),
        cards=(Card(id="c1", lane="l1", step="s1", text=text),),
    ).changed(**fields)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "polku.blueprint"
    save_document(make_document(), path)
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "rikki.blueprint"
    save_document(make_document(), path)
    path.write_text(path.read_text("utf-8").replace('"step": "s1"', '"step": "s9"'), "utf-8")
    return path


class Run:
    """What one call gave."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Iterator[Any]:
    def call(*arguments: object) -> Run:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Run(status, captured.out, captured.err)

    return call


def process(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own, without a display."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "DISPLAY"))}
    environment |= {"PYTHONIOENCODING": "utf-8", **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "blueprint_editor.app.cli", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env=environment,
        timeout=60,
        **options,
    )


class TestValidate:
    def test_a_valid_document(self, run: Any, small: Path) -> None:
        found = run("validate", small)
        assert (found.status, found.out, found.err) == (0, f"{small}: valid\n", "")

    def test_every_problem_stands_on_a_line_of_its_own(self, run: Any, broken: Path) -> None:
        found = run("validate", broken)
        assert (found.status, found.out) == (1, "")
        assert found.err == f'{broken}: /document/cards/0/step: unknown step "s9"\n'

    def test_several_files_and_a_missing_one(self, run: Any, small: Path, broken: Path) -> None:
        found = run("validate", small, broken, small.parent / "none.json")
        assert found.status == 3
        assert found.out == f"{small}: valid\n"
        assert len(found.err.splitlines()) == 2
        assert f"{small.parent / 'none.json'}: there is no such file" in found.err

    def test_json(self, run: Any, small: Path, broken: Path) -> None:
        found = run("validate", "--json", small, broken)
        problem = {"pointer": "/document/cards/0/step", "message": 'unknown step "s9"'}
        assert found.status == 1
        assert found.json == [
            {"file": str(small), "valid": True, "problems": []},
            {"file": str(broken), "valid": False, "problems": [problem]},
        ]

    def test_a_file_name_cannot_break_the_line(self, run: Any, tmp_path: Path) -> None:
        found = run("validate", tmp_path / "a\nb\x1b[31m.json")
        assert len(found.err.splitlines()) == 1
        assert "\x1b" not in found.err

    def test_the_samples_and_templates_are_valid(self, run: Any) -> None:
        files = [*ROOT.glob("samples/*.json"), *ROOT.glob("resources/templates/*.json")]
        assert len(files) > 20
        found = run("validate", *files)
        assert (found.status, found.err) == (0, "")


class TestInfo:
    def test_text(self, run: Any, small: Path) -> None:
        found = run("info", small)
        assert found.status == 0
        assert "title: Polku\n" in found.out
        assert "cards: 1\n" in found.out

    def test_json(self, run: Any, small: Path) -> None:
        found = run("info", small, "--json")
        assert found.json["title"] == "Polku"
        assert found.json["counts"]["cards"] == 1
        assert found.json["bytes"] == small.stat().st_size

    def test_statistics(self, run: Any, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("LC_ALL", "LC_MESSAGES"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("LANG", "en_GB.UTF-8")
        told = run("info", small, "--statistics").out.splitlines()
        assert told[told.index("TIMES") + 1 :][:3] == [
            "Phase   Takes  Waits",
            "1 Alku      –      –",
            "In all      –      –",
        ]
        found = run("info", small, "--json").json["statistics"]
        assert found["times"]["phases"][0]["phase"] == "p1"
        assert found["times"]["doing"]["max_minutes"] == 0
        assert found["lanes"] == [
            {"record": "l1", "cards": 1, "own_cards": 1, "problems": 0, "solutions": 0}
        ]

    def test_a_broken_document(self, run: Any, broken: Path) -> None:
        assert run("info", broken).status == 1

    def test_an_output_that_knows_few_letters(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for arguments in (["info", SAMPLE, "--json"], ["info", SAMPLE]):
            output = io.BytesIO()
            monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(output, encoding="ascii"))
            assert main([str(argument) for argument in arguments]) == 0
            text = output.getvalue().decode("ascii")
            assert "Osaty\\xf6kykyisen" in text or "Osaty\\u00f6kykyisen" in text


class TestSchemaSheetsTemplates:
    def test_schema(self, run: Any) -> None:
        committed = ROOT / "resources" / "schema" / "service-blueprint-1.schema.json"
        assert run("schema").json == json.loads(committed.read_text("utf-8"))

    def test_sheets(self, run: Any) -> None:
        found = {sheet["name"]: sheet for sheet in run("sheets", "--json").json}
        assert found["poster"]["papers"] == []
        assert found["W2"] == {
            "name": "W2", "title": "Persona sheet", "papers": ["A3 landscape"]
        }  # fmt: skip
        assert run("sheets").out.startswith("poster ")
        assert "Persoona-arkki" in run("sheets", "--language", "fi").out

    def test_templates(self, run: Any) -> None:
        found = {template["name"]: template for template in run("templates", "--json").json}
        assert found["empty"]["languages"] == ["en", "fi", "sv"]
        assert found["empty"]["titles"]["en"] == "Empty blueprint"
        assert len(run("templates").out.splitlines()) == len(found)


class TestNew:
    def test_a_document_from_a_template(self, run: Any, tmp_path: Path) -> None:
        out = tmp_path / "uusi.blueprint"
        first = run("new", out, "--template", "study-path", "--language", "sv", "--json").json
        document = load_document(out)
        assert (document.language, document.id, document.title) == (
            "sv",
            first["id"],
            first["title"],
        )
        again = run("new", out, "--template", "study-path", "--language", "sv", "--force", "--json")
        assert again.json["id"] != first["id"]

    @pytest.mark.parametrize(
        ("out", "template", "message"),
        [
            ("a.blueprint", "none", 'unknown template "none" (one of: before-core-after,'),
            ("a.pdf", "empty", "OUT must end with .blueprint"),
            ("polku.blueprint", "empty", "exists already; --force overwrites it"),
        ],
    )
    def test_wrong_usage(
        self, run: Any, small: Path, out: str, template: str, message: str
    ) -> None:
        before = small.read_bytes()
        found = run("new", small.parent / out, "--template", template)
        assert found.status == 2
        assert message in found.err
        assert small.read_bytes() == before

    def test_an_unknown_language(self, run: Any, tmp_path: Path) -> None:
        found = run("new", tmp_path / "a.json", "--template", "empty", "--language", "et")
        assert found.status == 2
        assert 'in the language "et" (one of: en, fi, sv)' in found.err


class TestExport:
    @pytest.mark.parametrize(
        ("kind", "start"), [("pdf", b"%PDF-"), ("svg", b"<"), ("png", b"\x89")]
    )
    def test_every_kind(self, run: Any, small: Path, kind: str, start: bytes) -> None:
        out = small.with_suffix(f".{kind}")
        found = run(
            "export", small, out, "--paper", "A4", *(["--dpi", 30] if kind == "png" else [])
        )
        assert (found.status, found.err) == (0, "")
        written, text = found.out.splitlines()
        assert written == f"wrote {out} (297 × 210 mm)"
        assert text.startswith("smallest text 7.5 pt (2.6 mm), readable at 0.8 m; cards 9.0 pt")
        assert out.read_bytes().startswith(start)

    @pytest.mark.parametrize("kind", ["html", "docx", "md", "txt"])
    def test_texts(self, run: Any, small: Path, kind: TextKind) -> None:
        out = small.with_suffix(f".{kind}")
        found = run("export", small, out)
        assert (found.status, found.out, found.err) == (0, f"wrote {out}\n", "")
        words = READERS[kind](out.read_bytes())
        assert "Soittaa neuvontaan" in words
        told = run("export", small, out, "--force", "--json").json
        size = out.stat().st_size
        assert told == {"out": str(out), "kind": kind, "bytes": size, "untranslated_cards": 0}

    def test_a_text_in_a_language_of_the_document(self, run: Any, tmp_path: Path) -> None:
        out = tmp_path / "path.txt"
        assert run("export", SAMPLE, out, "--language", "en").status == 0
        assert "Customer actions" in out.read_text("utf-8")
        found = run("export", SAMPLE, out, "--language", "sv", "--force")
        assert found.status == 2
        assert 'no texts in the language "sv" (one of: en, fi)' in found.err

    @pytest.mark.parametrize(
        ("options", "size"),
        [
            (["--paper", "a3"], (420, 297)),
            (["--paper", "A3", "--orientation", "portrait"], (297, 420)),
            (["--paper", "ansi-d"], (863.6, 558.8)),
            (["--paper", "300x200.5"], (300, 200.5)),
            (["--paper", "200x300"], (200, 300)),
            (["--paper", "200x300", "--orientation", "landscape"], (300, 200)),
            ([], (841, 594)),
        ],
    )
    def test_papers(
        self, run: Any, small: Path, options: list[str], size: tuple[float, float]
    ) -> None:
        out = small.with_suffix(".pdf")
        found = run("export", small, out, "--json", *options).json
        assert (found["width_mm"], found["height_mm"]) == size
        assert found["bytes"] == out.stat().st_size
        with pikepdf.open(out) as pdf:
            box = [float(edge) * 25.4 / 72 for edge in pdf.pages[0].mediabox]
        assert box[2:] == [pytest.approx(side, abs=0.05) for side in size]

    def test_a_roll_is_as_long_as_need_be(self, run: Any, small: Path) -> None:
        out = small.with_suffix(".svg")
        lying = run("export", small, out, "--paper", "roll:914", "--json").json
        options = ("--paper", "roll:914", "--orientation", "portrait", "--force", "--json")
        upright = run("export", small, out, *options).json
        assert lying["height_mm"] == upright["width_mm"] == 914
        assert lying["width_mm"] / 914 == pytest.approx(914 / upright["height_mm"], abs=0.01)

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (["polku.xyz"], 'unknown ending ".xyz" (one of: pdf, svg, png,'),
            (["polku"], 'unknown ending ""'),
            (["a.pdf", "--paper", "A9"], 'unknown paper "A9" (one of: A0,'),
            (["a.pdf", "--paper", "5x5"], "unknown paper"),
            (["a.pdf", "--paper", "99999x10"], "unknown paper"),
            (["a.pdf", "--paper", "nanx10"], "unknown paper"),
            (
                ["a.pdf", "--sheet", "banner"],
                'unknown sheet "banner" (one of: poster, paths, changes, W',
            ),
            (
                ["a.pdf", "--sheet", "W5", "--tile", "A3", "--test-print"],
                "goes with the poster only",
            ),
            (["a.pdf", "--sheet", "W2", "--paper", "A4"], "the sheet W2 is made for A3"),
            (["a.docx", "--sheet", "W2"], "--sheet goes with pdf, svg, png only"),
            (["a.pdf", "--filling", "blank"], "--filling goes with a workshop sheet only"),
            (["a.pdf", "--sheet", "W11", "--paths", "M", "J"], "--paths goes with --sheet paths"),
            (["a.pdf", "--sheet", "W5", "--phases", "9"], "--phases must be from 5 to 8"),
            (["a.pdf", "--dpi", "300"], "--dpi goes with a PNG only"),
            (["a.png", "--dpi", "0"], "--dpi must be from 1 to 2400"),
            (["a.png", "--dpi", "nan"], "--dpi must be from 1 to 2400"),
            (["a.png", "--dpi", "2400", "--paper", "B0"], "at most 400 million"),
            (["a.pdf", "--language", "sv"], 'no texts in the language "sv" (one of: fi)'),
            (["a.pdf", "--orientation", "diagonal"], "invalid choice: 'diagonal'"),
            (["a.pdf", "--coloured"], "unrecognized arguments: --coloured"),
        ],
    )
    def test_wrong_usage(self, run: Any, small: Path, options: list[str], message: str) -> None:
        out, *others = options
        found = run("export", small, small.parent / out, *others)
        assert (found.status, found.out) == (2, "")
        assert message in found.err
        assert len(found.err.splitlines()) == 1
        assert sorted(path.name for path in small.parent.iterdir()) == [small.name]

    def test_an_existing_file_is_kept_without_force(self, run: Any, small: Path) -> None:
        out = small.with_suffix(".pdf")
        out.write_bytes(b"mine")
        assert run("export", small, out).status == 2
        assert out.read_bytes() == b"mine"
        assert run("export", small, out, "--force").status == 0
        assert out.read_bytes().startswith(b"%PDF")

    def test_a_broken_document(self, run: Any, broken: Path) -> None:
        found = run("export", broken, broken.with_suffix(".pdf"))
        assert found.status == 1
        assert found.err == f'{broken}: /document/cards/0/step: unknown step "s9"\n'

    def test_a_stored_paper_that_nobody_knows(self, run: Any, small: Path) -> None:
        document = load_document(small)
        save_document(document.changed(poster=document.poster.changed(paper="Z9")), small)
        found = run("export", small, small.with_suffix(".pdf"))
        assert found.status == 1
        assert found.err.startswith(f'{small}: /document/poster/paper: unknown paper "Z9"')

    def test_an_image_that_is_broken_beyond_its_header(self, run: Any, small: Path) -> None:
        document = load_document(small)
        good = make_png()
        asset = make_asset(good[:43] + b"\0\0\0\0" + good[47:], "image/png")
        card = document.cards[0].changed(image=Picture(asset=asset.id, alt="kuva"))
        save_document(document.changed(assets=(asset,), cards=(card,)), small)
        found = run("export", small, small.with_suffix(".pdf"))
        assert found.status == 1
        assert found.err.startswith(f"{small}: /document/assets/0: the image is broken")

    def test_a_missing_glyph_is_told_with_its_place(self, run: Any, tmp_path: Path) -> None:
        path = tmp_path / "a.blueprint"
        save_document(make_document("Kello 𓀀 soi"), path)
        found = run("export", path, path.with_suffix(".svg"), "--json")
        assert found.status == 0
        assert found.err == f'{path}: missing glyph "𓀀" in card 1.1\n'
        assert found.json["missing_glyphs"] == [{"letters": "𓀀", "place": "card 1.1"}]

    def test_another_language(self, run: Any, tmp_path: Path) -> None:
        path = tmp_path / "a.blueprint"
        cards = (*make_document().cards, Card(id="c2", lane="l1", step="s1", text="Kiittää"))
        translations = {"sv": {"c1": {"text": "Ringer rådgivningen"}}}
        save_document(make_document().changed(cards=cards, translations=translations), path)
        found = run("export", path, path.with_suffix(".svg"), "--language", "sv")
        assert found.status == 0
        assert found.err == f'{path}: no text in "sv" for 1 card; the original stands\n'
        svg = path.with_suffix(".svg").read_text("utf-8")
        assert "Ringer" in svg
        assert "Soittaa" not in svg

    def test_pictures_are_shown(self, run: Any, small: Path) -> None:
        document = load_document(small)
        asset: Asset = make_asset(make_png(), "image/png")
        card = document.cards[0].changed(image=Picture(asset=asset.id, alt="kuva"))
        save_document(document.changed(assets=(asset,), cards=(card,)), small)
        assert run("export", small, small.with_suffix(".svg")).status == 0
        assert "data:image/png" in small.with_suffix(".svg").read_text("utf-8")

    def test_greyscale_has_no_colour(self, run: Any, small: Path) -> None:
        out = small.with_suffix(".svg")
        assert run("export", SAMPLE, out).status == 0
        assert has_colour(out.read_text("utf-8"))
        assert run("export", SAMPLE, out, "--greyscale", "--force").status == 0
        assert not has_colour(out.read_text("utf-8"))

    def test_parts_are_hidden_for_one_export(self, run: Any, small: Path) -> None:
        out = small.with_suffix(".svg")
        assert run("export", SAMPLE, out, "--hide", "value", "--hide", "legend").status == 0
        told = out.read_text("utf-8")
        assert "Asiakasarvo" not in told
        assert "Toimijat" in told
        assert run("export", SAMPLE, out, "--hide", "cake", "--force").status == 2
        copy = small.with_name("copy.json")
        assert run("export", SAMPLE, copy, "--draft").status == 2
        assert run("export", SAMPLE, small.with_name("a.txt"), "--ink-saving").status == 2
        assert run("export", SAMPLE, small.with_name("a.txt"), "--marks", "list").status == 2

    def test_a_small_picture_is_as_wide_as_asked(self, run: Any, small: Path) -> None:
        out = small.with_suffix(".png")
        assert run("export", SAMPLE, out, "--width", "400").status == 0
        assert QImage(str(out)).width() == 400
        assert run("export", SAMPLE, out, "--width", "0", "--force").status == 2
        both = ("--width", "400", "--dpi", "72", "--force")
        assert run("export", SAMPLE, out, *both).status == 2
        assert run("export", SAMPLE, small.with_suffix(".pdf"), "--width", "400").status == 2

    def test_letters_of_an_svg_can_be_outlines(self, run: Any, small: Path) -> None:
        out = small.with_suffix(".svg")
        assert run("export", SAMPLE, out, "--text-as-paths").status == 0
        assert "<text" not in out.read_text("utf-8")
        pdf = small.with_suffix(".pdf")
        assert run("export", SAMPLE, pdf, "--text-as-paths").status == 2

    def test_the_same_moment_gives_the_same_bytes(
        self, run: Any, small: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        first, second = small.with_name("1.pdf"), small.with_name("2.pdf")
        run("export", small, first)
        run("export", small, second)
        assert first.read_bytes() == second.read_bytes()
        with pikepdf.open(first) as pdf:
            assert str(pdf.docinfo["/CreationDate"]).startswith("D:20231114221320")

    def test_a_moment_that_is_none(
        self, run: Any, small: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
        found = run("export", small, small.with_suffix(".pdf"))
        assert found.status == 2
        assert 'SOURCE_DATE_EPOCH "soon" is not a number of seconds' in found.err


def has_colour(svg: str) -> bool:
    colours = (svg[i + 1 : i + 7] for i in range(len(svg)) if svg[i] == "#")
    digits = (c for c in colours if len(c) == 6 and all(d in "0123456789ABCDEFabcdef" for d in c))
    return any(len({c[0:2], c[2:4], c[4:6]}) > 1 for c in digits)


class TestWithoutACommand:
    def test_version(self, run: Any) -> None:
        assert run("--version").out == f"blueprint-editor {__version__}\n"

    def test_help_lists_the_commands(self, run: Any) -> None:
        found = run("--help")
        assert found.status == 0
        assert "  validate   check documents" in found.out

    def test_each_command_has_help(self, run: Any) -> None:
        found = run("export", "--help")
        assert found.status == 0
        assert "roll:WIDTH" in found.out

    @pytest.mark.parametrize("arguments", [["--none"], ["export"], ["info"], ["--json", "info"]])
    def test_wrong_usage(self, run: Any, arguments: list[str]) -> None:
        found = run(*arguments)
        assert (found.status, found.out) == (2, "")
        assert len(found.err.splitlines()) == 1


class TestRefusedByTheSystem:
    def test_a_missing_file(self, run: Any, tmp_path: Path) -> None:
        found = run("export", tmp_path / "none.blueprint", tmp_path / "a.pdf")
        assert found.status == 3
        assert "there is no such file" in found.err

    def test_a_folder_as_input(self, run: Any, tmp_path: Path) -> None:
        assert run("info", tmp_path).status == 3

    def test_a_folder_as_output(self, run: Any, small: Path) -> None:
        folder = small.with_suffix(".pdf")
        folder.mkdir()
        found = run("export", small, folder, "--force")
        assert found.status == 3
        assert "choose a file name" in found.err

    def test_a_folder_that_is_not_there(self, run: Any, small: Path) -> None:
        found = run("export", small, small.parent / "no" / "a.pdf")
        assert found.status == 3
        assert "the folder is not there" in found.err

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
    )
    def test_a_folder_that_nobody_may_write(self, run: Any, small: Path) -> None:
        locked = small.parent / "locked"
        locked.mkdir(mode=0o500)
        found = run("export", small, locked / "a.pdf")
        assert found.status == 3
        assert "no permission" in found.err


NOT_FOR_A_POSTER = (
    "PySide6",
    "blueprint_editor.commands",
    "blueprint_editor.export.publishing",
    "blueprint_editor.export.tiles",
    "blueprint_editor.model.comparison",
    "blueprint_editor.model.images.assets",
    "blueprint_editor.sheets.tile_guide",
    "blueprint_editor.sheets.workshop",
)


class TestAsAProcess:
    def test_validate_and_pdf_load_nothing_that_they_do_not_need(self, small: Path) -> None:
        code = (
            "import sys; from blueprint_editor.app.cli import main; "
            f"assert main(['validate', {str(small)!r}]) == 0; "
            "heavy = ('reportlab', 'PIL', 'uharfbuzz'); "
            "print([m for m in heavy if m in sys.modules]); "
            f"assert main(['export', {str(small)!r}, {str(small.with_suffix('.pdf'))!r}]) == 0; "
            f"print([m for m in {NOT_FOR_A_POSTER!r} if m in sys.modules])"
        )
        told = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
        )
        assert told.stderr == ""
        assert told.stdout.splitlines()[1] == "[]"
        assert told.stdout.splitlines()[-1] == "[]"

    def test_a_png_needs_no_display(self, small: Path) -> None:
        out = small.with_suffix(".png")
        told = process("export", small, out, "--dpi", 20)
        assert (told.returncode, told.stderr) == (0, "")
        assert out.read_bytes().startswith(b"\x89PNG")

    def test_the_editor_says_that_it_needs_a_display(self, small: Path) -> None:
        if not sys.platform.startswith("linux"):
            pytest.skip("only Qt on Linux ends the process by itself")
        told = process(small)
        assert told.returncode == 3
        assert "there is no display" in told.stderr

    def test_a_reader_that_goes_away_is_no_traceback(self) -> None:
        command = [sys.executable, "-m", "blueprint_editor.app.cli", "sheets"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
        ) as child:
            assert child.stdout is not None
            assert child.stderr is not None
            child.stdout.close()
            assert child.stderr.read() == b""
            assert child.wait(60) == 3

    def test_an_output_that_is_full(self) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("only some systems have a device that is always full")
        with Path("/dev/full").open("w") as full:
            told = subprocess.run(
                [sys.executable, "-m", "blueprint_editor.app.cli", "sheets"],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
                cwd=ROOT,
            )
        assert told.returncode == 3
        assert told.stderr.startswith("blueprint-editor: the output: No space")
        assert len(told.stderr.splitlines()) == 1
