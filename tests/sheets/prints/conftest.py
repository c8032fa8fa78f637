"""Prints are made as workshop sheets are."""

from tests.sheets.workshop.conftest import make, sample

__all__ = ["make", "sample"]
