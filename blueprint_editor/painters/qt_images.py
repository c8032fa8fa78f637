"""The former place of :mod:`blueprint_editor.painters.qt.images`."""

from blueprint_editor.painters.qt.images import QtImages

__all__ = ["QtImages"]
