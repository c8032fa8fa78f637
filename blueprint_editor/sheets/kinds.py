"""The register of sheets: names, papers and makers, known without loading what makes them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.errors import BlueprintError
from blueprint_editor.model.kinds import Orientation
from blueprint_editor.sheets.paper import Paper, UnknownPaperError, parse_paper
from blueprint_editor.sheets.request import SheetRequest


class SheetPaper(NamedTuple):
    """A paper that a sheet is made for, as ``sheets.paper`` names it, and how it lies."""

    name: str
    orientation: Orientation


class SheetSpec(NamedTuple):
    """One kind of printable sheet.

    Attributes:
        name: what ``--sheet`` and the file format call it.
        make: returns its pages.
        papers: those that it is made for, the usual one first; empty = it is put on any paper.
        title: message id, where the title is not among the words of the workshop kit.
        has_questions: there are help questions to print or to leave out.
        for_actor: it tells the view of one actor, or of all one after another.
    """

    name: str
    make: Callable[[SheetRequest], tuple[Drawing, ...]]
    papers: tuple[SheetPaper, ...] = ()
    title: str = ""
    has_questions: bool = False
    for_actor: bool = False

    def is_made_for(self, paper: Paper | None) -> bool:
        """Tell whether a paper, however it lies, is one of the sheet's own."""
        return paper is not None and self.find_paper(paper) is not None

    def find_paper(self, paper: Paper) -> SheetPaper | None:
        """Return the one of the sheet's papers that has the sides of a paper."""
        sides = paper.sides
        return next((own for own in self.papers if parse_paper(own.name).sides == sides), None)


class SheetOrder(NamedTuple):
    """A sheet that is wanted, on one of its papers or on the usual one."""

    spec: SheetSpec
    paper: Paper | None = None


class SheetError(BlueprintError):
    """A sheet was asked for that cannot be made so; not the document's fault."""


def _make_poster(request: SheetRequest) -> tuple[Drawing, ...]:
    from blueprint_editor.sheets.poster_sheet import make_poster  # noqa: PLC0415 - see above

    return make_poster(request)


def _make_paths(request: SheetRequest) -> tuple[Drawing, ...]:
    from blueprint_editor.sheets.poster_sheet import make_side_by_side  # noqa: PLC0415 - see above

    return make_side_by_side(request)


def _make_changes(request: SheetRequest) -> tuple[Drawing, ...]:
    from blueprint_editor.sheets.change_poster import make_changes  # noqa: PLC0415 - see above

    return make_changes(request)


def _make_workshop_sheet(request: SheetRequest) -> tuple[Drawing, ...]:
    from blueprint_editor.sheets.workshop.makers import make_pages  # noqa: PLC0415 - see above

    return make_pages(request)


def _workshop(
    name: str, orientation: Orientation, *papers: str, has_questions: bool = True
) -> SheetSpec:
    made_for = tuple(SheetPaper(paper, orientation) for paper in papers)
    return SheetSpec(name, _make_workshop_sheet, made_for, has_questions=has_questions)


def _print(name: str, orientation: Orientation, *papers: str, for_actor: bool = False) -> SheetSpec:
    """Return the kind of a sheet that tells what the document holds."""
    spec = _workshop(name, orientation, *papers, has_questions=False)
    return spec._replace(for_actor=for_actor)


_SPECS = (
    SheetSpec("poster", _make_poster, title=msgid("The whole blueprint on one sheet")),
    SheetSpec("paths", _make_paths, title=msgid("Two paths side by side")),
    SheetSpec("changes", _make_changes, title=msgid("What has changed since a named version")),
    _workshop("W1", "portrait", "A4"),
    _workshop("W2", "landscape", "A3"),
    _workshop("W3", "landscape", "A3"),
    _workshop("W4", "portrait", "A3"),
    _workshop("W5", "landscape", "A1", "850x600", "A3"),
    _workshop("W6", "landscape", "A3"),
    _workshop("W7", "landscape", "A2", "A1"),
    _workshop("W8", "portrait", "A2", "A1"),
    SheetSpec(
        "W9",
        _make_workshop_sheet,
        (SheetPaper("A4", "landscape"), SheetPaper("A5", "portrait")),
        has_questions=True,
    ),
    _workshop("W10", "landscape", "A3"),
    _workshop("W11", "landscape", "A1"),
    _workshop("W12", "portrait", "A4"),
    _workshop("W13", "portrait", "A4"),
    _workshop("W14", "portrait", "A4", "A3"),
    _workshop("W15", "portrait", "A4"),
    _workshop("W16", "landscape", "A3"),
    _workshop("W17", "landscape", "A4"),
    _workshop("W18", "portrait", "A4"),
    _print("handovers", "landscape", "A4"),
    _print("solutions", "portrait", "A4"),
    _print("curves", "landscape", "A3", "A4"),
    _print("inclusion", "portrait", "A4"),
    _print("theme-board", "landscape", "A3", "A1", "A4"),
    _print("network", "landscape", "A3", "A2"),
    _print("causal-map", "landscape", "A3", "A2", "A1", "A4"),
    _print("change-list", "landscape", "A4"),
    _print("criteria", "portrait", "A4"),
    _print("comment-print", "landscape", "A4", "A3"),
    _print("slides", "landscape", "338.67x190.5"),
    _print("service-description", "portrait", "A4"),
    _print("personas", "portrait", "A4"),
    _print("client-path", "portrait", "A4"),
    _print("induction", "portrait", "A4", for_actor=True),
    _print("brochure", "portrait", "A4"),
    SheetSpec(
        "pocket-card",
        _make_workshop_sheet,
        (SheetPaper("105x148", "portrait"), SheetPaper("A4", "landscape")),
        for_actor=True,
    ),
)

SHEETS: Mapping[str, SheetSpec] = {spec.name: spec for spec in _SPECS}

TEXT_SHEETS = ("service-description",)
"""Sheets that can be written in words alone, too."""


def find_sheet(name: str) -> SheetSpec:
    """Return the sheet of that name, in any letters.

    Raises:
        SheetError: there is none.
    """
    found = {known.casefold(): spec for known, spec in SHEETS.items()}.get(name.casefold())
    if found is None:
        raise SheetError(f'unknown sheet "{name[:40]}" (one of: {", ".join(SHEETS)})')
    return found


def find_title(spec: SheetSpec, language: str) -> str:
    """Return a sheet's title: the kit's in the language given, the program's own words else."""
    if spec.title:
        return _(spec.title)
    from blueprint_editor.language.workshop.kit import find_kit  # noqa: PLC0415 - see above

    return find_kit(language).sheets[spec.name].title


def parse_orders(text: str) -> list[SheetOrder]:
    """Return what ``W5`` or ``W1,W5:A3,poster`` asks for: names, each with its paper if not usual.

    Raises:
        SheetError: there is no such sheet or paper.
    """
    orders = []
    for piece in text.split(","):
        name, _colon, told = piece.strip().partition(":")
        try:
            paper = parse_paper(told) if told else None
        except UnknownPaperError as error:
            raise SheetError(str(error)) from error
        spec = find_sheet(name)
        if paper is not None and spec.papers and not spec.is_made_for(paper):
            raise tell_papers(spec)
        orders.append(SheetOrder(spec, paper))
    return orders


def tell_papers(spec: SheetSpec) -> SheetError:
    """Return the error that names the papers of a sheet."""
    names = ", ".join(paper.name for paper in spec.papers)
    return SheetError(f"the sheet {spec.name} is made for {names}")
