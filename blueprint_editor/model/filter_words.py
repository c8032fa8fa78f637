"""A filter in words, for whoever sees only what it lets through."""

from collections.abc import Iterator
from typing import Any

from blueprint_editor.language.terms import Terms
from blueprint_editor.model.document import DocumentContent
from blueprint_editor.model.naming import name_variant
from blueprint_editor.model.records import PosterFilter


def tell_filter(document: DocumentContent, wanted: PosterFilter, terms: Terms) -> str:
    """Return "Highlighted: Key worker, Kela; path B", in the language of the terms.

    Within a criterion any is enough (commas), between criteria all must hold (semicolons).
    """
    pattern = terms.filter.only if wanted.hide else terms.filter.highlighted
    return pattern.format("; ".join(tell_criteria(document, wanted, terms)))


def tell_criteria(document: DocumentContent, wanted: PosterFilter, terms: Terms) -> Iterator[str]:
    """Yield the words of each criterion that is not empty."""
    words = terms.filter
    actors = {actor.id: actor.name or actor.short for actor in document.actors}
    variants = {variant.id: name_variant(variant) for variant in document.variants}
    tags = {tag.id: f"#{tag.name}" for tag in document.tags}
    lanes = {lane.id: lane.name.strip() or terms.lanes[lane.role].name for lane in document.lanes}
    criteria: tuple[tuple[tuple[Any, ...], Any, str], ...] = (
        (wanted.actors, actors, "{}"),
        (wanted.variants, variants, words.path),
        (wanted.tags, tags, "{}"),
        (wanted.mark_kinds, terms.marks, "{}"),
        (wanted.barrier_kinds, terms.barrier_kinds, words.barrier),
        (wanted.lanes, lanes, words.lane),
    )
    for chosen, names, pattern in criteria:
        if chosen:
            yield pattern.format(", ".join(names.get(one, one) for one in chosen))
