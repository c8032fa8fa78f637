"""Spaces between texts that the eye sees apart, so that no reader joins their words.

A number, a monogram and a name beside each other are runs of their own, with a gap and no space
character between them; read by a program they would be one word.
"""

from blueprint_editor.drawing.primitives import GlyphRun, Primitive

_GAP_EM = 0.12
"""Half a narrow space: kerning and side bearings stay below, no word space does."""

_LINE_EM = 0.5
"""Baselines closer than this are one line, also for a larger number before a text."""


def add_spaces(primitives: tuple[Primitive, ...], *, goes_on: bool) -> tuple[Primitive, ...]:
    """Return the primitives with ``space_after`` set on runs that end a word.

    Args:
        primitives: of one part, in paint order.
        goes_on: another part follows in the same element.
    """
    before: int | None = None
    ends: list[int] = []
    for place, run in enumerate(primitives):
        if not isinstance(run, GlyphRun):
            continue
        if before is not None and _stand_apart(primitives[before], run):
            ends.append(before)
        before = None if run.space_after or run.soft_hyphen else place
    if goes_on and before is not None:
        ends.append(before)
    if not ends:
        return primitives
    found = list(primitives)
    for place in ends:
        run = primitives[place]
        assert isinstance(run, GlyphRun)  # noqa: S101  for the type checker
        found[place] = run._replace(space_after=True)
    return tuple(found)


def _stand_apart(run: Primitive, after: GlyphRun) -> bool:
    assert isinstance(run, GlyphRun)  # noqa: S101  for the type checker
    if abs(run.baseline - after.baseline) > _LINE_EM * run.size:
        return False
    gap = max(after.x - run.x - run.width, run.x - after.x - after.width)
    return gap > _GAP_EM * min(run.size, after.size)
