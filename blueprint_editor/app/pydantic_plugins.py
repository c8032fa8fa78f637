"""Pydantic's plugins, forgone before the first record is declared."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_LOADER = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """Stands for the module that finds plugins; all else that is asked of it comes from there."""

    get_plugins = tuple

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(_LOADER) is self:
            del sys.modules[_LOADER]
        return getattr(import_module(_LOADER), name)


def forgo_plugins() -> None:
    """Keep pydantic from looking through all installed packages for plugins.

    That takes 19 ms at each start, and nothing that others have installed need run with a document.
    Its own switch (``PYDANTIC_DISABLE_PLUGINS``) spares the search, but not what is loaded for it.
    """
    sys.modules.setdefault(_LOADER, _NoPlugins(_LOADER))
