from blueprint_editor.drawing.drawing import Placed
from tests.painters.drawings import make_poster, make_special_card
from tests.painters.golden import dump_drawing


def test_a_drawing_is_told_in_lines_that_can_be_reviewed() -> None:
    drawing = make_poster(1, 1)
    special = Placed(make_special_card(), 120.0, 48.0)
    text = dump_drawing(drawing._replace(placed=(*drawing.placed[2:], special)))
    assert (
        text
        == """\
page 120.0 104.0 fi fit 1 0 0
title Osatyökykyisen palvelupolku – esimerkki
card c0_0 at 50.0 48.0 size 44.4 36.4 «1.1 Etsii tietoa ja rohkaistuu ottamaan yhteyttä.»
  box: box 0.0 0.0 44.0 36.0 #FFE79E line 0.40 #D6A419
  text: “Etsii tietoa ja” 3.0 7.5 w500 4.60 #17202B
  text: “rohkaistuu” 3.0 13.5 w500 4.60 #17202B
  text: “ottamaan” 3.0 19.5 w500 4.60 #17202B
  text: “yhteyttä.” 3.0 25.4 w500 4.60 #17202B
  box 3.0 29.5 6.0 4.0 #1C3557
  actor: “TV” 4.0 32.6 w650 3.00 #FFFFFF
  actor: “Työvalmentaja” 10.5 32.8 w500 3.60 #17202B
card special at 120.0 48.0 size 44.4 36.4 «palveluohjaaja 字»
  box: box 0.0 0.0 44.0 36.0 #FFFFFF line 0.40 #B9B0A0 dashed 1.0 0.6
  text: “palvelu-” 3.0 9.0 w500 5.00 #17202B
  text: “ohjaaja” 3.0 16.0 w500 5.00 #17202B
  text: shape of 4 in 30.0 4.0 4.0 5.0 line 0.25 #17202B as “字”
  arabic: “طلب.” 24.0 18.0 Noto Sans Arabic w500 5.00 #17202B right-to-left
  image: image 3.0 18.0 12.0 9.0
  link: “Lue lisää” 18.0 26.0 w500 4.00 #14263F
  link: link 17.5 22.0 20.0 5.0 https://example.org/?a=1&b=2
meaning
  Document
    H1 title/title
    Table
      THead
        TR
          TH Column
            P lane0/name lane0/hint
      TBody
        TR
          TD
            P c0_0/text c0_0/actor
missing 字 in special
"""
    )


def test_a_group_that_only_moved_differs_in_one_line() -> None:
    drawing = make_poster()
    moved = tuple(
        placed._replace(y=placed.y + 5) if placed.group.key == "c1_2" else placed
        for placed in drawing.placed
    )
    before, after = (
        dump_drawing(drawing._replace(placed=placed)).splitlines()
        for placed in (drawing.placed, moved)
    )
    (changed,) = [line for line, other in zip(before, after, strict=True) if line != other]
    assert changed.startswith("card c1_2 at 170.0 102.0 size 44.4 36.4 «3.2 Kertoo")
