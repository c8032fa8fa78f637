"""Which tags of a poster hold our own words, where those are of another language than its texts."""

from blueprint_editor.drawing.drawing import Leaf, Tag

_OUR_PARTS = frozenset(
    {
        "change", "code", "dot", "heading", "interaction", "internal_interaction", "label", "line",
        "meta", "variants", "visibility", "way",
    }
)  # fmt: skip
"""Parts of groups, without the id behind a colon, that are told in our words."""
_OUR_SIGN = "sign:"
"""Of a mark: its kind in words; an actor's sign tells names."""
_OUR_SECTIONS = frozenset({"footer.colours", "footer.durations", "footer.legend"})


def mark_our_words(tag: Tag, language: str) -> Tag:
    """Return the tags with the language of our words where they are told, for a voice to change."""
    children = tuple(
        child if isinstance(child, Leaf) else mark_our_words(child, language)
        for child in tag.children
    )
    leaves = [child for child in children if isinstance(child, Leaf)]
    is_ours = bool(leaves) and all(map(_tells_our_words, leaves))
    is_ours |= tag.role == "Sect" and _find_group(tag) in _OUR_SECTIONS
    told = language if is_ours and not tag.language else tag.language
    return tag._replace(children=children, language=told)


def _tells_our_words(leaf: Leaf) -> bool:
    return leaf.part.partition(":")[0] in _OUR_PARTS or leaf.part.startswith(_OUR_SIGN)


def _find_group(tag: Tag | Leaf) -> str:
    """Return the group that the first leaf names, empty without one."""
    if isinstance(tag, Leaf):
        return tag.group
    return _find_group(tag.children[0]) if tag.children else ""
