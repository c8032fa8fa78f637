import pytest

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey, GlyphRun, Path
from blueprint_editor.layout.text import SetText, TextStyle, Typesetter, tokens

STYLE = TextStyle(FaceKey("Noto Sans", 500), size=6.0, leading=7.5)


FONTS = FontLibrary()


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(FONTS)


def read_lines(set_text: SetText) -> list[str]:
    """The lines as a reader sees them, hyphens included."""
    lines: dict[float, str] = {}
    for item in set_text.placed_at(0, 0):
        assert isinstance(item, GlyphRun)
        shown = item.text + ("-" if item.soft_hyphen else "")
        lines[item.baseline] = lines.get(item.baseline, "") + shown
    return list(lines.values())


def set_lines(typesetter: Typesetter, text: str, width: float, language: str = "fi") -> list[str]:
    return read_lines(typesetter.set_text(text, STYLE, width, language))


def test_a_short_text_stays_on_one_line(typesetter: Typesetter) -> None:
    found = typesetter.set_text("Puhelu tai tekstiviesti", STYLE, 100.0, "fi")
    assert read_lines(found) == ["Puhelu tai tekstiviesti"]
    assert found.height == STYLE.leading
    assert found.width == pytest.approx(typesetter.measure("Puhelu tai tekstiviesti", STYLE, "fi"))


def test_lines_are_evened_out(typesetter: Typesetter) -> None:
    text = "Kertoo tilanteensa omin sanoin ilman kiirettä."
    even = ["Kertoo tilanteensa omin", "sanoin ilman kiirettä."]
    assert set_lines(typesetter, text, 100.0) == even
    loose = typesetter.set_text(text, STYLE, 100.0, "fi", balance=False)
    assert read_lines(loose) == ["Kertoo tilanteensa omin sanoin", "ilman kiirettä."]


def test_the_first_capitals_stand_as_far_from_the_top_as_the_last_baseline_from_the_bottom(
    typesetter: Typesetter,
) -> None:
    found = typesetter.set_text("Kaksi\nriviä", STYLE, 60.0, "fi")
    first, last = found.placed_at(0, 0)
    assert isinstance(first, GlyphRun)
    assert isinstance(last, GlyphRun)
    face = FONTS.face(STYLE.face)
    above = first.baseline - face.cap_height / face.units_per_em * STYLE.size
    assert above == pytest.approx(found.height - last.baseline)
    assert last.baseline - first.baseline == pytest.approx(STYLE.leading)


@pytest.mark.parametrize(
    "kept",
    [
        "27 d §",
        "3 kk",
        "3–24 kk",
        "4–8 tuntia",
        "2 veckor",
        "10 min",
        "40 %",
        "5 €",
        "22. marraskuuta",
        "22 November",
        "10 000",
        "nro 5",
        "variantti A",
        "i stan",
        "sanat –",
    ],
)
def test_what_belongs_together_is_not_parted(typesetter: Typesetter, kept: str) -> None:
    text = f"Tässä on sanoja ja {kept} sekä muuta tekstiä perään"
    for width in range(52, 120, 4):
        lines = set_lines(typesetter, text, float(width))
        assert any(kept in line for line in lines), lines


def test_no_single_letter_is_left_at_a_line_end(typesetter: Typesetter) -> None:
    text = "Det är i Åbo och i Vasa och i Borgå som vi å andra sidan bor i stan"
    for width in range(30, 120, 3):
        for line in set_lines(typesetter, text, float(width), "sv")[:-1]:
            assert len(line.split(" ")[-1]) > 1


def test_explicit_line_breaks_stay(typesetter: Typesetter) -> None:
    assert set_lines(typesetter, "yksi\nkaksi\r\nkolme", 100.0) == ["yksi", "kaksi", "kolme"]
    assert len(typesetter.set_text("yksi\n\nkaksi\n", STYLE, 100.0, "fi").line_widths) == 4


def test_an_address_is_broken_after_its_signs_without_hyphens(typesetter: Typesetter) -> None:
    address = "https://www.ttl.fi/teemat/tyohyvinvointi-ja-tyokyky/kykyviisari"
    found = typesetter.set_text(address, STYLE, 60.0, "fi")
    lines = read_lines(found)
    assert "".join(lines) == address
    assert len(lines) > 2
    assert all(line[-1] in "/.-" for line in lines[:-1])


def test_a_word_that_fits_nowhere_is_broken_without_a_hyphen(typesetter: Typesetter) -> None:
    lines = set_lines(typesetter, "xxxxxxxxxxxxxxxxxxxxxxxxx", 30.0)
    assert len(lines) > 1
    assert "".join(lines) == "x" * 25


def test_compounds_are_divided_at_their_seam(typesetter: Typesetter) -> None:
    found = typesetter.set_text("Palvelutarjotin", STYLE, 40.0, "fi")
    assert read_lines(found) == ["Palvelu-", "tarjotin"]
    first = found.placed_at(0, 0)[0]
    assert isinstance(first, GlyphRun)
    assert (first.text, first.soft_hyphen, first.space_after) == ("Palvelu", True, False)
    assert len(first.glyphs) == len("Palvelu-")


def test_soft_hyphens_are_used_and_else_unseen(typesetter: Typesetter) -> None:
    text = "abcdefgh\u00adijklmnopq"
    assert set_lines(typesetter, text, 35.0) == ["abcdefgh-", "ijklmnopq"]
    assert set_lines(typesetter, text, 90.0) == ["abcdefghijklmnopq"]


def test_the_last_word_stays_whole_where_it_can(typesetter: Typesetter) -> None:
    text = "Neuvoja ja tukea saa palvelutarjottimesta"
    least = typesetter.measure("palvelutarjottimesta", STYLE, "fi") + 0.1
    for step in range(20):
        assert set_lines(typesetter, text, least + step)[-1].endswith("palvelutarjottimesta")
    assert set_lines(typesetter, text, least - 5.0)[-2].endswith("-")


def test_sparing_division_takes_a_line_rather_than_a_hyphen(typesetter: Typesetter) -> None:
    text = "Verkosto seuraa palvelutarjottimen tuloksia ja sopii parannuksista"
    free = set_lines(typesetter, text, 66.0)
    spare = read_lines(typesetter.set_text(text, STYLE, 66.0, "fi", spare_hyphens=True))
    assert any(line.endswith("-") for line in free)
    assert not any(line.endswith("-") for line in spare)
    assert len(spare) == len(free) + 1


def test_a_missing_letter_is_a_box_with_its_text_and_is_told(typesetter: Typesetter) -> None:
    found = typesetter.set_text("a字b", STYLE, 100.0, "fi")
    before, box, after = found.placed_at(0, 0)
    assert isinstance(box, Path)
    assert (box.actual_text, found.missing) == ("字", "字")
    assert box.stroke is not None
    assert isinstance(before, GlyphRun)
    assert isinstance(after, GlyphRun)
    xs = [command[1] for command in box.commands if command[0] != "Z"]
    assert before.x + before.width < min(xs) < max(xs) < after.x


def test_scripts_fall_back_to_a_family_that_has_them(typesetter: Typesetter) -> None:
    found = typesetter.set_line("Puhu: عربي", STYLE, "fi")
    runs = (item for item in found.placed_at(0, 0) if isinstance(item, GlyphRun))
    families = [run.face.family for run in runs]
    assert families == ["Noto Sans", "Noto Sans Arabic"]


def test_a_right_to_left_paragraph_stands_at_the_right_and_runs_leftwards(
    typesetter: Typesetter,
) -> None:
    found = typesetter.set_text("عربي نص 123", STYLE, 100.0, "ar")
    runs = [item for item in found.placed_at(0, 0) if isinstance(item, GlyphRun)]
    assert [run.text for run in runs] == ["عربي", "نص", "123"]
    assert [run.right_to_left for run in runs] == [True, True, False]
    assert runs[0].x > runs[1].x > runs[2].x
    assert runs[0].x + runs[0].width == pytest.approx(100.0)


def test_latin_within_arabic_keeps_its_own_order(typesetter: Typesetter) -> None:
    found = typesetter.set_text("نص Noto Sans نص", STYLE, 200.0, "ar")
    runs = [item for item in found.placed_at(0, 0) if isinstance(item, GlyphRun)]
    assert [run.text for run in runs] == ["نص", "Noto Sans", "نص"]
    assert runs[0].x > runs[1].x > runs[2].x


def test_a_sign_at_the_left_and_a_tag_at_the_right_keep_clear_of_right_to_left_text(
    typesetter: Typesetter,
) -> None:
    words, width = "عربي نص عربي نص", 30.0

    def find_places(**more) -> list[tuple[float, float]]:
        found = typesetter.set_text(words, STYLE, width, "ar", **more)
        runs = [item for item in found.placed_at(0, 0) if isinstance(item, GlyphRun)]
        first = [run for run in runs if run.baseline == runs[0].baseline]
        return [(run.x, run.x + run.width) for run in first]

    assert min(x0 for x0, _ in find_places(first_indent=10.0)) >= 10.0
    assert max(x1 for _, x1 in find_places(first_inset=8.0)) <= width - 8.0
    sign = typesetter.set_text("نص", STYLE, width, "ar", align="hug", first_indent=10.0)
    (run,) = sign.placed_at(0, 0)
    assert isinstance(run, GlyphRun)
    assert run.x == pytest.approx(10.0)
    assert sign.width == pytest.approx(10.0 + run.width)


def test_alignment_in_the_box(typesetter: Typesetter) -> None:
    for align, share in (("left", 0.0), ("center", 0.5), ("right", 1.0)):
        found = typesetter.set_text("Polku", STYLE, 80.0, "fi", align=align)  # type: ignore[arg-type]
        run = found.placed_at(0, 0)[0]
        assert isinstance(run, GlyphRun)
        assert run.x == pytest.approx((80.0 - run.width) * share)


def test_room_kept_free_in_the_first_line(typesetter: Typesetter) -> None:
    found = typesetter.set_text("yksi kaksi kolme", STYLE, 40.0, "fi", first_indent=25.0)
    runs = [item for item in found.placed_at(0, 0) if isinstance(item, GlyphRun)]
    assert [run.text for run in runs] == ["yksi", "kaksi kolme"]
    assert [run.x for run in runs] == [25.0, 0.0]
    first = found.line_widths[0]
    assert first == pytest.approx(25.0 + runs[0].width)
    nothing_fits = typesetter.set_text("kaksitoista", STYLE, 40.0, "fi", first_indent=39.0)
    assert len(nothing_fits.line_widths) == 2


def test_room_beside_a_sign_is_used_though_a_later_word_must_be_divided(
    typesetter: Typesetter,
) -> None:
    found = typesetter.set_text("yksi palvelutarjottimesta", STYLE, 40.0, "fi", first_indent=15.0)
    assert read_lines(found) == ["yksi", "palvelu-", "tarjottimesta"]
    divided = typesetter.set_text("palvelutarjottimesta", STYLE, 45.0, "fi", first_indent=15.0)
    assert read_lines(divided) == ["palvelu-", "tarjottimesta"]


def test_a_sign_never_stands_alone_where_the_first_word_has_a_seam(
    typesetter: Typesetter,
) -> None:
    found = typesetter.set_text(
        "palvelutarjottimesta otetaan", STYLE, 62.0, "fi", first_indent=15.0, spare_hyphens=True
    )
    assert read_lines(found) == ["palvelu-", "tarjottimesta otetaan"]
    no_seam = typesetter.set_text(
        "tutkimuksissa on", STYLE, 45.0, "fi", first_indent=15.0, spare_hyphens=True
    )
    assert read_lines(no_seam) == ["tutkimuksissa", "on"]
    undivided = typesetter.set_text(
        "tutkimuksissa", STYLE, 45.0, "fi", first_indent=15.0, hyphenate=False
    )
    assert read_lines(undivided)[-1] == "tutkimuksissa"


def test_everything_is_drawn_where_the_text_stands(typesetter: Typesetter) -> None:
    found = typesetter.set_text("a字", STYLE, 50.0, "fi")
    run, box = found.placed_at(10.0, 20.0)
    old_run, old_box = found.placed_at(0, 0)
    assert isinstance(run, GlyphRun)
    assert isinstance(old_run, GlyphRun)
    assert (run.x, run.baseline) == (old_run.x + 10.0, old_run.baseline + 20.0)
    assert isinstance(box, Path)
    assert isinstance(old_box, Path)
    for new, old in zip(box.commands, old_box.commands, strict=True):
        if new[0] == "M" and old[0] == "M":
            assert (new[1], new[2]) == (old[1] + 10.0, old[2] + 20.0)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 20_000,
        "alaala" * 3_000,
        "https://a.fi/" + "abc/" * 5_000,
        "عربي" * 5_000,
        "字" * 5_000,
    ],
)
def test_endless_words_are_set_in_the_end(typesetter: Typesetter, text: str) -> None:
    found = typesetter.set_text(text, STYLE, 50.0, "fi")
    assert len(found.line_widths) > 100
    assert found.width <= 50.0 + 1e-3


def test_the_same_text_is_set_once(typesetter: Typesetter) -> None:
    first = typesetter.set_text("Sama teksti", STYLE, 50.0, "fi")
    assert typesetter.set_text("Sama teksti", STYLE, 50.0, "fi") is first


def test_words_that_had_to_be_forgotten_are_learnt_again(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "_TOKENS_KEPT", 4)
    forgetful = Typesetter(FONTS)
    for text in ("yksi kaksi", "kaksi kolme neljä", "neljä viisi", "yksi viisi kuusi kaksi"):
        assert set_lines(forgetful, text, 20.0) == set_lines(typesetter, text, 20.0)
