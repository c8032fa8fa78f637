"""The three sides of inclusion, as tags of a document are called after them."""

from collections.abc import Mapping
from types import MappingProxyType

_SIDES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "fi": ("Osallisuus: oma elämä", "Osallisuus: vaikuttaminen", "Osallisuus: yhteinen hyvä"),
        "sv": (
            "Delaktighet: det egna livet",
            "Delaktighet: påverkan",
            "Delaktighet: det gemensamma goda",
        ),
        "en": ("Inclusion: own life", "Inclusion: influence", "Inclusion: common good"),
    }
)


def list_inclusion_names(language: str) -> tuple[str, str, str]:
    """Return own life, influence and common good in a language (BCP 47), English if unknown."""
    return _SIDES.get(language.partition("-")[0].lower(), _SIDES["en"])


def list_known_names() -> tuple[frozenset[str], ...]:
    """Return for each side what it is called in any language, without regard to case."""
    every = zip(*_SIDES.values(), strict=True)
    return tuple(frozenset(name.casefold() for name in names) for names in every)
