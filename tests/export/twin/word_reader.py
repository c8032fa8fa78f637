"""Reads a Word document by its XML: texts in order, links, languages, alternative texts."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_part(data: bytes, name: str) -> Any:
    """Return the root of a part such as ``word/document.xml``."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read(name))


def text_of(element: Any) -> str:
    """Return what is read of an element, paragraphs parted by spaces."""
    return " ".join("".join(_iter_text(element)).split())


def _iter_text(element: Any) -> Iterator[str]:
    for child in element.iter():
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in {f"{W}br", f"{W}p"}:
            yield "\n"
        elif etree.QName(child).localname == "docPr":
            yield f" {child.get('descr', '')} "
