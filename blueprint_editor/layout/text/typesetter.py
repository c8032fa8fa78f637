"""The typesetter: text, style, width and language in; placed glyph runs out."""

from collections import OrderedDict

from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import FaceKey
from blueprint_editor.layout.text.breaking import split_paragraphs
from blueprint_editor.layout.text.paragraph import Line, Paragraph
from blueprint_editor.layout.text.placing import SetText, place_lines
from blueprint_editor.layout.text.setting import Division, set_paragraph
from blueprint_editor.layout.text.style import Align, TextStyle
from blueprint_editor.layout.text.tokens import TokenBook
from blueprint_editor.layout.text.words import WordBook

_TEXTS_KEPT = 500
"""What repeats itself are names and signs; each card's own text is set once."""


class Typesetter:
    """Sets texts in lines; remembers words and whole texts, so that the same text costs nothing.

    The first baseline stands at (leading + cap height) / 2 below the top of the box: the capitals
    of the first line have as much room above them as the last baseline has below it, which looks
    centred when a box has equal padding.
    """

    def __init__(self, fonts: FontLibrary) -> None:
        self._fonts = fonts
        self._books: dict[tuple[FaceKey, str], TokenBook] = {}
        self._texts: OrderedDict[tuple[object, ...], SetText] = OrderedDict()

    @property
    def fonts(self) -> FontLibrary:
        """The fonts that texts are set with."""
        return self._fonts

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
            hyphenate: divide words where that saves lines or evens out very ragged ones.
            align: in the box of ``width``; a paragraph that runs from right to left stands at
                the right when this is ``left``.
            balance: even out the last line too, as suits cards and headings.
            mark_language: the runs bear the language (where it differs from the drawing's).
            first_indent: room in mm kept free at the left of the first line (for a sign).
            first_inset: room in mm kept free at the right of the first line (for a tag).
            spare_hyphens: divide only words that fit in no line, though it may take more lines.
        """
        key = (
            text, style, width, language, hyphenate, align, balance, mark_language,
            first_indent, first_inset, spare_hyphens,
        )  # fmt: skip
        found = self._find_kept(key)
        if found is not None:
            return found
        book = self._find_book(style.face, language)
        division = Division.NEVER
        if hyphenate:
            division = Division.SPARING if spare_hyphens else Division.FREE
        box = width / style.size
        indent = (first_indent + first_inset) / style.size
        lines: list[Line] = []
        for words in split_paragraphs(text):
            paragraph = Paragraph(words, book)
            lines += set_paragraph(paragraph, box, indent, division, balance=balance)
            indent = 0.0
        found = self._texts[key] = place_lines(
            lines,
            style,
            book.words,
            width,
            align,
            language if mark_language else "",
            first_indent,
            first_inset,
        )
        return found

    def _find_kept(self, key: tuple[object, ...]) -> SetText | None:
        found = self._texts.get(key)
        if found is not None:
            self._texts.move_to_end(key)
        elif len(self._texts) >= _TEXTS_KEPT:
            self._texts.popitem(last=False)
        return found

    def set_line(
        self, text: str, style: TextStyle, language: str, *, mark_language: bool = False
    ) -> SetText:
        """Set a text in one line, however wide; explicit line breaks count as spaces."""
        key = (text, style, language, mark_language)
        found = self._find_kept(key)
        if found is None:
            book = self._find_book(style.face, language)
            line = _join_paragraphs(text, book).find_whole_line()
            tag = language if mark_language else ""
            found = self._texts[key] = place_lines([line], style, book.words, None, "left", tag)
        return found

    def measure(self, text: str, style: TextStyle, language: str) -> float:
        """Return the advance width in mm of a text in one line."""
        book = self._find_book(style.face, language)
        return _join_paragraphs(text, book).width * style.size

    def narrowest(self, text: str, style: TextStyle, language: str) -> float:
        """Return the width in mm of the widest piece that only breaks outside good setting."""
        book = self._find_book(style.face, language)
        widths = [Paragraph(words, book).find_narrowest() for words in split_paragraphs(text)]
        return max(widths) * style.size

    def _find_book(self, face: FaceKey, language: str) -> TokenBook:
        found = self._books.get((face, language))
        if found is None:
            words = WordBook(self._fonts, face, language)
            found = self._books[face, language] = TokenBook(words)
        return found


def _join_paragraphs(text: str, book: TokenBook) -> Paragraph:
    return Paragraph([word for words in split_paragraphs(text) for word in words], book)
