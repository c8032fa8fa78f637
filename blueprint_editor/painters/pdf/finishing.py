"""From reportlab's draft to the finished file: ink, fonts, images, structure, conformance."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future
from decimal import Decimal
from io import BytesIO
from itertools import accumulate

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from blueprint_editor.painters.pdf.attachment import attach_source
from blueprint_editor.painters.pdf.colour_profile import make_srgb_profile
from blueprint_editor.painters.pdf.content import Content, FormContent
from blueprint_editor.painters.pdf.font_objects import add_font
from blueprint_editor.painters.pdf.images import add_image
from blueprint_editor.painters.pdf.links import write_links
from blueprint_editor.painters.pdf.metadata import PdfMetadata, write_xmp
from blueprint_editor.painters.pdf.object_streams import FileEnd, PackedStream, append_objects
from blueprint_editor.painters.pdf.shelves import Shelves, name_form
from blueprint_editor.painters.pdf.stream_ends import make_ends_clear
from blueprint_editor.painters.pdf.structure import FileNumbers, StructureWriter


def finish(
    draft: bytes,
    content: Content,
    shelves: Shelves,
    metadata: PdfMetadata,
    inks: Sequence[Future[bytes]],
    side: Executor,
) -> bytes:
    """Return the conforming file.

    ``inks`` are the streams of pages, then of forms, which ``side`` packs; it packs the rest, too.
    """
    with pikepdf.open(BytesIO(draft)) as pdf:
        _dress_pages(pdf, content, shelves)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        _declare_conformance(pdf, metadata, content.root.language)
        if metadata.is_for_office:
            pdf.Root.ViewerPreferences.Duplex = Name.Simplex
            pdf.Root.ViewerPreferences.PickTrayByPDFSize = True
        if "/Outlines" in pdf.Root:
            # reportlab counts bookmarks below others once more for each level.
            with pdf.open_outline() as outline:
                pdf.Root.Outlines.Count = _count(outline.root)
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
    return _add_content(make_ends_clear(file.getvalue()), content, inks, side)


def _count(bookmarks: Iterable[pikepdf.OutlineItem]) -> int:
    """Return how many bookmarks there are with those below them."""
    return sum(1 + _count(bookmark.children) for bookmark in bookmarks)


def _add_content(
    file: bytes, content: Content, inks: Iterable[Future[bytes]], side: Executor
) -> bytes:
    with pikepdf.open(BytesIO(file)) as pdf:
        pages = [page.obj for page in pdf.pages]
        size = int(pdf.trailer.Size)
        end = FileEnd(
            size=size,
            root=pdf.trailer.Root.objgen[0],
            information=pdf.trailer.Info.objgen[0],
            identity=bytes(pdf.trailer.ID[0]),
            cross_references=int(file[file.rindex(b"startxref") :].split()[1]),
        )
        counts = [len(page.links) for page in content.pages]
        starts = accumulate(counts, initial=size)
        links = [range(start, start + many) for start, many in zip(starts, counts, strict=False)]
        numbers = FileNumbers(
            tree=pdf.Root.StructTreeRoot.objgen[0],
            pages=[page.objgen[0] for page in pages],
            annotations=links,
            free=size + sum(counts),
        )
        lists = [page.Annots.objgen[0] if "/Annots" in page else 0 for page in pages]
        places = [(page.Contents.objgen[0], "") for page in pages]
        for index, form in enumerate(content.forms):
            stream = pages[0].Resources.XObject[f"/{name_form(index)}"]
            entries = _describe_form(form, stream.Resources.objgen[0])
            places.append((stream.objgen[0], entries))
    annotations = write_links(content.pages, lists, links)
    batches = StructureWriter(content, numbers).write(annotations)
    streams = [
        PackedStream(place, ink, entries)
        for (place, entries), ink in zip(places, inks, strict=True)
    ]
    return append_objects(file, end, batches, side, streams)


def _describe_form(form: FormContent, resources: int) -> str:
    box = " ".join(f"{side:.4f}".rstrip("0").rstrip(".") for side in form.space.size_units)
    return f"/Type/XObject/Subtype/Form/BBox[0 0 {box}]/Resources {resources} 0 R"


def _dress_pages(pdf: pikepdf.Pdf, content: Content, shelves: Shelves) -> None:
    """Give the pages their exact size, what their ink uses, and their place in the structure."""
    resources = Dictionary()
    fonts = {f"/{font.name}": add_font(pdf, font) for font in shelves.fonts.values()}
    if fonts:
        resources.Font = Dictionary(fonts)
    images = {f"/{name}": add_image(pdf, image) for image, name in shelves.images.items()}
    has_transparency = any("/SMask" in image for image in images.values())
    forms = _add_forms(pdf, content, resources, images)
    if images or forms:
        resources.XObject = Dictionary(images | forms)
    # What many share is told once.
    shared = resources if len(content.pages) == 1 else pdf.make_indirect(resources)
    for index, (found, told) in enumerate(zip(pdf.pages, content.pages, strict=True)):
        page = found.obj
        page.Contents = pdf.make_stream(b"")
        # Exact: reportlab writes large numbers with fewer digits.
        page.MediaBox = Array([0, 0, *(Decimal(str(side)) for side in told.space.size_units)])
        for name, box in told.space.list_boxes():
            page[name] = Array([Decimal(str(side)) for side in box])
        if told.space.user_unit != 1:
            page.UserUnit = told.space.user_unit
        page.Resources = shared
        page.StructParents = index
        if told.links:
            page.Tabs = Name.S
            page.Annots = pdf.make_indirect(Array())
        if has_transparency:
            page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def _add_forms(
    pdf: pikepdf.Pdf,
    content: Content,
    resources: Dictionary,
    images: Mapping[str, pikepdf.Object],
) -> dict[str, pikepdf.Object]:
    """Add the forms with what their own ink uses, for now without ink; return them by name."""
    if not content.forms:
        return {}
    if "/Font" in resources:
        resources.Font = pdf.make_indirect(resources.Font)
    forms: dict[str, pikepdf.Object] = {
        f"/{name_form(index)}": pdf.make_stream(b"") for index in range(len(content.forms))
    }
    for stream, form in zip(forms.values(), content.forms, strict=True):
        shown = {name: forms[name] for name in sorted(f"/{name}" for name in form.forms)}
        own = Dictionary(XObject=Dictionary({**images, **shown}))
        if "/Font" in resources:
            own.Font = resources.Font
        stream.Resources = pdf.make_indirect(own)
    return forms


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
