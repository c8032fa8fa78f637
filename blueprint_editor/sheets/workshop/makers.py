"""Which module makes which workshop sheet, and how its pages are."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.sheets.kinds import SheetError, SheetSpec, find_sheet, tell_papers
from blueprint_editor.sheets.paper import parse_paper
from blueprint_editor.sheets.prints.actor_map import make_actor_map
from blueprint_editor.sheets.prints.brochure import make_brochure
from blueprint_editor.sheets.prints.causal_sheet import make_causal_sheet
from blueprint_editor.sheets.prints.change_list import make_change_list
from blueprint_editor.sheets.prints.comment_print import make_comment_print
from blueprint_editor.sheets.prints.criteria import make_criteria
from blueprint_editor.sheets.prints.curves import make_curves
from blueprint_editor.sheets.prints.description import make_service_description
from blueprint_editor.sheets.prints.inclusion import make_inclusion
from blueprint_editor.sheets.prints.induction import make_induction
from blueprint_editor.sheets.prints.persona_pages import make_personas
from blueprint_editor.sheets.prints.pocket_card import make_pocket_cards
from blueprint_editor.sheets.prints.slides import make_slides
from blueprint_editor.sheets.prints.theme_board import make_theme_board
from blueprint_editor.sheets.request import SheetRequest
from blueprint_editor.sheets.workshop.alone_pairs_together import make_alone_pairs_together
from blueprint_editor.sheets.workshop.attendance import make_attendance
from blueprint_editor.sheets.workshop.badges import make_badges
from blueprint_editor.sheets.workshop.cards import make_cards
from blueprint_editor.sheets.workshop.causal_map import make_causal_map
from blueprint_editor.sheets.workshop.checklist import make_checklist
from blueprint_editor.sheets.workshop.client_path import make_client_path
from blueprint_editor.sheets.workshop.critical_points import make_critical_points
from blueprint_editor.sheets.workshop.customer_value import make_customer_value
from blueprint_editor.sheets.workshop.facilitator import make_facilitator
from blueprint_editor.sheets.workshop.feedback import make_feedback
from blueprint_editor.sheets.workshop.handover_list import make_handover_list
from blueprint_editor.sheets.workshop.job_design import make_job_design
from blueprint_editor.sheets.workshop.learning_cafe import make_learning_cafe
from blueprint_editor.sheets.workshop.legend import make_legend
from blueprint_editor.sheets.workshop.merge_sheet import make_merge_sheet
from blueprint_editor.sheets.workshop.network import make_network
from blueprint_editor.sheets.workshop.path_sheet import make_path_sheet
from blueprint_editor.sheets.workshop.persona import make_persona
from blueprint_editor.sheets.workshop.pre_task import make_pre_task
from blueprint_editor.sheets.workshop.sheet import Sheet
from blueprint_editor.sheets.workshop.solution_list import make_solution_list


class Maker(NamedTuple):
    """What makes a sheet; ``no_names`` prints the line that asks for no real names.

    ``body`` is the size of its text in points where it asks for another, ``roomy_body`` on its
    papers other than the usual one, ``margin`` the page's in mm.
    """

    make: Callable[[Sheet], None]
    no_names: bool = True
    body: float | None = None
    margin: float | None = None
    roomy_body: float | None = None


MAKERS: Mapping[str, Maker] = {
    "W1": Maker(make_facilitator, no_names=False),
    "W2": Maker(make_persona),
    "W3": Maker(make_customer_value),
    "W4": Maker(make_alone_pairs_together),
    "W5": Maker(make_path_sheet, margin=10.0),
    "W6": Maker(make_critical_points),
    "W7": Maker(make_causal_map, roomy_body=25.0),
    "W8": Maker(make_learning_cafe, roomy_body=25.0),
    "W9": Maker(make_pre_task, no_names=False, body=14.0),
    "W10": Maker(make_network),
    "W11": Maker(make_merge_sheet),
    "W12": Maker(make_feedback),
    "W13": Maker(make_cards),
    "W14": Maker(make_legend, roomy_body=17.0),
    "W15": Maker(make_checklist),
    "W16": Maker(make_job_design),
    "W17": Maker(make_attendance, no_names=False),
    "W18": Maker(make_badges, no_names=False),
    "handovers": Maker(make_handover_list, no_names=False),
    "solutions": Maker(make_solution_list, no_names=False),
    "client-path": Maker(make_client_path, no_names=False, body=17.0),
    "slides": Maker(make_slides, no_names=False, body=22.0, margin=16.0),
    "service-description": Maker(make_service_description, no_names=False),
    "personas": Maker(make_personas, no_names=False, body=14.0),
    "brochure": Maker(make_brochure, no_names=False),
    "pocket-card": Maker(make_pocket_cards, no_names=False, body=11.0, margin=8.0, roomy_body=13.5),
    "change-list": Maker(make_change_list, no_names=False),
    "criteria": Maker(make_criteria, no_names=False),
    "comment-print": Maker(make_comment_print, no_names=False),
    "curves": Maker(make_curves, no_names=False),
    "inclusion": Maker(make_inclusion, no_names=False),
    "theme-board": Maker(make_theme_board, no_names=False),
    "network": Maker(make_actor_map, no_names=False),
    "induction": Maker(make_induction, no_names=False),
    "causal-map": Maker(make_causal_sheet, no_names=False),
}


def make_pages(request: SheetRequest) -> tuple[Drawing, ...]:
    """Return the pages of a workshop sheet.

    Raises:
        SheetError: the sheet is not made for the paper.
    """
    spec = find_sheet(request.sheet)
    maker = MAKERS[spec.name]
    size = _find_size(spec, request)
    is_usual = sorted(size) == list(parse_paper(spec.papers[0].name).sides)
    sheet = Sheet(
        request._replace(sheet=spec.name), size, no_names=maker.no_names,
        body=maker.body if is_usual else maker.roomy_body or maker.body, margin=maker.margin,
    )  # fmt: skip
    maker.make(sheet)
    return sheet.finish()


def _find_size(spec: SheetSpec, request: SheetRequest) -> tuple[float, float]:
    """Return width and height in mm of the paper as it lies."""
    made_for = spec.papers[0] if request.paper is None else spec.find_paper(request.paper)
    if made_for is None:
        raise tell_papers(spec)
    if request.orientation not in {None, made_for.orientation}:
        raise SheetError(f"the sheet {spec.name} is made for paper in {made_for.orientation}")
    shorter, longer = parse_paper(made_for.name).sides
    return (longer, shorter) if made_for.orientation == "landscape" else (shorter, longer)
