"""Rules between records: each broken one is found at its place, and nothing else is."""

import copy
import json
from typing import Any

import pytest

from blueprint_editor.model import integrity
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import Problem
from blueprint_editor.model.integrity import find_problems, find_rings
from blueprint_editor.model.records import Actor
from tests.model.strategies import make_asset, make_png

PICTURE = make_asset(make_png(), "image/png")

WHOLE: dict[str, Any] = {
    "id": "d1",
    "title": "T",
    "language": "fi",
    "value": {},
    "project": {"links": [{"id": "k2", "url": "tel:2"}]},
    "actors": [{"id": "a1", "name": "A"}, {"id": "a2", "name": "B", "members": ["a1"]}],
    "personas": [
        {"id": "e1", "name": "M", "barriers": [{"id": "b1", "text": "", "kind": "person"}]}
    ],
    "variants": [{"id": "v1", "name": "V", "persona": "e1"}],
    "lanes": [
        {"id": "l0", "role": "emotion", "name": "E", "of": "l1"},
        {"id": "l1", "role": "customer", "name": "C"},
        {"id": "l2", "role": "frontstage", "name": "F"},
    ],
    "phases": [{"id": "p1", "name": "1"}, {"id": "p2", "name": "2"}],
    "steps": [
        {"id": "s1", "phase": "p1"},
        {"id": "s2", "phase": "p1"},
        {"id": "s3", "phase": "p2"},
    ],
    "cards": [
        {
            "id": "c1",
            "lane": "l1",
            "step": "s1",
            "text": "",
            "links": [{"id": "k1", "url": "tel:1"}],
        },
        {
            "id": "c2",
            "lane": "l2",
            "step": "s2",
            "text": "",
            "actors": ["a1", "a2"],
            "tags": ["t1"],
            "links": [{"id": "k3", "url": "tel:3"}],
        },
    ],
    "connectors": [{"id": "n1", "source": "c1", "target": "c2", "kind": "flow"}],
    "marks": [
        {"id": "m1", "target": "c1", "kind": "critical_point"},
        {"id": "m2", "target": "n1", "kind": "solution", "solves": "m1"},
    ],
    "responsibilities": [{"id": "r1", "actor": "a1", "first_step": "s1", "last_step": "s3"}],
    "notes": [{"id": "o1", "text": "", "workshop": "w1", "tags": ["t1"]}],
    "comments": [{"id": "q1", "text": "", "target": "k1"}],
    "tags": [{"id": "t1", "name": ""}],
    "workshops": [{"id": "w1", "name": "", "groups": ["Ryhmä"]}],
    "causal_map": {
        "nodes": [{"id": "x1", "card": "c1"}, {"id": "x2", "mark": "m1"}],
        "arrows": [{"id": "y1", "source": "x1", "target": "x2", "sign": "plus"}],
    },
    "translations": {
        "en": {
            "d1": {"title": "T", "value.social": "S"},
            "k1": {"label": "L"},
            "w1": {"groups.0": "Group"},
        }
    },
    "poster": {"filter": {"tags": ["t1"]}},
    "assets": [PICTURE.model_dump()],
}


def find(raw: dict[str, Any]) -> tuple[Problem, ...]:
    return find_problems(Document.model_validate_json(json.dumps(raw)))


def change(path: str, value: Any) -> dict[str, Any]:
    """Return the whole document with one value set; ``-`` in a path adds to a list."""
    raw = copy.deepcopy(WHOLE)
    *parents, last = path.strip("/").split("/")
    holder = raw
    for name in parents:
        holder = holder[int(name)] if isinstance(holder, list) else holder.setdefault(name, {})
    if last == "-":
        holder.append(value)
    else:
        holder[int(last) if isinstance(holder, list) else last] = value
    return raw


def test_a_whole_document_has_no_problems() -> None:
    assert find(WHOLE) == ()


TAG = {"name": ""}
STEP = {"id": "s4"}
FIT = {"column_width": 60.0, "type_scale": 1.0}
LOW_CUSTOMER = {"id": "l3", "role": "customer", "name": ""}
EMOTIONS = [{"variant": "v1", "value": 1}, {"variant": "v1", "value": 2}]


@pytest.mark.parametrize(
    ("path", "value", "pointer", "message"),
    [
        (
            "/tags/-",
            TAG | {"id": "t1"},
            "/tags/1/id",
            'the id "t1" is used already at /document/tags/0/id',
        ),
        ("/tags/-", TAG | {"id": "d1"}, "/tags/1/id", "used already at /document/id"),
        (
            "/tags/-",
            TAG | {"id": "k3"},
            "/cards/1/links/0/id",
            "used already at /document/tags/1/id",
        ),
        ("/tags/-", TAG | {"id": "k2"}, "/project/links/0/id", "used already"),
        ("/tags/-", TAG | {"id": "b1"}, "/personas/0/barriers/0/id", "used already"),
        ("/causal_map/nodes/-", {"id": "y1"}, "/causal_map/arrows/0/id", "used already"),
        ("/cards/0/lane", "l9", "", 'unknown lane "l9"'),
        ("/cards/0/lane", "s1", "", '"s1" is a step, not a lane'),
        ("/cards/0/step", "s9", "", 'unknown step "s9"'),
        ("/cards/1/actors/1", "a9", "", 'unknown actor "a9"'),
        ("/cards/1/actors/1", "c1", "", '"c1" is a card, not an actor'),
        ("/cards/0/variants", ["v9"], "/cards/0/variants/0", 'unknown variant "v9"'),
        ("/cards/0/sources", ["t1"], "/cards/0/sources/0", '"t1" is a tag, not a source'),
        ("/cards/1/tags/0", "z", "", 'unknown tag "z"'),
        ("/cards/0/emotions", EMOTIONS, "/cards/0/emotions/1/variant", 'for "v1" already'),
        ("/cards/0/emotions", [EMOTIONS[0] | {"variant": "z"}], "*/0/variant", "unknown variant"),
        ("/cards/0/image", {"asset": "z"}, "/cards/0/image/asset", 'unknown asset "z"'),
        ("/personas/0/portrait", {"asset": "z"}, "/personas/0/portrait/asset", "unknown asset"),
        ("/project/logos", [{"asset": "z", "alt": ""}], "*/0/asset", "unknown asset"),
        ("/poster/background", {"asset": "z"}, "/poster/background/asset", "unknown asset"),
        ("/steps/-", STEP | {"phase": "p1"}, "/steps/3/phase", "apart from the other steps"),
        ("/steps/-", STEP | {"phase": "p9"}, "/steps/3/phase", 'unknown phase "p9"'),
        ("/lanes/-", LOW_CUSTOMER, "/lanes/3", "below the line of visibility"),
        ("/lanes/0/of", "l2", "", '"l2" is not a customer lane'),
        ("/lanes/1/actor", "z", "", "unknown actor"),
        ("/actors/1/members", ["a2"], "", 'the members of "a2" lead back to it'),
        ("/variants/0/persona", "z", "", "unknown persona"),
        ("/connectors/0/source", "l1", "", '"l1" is a lane, not a card'),
        ("/connectors/0/target", "c1", "", "a card cannot be connected with itself"),
        ("/connectors/0/handover", {"giver": "c1"}, "*/giver", "is a card, not an actor"),
        ("/connectors/0/variants", ["c1"], "*/0", "is a card, not a variant"),
        ("/marks/1/target", "l1", "", '"l1" is a lane, not a card, connector, step or phase'),
        ("/marks/1/solves", "m2", "", 'what "m2" solves leads back to it'),
        ("/marks/1/solves", "m9", "", 'unknown mark "m9"'),
        ("/marks/0/kind", "idea", "/marks/1/solves", "kind idea, which cannot be solved"),
        ("/marks/1/owner", "c1", "", '"c1" is a card, not an actor'),
        ("/responsibilities/0/first_step", "z", "", "unknown step"),
        ("/responsibilities/0/last_step", "z", "", "unknown step"),
        ("/responsibilities/0/actor", "z", "", "unknown actor"),
        ("/notes/0/workshop", "z", "", "unknown workshop"),
        ("/notes/0/tags/0", "z", "", "unknown tag"),
        ("/comments/0/target", "z", "", 'unknown record "z"'),
        ("/causal_map/nodes/0/card", "m1", "", "is a mark, not a card"),
        ("/causal_map/nodes/1/mark", "c1", "", "is a card, not a mark"),
        ("/causal_map/arrows/0/target", "c1", "", "is a card, not a causal node"),
        ("/poster/filter/tags/0", "z", "", "unknown tag"),
        ("/poster/filter/lanes", ["z"], "/poster/filter/lanes/0", "unknown lane"),
        ("/poster/fit", FIT | {"splits": ["l1"]}, "/poster/fit/splits/0", "not a phase"),
        ("/poster/fit", FIT | {"row_steps": ["l1"]}, "/poster/fit/row_steps/0", "not a step"),
        ("/translations/en/z", {"name": ""}, "", "unknown record"),
        ("/translations/en/c1", {"name": ""}, "*/name", "a card has no such text"),
        ("/translations/en/d1/value.colour", "", "", "a document has no such text"),
        ("/translations/en/w1/groups.1", "", "", "a workshop has no such text"),
        ("/translations/en/d1/poster.paper", "", "", "no such text"),
    ],
)
def test_a_broken_rule_is_found_at_its_place(
    path: str, value: Any, pointer: str, message: str
) -> None:
    (problem,) = find(change(path, value))
    assert problem.pointer == "/document" + (pointer.replace("*", path) or path)
    assert message in problem.message


def test_a_responsibility_ends_where_the_phases_say_not_where_the_steps_are_listed() -> None:
    phases_turned = change("/phases", WHOLE["phases"][::-1])
    (problem,) = find(phases_turned)
    assert problem.pointer == "/document/responsibilities/0/last_step"
    assert problem.message == '"s3" stands before the first step "s1"'


def test_a_hidden_customer_lane_may_stand_anywhere() -> None:
    assert find(change("/lanes/-", LOW_CUSTOMER | {"hidden": True})) == ()


def test_a_ring_of_marks_is_told_at_each_of_them() -> None:
    marks = [
        {"id": f"g{i}", "target": "c1", "kind": "risk", "solves": f"g{(i + 1) % 3}"}
        for i in range(3)
    ]
    found = find(change("/marks", [*WHOLE["marks"], *marks]))
    assert [problem.pointer for problem in found] == [
        f"/document/marks/{i}/solves" for i in (2, 3, 4)
    ]


def test_a_snapshot_is_a_world_of_its_own_but_for_the_images() -> None:
    content = change("/cards/0/image", {"asset": PICTURE.id})
    del content["assets"]
    broken = copy.deepcopy(content)
    broken["cards"][0]["step"] = "s9"
    snapshots = [
        {"id": f"snap{i}", "name": "", "at": "2026-11-22", "document": inner}
        for i, inner in enumerate((content, broken))
    ]
    (problem,) = find(change("/snapshots", snapshots))
    assert problem == ("/document/snapshots/1/document/cards/0/step", 'unknown step "s9"')
    without_images = change("/snapshots", snapshots[:1]) | {"assets": []}
    (problem,) = find(without_images)
    assert problem.pointer == "/document/snapshots/0/document/cards/0/image/asset"


def test_only_what_lies_on_a_ring_or_between_rings_is_told() -> None:
    edges = {"a": ("b",), "b": ("c",), "c": ("b",), "d": ("a",), "e": ("e",), "f": ("z",)}
    assert find_rings(edges) == {"b", "c", "e"}


def test_a_long_chain_of_members_is_judged_without_recursion() -> None:
    actors = tuple(
        Actor(id=f"a{i}", name="", members=(f"a{i + 1}",) if i < 5_000 else ())
        for i in range(5_001)
    )
    assert find_problems(Document(id="d1", title="", language="fi", actors=actors)) == ()


def test_a_false_asset_is_told_at_its_place() -> None:
    (problem,) = find(change("/assets/0/data", "AAAA"))
    assert problem == ("/document/assets/0", "the id is not that of the data")


def test_svg_pictures_may_only_be_so_complex_together(monkeypatch: pytest.MonkeyPatch) -> None:
    assets = []
    for number in range(3):
        inner = f'<path d="M0 0L{number} 1" fill="#000000"/>' * 20
        data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inner}</svg>'
        assets.append(make_asset(data.encode(), "image/svg+xml").model_dump())
    assert find(change("/assets", assets)) == ()
    # As much as two of them are; reading as much as is allowed would take seconds.
    monkeypatch.setattr(integrity, "MAX_SVG_WORK", 6_000)
    (problem,) = find(change("/assets", assets))
    assert problem == ("/document/assets", "the SVG pictures are too complex together")
