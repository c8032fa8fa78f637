"""What keys and menus do to the causal map; each is one command of the session."""

from typing import NamedTuple

from blueprint_editor.commands.causal import (
    AddCausalArrow,
    AddCausalNode,
    AddSubjects,
    LayOutAnew,
    PasteFactors,
    ReverseCausalArrows,
)
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.identity import IdMaker, make_random_tail
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.selection import Selection
from blueprint_editor.commands.several import Several
from blueprint_editor.commands.table_text import parse_lines
from blueprint_editor.model.causal import find_map, find_node_texts
from blueprint_editor.model.kinds import Sign
from blueprint_editor.model.records import CausalArrow, CausalNode
from blueprint_editor.session.document_session import DocumentSession


class CausalSelection(NamedTuple):
    """The selected nodes and arrows, in the order chosen."""

    nodes: tuple[str, ...]
    arrows: tuple[str, ...]

    @property
    def node(self) -> str | None:
        """The node that keyboard commands start from: the last one, if no arrow is selected."""
        return self.nodes[-1] if self.nodes and not self.arrows else None


def find_causal_selection(session: DocumentSession) -> CausalSelection:
    """Return what of the causal map is selected."""
    known = find_map(session.shown_document)
    nodes, arrows = {node.id for node in known.nodes}, {arrow.id for arrow in known.arrows}
    records = session.selection.records
    return CausalSelection(
        tuple(record for record in records if record in nodes),
        tuple(record for record in records if record in arrows),
    )


def select_in_map(session: DocumentSession, *records: str) -> None:
    """Select parts of the map; the place in the blueprint stays."""
    session.select(records, session.selection.cursor)


def list_subjects(session: DocumentSession) -> tuple[str, ...]:
    """Return the selected cards and marks."""
    marks, cards = {mark.id for mark in session.document.marks}, session.facts.cards
    return tuple(r for r in session.selection.records if r in cards or r in marks)


def list_new_subjects(session: DocumentSession) -> tuple[str, ...]:
    """Return the selected cards and marks that the map has no node of yet."""
    there = {node.card or node.mark for node in find_map(session.document).nodes}
    return tuple(record for record in list_subjects(session) if record not in there)


def list_new_words(session: DocumentSession) -> tuple[str, ...]:
    """Return what the selected notes say that no node says yet."""
    chosen = {*session.selection.records}
    said = {_fold(text) for text in find_node_texts(session.document).values()}
    notes = (note.text for note in session.document.notes if note.id in chosen)
    return tuple({_fold(text): text for text in notes if _fold(text) not in said}.values())


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def add_subjects(session: DocumentSession) -> None:
    """Make nodes of the selected cards, marks and notes, and select them.

    Cards and marks stay what their nodes stand for, and have one each; of notes the words are
    taken over.
    """
    subjects, words = list_subjects(session), list_new_words(session)
    if not subjects and not words:
        return
    before = {node.id for node in find_map(session.document).nodes}
    added = AddSubjects(subjects, make_random_tail())
    command = Several(added.name, (added, PasteFactors(words, make_random_tail())))
    session.end_step()
    if session.execute(command):
        nodes = find_map(session.document).nodes
        select_in_map(
            session,
            *(n.id for n in nodes if n.id not in before or {n.card, n.mark} & {*subjects}),
        )


def paste_factors(session: DocumentSession, text: str) -> None:
    """Make a node of each line of a text, and select the new nodes."""
    before = {node.id for node in find_map(session.document).nodes}
    session.end_step()
    if session.execute(PasteFactors(parse_lines(text), make_random_tail())):
        nodes = find_map(session.document).nodes
        select_in_map(session, *(node.id for node in nodes if node.id not in before))


def make_node(
    session: DocumentSession, place: tuple[float, float] | None = None, text: str = ""
) -> CausalNode:
    """Return a new node, to be added; with a place in mm it stays there."""
    x, y = (None, None) if place is None else (round(place[0], 2), round(place[1], 2))
    return CausalNode(id=IdMaker().make_id(session.document, "cn"), text=text, x=x, y=y)


def make_arrow(
    session: DocumentSession, source: str, target: str, sign: Sign = "plus"
) -> AddCausalArrow:
    """Return the command that lets one node lead to another."""
    new = IdMaker().make_id(session.document, "ca")
    return AddCausalArrow(CausalArrow(id=new, source=source, target=target, sign=sign))


def make_joined_node(
    session: DocumentSession, node: CausalNode, other: str, *, is_cause: bool
) -> AddCausalNode:
    """Return the command that adds a node as a cause or an effect of another."""
    source, target = (node.id, other) if is_cause else (other, node.id)
    new = IdMaker().make_id(session.document, "ca")
    return AddCausalNode(node, CausalArrow(id=new, source=source, target=target, sign="plus"))


def set_sign(session: DocumentSession, sign: Sign) -> None:
    """Give the selected arrows a sign."""
    if arrows := find_causal_selection(session).arrows:
        session.execute(SetField(arrows, "sign", sign))


def toggle_signs(session: DocumentSession) -> None:
    """Give the selected arrows the other sign than the first of them has."""
    arrows = find_causal_selection(session).arrows
    first = next((a for a in find_map(session.document).arrows if a.id in arrows), None)
    if first is not None:
        session.end_step()
        set_sign(session, "minus" if first.sign == "plus" else "plus")
        session.end_step()


def reverse_arrows(session: DocumentSession) -> None:
    """Turn the selected arrows around."""
    if arrows := find_causal_selection(session).arrows:
        session.execute(ReverseCausalArrows(arrows))


def delete_from_map(session: DocumentSession) -> None:
    """Delete the selected nodes and arrows; of a card or a mark only its node goes."""
    nodes, arrows = find_causal_selection(session)
    if nodes or arrows:
        place = Selection((), session.selection.cursor)
        session.execute(DeleteRecords(frozenset((*nodes, *arrows))), place)


def list_put(session: DocumentSession) -> tuple[str, ...]:
    """Return the nodes that were put somewhere by hand."""
    return tuple(node.id for node in find_map(session.document).nodes if node.x is not None)


def lay_out_anew(session: DocumentSession) -> None:
    """Let all nodes find their places by themselves."""
    if put := list_put(session):
        session.execute(LayOutAnew(put))


def find_subject(session: DocumentSession) -> str | None:
    """Return the card or mark that the current node stands for."""
    node = find_causal_selection(session).node
    found = next((n for n in find_map(session.document).nodes if n.id == node), None)
    return (found.card or found.mark) if found is not None else None
