"""Comments of a round enter as one step, or not at all."""

import pytest

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.comments import NewComment, TakeComments
from tests.app.test_cli import make_document

NEW = (NewComment("Hyvä", "Maija", "c1"), NewComment("Koko"))


def test_comments_say_whose_they_are_and_what_they_are_about() -> None:
    after = TakeComments(NEW, "2026-11-25").apply(make_document())
    assert [(c.text, c.author, c.target, c.kind, c.at) for c in after.comments] == [
        ("Hyvä", "Maija", "c1", "comment_round", "2026-11-25"),
        ("Koko", "", None, "comment_round", "2026-11-25"),
    ]
    assert not any(c.resolved or c.consent for c in after.comments)


def test_the_same_command_gives_the_same_document() -> None:
    command = TakeComments(NEW, "2026-11-25")
    assert command.apply(make_document()) == command.apply(make_document())


def test_nothing_to_take_changes_nothing() -> None:
    document = make_document()
    assert TakeComments((), "2026-11-25").apply(document) is document


def test_a_comment_on_what_is_gone_is_refused() -> None:
    command = TakeComments((*NEW, NewComment("Mihin?", "", "c9")), "2026-11-25")
    with pytest.raises(CommandRefusedError):
        command.apply(make_document())
