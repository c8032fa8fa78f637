"""Runs, facts, marks and figures as HTML, every text escaped; knows nothing of a whole page."""

import base64
from collections.abc import Iterable, Mapping
from html import escape

from blueprint_editor.export.twin.looks import Looks
from blueprint_editor.export.twin.outline import separator
from blueprint_editor.export.twin.soft_hyphens import soften
from blueprint_editor.export.twin.tree import (
    Fact,
    Figure,
    HeldImage,
    Items,
    MarkText,
    Run,
    Runs,
)
from blueprint_editor.model.addresses import write_uri

_NO_BREAK_SPACE = "&#160;"
"""Between a sign and its name, which stand in one line."""

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script runs from right to left."""


def direction(language: str) -> str:
    """Return the direction of a language's script as HTML names it."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def attribute(name: str, value: str) -> str:
    """Return an attribute, nothing where it is empty."""
    return f' {name}="{escape(value)}"' if value else ""


class PartWriter:
    """Writes the small parts of one page.

    Args:
        looks: its signs.
        images: asset id → image.
        language: of the page.
        who: the name of the fact that tells a card's actors.
    """

    def __init__(
        self, looks: Looks, images: Mapping[str, HeldImage], language: str, who: str
    ) -> None:
        self._who = who
        self._looks = looks
        self._images = images
        self._language = language
        self._direction = direction(language)

    def language(self, language: str) -> str:
        """Return the attributes of an element in another language."""
        if not language:
            return ""
        own = direction(language)
        turned = f' dir="{own}"' if own != self._direction else ""
        return f"{attribute('lang', language)}{turned}"

    def runs(self, runs: Iterable[Run]) -> str:
        return "".join(map(self.run, runs))

    def run(self, run: Run) -> str:
        text = run.text if run.url == run.text else self._soften(run)
        words = escape(text, quote=False).replace("\n", "<br>")
        marked = self.language(run.language)
        if run.url:
            return f'<a href="{escape(write_uri(run.url))}" rel="noopener"{marked}>{words}</a>'
        if run.target:
            return f'<a href="#{card_id(run.target)}"{marked}>{words}</a>'
        if run.record:
            return self._sign(run.record) + f"<span{marked}>{words}</span>"
        return f"<span{marked}>{words}</span>" if marked else words

    def _soften(self, run: Run) -> str:
        return soften(run.text, run.language or self._language)

    def _sign(self, record: str) -> str:
        """Return an actor's or a path's sign, which its name stands beside."""
        if record in self._looks.actors:
            sign = self._looks.actors[record]
            kind = f"sign {sign.shape} of-{record}"
            letters = escape(sign.monogram)
            return f'<span class="{kind}" aria-hidden="true">{letters}</span>{_NO_BREAK_SPACE}'
        return ""

    def fact(self, fact: Fact) -> str:
        """Return a name and its values; the name of those with signs is only heard on cards."""
        values = " ".join(f"<dd>{self.runs(value)}</dd>" for value in fact.values)
        name = f"<dt{self.language(fact.name.language)}>{escape(fact.name.text)}</dt>"
        kind = attribute("class", self._find_kind(fact))
        return f"<div{kind}>{name} {values}</div>"

    def _find_kind(self, fact: Fact) -> str:
        if fact.name.text == self._who:
            return "who"
        return "" if separator(fact.values) == ", " else "with-commas"

    def facts(self, facts: Iterable[Fact], kind: str = "facts") -> str:
        """Return a list of names and values, nothing where there are none."""
        found = "".join(map(self.fact, facts))
        return f'<dl class="{kind}">{found}</dl>' if found else ""

    def marks(self, marks: Iterable[MarkText]) -> str:
        found = "".join(map(self._mark, marks))
        return f'<ul class="marks">{found}</ul>' if found else ""

    def _mark(self, mark: MarkText) -> str:
        kind = mark.kind.replace("_", "-")
        icon = f'<svg class="icon" aria-hidden="true"><use href="#mark-{kind}"/></svg>'
        colon = ":" if mark.text.text.strip() else ""
        name = (
            f"<strong{self.language(mark.name.language)}>{escape(mark.name.text)}{colon}</strong>"
        )
        text = f" {self.run(mark.text)}" if mark.text.text.strip() else ""
        return f'<li class="mark {kind}">{icon}{name}{text}{self.facts(mark.facts)}</li>'

    def figure(self, figure: Figure) -> str:
        """Return an image, its alternative text alone where it is not held."""
        image = self._images.get(figure.asset)
        alt = figure.alt.text.strip()
        if image is None:
            return f'<p class="{figure.kind}">{self.run(figure.alt)}</p>' if alt else ""
        data = base64.b64encode(image.data).decode("ascii")
        return (
            f'<img class="{figure.kind}" src="data:{image.media_type};base64,{data}"'
            f' width="{image.width}" height="{image.height}" alt="{escape(alt)}"'
            f"{self.language(figure.alt.language)}>"
        )

    def items(self, items: Items, kind: str) -> str:
        tag = "ol" if items.ordered else "ul"
        rows = "".join(
            f"<li>{self._item_words(item.runs)}{self.facts(item.facts)}</li>"
            for item in items.entries
        )
        return f'<{tag} class="{kind}">{rows}</{tag}>'

    def _item_words(self, runs: Runs) -> str:
        return f'<p class="what">{self.runs(runs)}</p>'


def card_id(card: str) -> str:
    """Return the name of a card's element, which no other part of a page has."""
    return f"card-{card}"
