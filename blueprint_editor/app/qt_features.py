"""PySide6's switchable features, forgone before the modules of the editor are imported."""

import sys
from typing import Any


def forgo_features() -> None:
    """Keep PySide6 from reading the source of each module that is imported after it.

    It looks for modules that might switch its features (snake_case names and the like), which none
    of ours does, and keeps all that it read: 50 ms at start and 12 MB. So does PySide6 up to 6.11;
    a test tells when it no longer does.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415  brings the module below

    features: Any = sys.modules.get("shibokensupport.feature")
    if features is not None:
        features._mod_uses_pyside = lambda _module: False  # noqa: SLF001  no other way leads there
