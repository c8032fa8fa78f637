"""Finds the same task with several actors, by words that begin alike."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil
from typing import NamedTuple

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.subject import Subject, meet
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.kinds import Role
from blueprint_editor.model.records import Card

_LIKENESS = 0.6
"""Share of the words of two tasks that both have, from which they count as one."""
_STEM = 5
"""Letters by which words are told apart: Finnish endings begin after about so many."""
_FEWEST_WORDS = 2
_MOST_COMPARED = 200
"""Tasks that one is compared with, so that huge documents are done in time."""
_NOT_TASKS: frozenset[Role | None] = frozenset(
    {"evidence", "customer", "emotion", "time", "channel", "image", "metric", "policy", None}
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LITTLE_WORDS = frozenset(
    _WORD.findall(
        "ja tai sekä että jos kun on ei se sen siitä mitä joka myös kanssa "
        "och eller att som en ett den det de är inte med för på av till om "
        "and or that the an of to with for on in is are not it its if when"
    )
)


class _Task(NamedTuple):
    card: Card
    stems: frozenset[str]


def _find_overlaps(subject: Subject) -> Iterator[Found]:
    tasks = [_Task(card, _find_stems(card.text)) for card in _iter_task_cards(subject)]
    for task, other in _iter_alike([t for t in tasks if len(t.stems) >= _FEWEST_WORDS]):
        text = message(
            msgid("{other} has the same task with {actors}"),
            other=subject.name_card(other.card),
            actors=tuple(map(subject.name_actor, other.card.actors)),
        )
        yield Found(task.card.id, text, also=(other.card.id,))


def _iter_task_cards(subject: Subject) -> Iterator[Card]:
    return (
        card
        for card in subject.visible_cards
        if card.actors and subject.role_of(card) not in _NOT_TASKS
    )


def _find_stems(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _LITTLE_WORDS)


def _iter_alike(tasks: Sequence[_Task]) -> Iterator[tuple[_Task, _Task]]:
    """Yield each task that an earlier one is alike but for its actors, with the first such one.

    Two sets that share enough have one of their rarest words in common, so that only these are
    looked up; common words would lead from each task to all others.
    """
    counts = Counter(stem for task in tasks for stem in task.stems)
    known: dict[str, list[_Task]] = {}
    seen: set[tuple[object, ...]] = set()
    for task in tasks:
        stems = sorted(task.stems, key=lambda stem: (counts[stem], stem))
        rarest = stems[: len(stems) - ceil(len(stems) * _LIKENESS) + 1]
        near = (other for stem in rarest for other in known.get(stem, ()))
        compared = islice(near, _MOST_COMPARED)
        alike = next((other for other in compared if _is_same_task(task, other)), None)
        if alike is not None:
            yield task, alike
        key = (task.stems, task.card.actors, task.card.variants)
        if key not in seen:
            seen.add(key)
            for stem in rarest:
                known.setdefault(stem, []).append(task)


def _is_same_task(task: _Task, other: _Task) -> bool:
    both = len(task.stems & other.stems)
    return (
        both >= _LIKENESS * len(task.stems | other.stems)
        and set(task.card.actors).isdisjoint(other.card.actors)
        and meet(task.card.variants, other.card.variants)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "same-task-twice",
        "hint",
        msgid("Same task with two actors"),
        msgid(
            "Agree who does it and who gets to know of it; if both are needed, let one card name "
            "both actors."
        ),
        _find_overlaps,
    ),
)
