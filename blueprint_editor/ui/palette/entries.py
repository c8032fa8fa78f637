"""What the palette offers: every action, the files of the menus, and places on the poster."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtGui import QAction

from blueprint_editor.canvas.closeness import show_closely
from blueprint_editor.language.texts import LANGUAGE_NAMES, _, current_language, msgid
from blueprint_editor.layout.theme import lane_look, make_theme
from blueprint_editor.model.derived import DerivedFacts
from blueprint_editor.model.records import Phase
from blueprint_editor.ui.actions import ACTIONS, MENUS, Desk, full_text
from blueprint_editor.ui.actions.keys import find_keys, name_keys
from blueprint_editor.ui.actions.reasons import tell_reason
from blueprint_editor.ui.matching import fold

Kind: TypeAlias = Literal["action", "file", "card", "lane", "phase", "step"]

_GOING: Mapping[Kind, str] = {
    "phase": msgid("Go to phase"),
    "step": msgid("Go to step"),
    "lane": msgid("Go to lane"),
    "card": msgid("Go to card"),
}
PALETTE = "palette"
"""The action that opens the palette, which does not offer itself."""
_WEIGHTS: Mapping[Kind, int] = {
    "action": 8, "phase": 6, "lane": 6, "step": 4, "card": 2, "file": -60
}  # fmt: skip
"""Which of two equally good ones comes first."""


class PaletteEntry(NamedTuple):
    """One line.

    Attributes:
        kind: what it is.
        name: its own name, for what was used before.
        title: what it says.
        detail: where it belongs, or why it cannot be done now.
        run: does it, or goes there.
        keys: as they are written on this system; may be empty.
        icon: name of its icon; may be empty.
        sign: fill and border of the cards that it is about; may be empty.
        is_enabled: whether it can be done now.
        is_checked: it is on.
        folded_title: for finding it.
        folded_context: likewise, what else may be said of it.
    """

    kind: Kind
    name: str
    title: str
    detail: str
    run: Callable[[], object]
    keys: str = ""
    icon: str = ""
    sign: tuple[str, str] = ("", "")
    is_enabled: bool = True
    is_checked: bool = False
    folded_title: str = ""
    folded_context: str = ""

    @property
    def weight(self) -> int:
        return _WEIGHTS[self.kind]

    def made_findable(self, *context: str) -> "PaletteEntry":
        """Return the entry with what it is found by."""
        words = " ".join((*context, self.detail))
        return self._replace(folded_title=fold(self.title), folded_context=fold(words))


def list_actions(desk: Desk, actions: Mapping[str, QAction]) -> list[PaletteEntry]:
    """Return an entry for each action, in the order of the menus."""
    menus = {name: _(title).replace("&", "") for name, title in MENUS}
    order = {name: number for number, (name, _title) in enumerate(MENUS)}
    entries = []
    for spec in sorted(ACTIONS, key=lambda spec: order[spec.menu]):
        action = actions[spec.name]
        if spec.name == PALETTE:
            continue
        keys = find_keys(spec, desk.shell.preferences.current)
        reason = "" if action.isEnabled() else tell_reason(spec)
        entry = PaletteEntry(
            "action",
            spec.name,
            full_text(spec),
            reason or menus[spec.menu],
            action.trigger,
            name_keys(keys[0]) if keys else "",
            spec.icon,
            is_enabled=action.isEnabled(),
            is_checked=action.isChecked(),
        )
        entries.append(entry.made_findable(menus[spec.menu]))
    return entries


def list_files(desk: Desk) -> Iterator[PaletteEntry]:
    """Yield what the menus hold besides the actions: files and languages."""
    shell, window = desk.shell, desk.window
    offers = shell.offers
    groups = (
        (_("Open Recent"), offers.list_recent(), lambda path: shell.open_files([path], window)),
        (
            _("New from Template"),
            offers.list_templates(current_language()),
            lambda path: shell.open_template(path, window),
        ),
        (_("Open Sample"), offers.list_samples(), lambda path: shell.open_sample(path, window)),
    )
    for what, files, open_file in groups:
        for title, path, _detail in files:
            entry = PaletteEntry(
                "file",
                f"{what}/{path}",
                title,
                what,
                lambda path=path, open_file=open_file: open_file(path),  # type: ignore[misc]
                icon="open",
            )
            yield entry.made_findable(path.name)
    for tag, name in LANGUAGE_NAMES.items():
        entry = PaletteEntry(
            "file",
            f"language/{tag}",
            name,
            _("Language"),
            lambda tag=tag: shell.preferences.choose_language(tag),  # type: ignore[misc]
            icon="language",
            is_checked=tag == current_language(),
        )
        yield entry.made_findable()


def list_places(desk: Desk) -> Iterator[PaletteEntry]:
    """Yield every phase, step, lane and card that the poster shows."""
    facts, theme = desk.session.facts, make_theme()
    looks = {lane.id: lane_look(theme, lane.role, lane.colour) for lane in facts.lanes}
    signs = {lane: (look.fill, look.border) for lane, look in looks.items()}

    def make(kind: Kind, record: str, title: str, detail: str, lane: str = "") -> PaletteEntry:
        def run() -> None:
            desk.session.select((record,))
            show_closely(desk.canvas)

        sign = signs.get(lane, ("", ""))
        entry = PaletteEntry(kind, record, title, detail, run, icon=kind, sign=sign)
        return entry.made_findable(_(_GOING[kind]))

    for phase in facts.document.phases:
        yield make("phase", phase.id, _name_phase(facts, phase), _("Phase"))
    for step in facts.steps:
        if step.name:
            place = f"{_('Step')} · {_name_phase(facts, facts.phase_of_step[step.id])}"
            yield make("step", step.id, step.name, place)
    for lane in facts.lanes:
        yield make("lane", lane.id, lane.name, _("Lane"), lane.id)
    names = {lane.id: lane.name for lane in facts.lanes}
    codes = facts.card_codes
    for card in facts.reading_order:
        if card.lane in names:
            title = f"{codes[card.id]} {' '.join(card.text.split())}"
            yield make("card", card.id, title, names[card.lane], card.lane)


def _name_phase(facts: DerivedFacts, phase: Phase) -> str:
    return f"{facts.phase_numbers[phase.id]} {phase.name}"
