"""Where the nodes of a causal map stand, how its arrows run, and what it looks like; in mm."""

from blueprint_editor.layout.causal.plan import (
    LONGEST_LINE,
    MapPlan,
    MapWish,
    PlannedArrow,
    PlannedLoop,
    PlannedNode,
    plan_map,
)

__all__ = [
    "LONGEST_LINE",
    "MapPlan",
    "MapWish",
    "PlannedArrow",
    "PlannedLoop",
    "PlannedNode",
    "plan_map",
]
