"""Sheets made of documents, as tests want them."""

from collections.abc import Callable
from typing import Any

import pytest

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.layout.text import Typesetter
from blueprint_editor.model.document import Document
from blueprint_editor.model.translated import translate
from blueprint_editor.sheets.kinds import find_sheet
from blueprint_editor.sheets.poster import NO_PICTURES
from blueprint_editor.sheets.request import SheetRequest
from blueprint_editor.storage.format import load_document
from tests.sheets.conftest import SAMPLES

S1 = next(path for path in SAMPLES if path.name.startswith("osatyokykyisen"))

Make = Callable[..., tuple[Drawing, ...]]


@pytest.fixture(scope="session")
def make(typesetter: Typesetter) -> Make:
    """Make a sheet of a document."""

    def make_sheet(
        name: str, document: Document, language: str = "fi", **options: Any
    ) -> tuple[Drawing, ...]:
        told = translate(document, language)
        request = SheetRequest(name, told, typesetter, NO_PICTURES, language=language, **options)
        return find_sheet(name).make(request)

    return make_sheet


@pytest.fixture(scope="session")
def sample() -> Document:
    return load_document(S1)
