from threading import Event

from PySide6.QtCore import QEvent, QObject, QThreadPool
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from blueprint_editor.session.task import ReportProgress, Task


def test_progress_is_told_and_the_result_comes(qapp: QObject, qtbot: QtBot) -> None:
    def work(report: ReportProgress) -> str:
        for done in range(1, 4):
            report(done, 3)
        return "valmis"

    task = Task(qapp)
    told = QSignalSpy(task.progressed)
    with qtbot.waitSignal(task.succeeded) as succeeded:
        task.start_with_progress(work)
    assert succeeded.args == ["valmis"]
    assert told.at(told.count() - 1) == [3, 3]


def test_cancelled_work_ends_at_its_next_report(qapp: QObject, qtbot: QtBot) -> None:
    go_on, steps = Event(), []

    def work(report: ReportProgress) -> None:
        assert go_on.wait(10)
        steps.append("one")
        report(1, 2)
        steps.append("two")

    task = Task(qapp)
    failed = QSignalSpy(task.failed)
    with qtbot.waitSignal(task.cancelled):
        task.start_with_progress(work)
        task.cancel()
        go_on.set()
    assert steps == ["one"]
    assert failed.count() == 0


def test_work_that_was_done_before_it_was_cancelled_counts(qapp: QObject, qtbot: QtBot) -> None:
    task = Task(qapp)
    with qtbot.waitSignal(task.succeeded):
        task.start(lambda: "valmis")
        task.cancel()


def test_fault_of_the_work_is_told(qapp: QObject, qtbot: QtBot) -> None:
    task = Task(qapp)
    with qtbot.waitSignal(task.failed) as failed:
        task.start(lambda: 1 // 0)
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_task_whose_owner_is_gone_ends_quietly(qapp: QApplication, capfd) -> None:
    owner, go_on = QObject(), Event()
    task = Task(owner)

    def work(report: ReportProgress) -> None:
        go_on.wait(10)
        report(1, 1)

    task.start_with_progress(work)
    owner.deleteLater()
    qapp.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    go_on.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    assert capfd.readouterr().err == ""
