"""What python-docx has no call for: links, bookmarks, languages, fresh numbering, table headers."""

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shape import InlineShape
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_WORD_REGIONS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB", "se": "se-FI"}
"""Word knows languages by country; Swedish here is that of Finland."""
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


_OF_THE_TEMPLATE = frozenset({RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES})


def new_document() -> WordDocument:
    """Return an empty document, without what python-docx's template tells of itself.

    That is a picture of a blank page, and that it is one page long and was written on a Macintosh.
    """
    document = docx.Document()
    relations = document.part.package.rels if document.part.package else {}
    for name, relation in tuple(relations.items()):
        if relation.reltype in _OF_THE_TEMPLATE:
            del relations[name]
    return document


def set_style(item: Paragraph | Run, name: str) -> None:
    """Give a paragraph or a run a style of the template or of ours.

    python-docx's own way looks through all styles twice, which takes most of a long document's
    time (1.2); an id is the name without spaces there.
    """
    element = item._p if isinstance(item, Paragraph) else item._r  # noqa: SLF001
    element.style = name.replace(" ", "")


def new_paragraph(container: WordDocument | _Cell, style: str) -> Paragraph:
    """Return a new paragraph at the end of a document or a cell."""
    paragraph = container.add_paragraph()
    set_style(paragraph, style)
    return paragraph


def word_language(tag: str) -> str:
    """Return a BCP 47 tag as Word expects it."""
    return _WORD_REGIONS.get(tag.lower(), tag)


def set_defaults(document: WordDocument, tag: str, font: str) -> None:
    """Set language and font of all text that does not say another, and let words be divided."""
    tabs = document.settings.element.find(qn("w:defaultTabStop"))
    tabs.addnext(OxmlElement("w:autoHyphenation"))
    properties = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = properties.find(qn("w:lang"))
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(name), word_language(tag))
    for fonts in list(document.styles.element.iter(qn("w:rFonts"))):
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(name), font)


def set_language(run: Run, tag: str) -> None:
    """Mark a run as being in another language."""
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), word_language(tag))
    run._r.get_or_add_rPr().append(language)  # noqa: SLF001 - python-docx has no call for it


def add_link(paragraph: Paragraph, run: Run, *, url: str = "", bookmark: str = "") -> None:
    """Make a run at the end of its paragraph a link to an address or to a bookmark."""
    link = OxmlElement("w:hyperlink")
    if url:
        relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), relation)
    else:
        link.set(qn("w:anchor"), bookmark)
    paragraph._p.append(link)  # noqa: SLF001
    link.append(run._r)  # noqa: SLF001


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark around a paragraph; ``number`` is its own in the file."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    place = 1 if paragraph._p.pPr is not None else 0  # noqa: SLF001
    paragraph._p.insert(place, start)  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001


def start_numbering(document: WordDocument, style: str) -> int:
    """Return the number of a fresh list in the manner of a style, which counts from one."""
    numbering = document.part.numbering_part.element
    own = document.styles[style].element.pPr.numPr.numId.val
    (kind,) = (num.abstractNumId.val for num in numbering.num_lst if num.numId == own)
    fresh = numbering.add_num(kind)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def set_numbering(paragraph: Paragraph, number: int) -> None:
    """Make a paragraph an entry of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def describe_table(table: Table, title: str, border: str) -> None:
    """Name a table, mark its first row as headers that stand on every page, keep rows whole.

    Thin lines in the colour ``border`` (``#RRGGBB``) stand between and around the cells.
    """
    properties = table._tbl.tblPr  # noqa: SLF001
    look = properties.find(qn("w:tblLook"))
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{border.removeprefix("#")}"'
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f"<w:{edge} {line}/>" for edge in edges)
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    layout = properties.find(qn("w:tblLayout"))
    (look if layout is None else layout).addprevious(borders)
    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 50), ("left", 90), ("bottom", 30), ("right", 90))
    )
    look.addprevious(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    look.addnext(caption)
    for number, row in enumerate(table.rows):
        more = row._tr.get_or_add_trPr()  # noqa: SLF001
        more.append(OxmlElement("w:cantSplit"))
        if number == 0:
            more.append(OxmlElement("w:tblHeader"))


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell with a colour ``#RRGGBB``."""
    fill = colour.removeprefix("#")
    cell._tc.get_or_add_tcPr().append(  # noqa: SLF001
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    )


def describe_picture(picture: InlineShape, alt: str) -> None:
    """Give a picture its alternative text, or say that it is decorative."""
    properties = picture._inline.docPr  # noqa: SLF001
    properties.set("descr", alt)
    if not alt:
        properties.append(parse_xml(_DECORATIVE))
