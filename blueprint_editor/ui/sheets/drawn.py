"""A sheet as it is shown before printing, and which paper would suit it better."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.texts import _
from blueprint_editor.language.workshop.kit import find_kit
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.kinds import SHEETS
from blueprint_editor.sheets.paper import Paper
from blueprint_editor.sheets.readable_paper import PaperAdvice, advise_paper
from blueprint_editor.sheets.reading_distance import find_smallest_sizes
from blueprint_editor.ui.sheets.picked import Picked
from blueprint_editor.ui.sheets.tools import DrawSheet
from blueprint_editor.ui.sizes import tell_number


class Drawn(NamedTuple):
    """The pages of a sheet, and the paper that should be taken instead."""

    pages: Sequence[Drawing]
    advice: PaperAdvice | None


def draw_with_advice(document: Document, sheet: str, picked: Picked, draw: DrawSheet) -> Drawn:
    """Compose a sheet as it was picked; where its letters are too small, on larger papers too."""
    pages = draw(document, picked.make_options([sheet]))
    spec = SHEETS[sheet]
    if len(spec.papers) < 2:
        return Drawn(pages, None)
    whole = picked._replace(tile="")

    def make(paper: Paper) -> Sequence[Drawing]:
        papers = {**picked.papers, sheet: paper.name}
        return draw(document, whole._replace(papers=papers).make_options([sheet]))

    uncut = draw(document, whole.make_options([sheet])) if picked.tile else pages
    area = uncut[0].width * uncut[0].height
    return Drawn(pages, advise_paper(spec, find_smallest_sizes(uncut), area, make))


def tell_advice(advice: PaperAdvice | None, language: str) -> str:
    """Return which paper to take, called as the sheets of a language call it; empty for none."""
    if advice is None:
        return ""
    text = (
        _(
            "The smallest letters are {points} pt here, hard to read. Choose {paper} as the paper: "
            "{better} pt. An office printer makes it from several A3 (Large sheets)."
        )
        if advice.suffices
        else _(
            "The smallest letters are {points} pt here, hard to read, and {better} pt on {paper}. "
            "Shorten the texts or leave something out."
        )
    )
    return text.format(
        points=tell_number(advice.points, 1),
        paper=find_kit(language).papers.get(advice.paper, advice.paper),
        better=tell_number(advice.better, 1),
    )
