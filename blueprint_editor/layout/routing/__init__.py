"""Placement of the poster's grid and routing of its connectors; knows no document and no Qt."""

from blueprint_editor.layout.routing.grid import (
    Course,
    GridCard,
    GridPlacement,
    GridShape,
    GridSize,
    RoutedWire,
    Wire,
)
from blueprint_editor.layout.routing.router import Router, place_and_route

__all__ = [
    "Course",
    "GridCard",
    "GridPlacement",
    "GridShape",
    "GridSize",
    "RoutedWire",
    "Router",
    "Wire",
    "place_and_route",
]
