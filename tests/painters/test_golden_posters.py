"""The samples' posters stay as they were reviewed; see ``golden_posters`` for writing them anew."""

from pathlib import Path

import pytest

from tests.painters.golden_posters import GOLDEN, SAMPLES, dump_sample, golden_file

REVIEWED = [sample for sample in SAMPLES if golden_file(sample).exists()]


@pytest.mark.parametrize("sample", REVIEWED, ids=lambda path: path.name.partition(".")[0])
def test_the_poster_is_as_it_was_reviewed(sample: Path) -> None:
    assert dump_sample(sample).splitlines() == golden_file(sample).read_text("utf-8").splitlines()


def test_each_reviewed_poster_has_a_sample() -> None:
    assert {golden_file(sample) for sample in REVIEWED} == set(GOLDEN.glob("*.txt"))
