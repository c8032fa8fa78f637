from io import BytesIO

import pikepdf

from blueprint_editor.painters.pdf.object_streams import FileEnd, NumberedObject, append_objects


def test_thousands_of_objects_are_found_again_and_old_ones_replaced() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Extra = pdf.make_indirect(pikepdf.Dictionary(Old=True))
    pdf.docinfo.Title = pikepdf.String("before")
    file = BytesIO()
    pdf.save(file, deterministic_id=True)
    data = file.getvalue()
    with pikepdf.open(BytesIO(data)) as before:
        size = int(before.trailer.Size)
        replaced = before.Root.Extra.objgen[0]
        end = FileEnd(
            size,
            before.trailer.Root.objgen[0],
            before.trailer.Info.objgen[0],
            bytes(before.trailer.ID[0]),
            int(data[data.rindex(b"startxref") :].split()[1]),
        )
    numbers = range(size, size + 4_500)
    objects = [
        NumberedObject(replaced, f"<</New [{size} 0 R {size + 4_499} 0 R]>>"),
        *(NumberedObject(number, f"<</Number {number} /Text (\xe4\\))>>") for number in numbers),
    ]
    with pikepdf.open(BytesIO(append_objects(data, end, objects))) as after:
        assert not after.check_pdf_syntax()
        assert str(after.docinfo.Title) == "before"
        first, last = after.Root.Extra.New
        assert (first.Number, last.Number, str(last.Text)) == (size, size + 4_499, "ä)")
        for number in numbers:
            assert after.get_object(number, 0).Number == number
        assert bytes(after.trailer.ID[0]) == end.identity != bytes(after.trailer.ID[1])
