"""What a person has picked in the dialog of sheets, as options of an export."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blueprint_editor.export.options import ExportOptions
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.request import Filling
from blueprint_editor.sheets.tiling import TileOptions


class Picked(NamedTuple):
    """What stands on the sheets, whichever they are; see ``sheets.request``.

    Attributes:
        tile: paper of the sheets that large ones are cut into; empty = each is one page.
        actor: id of the one whose booklets and cards are wanted; empty = of all.
        since: id of the named version that a list of changes starts from; empty = the newest.
        papers: sheet → one of its papers other than the usual one.
    """

    filling: Filling = "questions"
    language: str = "fi"
    workshop: str = ""
    start: str = ""
    phases: int | None = None
    is_grey: bool = False
    tile: str = ""
    actor: str = ""
    since: str = ""
    papers: Mapping[str, str] = {}

    def make_options(self, sheets: Sequence[str]) -> ExportOptions:
        """Return the options that make these sheets."""
        return ExportOptions(
            sheet=",".join(self._order(sheet) for sheet in sheets),
            language=self.language,
            greyscale=self.is_grey,
            filling=self.filling,
            phases=self.phases,
            workshop=self.workshop,
            start=self.start,
            actor=self.actor,
            since=self.since,
            tiles=TileOptions(parse_paper(self.tile)) if self.tile else None,
        )

    def _order(self, sheet: str) -> str:
        paper = self.papers.get(sheet)
        return f"{sheet}:{paper}" if paper else sheet
