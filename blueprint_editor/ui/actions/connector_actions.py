"""Actions that change the selected connectors."""

from functools import partial

from blueprint_editor.commands.connectors import ReverseConnectors
from blueprint_editor.commands.fields import SetField
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.kinds import ConnectorKind
from blueprint_editor.session.current import Context, list_selected
from blueprint_editor.ui.actions.spec import ActionSpec, Desk
from blueprint_editor.ui.words import CONNECTOR_KINDS

_HERE: frozenset[Context] = frozenset({"connector"})


def _set_kind(kind: ConnectorKind, desk: Desk) -> None:
    connectors = list_selected(desk.session, "connectors")
    desk.session.execute(SetField(connectors, "kind", kind), desk.session.selection)


def _has_kind(kind: ConnectorKind, desk: Desk) -> bool:
    current = desk.session.selection.current
    connectors = desk.session.document.connectors if current is not None else ()
    return any(link.id == current and link.kind == kind for link in connectors)


def _reverse(desk: Desk) -> None:
    command = ReverseConnectors(list_selected(desk.session, "connectors"))
    desk.session.execute(command, desk.session.selection)


def _make_action(kind: ConnectorKind, text: str) -> ActionSpec:
    return ActionSpec(
        f"kind_{kind}",
        text,
        partial(_set_kind, kind),
        "arrange",
        is_checked=partial(_has_kind, kind),
        starts_group=kind == "flow",
        contexts=_HERE,
        needs_context=True,
        submenu=msgid("&Kind of Connector"),
    )


CONNECTOR_ACTIONS: tuple[ActionSpec, ...] = (
    *(_make_action(kind, text) for kind, text in CONNECTOR_KINDS.items()),  # type: ignore[arg-type]
    ActionSpec(
        "reverse_connector",
        msgid("&Turn Around"),
        _reverse,
        "arrange",
        contexts=_HERE,
        needs_context=True,
    ),
)
