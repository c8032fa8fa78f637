"""What menus, keys and panels do to the filter of a window, and how much it lets through."""

from blueprint_editor.commands.fields import SetField
from blueprint_editor.model.filtering import has_criteria
from blueprint_editor.model.records import PosterFilter
from blueprint_editor.session.document_session import DocumentSession


def find_filter(session: DocumentSession) -> PosterFilter | None:
    """Return the filter that is on; None where everything is shown."""
    return session.view.find_filter(session.document)


def find_poster_filter(session: DocumentSession) -> PosterFilter | None:
    """Return the filter that is kept with the poster, if it asks for anything."""
    kept = session.document.poster.filter
    return kept if kept is not None and has_criteria(kept) else None


def is_as_on_poster(session: DocumentSession) -> bool:
    """Tell whether the window shows what exports show."""
    return find_filter(session) == find_poster_filter(session) and not session.view.has_kept


def count_cards(session: DocumentSession) -> tuple[int, int]:
    """Return how many cards a filter lets through or highlights, and how many there are."""
    seen = session.poster.facts.visible_cards - session.poster.faded
    return len(seen), len(session.facts.visible_cards)


def choose_filter(session: DocumentSession, wanted: PosterFilter) -> None:
    """Show what a filter lets through, in this window; without criteria everything."""
    is_plain = not has_criteria(wanted) and find_poster_filter(session) is None
    # What the person chose how to show is remembered with an empty filter, too.
    session.view.choose(None if is_plain and not wanted.hide else wanted)


def show_everything(session: DocumentSession) -> None:
    """Show everything in this window; a filter that is kept with the poster stays there."""
    choose_filter(session, PosterFilter())


def follow_poster(session: DocumentSession) -> None:
    """Show what exports show."""
    session.view.choose(None)


def toggle_hiding(session: DocumentSession) -> None:
    """Hide what the filter does not let through, or only let it stand back."""
    wanted = find_filter(session) or PosterFilter()
    choose_filter(session, wanted.changed(hide=not wanted.hide))


def keep_with_poster(session: DocumentSession) -> None:
    """Keep the filter that is on with the poster, for every export; or none, if none is on."""
    wanted = find_filter(session)
    session.end_step()
    if session.execute(SetField((session.document.id,), "poster.filter", wanted)):
        # Judged anew, so that the window shows what exports show.
        session.view.choose(wanted)
    session.end_step()


def drop_from_poster(session: DocumentSession) -> None:
    """Keep no filter with the poster any longer; what this window shows stays."""
    session.end_step()
    session.execute(SetField((session.document.id,), "poster.filter", None))
    session.end_step()


def find_path(session: DocumentSession) -> str | None:
    """Return the path that alone is shown; None where more is."""
    wanted = find_filter(session)
    if wanted is None or len(wanted.variants) != 1:
        return None
    return wanted.variants[0] if wanted == _one_path(wanted.variants[0]) else None


def show_path(session: DocumentSession, variant: str | None) -> None:
    """Show one path alone; None for all."""
    choose_filter(session, PosterFilter() if variant is None else _one_path(variant))


def show_next_path(session: DocumentSession) -> None:
    """Show the next of the paths alone; after the last all of them."""
    ring = [None, *(variant.id for variant in session.document.variants)]
    place = ring.index(find_path(session)) + 1
    show_path(session, ring[place % len(ring)])


def _one_path(variant: str) -> PosterFilter:
    return PosterFilter(variants=(variant,), hide=True)
