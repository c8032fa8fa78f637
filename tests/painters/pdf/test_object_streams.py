import zlib
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from io import BytesIO

import pikepdf
import pytest

from blueprint_editor.painters.pdf.object_streams import (
    FileEnd,
    ObjectBatch,
    PackedStream,
    append_objects,
)


@pytest.fixture
def side() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


def write_file() -> tuple[bytes, FileEnd, int]:
    """Return a small PDF, its end, and the number of an object in it."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Extra = pdf.make_indirect(pikepdf.Dictionary(Old=True))
    pdf.docinfo.Title = pikepdf.String("before")
    file = BytesIO()
    pdf.save(file, deterministic_id=True)
    data = file.getvalue()
    with pikepdf.open(BytesIO(data)) as before:
        end = FileEnd(
            int(before.trailer.Size),
            before.trailer.Root.objgen[0],
            before.trailer.Info.objgen[0],
            bytes(before.trailer.ID[0]),
            int(data[data.rindex(b"startxref") :].split()[1]),
        )
        return data, end, before.Root.Extra.objgen[0]


def test_thousands_of_objects_are_found_again_and_old_ones_replaced(side: Executor) -> None:
    data, end, replaced = write_file()
    size = end.size
    numbers = range(size, size + 4_500)
    texts = [f"<</Number {number} /Text (\xe4\\))>>" for number in numbers]
    # In rows told by differences, in rows of which some objects fill several, and freely.
    batches = [
        ObjectBatch([replaced], [f"<</New [{size} 0 R {size + 4_499} 0 R]>>"]),
        ObjectBatch(numbers[:3_000], texts[:3_000], 60, are_alike=True),
        ObjectBatch(numbers[3_000:4_000], texts[3_000:4_000], 15),
        ObjectBatch(numbers[4_000:4_400], texts[4_000:4_400], 15, are_alike=True),
        ObjectBatch(numbers[4_400:], texts[4_400:]),
    ]
    with pikepdf.open(BytesIO(append_objects(data, end, batches, side))) as after:
        assert not after.check_pdf_syntax()
        assert str(after.docinfo.Title) == "before"
        first, last = after.Root.Extra.New
        assert (first.Number, last.Number, str(last.Text)) == (size, size + 4_499, "ä)")
        for number in numbers:
            assert after.get_object(number, 0).Number == number
        assert bytes(after.trailer.ID[0]) == end.identity != bytes(after.trailer.ID[1])


def test_rows_that_are_alike_take_little_room(side: Executor) -> None:
    data, end, _ = write_file()
    numbers = range(end.size, end.size + 1_000)
    texts = [f"<</S/P/K {10_000 + i}>>" for i in range(1_000)]
    freely = append_objects(data, end, [ObjectBatch(numbers, texts)], side)
    in_rows = append_objects(data, end, [ObjectBatch(numbers, texts, 20, are_alike=True)], side)
    assert len(in_rows) - len(data) < 0.4 * (len(freely) - len(data))


def test_packed_streams_are_taken_as_they_are(side: Executor) -> None:
    data, end, replaced = write_file()
    stream = PackedStream(replaced, side.submit(zlib.compress, b"0 0 5 5 re f"))
    batch = ObjectBatch([end.size], ["<<>>"])
    with pikepdf.open(BytesIO(append_objects(data, end, [batch], side, [stream]))) as after:
        assert not after.check_pdf_syntax()
        assert after.Root.Extra.read_bytes() == b"0 0 5 5 re f"
        assert after.Root.Extra.read_raw_bytes() == stream.data.result()
