from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from blueprint_editor.canvas.causal.view import CausalView
from blueprint_editor.commands.fields import SetField
from blueprint_editor.layout.causal import MapPlan
from blueprint_editor.model.records import CausalMap
from blueprint_editor.session.document_session import DocumentSession
from tests.canvas.causal.map_hand import MapHand
from tests.canvas.hand import ALT, CTRL, SHIFT

KEY = Qt.Key


def map_of(session: DocumentSession) -> CausalMap:
    assert session.document.causal_map is not None
    return session.document.causal_map


def middle_of(plan: MapPlan, node: str) -> tuple[float, float]:
    box = plan.nodes[node].box
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def test_a_click_selects_and_a_drag_puts_the_node_there(
    hand: MapHand, map_session: DocumentSession
) -> None:
    hand.click(hand.node("n2"))
    assert map_session.selection.records == ("n2",)
    assert map_of(map_session).nodes[1].x is None
    before = middle_of(hand.view.plan, "n2")
    start = hand.node("n2")
    hand.drag(start, start + QPoint(60, 80))
    hand.release(start + QPoint(60, 80))
    node = map_of(map_session).nodes[1]
    assert node.x is not None
    assert node.y is not None
    scale = hand.view.scale_px
    assert abs(node.x - before[0] - 60 / scale) < 1.0
    assert abs(node.y - before[1] - 80 / scale) < 1.0
    assert middle_of(hand.view.plan, "n2") == (node.x, node.y)
    map_session.undo()
    assert map_of(map_session).nodes[1].x is None


def test_escape_leaves_no_trace_of_a_drag(hand: MapHand, map_session: DocumentSession) -> None:
    document, plan = map_session.document, hand.view.plan
    start = hand.node("n1")
    hand.drag(start, start + QPoint(0, 90))
    assert hand.view.plan.nodes["n1"].box != plan.nodes["n1"].box
    hand.key(KEY.Key_Escape)
    hand.release(start + QPoint(0, 90))
    assert map_session.document is document
    assert hand.view.plan.nodes["n1"].box == plan.nodes["n1"].box


def test_an_arrow_is_drawn_from_the_knob(hand: MapHand, map_session: DocumentSession) -> None:
    hand.move(hand.node("n3"))
    start, end = hand.knob("n3"), hand.node("n1")
    hand.drag(start, end)
    hand.release(end)
    arrow = map_of(map_session).arrows[-1]
    assert (arrow.source, arrow.target, arrow.sign) == ("n3", "n1", "plus")
    assert map_session.selection.records == (arrow.id,)
    assert [loop.name for loop in hand.view.plan.loops] == ["T1"]


def test_an_arrow_that_is_there_is_not_drawn_again(
    hand: MapHand, map_session: DocumentSession
) -> None:
    document = map_session.document
    hand.move(hand.node("n1"))
    told: list[object] = []
    hand.view.hinted.connect(told.append)
    hand.drag(hand.knob("n1"), hand.node("n2"))
    hand.release(hand.node("n2"))
    assert map_session.document is document
    assert getattr(told[0], "reason", "") == "causes_already"


def test_an_arrow_to_free_ground_begins_its_effect_there(
    hand: MapHand, map_session: DocumentSession
) -> None:
    hand.move(hand.node("n1"))
    hand.drag(hand.knob("n1"), hand.free())
    hand.release(hand.free())
    hand.type("Viha")
    hand.key(KEY.Key_Return)
    known = map_of(map_session)
    assert known.nodes[-1].text == "Viha"
    assert known.nodes[-1].x is not None
    assert (known.arrows[-1].source, known.arrows[-1].target) == ("n1", known.nodes[-1].id)
    map_session.undo()
    assert len(map_of(map_session).nodes) == 3
    assert len(map_of(map_session).arrows) == 2


def test_letters_begin_a_node_and_tab_its_effect(
    hand: MapHand, map_session: DocumentSession
) -> None:
    hand.type("Kiire")
    assert len(map_of(map_session).nodes) == 3
    assert len(hand.view.plan.nodes) == 4
    hand.key(KEY.Key_Tab)
    hand.type("Virhe")
    hand.key(KEY.Key_Return)
    known = map_of(map_session)
    assert [node.text for node in known.nodes[3:]] == ["Kiire", "Virhe"]
    assert (known.arrows[-1].source, known.arrows[-1].target) == tuple(
        node.id for node in known.nodes[3:]
    )
    assert map_session.selection.records == (known.nodes[-1].id,)
    hand.key(KEY.Key_Return)
    hand.type("et")
    hand.key(KEY.Key_Escape)
    assert map_of(map_session) is known


def test_a_node_without_a_letter_never_was(hand: MapHand, map_session: DocumentSession) -> None:
    document = map_session.document
    hand.double_click(hand.free())
    assert hand.view.editing.is_active
    assert len(hand.view.plan.nodes) == 4
    hand.key(KEY.Key_Return)
    assert map_session.document is document
    assert len(hand.view.plan.nodes) == 3


def test_the_words_of_a_card_are_its_nodes_until_it_gets_its_own(
    hand: MapHand, map_session: DocumentSession
) -> None:
    card = map_session.document.cards[0]
    hand.double_click(hand.node("n3"))
    assert hand.view.editing.editor.toPlainText() == card.text
    hand.view.editing.editor.selectAll()
    hand.type("Omin sanoin")
    hand.key(KEY.Key_Return)
    assert map_of(map_session).nodes[2].text == "Omin sanoin"
    assert map_session.document.cards[0] is card
    map_session.execute(SetField(("n3",), "text", ""))
    assert hand.view.plan.nodes["n3"].said == card.text


def test_keys_walk_connect_and_give_signs(hand: MapHand, map_session: DocumentSession) -> None:
    hand.key(KEY.Key_Home)
    assert map_session.selection.records == ("n1",)
    hand.key(KEY.Key_Right)
    hand.key(KEY.Key_Right)
    assert map_session.selection.records == ("n3",)
    hand.key(KEY.Key_Left, SHIFT)
    assert set(map_session.selection.records) == {"n3", "n2"}
    hand.key(KEY.Key_End)
    hand.view.connect_selection()
    hand.key(KEY.Key_Left)
    hand.key(KEY.Key_Left)
    hand.type("-")
    hand.key(KEY.Key_Return)
    arrow = map_of(map_session).arrows[-1]
    assert (arrow.source, arrow.target, arrow.sign) == ("n3", "n1", "minus")
    hand.type("+")
    assert map_of(map_session).arrows[-1].sign == "plus"
    hand.key(KEY.Key_Right)
    assert map_session.selection.records == ("n1",)


def test_alt_and_arrows_move_a_node_as_one_step(
    hand: MapHand, map_session: DocumentSession
) -> None:
    hand.click(hand.node("n1"))
    before = middle_of(hand.view.plan, "n1")
    for _time in range(3):
        hand.key(KEY.Key_Down, ALT)
    assert abs(middle_of(hand.view.plan, "n1")[1] - before[1] - 12.0) < 0.1
    map_session.undo()
    assert map_of(map_session).nodes[0].x is None


def test_a_rubber_band_and_shift_select_several(
    hand: MapHand, map_session: DocumentSession
) -> None:
    first, last = hand.view.page.topLeft(), hand.view.page.bottomRight()
    hand.drag(hand.at(first.x() + 2, first.y() + 2), hand.at(last.x() - 2, last.y() - 2))
    hand.release(hand.at(last.x() - 2, last.y() - 2))
    assert set(map_session.selection.records) == {"n1", "n2", "n3"}
    hand.click(hand.node("n2"), CTRL)
    assert set(map_session.selection.records) == {"n1", "n3"}
    hand.key(KEY.Key_Escape)
    assert map_session.selection.records == ()


def test_a_double_click_on_an_arrow_turns_its_sign(
    hand: MapHand, map_session: DocumentSession
) -> None:
    hand.double_click(hand.arrow("k1"))
    assert map_of(map_session).arrows[0].sign == "minus"
    assert map_session.selection.records == ("k1",)
    assert hand.view.accessibleDescription() == "Arrow. Odotus weakens: Epävarmuus"


def test_the_view_tells_what_is_selected(hand: MapHand, map_session: DocumentSession) -> None:
    map_session.select(("n1",))
    told = hand.view.accessibleDescription()
    assert told == "Factor. Odotus. Odotus strengthens: Epävarmuus"
    map_session.select()
    assert hand.view.accessibleDescription() == "3 factors, 2 arrows, 0 loops"


def test_a_selected_card_shows_its_node(view: CausalView, map_session: DocumentSession) -> None:
    shown = view._highlights._overlay.selection
    map_session.select(("b",))
    assert shown.path.isEmpty()
    map_session.select(("a",))
    assert not shown.path.isEmpty()


def test_tab_leaves_the_view(hand: MapHand, map_session: DocumentSession) -> None:
    document = map_session.document
    hand.click(hand.node("n1"))
    hand.key(KEY.Key_Tab)
    assert map_session.document is document
    assert QApplication.focusWidget() is not hand.view.editing.editor


def test_a_drag_whose_release_got_lost_ends_with_the_next_press(
    hand: MapHand, map_session: DocumentSession
) -> None:
    document, start = map_session.document, hand.node("n1")
    hand.drag(start, start + QPoint(0, 90))
    hand.click(hand.node("n2"))
    assert map_session.document is document
    assert map_session.selection.records == ("n2",)
