"""The checked scalar types: which addresses and letters may stand in a document."""

import pytest

from blueprint_editor.model.record import clean_text, is_allowed_url


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "HTTP://example.org/ä?x=1#y",
        "mailto:anna@example.org",
        "tel:+358401234567",
        "toinen polku.blueprint",
        "../kansio/polku.blueprint.json",
    ],
)
def test_addresses_that_may_stand_in_a_document(url: str) -> None:
    assert is_allowed_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "javascript:alert(1)//x.json",
        " javascript:alert(1)//x.json",
        "\u00a0javascript:alert(1)//x.json",
        "java\nscript:alert(1)//x.json",
        "JAVASCRIPT:x.blueprint",
        "data:text/html,x.json",
        "file:///etc/passwd.json",
        "c:polku.json",
        "/etc/passwd.json",
        "//server/polku.json",
        "\\\\server\\polku.json",
        "polku.pdf",
        "polku.json\n",
        "polku\u202egnp.json",
        "https://",
        "https:///x",
        "https://exa mple.org",
        "https://example.org\n",
        "mailto:",
        "mailto:@example.org",
        "tel:one",
        "ftp://example.org",
    ],
)
def test_addresses_that_may_not(url: str) -> None:
    assert not is_allowed_url(url)


def test_clean_text_keeps_what_people_write() -> None:
    text = "Äiti 👩‍👧 27 d § «ok»\n– œ"
    assert clean_text(text) == text
    assert clean_text("a\r\nb\tc\u2028d") == "a\nb c\nd"
    assert clean_text("a\ud800b\ufffec\x00") == "abc"
