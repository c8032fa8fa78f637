"""Reads a page as a browser would: the parser of HTML's own rules, refusing every fault."""

from collections.abc import Iterator
from typing import Any

from justhtml import JustHTML

UNREAD = {"script", "style", "svg", "#comment"}


def parse(data: bytes) -> Any:
    """Return the page's root."""
    return JustHTML(data.decode("utf-8"), sanitize=False, strict=True).root


def iter_elements(node: Any) -> Iterator[Any]:
    """Yield every element below a node, in order."""
    for child in node.children or ():
        if not str(child.name).startswith(("#", "!")):
            yield child
            yield from iter_elements(child)


def find(root: Any, *names: str) -> list[Any]:
    return [element for element in iter_elements(root) if element.name in names]


def text_of(node: Any) -> str:
    """Return what is read of a node: texts, alternative texts of pictures."""
    return " ".join("".join(_iter_text(node)).replace("\u00ad", "").split())


def _iter_text(node: Any) -> Iterator[str]:
    if node.name == "#text":
        yield node.data
    elif node.name == "br":
        yield "\n"
    elif node.name == "img":
        yield f" {node.attrs['alt']} "
    elif node.name not in UNREAD:
        # Blocks part words; what stands in a line of text does not.
        gap = "" if node.name in {"span", "a", "strong", "i"} else " "
        yield gap
        for child in node.children or ():
            yield from _iter_text(child)
        yield gap
