"""The project's logos at their sizes: the EU emblem first and no smaller than any other."""

from blueprint_editor.layout.picture import Pictures, PlacedPicture, fit_picture
from blueprint_editor.model.records import Project


def list_logos(
    project: Project | None, pictures: Pictures, height: float, width: float
) -> list[tuple[PlacedPicture, str]]:
    """Return (logo, alternative text) of each logo, at most ``height`` and ``width`` mm large."""
    if project is None:
        return []
    found = [
        (logo, picture)
        for logo in project.logos
        if (picture := fit_picture(pictures, logo.asset, width, height)) is not None
    ]
    found.sort(key=lambda pair: pair[0].kind != "eu")
    largest = max((p.height for logo, p in found if logo.kind != "eu"), default=0.0)
    result = []
    for logo, picture in found:
        if logo.kind == "eu" and picture.height < largest:
            grown = fit_picture(pictures, logo.asset, 10 * width, largest)
            result.append((grown or picture, logo.alt))
        else:
            result.append((picture, logo.alt))
    return result
