import pytest
from pytestqt.qtbot import QtBot

from blueprint_editor.ui.notice_bar import NoticeStack

MATTERS = ("filter", "save", "export", "sheets", "library", "paths")


@pytest.fixture
def stack(qtbot: QtBot) -> NoticeStack:
    made = NoticeStack()
    qtbot.addWidget(made)
    made.show()
    return made


def _list_standing(stack: NoticeStack) -> list[str]:
    return [matter for matter in MATTERS if stack.find_text(matter)]


def test_newer_file_takes_the_place_of_the_one_before(stack: NoticeStack) -> None:
    stack.bar("export").tell("poster.pdf is ready.", kind="file")
    stack.bar("library").tell("3 entries were added.")
    stack.bar("sheets").tell("The sheets are ready: w1.pdf", kind="file")
    assert _list_standing(stack) == ["sheets", "library"]
    assert stack.find_text("sheets") == "The sheets are ready: w1.pdf"


def test_oldest_news_goes_where_two_stand_already(stack: NoticeStack) -> None:
    for matter in ("export", "library", "paths"):
        stack.bar(matter).tell(matter)
    assert _list_standing(stack) == ["library", "paths"]
    stack.bar("library").tell("again")  # it is the newest now
    stack.bar("export").tell("third")
    assert _list_standing(stack) == ["export", "library"]


def test_faults_work_and_states_stay_whatever_is_told(stack: NoticeStack) -> None:
    stack.bar("filter").tell("3 of 40 cards", kind="state")
    stack.bar("save").tell("“a” could not be saved.", tone="warn")
    stack.bar("export").tell("Writing…", is_busy=True)
    stack.bar("library").tell("3 entries were added.")
    stack.bar("paths").tell("1 card was split")
    assert _list_standing(stack) == ["filter", "save", "export", "paths"]
