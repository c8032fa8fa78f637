"""Words of causal maps in the document's own language."""

from typing import Final, NamedTuple


class CausalWords(NamedTuple):
    """The words of one language.

    Attributes:
        title: what such a map is called.
        plus, minus: what a cause does to its effect: more of one makes more, or less, of the other.
        arrow: holds ``{source}``, ``{verb}`` and ``{target}``.
        reinforcing, balancing: the two kinds of loops.
        letters: of the names of loops, in the same order.
        loop: holds ``{name}``, ``{kind}`` and ``{way}``.
        more: there are more loops than are listed.
        loops: heading.
        no_loops: of a map without any.
    """

    title: str
    plus: str
    minus: str
    arrow: str
    reinforcing: str
    balancing: str
    letters: tuple[str, str]
    loop: str
    more: str
    loops: str
    no_loops: str

    def verb(self, sign: str) -> str:
        """Return what an arrow of a sign says."""
        return self.plus if sign == "plus" else self.minus

    def name_loop(self, number: int, *, is_reinforcing: bool) -> str:
        """Return the short name of a loop, such as ``V1``."""
        return f"{self.letters[0 if is_reinforcing else 1]}{number}"

    def name_kind(self, *, is_reinforcing: bool) -> str:
        """Return what a kind of loop is called."""
        return self.reinforcing if is_reinforcing else self.balancing


_FINNISH: Final = CausalWords(
    title="Syy–seurauskartta",
    plus="vahvistaa",
    minus="heikentää",
    arrow="{source} {verb}: {target}",
    reinforcing="vahvistava kehä",
    balancing="tasapainottava kehä",
    letters=("V", "T"),
    loop="{name} {kind}: {way}",
    more="Kehiä on enemmän kuin tässä luetellaan.",
    loops="Kehät",
    no_loops="Kartassa ei ole kehiä.",
)
_SWEDISH: Final = CausalWords(
    title="Orsak–verkan-karta",
    plus="förstärker",
    minus="försvagar",
    arrow="{source} {verb}: {target}",
    reinforcing="förstärkande krets",
    balancing="balanserande krets",
    letters=("F", "B"),
    loop="{name} {kind}: {way}",
    more="Det finns fler kretsar än de som räknas upp här.",
    loops="Kretsar",
    no_loops="Det finns inga kretsar på kartan.",
)
_ENGLISH: Final = CausalWords(
    title="Causal map",
    plus="strengthens",
    minus="weakens",
    arrow="{source} {verb}: {target}",
    reinforcing="reinforcing loop",
    balancing="balancing loop",
    letters=("R", "B"),
    loop="{name} {kind}: {way}",
    more="There are more loops than are listed here.",
    loops="Loops",
    no_loops="There are no loops in the map.",
)


def find_causal_words(language: str) -> CausalWords:
    """Return the words for a language (BCP 47), English where there are none."""
    match language.partition("-")[0].lower():
        case "fi":
            return _FINNISH
        case "sv":
            return _SWEDISH
        case _:
            return _ENGLISH
