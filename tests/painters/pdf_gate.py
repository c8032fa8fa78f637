"""The checker that every PDF of the program must pass: PDF/UA-1 and PDF/A-2a."""

import page

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)

_LIMITS = page.SafetyLimits(
    max_table_grid_rows=20_000, max_table_grid_columns=2_000, max_table_grid_cells=40_000_000
)
"""The checker's own limits on tables are lower than the program's on steps and lanes."""


def find_failures(data: bytes, profiles=PROFILES) -> list[str]:
    """Return what breaks a rule, one line each; an empty list for a conforming file."""
    found = []
    for profile in profiles:
        report = page.validate_pdf_bytes(data, profile=profile, limits=_LIMITS)
        found += [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
        assert report.is_compliant == (not report.failures)
    return found
