"""The service description on paper."""

from tests.sheets.workshop.conftest import Make
from tests.sheets.workshop.test_prints import EMPTY, PATH, tell


def test_gaps_are_places_to_write_and_empty_headings_say_so(make: Make) -> None:
    assert tell(make("service-description", EMPTY)).count("Tyhjä: tähän otsikkoon") == 6
    told = tell(make("service-description", PATH))
    for text in ("Organisaatio ! puuttuu, täydennä", "1. Alku: Soita meille", "ratkaisu puuttuu"):
        assert text in told
