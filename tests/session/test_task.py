import gc
from threading import Event

import pytest
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


def test_what_the_work_tells_comes_in_order_before_its_result(qtbot: QtBot) -> None:
    asker, told = QObject(), []
    task = Task(asker)

    def work() -> str:
        task.tell(1)
        task.tell(2)
        return "valmis"

    task.told.connect(told.append)
    task.succeeded.connect(told.append)
    with qtbot.waitSignal(task.succeeded):
        task.start(work)
    assert told == [1, 2, "valmis"]


def test_collector_rests_while_workers_run(qtbot: QtBot) -> None:
    """In a worker it would end timers of the GUI thread, which crashes Qt later."""
    asker, go_on, seen = QObject(), Event(), []
    first, second = Task(asker), Task(asker)

    def work() -> None:
        go_on.wait(10)
        seen.append(gc.isenabled())

    assert gc.isenabled()
    with qtbot.waitSignals([first.succeeded, second.succeeded]):
        first.start(work)
        second.start(work)
        go_on.set()
    assert seen == [False, False]
    assert gc.isenabled()


@pytest.mark.parametrize("fails", [False, True])
def test_task_whose_asker_is_gone_tells_nothing(qapp: QApplication, capfd, fails: bool) -> None:
    asker, go_on, told = QObject(), Event(), []
    task = Task(asker)

    def work(report: ReportProgress) -> None:
        go_on.wait(10)
        task.tell("on its way")
        report(1, 1)
        if fails:
            raise OSError

    for signal in (task.succeeded, task.failed, task.told, task.progressed):
        signal.connect(lambda *told_now: told.append(told_now))
    task.start_with_progress(work)
    asker.deleteLater()
    qapp.sendPostedEvents(asker, QEvent.Type.DeferredDelete)
    go_on.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qapp.processEvents()
    assert told == []
    assert gc.isenabled()
    assert capfd.readouterr().err == ""
