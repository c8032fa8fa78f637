"""Reads text outputs back as a person's program would, to one line of words."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.token import Token

from blueprint_editor.export.kinds import TextKind
from tests.export.twin.html_reader import find, parse, text_of
from tests.export.twin.word_reader import read_part
from tests.export.twin.word_reader import text_of as word_text_of


def flatten(text: str) -> str:
    """Return the text with every stretch of blanks as one."""
    return " ".join(text.split())


def _read_markdown(data: bytes) -> str:
    return flatten(" ".join(_token_text(token) for token in MarkdownIt().parse(data.decode())))


def _token_text(token: Token) -> str:
    if token.type != "inline":
        assert token.type not in {"html_block", "code_block", "fence"}, token.content
        return ""
    words = []
    for child in token.children or []:
        assert child.type not in {"html_inline", "code_inline", "em_open", "image"}, token.content
        words.append("\n" if child.type in {"softbreak", "hardbreak"} else child.content)
    return "".join(words)


def _read_plain(data: bytes) -> str:
    return flatten(data.decode("utf-8"))


def _read_page(data: bytes) -> str:
    (body,) = find(parse(data), "body")
    return text_of(body)


def _read_word(data: bytes) -> str:
    return word_text_of(read_part(data, "word/document.xml"))


READERS: dict[TextKind, Callable[[bytes], str]] = {
    "html": _read_page,
    "docx": _read_word,
    "md": _read_markdown,
    "txt": _read_plain,
}
