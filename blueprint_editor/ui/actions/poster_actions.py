"""Actions on the poster: which parts it shows, where marks stand, how much ink it takes."""

from functools import partial

from blueprint_editor.language.texts import msgid
from blueprint_editor.model.kinds import (
    POSTER_EXTRAS,
    POSTER_PARTS,
    PosterExtra,
    PosterPart,
)
from blueprint_editor.session.edits import set_poster_field, toggle_poster_part
from blueprint_editor.sheets.print_wish import FitWish
from blueprint_editor.ui.actions.spec import ActionSpec, Desk
from blueprint_editor.ui.words import POSTER_EXTRAS as EXTRA_WORDS
from blueprint_editor.ui.words import POSTER_PARTS as PART_WORDS


def _toggle_part(part: PosterPart | PosterExtra, desk: Desk) -> None:
    toggle_poster_part(desk.session, part)


def _shows_part(part: PosterPart | PosterExtra, desk: Desk) -> bool:
    return desk.session.document.poster.shows(part)


def _split_spec(posters: int, text: str) -> ActionSpec:
    return ActionSpec(
        f"split_{posters}",
        text,
        lambda desk: desk.fits.fit(FitWish(posters=posters)),
        "poster",
        is_enabled=lambda desk: len(desk.session.document.phases) >= posters,
        submenu=msgid("Fit as Se&veral Posters"),
    )


def _rows_spec(rows: int, text: str) -> ActionSpec:
    return ActionSpec(
        f"rows_{rows}",
        text,
        lambda desk: desk.fits.fit(FitWish(rows=rows)),
        "poster",
        is_enabled=lambda desk: len(desk.session.document.steps) >= rows,
        submenu=msgid("Fit in Ro&ws"),
    )


def _part_spec(part: PosterPart | PosterExtra, words: str, *, starts_group: bool) -> ActionSpec:
    return ActionSpec(
        f"show_{part}",
        words,
        partial(_toggle_part, part),
        "poster",
        is_checked=partial(_shows_part, part),
        starts_group=starts_group,
        submenu=msgid("&Show on the Poster"),
    )


def _toggle_list(desk: Desk) -> None:
    style = "strip" if desk.session.document.poster.marks == "list" else "list"
    set_poster_field(desk.session, "marks", style)


def _toggle_ink(desk: Desk) -> None:
    set_poster_field(desk.session, "ink_saving", not desk.session.document.poster.ink_saving)


def _toggle_grey(desk: Desk) -> None:
    set_poster_field(desk.session, "greyscale", not desk.session.document.poster.greyscale)


POSTER_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "fit_paper",
        msgid("&Fit to Paper"),
        lambda desk: desk.fits.fit(),
        "poster",
        ("Ctrl+Shift+F",),
        contexts=frozenset({"page"}),
    ),
    _rows_spec(1, msgid("&One Row")),
    _rows_spec(2, msgid("&Two Rows")),
    _rows_spec(3, msgid("Th&ree Rows")),
    _rows_spec(4, msgid("&Four Rows")),
    _split_spec(2, msgid("&Two Posters")),
    _split_spec(3, msgid("Th&ree Posters")),
    _split_spec(4, msgid("&Four Posters")),
    ActionSpec(
        "drop_fit",
        msgid("&Usual Columns and Type"),
        lambda desk: desk.fits.drop(),
        "poster",
        is_enabled=lambda desk: desk.fits.is_fitted,
    ),
    *(_part_spec(part, PART_WORDS[part], starts_group=False) for part in POSTER_PARTS),
    *(
        _part_spec(part, EXTRA_WORDS[part], starts_group=part == POSTER_EXTRAS[0])
        for part in POSTER_EXTRAS
    ),
    ActionSpec(
        "mark_list",
        msgid("Texts of Marks in a &List"),
        _toggle_list,
        "poster",
        is_checked=lambda desk: desk.session.document.poster.marks == "list",
        starts_group=True,
    ),
    ActionSpec(
        "ink_saving",
        msgid("Save &Ink"),
        _toggle_ink,
        "poster",
        is_checked=lambda desk: desk.session.document.poster.ink_saving,
    ),
    ActionSpec(
        "greyscale",
        msgid("&Greyscale"),
        _toggle_grey,
        "poster",
        is_checked=lambda desk: desk.session.document.poster.greyscale,
    ),
)
