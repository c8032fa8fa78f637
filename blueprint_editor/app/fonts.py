"""The program's fonts: its own, and the files that the settings name."""

import logging
from collections.abc import Iterable
from pathlib import Path

from blueprint_editor.app.face_cache import FaceCache
from blueprint_editor.drawing.fonts import FontFileError, FontLibrary, check_font_file

_log = logging.getLogger(__name__)


def open_fonts(files: Iterable[str]) -> FontLibrary:
    """Return the fonts to set texts with, the program's own and the given files.

    A file that is no usable font is told and left out.
    """
    usable: list[Path] = []
    for name in files:
        path = Path(name)
        try:
            check_font_file(path)
        except (FontFileError, OSError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            _log.warning("the font file %s of the settings is not used: %s", path, why)
        else:
            usable.append(path)
    return FontLibrary(usable, FaceCache())
