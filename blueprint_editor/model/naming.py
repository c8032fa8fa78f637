"""What records are called where their own words do not stand whole."""

from collections.abc import Iterable

from blueprint_editor.model.records import Variant


def sign_variant(variant: Variant) -> str:
    """Return the letter or two that stand for a path."""
    return variant.short or variant.name[:1]


def find_free_sign(variants: Iterable[Variant], wanted: str = "") -> str:
    """Return a letter that no path has, the wanted one if it is free; empty if none is left."""
    taken = {sign_variant(variant) for variant in variants}
    letters = (wanted, *"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return next((letter for letter in letters if letter and letter not in taken), "")


def name_variant(variant: Variant) -> str:
    """Return sign and name of a path."""
    sign = sign_variant(variant)
    return variant.name if f"{variant.name} ".startswith(f"{sign} ") else f"{sign} {variant.name}"


def find_variant(variants: Iterable[Variant], wanted: str) -> Variant | None:
    """Return the first path of that id, name or sign; None if there is none."""
    return next((v for v in variants if wanted in {v.id, v.name, sign_variant(v)}), None)
