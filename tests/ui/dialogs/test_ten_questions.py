"""The ten questions: scored in a dialog as one step, printed beside the scores of the version."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from blueprint_editor.model.records import PrincipleScore
from blueprint_editor.ui.dialogs.ten_questions import TenQuestionsDialog
from blueprint_editor.ui.main_window import MainWindow
from tests.ui.conftest import Find


def test_scores_are_kept_as_one_step(window: MainWindow, find_window: Find) -> None:
    session = window.canvas.session
    window.actions_by_name["score"].trigger()
    dialog = find_window(TenQuestionsDialog)
    assert isinstance(dialog, TenQuestionsDialog)
    assert len(dialog.answers) == 10
    answer = dialog.answers[3]
    answer.score.setCurrentIndex(answer.score.findData(1))
    QTest.keyClicks(answer.owner.line, "Neuvonta")
    QTest.keyClicks(answer.review_on.line, "1.3.2027")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    wanted = PrincipleScore(question=4, score=1, owner="Neuvonta", review_on="2027-03-01")
    assert session.document.ratings == (wanted,)
    session.undo()
    assert session.document.ratings == ()
