"""What a PDF says about itself: the document information and the same again as XMP."""

from datetime import datetime
from html import escape
from typing import NamedTuple

from blueprint_editor.painters.pdf.attachment import Attachment
from blueprint_editor.painters.pdf.dates import in_utc


class PdfMetadata(NamedTuple):
    """What is told about a PDF beside its content.

    Attributes:
        title: empty = the drawing's title.
        author: the people or the organisation behind the content.
        subject: one line of what it is about.
        keywords: in the order in which they are shown.
        created: moment of creation (without a zone: UTC); None = not told, so that the same
            drawing always gives the same bytes.
        producer: the program that wrote the file.
        attachment: the file that the PDF was made from, which makes it a PDF/A-3.
        is_for_office: asks for printing on one side of paper of each page's own size.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    created: datetime | None = None
    producer: str = "Blueprint Editor"
    attachment: Attachment | None = None
    is_for_office: bool = False

    @property
    def keyword_line(self) -> str:
        return ", ".join(self.keywords)


_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
{properties}
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def write_xmp(metadata: PdfMetadata, language: str) -> bytes:
    """Return the XMP packet, conformance declared (PDF/UA-1 with its schema)."""
    wrapped = (
        ("dc:title", metadata.title, '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'),
        ("dc:creator", metadata.author, "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>"),
        (
            "dc:description",
            metadata.subject,
            '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>',
        ),
        ("dc:language", language, "<rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag>"),
        ("pdf:Keywords", metadata.keyword_line, "{}"),
        ("pdf:Producer", metadata.producer, "{}"),
        ("xmp:CreatorTool", metadata.producer, "{}"),
        *(
            (f"xmp:{name}", f"{in_utc(metadata.created):%Y-%m-%dT%H:%M:%SZ}", "{}")
            for name in ("CreateDate", "ModifyDate", "MetadataDate")
            if metadata.created
        ),
    )
    properties = "\n".join(
        f"<{name}>{form.format(escape(value, quote=False))}</{name}>"
        for name, value, form in wrapped
        if value
    )
    return _PACKET.format(part=3 if metadata.attachment else 2, properties=properties).encode(
        "utf-8"
    )
