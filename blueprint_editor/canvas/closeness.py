"""Brings what is selected so near that it can be read."""

from typing import Final

from blueprint_editor.canvas.canvas import PosterCanvas

_READABLE_ZOOM: Final = 0.5
"""At least so large is what one goes to."""


def show_closely(canvas: PosterCanvas) -> bool:
    """Bring what is selected into view, large enough to be read; tell whether the poster has it."""
    area = canvas.overlay.selection.path.boundingRect()
    if area.isEmpty():
        return False

    def come_near() -> None:
        if canvas.zoom < _READABLE_ZOOM:
            canvas.look_at(area.center(), _READABLE_ZOOM)
        else:
            canvas.reveal(area)

    # A glide that is still on its way would else go on to where it was to end.
    canvas.glide.to(come_near)
    return True
