"""Moments as a PDF tells them."""

from datetime import UTC, datetime


def in_utc(moment: datetime) -> datetime:
    """Return the moment in UTC, which one without a zone is in already."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def write_pdf_date(moment: datetime) -> str:
    """Return the date as the document information has it (ISO 32000-1, 7.9.4)."""
    return f"{in_utc(moment):D:%Y%m%d%H%M%S}+00'00'"
