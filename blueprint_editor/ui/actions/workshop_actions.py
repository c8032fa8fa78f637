"""Actions of the workshop menu: which sheets when, in the order of the process."""

from functools import partial

from blueprint_editor.language.texts import msgid
from blueprint_editor.ui.actions.spec import ActionSpec, Desk
from blueprint_editor.ui.actions.voting_actions import VOTING_ACTIONS

_STAGES = (
    ("before", msgid("&Before a Session…")),
    ("every_time", msgid("&Every Time…")),
    ("warm_up", msgid("&Warm-Up…")),
    ("insight", msgid("Customer &Insight…")),
    ("paths", msgid("Service &Paths…")),
    ("debrief", msgid("&Debrief…")),
    ("building", msgid("Building the &Model…")),
    ("employer", msgid("With an Emplo&yer…")),
    ("prints", msgid("&Lists and Maps…")),
    ("handouts", msgid("&Handouts…")),
)
"""(stage, message id), see ``language.workshop.kit.STAGES``."""


def _gather_minutes(desk: Desk) -> None:
    from blueprint_editor.ui.dialogs.minutes import show_minutes  # noqa: PLC0415 - when asked

    show_minutes(desk.session, desk.window)


def _score(desk: Desk) -> None:
    from blueprint_editor.ui.dialogs.ten_questions import (  # noqa: PLC0415 - when asked
        show_ten_questions,
    )

    show_ten_questions(desk.session, desk.window)


def _show(stage: str, desk: Desk) -> None:
    desk.sheets.show(stage)


WORKSHOP_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "workshop_sheets",
        msgid("Workshop &Sheets…"),
        partial(_show, ""),
        "workshop",
    ),
    *(
        ActionSpec(
            f"sheets_{stage}", text, partial(_show, stage), "workshop",
            starts_group=stage in {"before", "warm_up", "employer", "prints"},
        )
        for stage, text in _STAGES
    ),
    *VOTING_ACTIONS,
    ActionSpec("gather_minutes", msgid("Gather Mi&nutes…"), _gather_minutes, "workshop"),
    ActionSpec("score", msgid("Score the Ten &Questions…"), _score, "workshop"),
    ActionSpec(
        "send_round",
        msgid("Make a Comment &Round…"),
        lambda desk: desk.rounds.ask_where(),
        "workshop",
        starts_group=True,
    ),
    ActionSpec(
        "take_answers",
        msgid("&Take In Answers…"),
        lambda desk: desk.rounds.ask_for_answers(),
        "workshop",
    ),
)  # fmt: skip
