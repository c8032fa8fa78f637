"""From reportlab's draft to the finished file: ink, fonts, images, structure, conformance."""

from decimal import Decimal
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.painters.pdf.colour_profile import make_srgb_profile
from blueprint_editor.painters.pdf.content import PageContent
from blueprint_editor.painters.pdf.font_objects import add_font
from blueprint_editor.painters.pdf.glyphs import FontShelf
from blueprint_editor.painters.pdf.images import add_image
from blueprint_editor.painters.pdf.metadata import PdfMetadata, write_xmp
from blueprint_editor.painters.pdf.page_space import PageSpace
from blueprint_editor.painters.pdf.stream_ends import make_ends_clear
from blueprint_editor.painters.pdf.structure import StructureWriter


def finish(
    draft: bytes,
    drawing: Drawing,
    content: PageContent,
    shelf: FontShelf,
    metadata: PdfMetadata,
) -> bytes:
    """Return the conforming file."""
    space = PageSpace.of(drawing)
    with pikepdf.open(BytesIO(draft)) as pdf:
        page = pdf.pages[0]
        page.obj.Contents = pdf.make_stream(content.operators.encode("latin-1"))
        _add_resources(pdf, page, drawing, content, shelf)
        # Exact: reportlab writes large numbers with fewer digits.
        page.obj.MediaBox = Array([0, 0, *(Decimal(str(side)) for side in space.size_units)])
        if space.user_unit != 1:
            page.obj.UserUnit = space.user_unit
        StructureWriter(pdf, page, content, space).write()
        _declare_conformance(pdf, metadata, drawing.language)
        _clean_information(pdf)
        file = BytesIO()
        pdf.save(
            file,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return make_ends_clear(file.getvalue())


def _add_resources(
    pdf: pikepdf.Pdf,
    page: pikepdf.Page,
    drawing: Drawing,
    content: PageContent,
    shelf: FontShelf,
) -> None:
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
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    page.obj.Resources = resources


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
