"""Actions that filter what is seen, beside the panel in which a filter is chosen."""

from blueprint_editor.language.texts import msgid
from blueprint_editor.session.filters import (
    drop_from_poster,
    find_filter,
    find_poster_filter,
    follow_poster,
    is_as_on_poster,
    keep_with_poster,
    show_everything,
    show_next_path,
    toggle_hiding,
)
from blueprint_editor.ui.actions.spec import ActionSpec, Desk

_SUBMENU = msgid("Filte&r")


def is_filtered(desk: Desk) -> bool:
    return find_filter(desk.session) is not None


def _is_hiding(desk: Desk) -> bool:
    wanted = find_filter(desk.session)
    return wanted is not None and wanted.hide


FILTER_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "filter_clear",
        msgid("Show &Everything"),
        lambda desk: show_everything(desk.session),
        "view",
        ("Shift+F9",),
        is_enabled=is_filtered,
        submenu=_SUBMENU,
        contexts=frozenset({"page"}),
    ),
    ActionSpec(
        "filter_hide",
        msgid("&Hide Instead of Highlighting"),
        lambda desk: toggle_hiding(desk.session),
        "view",
        is_enabled=is_filtered,
        is_checked=_is_hiding,
        submenu=_SUBMENU,
    ),
    ActionSpec(
        "filter_next_path",
        msgid("&Next Path Alone"),
        lambda desk: show_next_path(desk.session),
        "view",
        ("Ctrl+F9",),
        is_enabled=lambda desk: bool(desk.session.document.variants),
        starts_group=True,
        submenu=_SUBMENU,
    ),
    ActionSpec(
        "filter_keep",
        msgid("&Keep with the Poster"),
        lambda desk: keep_with_poster(desk.session),
        "view",
        is_enabled=lambda desk: is_filtered(desk) and not is_as_on_poster(desk.session),
        starts_group=True,
        submenu=_SUBMENU,
    ),
    ActionSpec(
        "filter_as_poster",
        msgid("Show as on the &Poster"),
        lambda desk: follow_poster(desk.session),
        "view",
        is_enabled=lambda desk: not is_as_on_poster(desk.session),
        submenu=_SUBMENU,
    ),
    ActionSpec(
        "filter_drop",
        msgid("&Remove from the Poster"),
        lambda desk: drop_from_poster(desk.session),
        "view",
        is_enabled=lambda desk: find_poster_filter(desk.session) is not None,
        submenu=_SUBMENU,
    ),
)
