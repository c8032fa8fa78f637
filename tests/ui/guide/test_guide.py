"""The guide: whole in three languages, true about menus and keys, searched and followed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImageReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from blueprint_editor.app.resources import ResourceDir
from blueprint_editor.language.texts import LANGUAGE_NAMES, _, use_language
from blueprint_editor.ui.guide.chapters import CHAPTERS, read_chapters
from blueprint_editor.ui.guide.window import GuideWindow
from blueprint_editor.ui.main_window import MainWindow
from blueprint_editor.ui.preferences import Preferences
from tests.canvas.hand import Hand
from tests.ui.conftest import Find

GUIDE = ResourceDir.find().guide
LOCALE = ResourceDir.find().resources / "locale"
KEY = Qt.Key
_PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
_BLANK = re.compile(r"\{=?([^{}]+)\}")
_WORD = re.compile(r"\{=([^{}]+)\}")


def read(language: str, name: str) -> str:
    return (GUIDE / language / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("language", list(LANGUAGE_NAMES))
def test_pictures_and_links_are_there(language: str) -> None:
    for name in CHAPTERS:
        text = read(language, name)
        for words, file in _PICTURE.findall(text):
            assert len(words) > 20
            assert QImageReader(str(GUIDE / language / file)).canRead(), file
        for link in _LINK.findall(text):
            assert Path(link).stem in CHAPTERS
    kept = {file.name for file in (GUIDE / language).glob("*.png")}
    assert kept == {
        file for name in CHAPTERS for _a, file in _PICTURE.findall(read(language, name))
    }


@pytest.mark.parametrize("name", CHAPTERS)
def test_languages_tell_the_same(name: str) -> None:
    def find_outline(language: str) -> tuple[object, ...]:
        text = read(language, name)
        marks = [line.split(" ")[0] for line in text.splitlines() if line[:1] in "#-|1234567890"]
        return marks, sorted(_BLANK.findall(text)), _PICTURE.sub("", text).count("**")

    assert find_outline("sv") == find_outline("en") == find_outline("fi")


@pytest.mark.parametrize("language", list(LANGUAGE_NAMES))
def test_menus_and_keys_are_those_of_the_program(language: str) -> None:
    use_language(language, LOCALE)
    chapters = read_chapters(GUIDE, Preferences(keys={"save": ("Ctrl+F12",)}))
    assert [chapter.name for chapter in chapters] == list(CHAPTERS)
    assert all(chapter.title and "{" not in chapter.text for chapter in chapters)
    assert "(Ctrl+F12)" in chapters[0].text
    for name in CHAPTERS:
        for words in _WORD.findall(read(language, name)):
            assert language == "en" or _(words) != words or words == "Wor&kshop"


@pytest.fixture
def guide(window: MainWindow, hand: Hand, find_window: Find) -> Iterator[GuideWindow]:
    hand.key(KEY.Key_F1)
    made = find_window(GuideWindow)
    assert isinstance(made, GuideWindow)
    yield made
    made.reject()
    QApplication.sendPostedEvents()


def test_links_lead_from_chapter_to_chapter(guide: GuideWindow) -> None:
    assert guide.page.toPlainText().startswith("Your first poster in ten minutes")
    guide.page.anchorClicked.emit(QUrl("office-printer.md"))
    assert guide.list.currentRow() == CHAPTERS.index("office-printer")
    assert guide.page.accessibleName() == "The poster on an office printer"


def test_words_are_found_in_any_chapter(guide: GuideWindow) -> None:
    guide.search.setFocus()
    QTest.keyClicks(guide.search, "glue margin")
    QTest.keyClick(guide.search, KEY.Key_Return)
    assert guide.list.currentRow() == CHAPTERS.index("office-printer")
    assert guide.page.textCursor().selectedText() == "glue margin"
    guide.search.clear()
    QTest.keyClicks(guide.search, "quantum")
    QTest.keyClick(guide.search, KEY.Key_Return)
    assert "quantum" in guide.told.text()
    assert guide.told.isVisible()


def test_pictures_are_as_wide_as_there_is_room(guide: GuideWindow) -> None:
    def width() -> float:
        QApplication.processEvents()
        return guide.page.document().size().width()

    guide.resize(1000, 600)
    assert width() <= guide.page.viewport().width()
    guide.resize(620, 600)
    assert width() <= guide.page.viewport().width()
