"""What two looks for unsaved work make of each other."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from blueprint_editor.session import unsaved_work
from blueprint_editor.session.unsaved_work import UnsavedWork
from blueprint_editor.storage.journal import JournalStore, WorkPlace
from blueprint_editor.storage.recovery import FoundWork, find_work
from tests.storage.test_recovery import leave


def test_later_look_counts_and_damage_is_not_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    store, parent = JournalStore(tmp_path), QObject()
    leave(store, WorkPlace())
    found, later_is_done, calls = find_work(store), Event(), []

    def look(_store: JournalStore) -> FoundWork:
        calls.append(len(calls))
        if calls[-1]:
            later_is_done.set()
            return found
        later_is_done.wait(10)
        return FoundWork((), (tmp_path / "aside",))

    monkeypatch.setattr(unsaved_work, "find_work", look)
    unsaved = UnsavedWork(store, parent)
    unsaved.look()
    qtbot.waitUntil(lambda: calls == [0])
    unsaved.look()
    # The two may end in either order.
    qtbot.waitUntil(lambda: unsaved.found == FoundWork(found.works, (tmp_path / "aside",)))
