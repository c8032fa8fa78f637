"""The typesetter: text, style, width and language in; placed glyph runs out."""

from collections import OrderedDict

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey
from blueprint_editor.language.hyphenation import Hyphenator
from blueprint_editor.layout.text.breaking import split_paragraphs
from blueprint_editor.layout.text.paragraph import Line, Paragraph
from blueprint_editor.layout.text.placing import place_lines
from blueprint_editor.layout.text.style import Align, SetText, TextStyle
from blueprint_editor.layout.text.words import WordBook

_TEXTS_KEPT = 20_000


class Typesetter:
    """Sets texts in lines; remembers words and whole texts, so that the same text costs nothing.

    The first baseline stands at (leading + cap height) / 2 below the top of the box: the capitals
    of the first line have as much room above them as the last baseline has below it, which looks
    centred when a box has equal padding.
    """

    def __init__(self, fonts: FontLibrary) -> None:
        self._fonts = fonts
        self._hyphenator = Hyphenator()
        self._books: dict[tuple[FaceKey, str], WordBook] = {}
        self._texts: OrderedDict[tuple[object, ...], SetText] = OrderedDict()

    def set_text(
        self,
        text: str,
        style: TextStyle,
        width: float,
        language: str,
        *,
        hyphenate: bool = True,
        align: Align = "left",
        balance: bool = True,
        mark_language: bool = False,
        first_indent: float = 0.0,
        first_inset: float = 0.0,
        spare_hyphens: bool = False,
    ) -> SetText:
        """Set a text in lines of at most ``width`` mm.

        Lines break by Unicode rules and hyphenation, explicit line breaks stay, and there are
        never more lines than need be. A word that fits nowhere is broken at any letter.

        Args:
            text: any text; white space is collapsed, soft hyphens are honoured.
            style: face, size, leading, colour.
            width: of the box, in mm.
            language: BCP 47 tag, for hyphenation and letter forms.
            hyphenate: divide words where that saves lines or evens them out.
            align: in the box of ``width``; a paragraph that runs from right to left stands at
                the right when this is ``left``.
            balance: even out the last line too, as suits cards and headings.
            mark_language: the runs bear the language (where it differs from the drawing's).
            first_indent: room in mm kept free at the left of the first line (for a sign).
            first_inset: room in mm kept free at the right of the first line (for a tag).
            spare_hyphens: rather take one line more than divide a word.
        """
        key = (
            text, style, width, language, hyphenate, align, balance, mark_language,
            first_indent, first_inset, spare_hyphens,
        )  # fmt: skip
        found = self._texts.get(key)
        if found is not None:
            self._texts.move_to_end(key)
            return found
        book = self._find_book(style.face, language)
        box = width / style.size
        lines: list[Line] = []
        indent = (first_indent + first_inset) / style.size
        for part in split_paragraphs(text):
            paragraph = Paragraph(part, book, self._hyphenator, hyphenate=hyphenate)
            lines += paragraph.find_lines(
                box,
                balance=balance,
                indent=0.0 if lines else indent,
                spare_hyphens=spare_hyphens,
            )
        set_text = place_lines(
            lines,
            style,
            self._fonts,
            width,
            align,
            language if mark_language else "",
            first_indent,
        )
        self._texts[key] = set_text
        if len(self._texts) > _TEXTS_KEPT:
            self._texts.popitem(last=False)
        return set_text

    def set_line(
        self, text: str, style: TextStyle, language: str, *, mark_language: bool = False
    ) -> SetText:
        """Set a text in one line, however wide; explicit line breaks count as spaces."""
        paragraph = self._find_paragraph(text, style, language)
        return place_lines(
            [paragraph.find_whole_line()],
            style,
            self._fonts,
            None,
            "left",
            language if mark_language else "",
        )

    def measure(self, text: str, style: TextStyle, language: str) -> float:
        """Return the advance width in mm of a text in one line."""
        return self._find_paragraph(text, style, language).width * style.size

    def narrowest(self, text: str, style: TextStyle, language: str) -> float:
        """Return the width in mm of the widest piece that only breaks outside good setting."""
        book = self._find_book(style.face, language)
        return style.size * max(
            Paragraph(part, book, self._hyphenator, hyphenate=True).find_narrowest()
            for part in split_paragraphs(text)
        )

    def _find_paragraph(self, text: str, style: TextStyle, language: str) -> Paragraph:
        one_line = " ".join(filter(None, split_paragraphs(text)))
        book = self._find_book(style.face, language)
        return Paragraph(one_line, book, self._hyphenator, hyphenate=False)

    def _find_book(self, face: FaceKey, language: str) -> WordBook:
        found = self._books.get((face, language))
        if found is None:
            found = self._books[face, language] = WordBook(self._fonts, face, language)
        return found
