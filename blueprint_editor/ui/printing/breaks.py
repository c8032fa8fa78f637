"""Where posters and rows begin: what the dialog starts with, and what it suggests; pure."""

from blueprint_editor.export.publishing import drop_gone
from blueprint_editor.model.document import Document
from blueprint_editor.sheets.splitting import choose_rows, choose_splits
from blueprint_editor.ui.printing.wish import Order, Wish


def start_wish(document: Document, wish: Wish) -> Wish:
    """Return a wish for a document as it is: with its stored posters, without what is gone."""
    fit, phases = document.poster.fit, {phase.id for phase in document.phases}
    stored = fit.splits if fit is not None else ()
    known = tuple(phase for phase in wish.splits if phase in phases)
    breaks = tuple(phase for phase in wish.breaks if phase in phases)
    layout = wish.layout
    if stored and layout == "poster":
        layout = "posters"
    elif not {"posters": stored or known, "phases": document.phases[1:]}.get(layout, True):
        layout = "poster"
    leaving = drop_gone(document, wish.leaving)
    if wish.language not in document.translations:
        wish = wish._replace(language=None)
    wish = wish._replace(splits=stored or known, breaks=breaks, layout=layout, leaving=leaving)
    return _keep_sheets_whole(document, wish)


def follow(order: Order, path: str) -> Order:
    """Return an order after the field of a path was edited, with what belongs together.

    Several posters and rows that were just asked for begin with phases that suit; sheets to glue
    make one poster.
    """
    document, wish = order
    if path == "wish.layout" and wish.layout == "posters" and not wish.splits:
        wish = wish._replace(splits=choose_splits(document, 2))
    if path == "wish.rows" and wish.rows == "chosen" and not wish.breaks:
        fit = document.poster.fit
        wish = wish._replace(
            breaks=fit.rows if fit and fit.rows else choose_rows(document, 2).phases
        )
    return Order(document, _keep_sheets_whole(document, wish))


def _keep_sheets_whole(document: Document, wish: Wish) -> Wish:
    is_cut = wish.kind == "pdf" and document.poster.tiling is not None
    if is_cut:
        return wish._replace(layout="poster")
    return wish._replace(fit="fill") if wish.fit == "sheets" else wish
