"""From reportlab's draft to the finished file: ink, fonts, images, structure, conformance."""

from concurrent.futures import Future
from decimal import Decimal
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.painters.pdf.attachment import attach_source
from blueprint_editor.painters.pdf.colour_profile import make_srgb_profile
from blueprint_editor.painters.pdf.content import PageContent
from blueprint_editor.painters.pdf.font_objects import add_font
from blueprint_editor.painters.pdf.glyphs import FontShelf
from blueprint_editor.painters.pdf.images import add_image
from blueprint_editor.painters.pdf.metadata import PdfMetadata, write_xmp
from blueprint_editor.painters.pdf.object_streams import FileEnd, PackedStream, append_objects
from blueprint_editor.painters.pdf.page_space import PageSpace
from blueprint_editor.painters.pdf.stream_ends import make_ends_clear
from blueprint_editor.painters.pdf.structure import FileNumbers, StructureWriter


def finish(
    draft: bytes,
    drawing: Drawing,
    content: PageContent,
    shelf: FontShelf,
    metadata: PdfMetadata,
    ink: Future[bytes],
) -> bytes:
    """Return the conforming file; ``ink`` is the content stream, packed."""
    space = PageSpace.of(drawing)
    with pikepdf.open(BytesIO(draft)) as pdf:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(b"")
        # Exact: reportlab writes large numbers with fewer digits.
        page.MediaBox = Array([0, 0, *(Decimal(str(side)) for side in space.size_units)])
        if space.user_unit != 1:
            page.UserUnit = space.user_unit
        page.Resources = _make_resources(pdf, page, drawing, content, shelf)
        page.StructParents = 0
        if content.links:
            page.Tabs = Name.S
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        _declare_conformance(pdf, metadata, drawing.language)
        if metadata.attachment is not None:
            attach_source(pdf, metadata.attachment)
        _clean_information(pdf)
        file = BytesIO()
        pdf.save(
            file,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return _add_content(make_ends_clear(file.getvalue()), content, space, ink)


def _add_content(file: bytes, content: PageContent, space: PageSpace, ink: Future[bytes]) -> bytes:
    with pikepdf.open(BytesIO(file)) as pdf:
        page = pdf.pages[0].obj
        size = int(pdf.trailer.Size)
        end = FileEnd(
            size=size,
            root=pdf.trailer.Root.objgen[0],
            information=pdf.trailer.Info.objgen[0],
            identity=bytes(pdf.trailer.ID[0]),
            cross_references=int(file[file.rindex(b"startxref") :].split()[1]),
        )
        numbers = FileNumbers(
            tree=pdf.Root.StructTreeRoot.objgen[0],
            page=page.objgen[0],
            annotations=[link.objgen[0] for link in page.get("/Annots", Array())],
            free=size,
        )
        place = page.Contents.objgen[0]
    structure = StructureWriter(content, space, numbers).write()
    return append_objects(file, end, structure, [PackedStream(place, ink.result())])


def _make_resources(
    pdf: pikepdf.Pdf,
    page: pikepdf.Object,
    drawing: Drawing,
    content: PageContent,
    shelf: FontShelf,
) -> Dictionary:
    resources = Dictionary()
    fonts = {f"/{font.name}": add_font(pdf, font) for font in shelf}
    if fonts:
        resources.Font = Dictionary(fonts)
    images = {
        f"/{name}": add_image(pdf, drawing.images[image]) for image, name in content.images.items()
    }
    if images:
        resources.XObject = Dictionary(images)
    if any("/SMask" in image for image in images.values()):
        page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    return resources


def _declare_conformance(pdf: pikepdf.Pdf, metadata: PdfMetadata, language: str) -> None:
    packet = write_xmp(metadata, language)
    pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    profile = pdf.make_stream(make_srgb_profile(), N=3)
    condition = String("sRGB IEC61966-2.1")
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=condition,
        Info=condition,
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


def _clean_information(pdf: pikepdf.Pdf) -> None:
    information = pdf.trailer.Info
    for key in list(information.keys()):
        if key == "/Trapped" or not str(information[key]):
            del information[key]
    # The draft's number comes from a fixed date; without it the file gets one from its content.
    del pdf.trailer.ID
