"""Actions on what is seen: zoom and fit."""

from blueprint_editor.canvas.view import KEY_STEP
from blueprint_editor.language.texts import msgid
from blueprint_editor.ui.actions.spec import ActionSpec, Desk, has_cursor, has_selection


def _show_statistics(desk: Desk) -> None:
    from blueprint_editor.ui.statistics.dialog import show_statistics  # noqa: PLC0415 - when asked

    show_statistics(desk.session, desk.window)


VIEW_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "zoom_in",
        msgid("Zoom &In"),
        lambda desk: desk.canvas.glide.to(lambda: desk.canvas.zoom_by(KEY_STEP)),
        "view",
        ("Ctrl++", "Ctrl+="),
        keeps_editing=True,
    ),
    ActionSpec(
        "zoom_out",
        msgid("Zoom &Out"),
        lambda desk: desk.canvas.glide.to(lambda: desk.canvas.zoom_by(1 / KEY_STEP)),
        "view",
        ("Ctrl+-",),
        keeps_editing=True,
    ),
    ActionSpec(
        "actual_size",
        msgid("Actual &Size"),
        lambda desk: desk.canvas.glide.to(lambda: desk.canvas.set_zoom(1.0)),
        "view",
        ("Ctrl+1",),
        keeps_editing=True,
    ),
    ActionSpec(
        "fit_page",
        msgid("&Fit to Window"),
        lambda desk: desk.canvas.glide.to(desk.canvas.fit_page),
        "view",
        ("Ctrl+0",),
        "fit",
        msgid("Whole Page"),
        starts_group=True,
        keeps_editing=True,
        contexts=frozenset({"page"}),
    ),
    ActionSpec(
        "fit_width",
        msgid("Fit &Width"),
        lambda desk: desk.canvas.glide.to(desk.canvas.fit_width),
        "view",
        ("Ctrl+2",),
        "width",
        msgid("Page Width"),
        keeps_editing=True,
        contexts=frozenset({"page"}),
    ),
    ActionSpec(
        "fit_selection",
        msgid("Fit S&election"),
        lambda desk: desk.canvas.glide.to(desk.canvas.fit_selection),
        "view",
        ("Ctrl+3",),
        is_enabled=lambda desk: has_cursor(desk) or has_selection(desk),
        keeps_editing=True,
        contexts=frozenset({"lane", "phase", "step"}),
    ),
    ActionSpec(
        "present",
        msgid("Prese&nt"),
        lambda desk: desk.window.present(from_here=False),
        "view",
        ("F5",),
        "present",
        msgid("Present"),
        starts_group=True,
    ),
    ActionSpec(
        "present_here",
        msgid("Present from &Here"),
        lambda desk: desk.window.present(from_here=True),
        "view",
        ("Shift+F5",),
        is_enabled=lambda desk: has_cursor(desk) or has_selection(desk),
        contexts=frozenset({"card", "phase", "step"}),
    ),
    ActionSpec(
        "minimap",
        msgid("Small Ma&p of the Page"),
        lambda desk: desk.canvas.minimap.set_wanted(is_wanted=not desk.canvas.minimap.is_wanted),
        "view",
        ("Ctrl+Shift+M",),
        is_checked=lambda desk: desk.canvas.minimap.is_wanted,
        keeps_editing=True,
    ),
    ActionSpec(
        "causal_map",
        msgid("Causal &Map"),
        lambda desk: desk.causal.show(),
        "view",
        ("Ctrl+Shift+Y",),
        starts_group=True,
    ),
    ActionSpec(
        "statistics",
        msgid("S&tatistics…"),
        _show_statistics,
        "view",
        keeps_editing=True,
    ),
    ActionSpec(
        "next_area",
        msgid("Next Bar or Dock"),
        lambda desk: desk.window.go_to_area(1),
        "view",
        ("F6",),
        starts_group=True,
    ),
    ActionSpec(
        "previous_area",
        msgid("Previous Bar or Dock"),
        lambda desk: desk.window.go_to_area(-1),
        "view",
        ("Shift+F6",),
    ),
)
