"""Options of ``export`` about what a poster shows and how much ink it takes."""

import argparse
from typing import get_args

from blueprint_editor.app.cli_output import UsageError
from blueprint_editor.export.kinds import PICTURE_KINDS, TEXT_KINDS, Kind
from blueprint_editor.export.poster_choices import PosterChoices
from blueprint_editor.model.kinds import POSTER_EXTRAS, POSTER_PARTS, ColourBy, MarkStyle

_ALL_PARTS = (*POSTER_PARTS, *POSTER_EXTRAS)


def add_poster(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--greyscale", action="store_true", help="for a printer without colour")
    parser.add_argument(
        "--ink-saving", action="store_true", help="outlines instead of filled areas"
    )
    for option, words in (("--show", "show a part that is hidden"), ("--hide", "hide a part")):
        parser.add_argument(
            option,
            action="append",
            default=[],
            metavar="PART",
            choices=_ALL_PARTS,
            help=f"{words}: {', '.join(_ALL_PARTS)}; may be repeated",
        )
    parser.add_argument("--draft", action="store_true", help="mark every sheet as a draft")
    parser.add_argument(
        "--colour-by", choices=get_args(ColourBy), help="what the colours of cards tell"
    )
    parser.add_argument(
        "--marks",
        choices=get_args(MarkStyle),
        help="words of marks beside their cards, or in a numbered list",
    )
    parser.add_argument("--second-language", metavar="TAG", help="headers in this language, too")


def find_choices(arguments: argparse.Namespace, kind: Kind) -> PosterChoices:
    """Return what was asked for.

    Raises:
        UsageError: it does not go with the kind of file.
    """
    if kind not in PICTURE_KINDS:
        for option in ("greyscale", "ink_saving", "colour_by", "marks"):
            if getattr(arguments, option):
                told = option.replace("_", "-")
                raise UsageError(f"--{told} goes with a sheet only ({', '.join(PICTURE_KINDS)})")
    if kind not in (*PICTURE_KINDS, *TEXT_KINDS):
        for option in ("show", "hide", "draft", "second_language"):
            if getattr(arguments, option):
                told = option.replace("_", "-")
                raise UsageError(f"--{told} goes with a sheet or a text only")
    return PosterChoices(
        ink_saving=arguments.ink_saving,
        shown=tuple(arguments.show),
        hidden=tuple(arguments.hide),
        is_draft=arguments.draft,
        colour_by=arguments.colour_by,
        marks=arguments.marks,
        second_language=arguments.second_language,
    )
