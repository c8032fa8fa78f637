"""Whatever is in a file, it is either a document or refused with its problems; nothing else."""

import time
from pathlib import Path

import pytest

from blueprint_editor.app.cli import main
from blueprint_editor.model.errors import DocumentError
from blueprint_editor.model.integrity import find_problems
from blueprint_editor.storage.format import dump_document, parse_document
from tests.fuzz.mutants import make_base64_bomb, make_large, make_mutant
from tests.model.strategies import make_document

ROOT = Path(__file__).parents[2]
SAMPLES = tuple(
    path.read_bytes() for path in sorted((ROOT / "samples").glob("*.blueprint.json"))
) + tuple(dump_document(make_document(seed, 0.9, 6)) for seed in range(3))

BLOCKS = 3
BLOCK_SIZE = 50
LONG_BLOCKS = 50
LONG_BLOCK_SIZE = 200
MOST_SECONDS = 5.0


def judge(data: bytes) -> bool:
    """Read one mutant; return whether it is a document all the same."""
    try:
        document = parse_document(data, source="mutant")
    except DocumentError as refused:
        check_told(refused)
        return False
    assert find_problems(document) == ()
    assert parse_document(dump_document(document)) == document
    return True


def check_told(refused: DocumentError) -> None:
    assert refused.problems
    for pointer, message in refused.problems:
        assert pointer == "" or pointer.startswith("/")
        assert message
        assert message.isprintable()


@pytest.mark.parametrize("block", range(BLOCKS))
def test_a_mutant_is_a_document_or_refused(block: int) -> None:
    judged = [
        judge(make_mutant(SAMPLES[seed % len(SAMPLES)], seed))
        for seed in range(block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE)
    ]
    # The mutations must neither all be harmless nor all be blunt.
    assert True in judged
    assert False in judged


@pytest.mark.parametrize("seed", range(2_000_000, 2_000_012))
def test_the_command_line_never_ends_in_an_internal_error(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mutant.blueprint"
    data = make_mutant(SAMPLES[seed % len(SAMPLES)], seed)
    path.write_bytes(data)
    assert main(["validate", str(path)]) in {0, 1}
    assert "internal error" not in capsys.readouterr().err
    assert path.read_bytes() == data
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_file_that_is_too_large_is_refused() -> None:
    assert not judge(make_large())
    assert not judge(make_base64_bomb(SAMPLES[0]))


@pytest.mark.endurance
@pytest.mark.parametrize("block", range(LONG_BLOCKS))
def test_thousands_of_mutants(block: int) -> None:
    for seed in range(10_000 + block * LONG_BLOCK_SIZE, 10_000 + (block + 1) * LONG_BLOCK_SIZE):
        data = make_mutant(SAMPLES[seed % len(SAMPLES)], seed)
        began = time.process_time()
        judge(data)
        assert time.process_time() - began < MOST_SECONDS, seed
