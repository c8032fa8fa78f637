from pathlib import Path

import pytest

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.storage.format import load_document

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.blueprint.json"))


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter(FontLibrary())


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name.partition(".")[0])
def sample(request: pytest.FixtureRequest) -> Document:
    return load_document(request.param)
