"""The samples' posters as golden text files.

Write them anew after a wanted change, and read the difference before committing it:
``python -m tests.painters.golden_posters``
"""

from pathlib import Path

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.sheets.poster import PosterComposer
from blueprint_editor.storage.format import load_document
from tests.painters.golden import dump_drawing

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.blueprint.json"))
GOLDEN = Path(__file__).parent / "golden"


def golden_file(sample: Path) -> Path:
    return GOLDEN / f"{sample.name.partition('.')[0]}.txt"


def compose_sample(sample: Path) -> Drawing:
    """Return a sample's poster at its natural size."""
    composer = PosterComposer(Typesetter(FontLibrary()))
    return composer.compose(load_document(sample)).tagged


def dump_sample(sample: Path) -> str:
    """Return the dump of a sample's poster."""
    return dump_drawing(compose_sample(sample))


def write_all() -> None:
    """Write the golden files of all samples."""
    GOLDEN.mkdir(exist_ok=True)
    for sample in SAMPLES:
        golden_file(sample).write_text(dump_sample(sample), "utf-8", newline="\n")


if __name__ == "__main__":
    write_all()
