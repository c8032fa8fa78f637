"""Several sheets in one file, with a list of them in front."""

from collections.abc import Sequence

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.sheets.kinds import SheetSpec
from blueprint_editor.sheets.request import SheetRequest
from blueprint_editor.sheets.workshop.cover import CoverEntry, make_cover


def make_pack(request: SheetRequest, specs: Sequence[SheetSpec]) -> tuple[Drawing, ...]:
    """Return a cover with a list and the pages of all sheets.

    A paper that was asked for goes for the sheets that are made for it; the others keep theirs.

    Raises:
        SheetError: a sheet cannot be made as asked.
    """
    made = [(spec, spec.make(_adapt(request, spec))) for spec in specs]
    entries = [CoverEntry(spec.name, pages) for spec, pages in made]
    return (*make_cover(request, entries), *(page for _, pages in made for page in pages))


def _adapt(request: SheetRequest, spec: SheetSpec) -> SheetRequest:
    wanted = request._replace(sheet=spec.name)
    if spec.papers and not spec.is_made_for(request.paper):
        wanted = wanted._replace(paper=None)
    return wanted._replace(orientation=None) if spec.papers else wanted
