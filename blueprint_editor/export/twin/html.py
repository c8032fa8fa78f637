"""The tree as one accessible page that needs no other file and asks nothing of the network."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import assert_never

from blueprint_editor.export.twin.html_parts import (
    PartWriter,
    attribute,
    direction,
)
from blueprint_editor.export.twin.html_path import write_path
from blueprint_editor.export.twin.html_script import SCRIPT
from blueprint_editor.export.twin.html_style import LaneColumn, write_style
from blueprint_editor.export.twin.looks import Looks
from blueprint_editor.export.twin.tree import (
    Block,
    Choice,
    Facts,
    Figure,
    HeldImage,
    Items,
    Paragraph,
    PathText,
    Section,
    Twin,
)
from blueprint_editor.language.terms import find_terms
from blueprint_editor.layout.icons import draw_icon
from blueprint_editor.painters.svg import format_path

_ICON_SIZE = 24.0
_FEW_SECTIONS = 3
"""A page with fewer sections needs no list of them."""


def write_html(twin: Twin, looks: Looks, images: Mapping[str, HeldImage]) -> bytes:
    """Return the page in UTF-8; the same arguments give the same bytes."""
    return _PageWriter(twin, looks, images).write().encode("utf-8")


class _PageWriter:
    def __init__(self, twin: Twin, looks: Looks, images: Mapping[str, HeldImage]) -> None:
        self.twin = twin
        self.looks = looks
        self.terms = find_terms(twin.language)
        self.words = self.terms.twin
        self.parts = PartWriter(looks, images, twin.language, self.words.actors)
        self.path = twin.path
        own = twin.language.partition("-")[0].lower()
        self.words_language = "" if own == self.terms.language else self.terms.language

    def write(self) -> str:
        language = f'lang="{escape(self.twin.language)}" dir="{direction(self.twin.language)}"'
        start = f"<!DOCTYPE html>\n<html {language}>\n{self._head()}\n<body>"
        return "\n".join((start, *self._body(), "</body>", "</html>", ""))

    def _head(self) -> str:
        style = write_style(self.looks, tuple(self._columns()))
        policy = (
            f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; "
            f"script-src '{_hash(SCRIPT)}'; base-uri 'none'; form-action 'none'"
        )
        subject = attribute("content", " ".join(self.twin.details["subject"].split()))
        described = f'<meta name="description"{subject}>\n' if subject else ""
        author = attribute("content", self.twin.details["author"])
        written = f'<meta name="author"{author}>\n' if author else ""
        return (
            '<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(' '.join(self.twin.title.text.split()) or '–', quote=False)}</title>\n"
            f'{described}{written}<meta name="generator" content="Blueprint Editor">\n'
            f"<style>{style}</style>\n</head>"
        )

    def _columns(self) -> Iterator[LaneColumn]:
        if self.path is None:
            return
        filled = {card.lane for card in self.path.iter_cards()}
        for number, lane in enumerate(self.path.lanes):
            is_narrow = lane.role == "emotion" and number not in filled
            yield LaneColumn(tuple(line.kind for line in lane.lines), is_narrow)

    def _body(self) -> Iterator[str]:
        skip = f'<a class="skip" href="#content"{self._in_words()}>{self.words.main_link}</a>'
        yield skip
        yield f"<header>\n{self._title()}\n{self._contents()}</header>"
        yield '<main id="content" tabindex="-1">'
        icons = "".join(self._icons())
        if icons:
            yield f'<svg class="unseen" aria-hidden="true"><defs>{icons}</defs></svg>'
        if self.twin.intro:
            yield f'<div class="prose intro">{self._blocks(self.twin.intro, "intro")}</div>'
        for section in self.twin.sections:
            if section.key != "project":
                yield self._section(section)
        yield "</main>"
        for section in self.twin.sections:
            if section.key == "project":
                yield f"<footer>\n{self._section(section)}\n</footer>"
        if self._has_filters():
            yield f"<script>{SCRIPT}</script>"

    def _in_words(self) -> str:
        """Return the language of fixed words where it is not the page's."""
        return self.parts.language(self.words_language)

    def _title(self) -> str:
        title = self.parts.run(self.twin.title) if self.twin.title.text.strip() else "–"
        subtitle = self.parts.run(self.twin.subtitle)
        lead = f'<p class="lead">{subtitle}</p>' if self.twin.subtitle.text.strip() else ""
        status = "".join(f"<li>{self.parts.run(run)}</li>" for run in self.twin.status)
        return (
            f'<div class="head"><div><h1>{title}</h1>{lead}</div>'
            f'<ul class="status">{status}</ul></div>'
        )

    def _contents(self) -> str:
        if len(self.twin.sections) < _FEW_SECTIONS:
            return ""
        links = "".join(
            f'<li><a href="#{section.key}">{self.parts.run(section.heading)}</a></li>'
            for section in self.twin.sections
        )
        label = attribute("aria-label", self.words.contents)
        return f"<nav{label}{self._in_words()}><ul>{links}</ul></nav>\n"

    def _section(self, section: Section) -> str:
        heading = f'<h2 id="h-{section.key}">{self.parts.run(section.heading)}</h2>'
        body = self._blocks(section.blocks, section.key)
        if section.key == "personas":
            body = f'<div class="personas">{body}</div>'
        return (
            f'<section id="{section.key}" aria-labelledby="h-{section.key}">\n{heading}\n{body}\n'
            "</section>"
        )

    def _blocks(self, blocks: Iterable[Block], key: str) -> str:
        logos = [block for block in blocks if isinstance(block, Figure) and block.kind == "logo"]
        found = [self._block(block, key) for block in blocks if block not in logos]
        if logos:
            found.append(f'<div class="logos">{"".join(map(self.parts.figure, logos))}</div>')
        return "\n".join(found)

    def _block(self, block: Block, key: str) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Facts():
                return self.parts.facts(block.entries, _FACT_LISTS.get(key, "facts"))
            case Items():
                kind = "actors" if key == "actors" else "entries prose"
                return self.parts.items(block, kind)
            case Figure():
                return self.parts.figure(block)
            case Section():
                heading = f"<h3>{self.parts.run(block.heading)}</h3>"
                return (
                    f'<div class="persona">{heading}{self._blocks(block.blocks, "persona")}</div>'
                )
            case PathText():
                return self._filters(block) + write_path(block, self.parts, self.terms)
        assert_never(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        words = self.parts.runs(paragraph.runs)
        if paragraph.kind == "quote":
            return f"<blockquote><p>{words}</p></blockquote>"
        kind = ' class="quiet-text"' if paragraph.kind == "quiet" else ""
        return f"<p{kind}>{words}</p>"

    def _icons(self) -> Iterator[str]:
        """Yield the signs of the marks that occur; those that look at a name need not be there."""
        for kind in self.looks.marks:
            shapes = []
            for path in draw_icon(kind, 0, 0, _ICON_SIZE, "currentColor", "var(--paper)"):
                data = format_path(path)
                if path.stroke is None:
                    shapes.append(f'<path d="{data}" fill="{path.fill}"/>')
                else:
                    shapes.append(
                        f'<path d="{data}" fill="none" stroke="{path.stroke.colour}"'
                        f' stroke-width="{path.stroke.width:g}" stroke-linecap="round"'
                        ' stroke-linejoin="round"/>'
                    )
            name = kind.replace("_", "-")
            yield f'<symbol id="mark-{name}" viewBox="0 0 24 24">{"".join(shapes)}</symbol>'

    def _has_filters(self) -> bool:
        return self.path is not None and bool(self.path.actors or self.path.variants)

    def _filters(self, path: PathText) -> str:
        if not self._has_filters():
            return ""
        words = self.words
        fields = self._select("actors", words.actor, words.everyone, path.actors)
        fields += self._select("paths", words.path_of, words.every_path, path.variants)
        return (
            f'<form id="filters" class="filters" hidden aria-label="{escape(words.filter_heading)}"'
            f'{self._in_words()}>{fields}<div><button type="reset">{words.clear}</button></div>'
            '<p id="count" role="status" aria-live="polite"'
            f' data-words="{escape(words.shown)}"></p></form>\n'
        )

    def _select(self, name: str, label: str, everything: str, choices: tuple[Choice, ...]) -> str:
        if not choices:
            return ""
        options = "".join(
            f'<option value="{choice.id}">{escape(choice.name.text, quote=False)}</option>'
            for choice in choices
        )
        return (
            f'<div><label for="by-{name}">{label}</label><select id="by-{name}" name="{name}">'
            f'<option value="">{everything}</option>{options}</select></div>'
        )


_FACT_LISTS = {
    "persona": "facts wide",
    "value": "value",
    "abbreviations": "facts abbreviations",
    "project": "facts prose",
    "legend": "facts prose",
    "durations": "facts prose",
}
"""Section → classes of its list of facts."""


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{b64encode(digest).decode('ascii')}"
