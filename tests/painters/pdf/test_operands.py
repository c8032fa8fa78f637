import pikepdf
from hypothesis import example, given
from hypothesis import strategies as st

from blueprint_editor.painters.pdf.operands import write_string

LETTERS = st.characters(codec="utf-8", max_codepoint=0x2FF) | st.sampled_from("–—’…€“•")


@given(st.text(LETTERS, max_size=12))
@example("työ (a) \\ – 5 €")
@example("þÿa")
@example("ÿþa")
@example("ï»¿a")
@example("\r\n\u00ad\u0085\u009f")
def test_strings_are_read_as_they_were_written(text: str) -> None:
    written = write_string(text).encode("latin-1")
    assert str(pikepdf.Object.parse(written)) == text
