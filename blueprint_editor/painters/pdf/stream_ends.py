"""Ends of streams that nobody can mistake.

qpdf 12 writes a line feed before ``endstream``. Where the data itself ends with a carriage return
the two read as one end of line, and checkers of PDF/A count one byte less than ``/Length`` says
(one stream in 256). A carriage return of our own before the line feed settles it; the byte that it
takes comes from a space in the stream's dictionary, so that nothing else of the file moves.
``tests/painters/pdf/test_stream_ends.py`` shows whether this is still needed.
"""

import re

_UNCLEAR_END = re.compile(rb"\r\nendstream")
_OBJECT = b" obj\n<< "
_DATA = b">>\nstream\n"
_LENGTH = re.compile(rb"/Length (\d+)")


def make_ends_clear(file: bytes) -> bytes:
    """Return the file with CR LF between data and ``endstream`` where the data ends with CR."""
    data = bytearray(file)
    for found in _UNCLEAR_END.finditer(file):
        end = found.start() + 1
        space = _find_spare_space(file, end)
        if space is not None:
            data[space : end + 1] = file[space + 1 : end] + b"\r\n"
    return bytes(data)


def _find_spare_space(file: bytes, end: int) -> int | None:
    """Return the place of a space in the dictionary of the stream whose data ends at ``end``.

    None where the words stand inside the data of some stream.
    """
    start = file.rfind(_OBJECT, 0, end)
    while start >= 0:
        begin = file.find(_DATA, start, end) + len(_DATA)
        length = _LENGTH.search(file, start, begin)
        if length and begin + int(length[1]) == end:
            return start + len(_OBJECT) - 1
        start = file.rfind(_OBJECT, 0, start)
    return None
