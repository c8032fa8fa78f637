"""Every text of the interface is there in Finnish and Swedish, whole and fit for its place."""

import ast
import string
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from blueprint_editor.language.texts import (
    _,
    choose_language,
    current_language,
    ngettext,
    use_language,
)
from blueprint_editor.ui.actions import ACTIONS, MENUS

ROOT = Path(__file__).parent.parent.parent
LOCALE = ROOT / "resources" / "locale"
LOOKUPS = {"_": 1, "msgid": 1, "ngettext": 2}
"""Function → how many of its arguments are texts."""
LANGUAGES = ("fi", "sv")


@lru_cache
def _used_texts() -> set[tuple[str, ...]]:
    found = set()
    for path in (ROOT / "blueprint_editor").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = LOOKUPS.get(node.func.id, 0)
                texts = [a.value for a in node.args[:count] if isinstance(a, ast.Constant)]
                if count and len(texts) == count:
                    found.add(tuple(texts))
    return found


def _catalogue(language: str) -> Catalog:
    path = LOCALE / language / "LC_MESSAGES" / "blueprint_editor.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _fields(text: str) -> set[str | None]:
    return {field for _text, field, _spec, _conversion in string.Formatter().parse(text)} - {None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_left_over(language: str) -> None:
    catalogue = _catalogue(language)
    known = {_forms(m.id) for m in catalogue if m.id and all(_forms(m.string)) and not m.fuzzy}
    used = _used_texts()
    assert used - known == set()
    assert known - used == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_same_fields_and_mnemonics(language: str) -> None:
    for message in _catalogue(language):
        for form in _forms(message.string) if message.id else ():
            source = _forms(message.id)[-1]
            assert _fields(form) == _fields(source), form
            assert form.count("&") == source.count("&"), form
            assert form.endswith("…") == source.endswith("…"), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_is_current(language: str) -> None:
    """Compile with: pybabel compile -D blueprint_editor -d resources/locale."""
    path = LOCALE / language / "LC_MESSAGES" / "blueprint_editor.mo"
    with path.open("rb") as file:
        compiled = GNUTranslations(file)
    for message in _catalogue(language):
        if isinstance(message.id, str):
            assert not message.id or compiled.gettext(message.id) == message.string
        else:
            told = tuple(compiled.ngettext(*message.id, count) for count in (1, 2))
            assert told == tuple(message.string)


@pytest.mark.parametrize("language", [*LANGUAGES, "en"])
def test_no_two_lines_of_a_menu_share_a_mnemonic(language: str) -> None:
    use_language(language, LOCALE)
    menus = {"": [_("&Window"), *(_(title) for _name, title in MENUS)]}
    for spec in ACTIONS:
        line = spec.submenu or spec.text
        if _(line) not in menus.setdefault(spec.menu, []):
            menus[spec.menu].append(_(line))
    menus["file"] += [_("New from &Template"), _("Open &Recent"), _("Open Sa&mple")]
    menus["view"].append(_("&Language"))
    for lines in menus.values():
        letters = [line[line.index("&") + 1].lower() for line in lines if "&" in line]
        assert len(set(letters)) == len(letters), lines


def test_language_changes_what_is_said() -> None:
    use_language("fi", LOCALE)
    assert (_("Undo"), current_language()) == ("Kumoa", "fi")
    assert ngettext("{count} card", "{count} cards", 2).format(count=2) == "2 korttia"
    use_language("sv", LOCALE)
    assert _("Undo") == "Ångra"
    use_language("en", LOCALE)
    assert ngettext("{count} card", "{count} cards", 1).format(count=1) == "1 card"


@pytest.mark.parametrize(
    ("wished", "language"),
    [
        (("sv", "fi_FI"), "sv"),
        ((None, "sv_FI"), "sv"),
        (("de", "en_GB"), "en"),
        ((None, "de_DE"), "fi"),
        ((None, "C"), "fi"),
    ],
)
def test_language_is_the_wished_one_else_the_systems_else_finnish(
    wished: tuple[str | None, ...], language: str
) -> None:
    assert choose_language(*wished) == language
