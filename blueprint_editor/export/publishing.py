"""The publishing copy: a document without its working papers, and a report of what was left out.

Pure: the document that it is made from stays as it is.
"""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.parts import map_records, replace_parts, replace_translations
from blueprint_editor.commands.removal import find_lost, release
from blueprint_editor.export.kinds import ExportError
from blueprint_editor.export.parts import PARTS, Part
from blueprint_editor.model.document import Document, DocumentContent, Snapshot
from blueprint_editor.model.filtering import feel_on_path, find_unmatched
from blueprint_editor.model.records import Actor, Base, Project
from blueprint_editor.model.references import iter_pictures, iter_record_lists
from blueprint_editor.model.votes import list_voted

_REMARKED = ("actors", "lanes", "phases", "steps", "cards")
_PERSONAL_LINKS = ("mailto:", "tel:")


class PublishingChoice(NamedTuple):
    """What a person decided.

    Attributes:
        keep: parts to let out all the same.
        without: ids of records to leave out besides, with what hangs on them.
    """

    keep: frozenset[Part] = frozenset()
    without: frozenset[str] = frozenset()


class LeftOut(NamedTuple):
    """How many records or texts of a part were left out; ``records`` are those named one by one."""

    part: Part | Literal["records"]
    number: int


class PublishingCopy(NamedTuple):
    document: Document
    left_out: tuple[LeftOut, ...]


def count_parts(document: Document) -> dict[Part, int]:
    """Return how much a document holds of each part that there is something of."""
    counts = {part: _LEAVERS[part](document)[1] for part in PARTS}
    return {part: count for part, count in counts.items() if count}


def make_publishing_copy(
    document: Document, choice: PublishingChoice | None = None, *, is_earlier: bool = False
) -> PublishingCopy:
    """Return the document as it may go out.

    Named versions that are kept are cleaned likewise.

    Args:
        document: the whole one.
        choice: what was decided; None = nothing.
        is_earlier: an earlier state, which need not hold all records that are to be left out.

    Raises:
        ExportError: a record to leave out is not there, or is the document itself.
    """
    chosen = choice or PublishingChoice()
    left_out: list[LeftOut] = []
    for part in PARTS:
        if part not in chosen.keep:
            after, count = _LEAVERS[part](document)
            if count:
                left_out.append(LeftOut(part, count))
            document = after
    without = chosen.without & _list_ids(document) if is_earlier else chosen.without
    if without:
        try:
            lost = find_lost(document, without)
        except CommandRefusedError as error:
            wrong = ", ".join(f'"{record[:64]}"' for record in error.records)
            raise ExportError(f"no record to leave out: {wrong}") from error
        document = release(document, lost)
        left_out.append(LeftOut("records", len(lost.ids)))
    if document.snapshots:
        also: frozenset[Part] = frozenset({"unused_images"})
        within = PublishingChoice(chosen.keep | also, chosen.without)
        document = replace_parts(
            document, snapshots=tuple(_clean(snapshot, within) for snapshot in document.snapshots)
        )
    return PublishingCopy(document, tuple(left_out))


def drop_gone(document: Document, choice: PublishingChoice) -> PublishingChoice:
    """Return a choice without the records that the copy does not hold anyway."""
    if not choice.without:
        return choice
    copy = make_publishing_copy(document, PublishingChoice(choice.keep)).document
    return choice._replace(without=choice.without & _list_ids(copy))


def _clean(snapshot: Snapshot, choice: PublishingChoice) -> Snapshot:
    fields = DocumentContent.model_fields
    held = {name: getattr(snapshot.document, name) for name in fields}
    cleaned = make_publishing_copy(Document(**held), choice, is_earlier=True).document
    content = DocumentContent(**{name: getattr(cleaned, name) for name in fields})
    return snapshot.changed(document=content)


def _list_ids(document: Document) -> set[str]:
    lists = iter_record_lists(document)
    return {record.id for _noun, _pointer, records in lists for record in records}


def _leave_records(*collections: str) -> Callable[[Document], tuple[Document, int]]:
    def leave(document: Document) -> tuple[Document, int]:
        ids = [record.id for name in collections for record in getattr(document, name)]
        return _drop(document, ids), len(ids)

    return leave


def _drop(document: Document, ids: list[str]) -> Document:
    return release(document, find_lost(document, ids)) if ids else document


def _leave_comments_without_consent(document: Document) -> tuple[Document, int]:
    ids = [comment.id for comment in document.comments if not comment.consent]
    return _drop(document, ids), len(ids)


def _leave_hidden_lanes(document: Document) -> tuple[Document, int]:
    ids = frozenset(lane.id for lane in document.lanes if lane.hidden)
    return _drop_shown(document, ids), len(ids)


def _leave_filtered(document: Document) -> tuple[Document, int]:
    """Leave out what the poster's filter hides, so that nobody finds it behind the poster."""
    wanted = document.poster.filter
    if wanted is None or not wanted.hide:
        return document, 0
    ids = find_unmatched(document, wanted)
    if len(wanted.variants) == 1:
        path = wanted.variants[0]
        document = map_records(document, "cards", lambda card: feel_on_path(card, path))
    return _drop_shown(document, ids), len(ids)


def _drop_shown(document: Document, ids: frozenset[str]) -> Document:
    """Drop what a poster shows; nodes of the causal map would keep the texts of its cards."""
    if not ids:
        return document
    lost = find_lost(document, ids).ids
    nodes = document.causal_map.nodes if document.causal_map is not None else ()
    return _drop(
        document, [*ids, *(node.id for node in nodes if node.card in lost or node.mark in lost)]
    )


def _leave_snapshots(document: Document) -> tuple[Document, int]:
    return replace_parts(document, snapshots=()), len(document.snapshots)


def _leave_ratings(document: Document) -> tuple[Document, int]:
    after = replace_parts(document, ratings=())
    return _drop_texts(after, lambda _record, path: path.startswith("ratings.")), len(
        document.ratings
    )


def _leave_votes(document: Document) -> tuple[Document, int]:
    voted = list_voted(document)
    return SetField(voted, "votes", 0).apply(document) if voted else document, len(voted)


def _leave_causal_map(document: Document) -> tuple[Document, int]:
    if document.causal_map is None:
        return document, 0
    nodes, arrows = document.causal_map.nodes, document.causal_map.arrows
    after = _drop(document, [*(node.id for node in nodes), *(arrow.id for arrow in arrows)])
    return replace_parts(after, causal_map=None), 1


def _leave_background(document: Document) -> tuple[Document, int]:
    if document.poster.background is None:
        return document, 0
    return replace_parts(document, poster=document.poster.changed(background=None)), 1


def _leave_file_names(document: Document) -> tuple[Document, int]:
    base: Base | None = document.base
    named = [asset for asset in document.assets if asset.file_name]
    count = len(named) + bool(base and base.file_name)
    if base is not None and base.file_name:
        base = base.changed(file_name="")
    return map_records(
        replace_parts(document, base=base),
        "assets",
        lambda asset: asset.changed(file_name="") if asset.file_name else asset,
    ), count


def _leave_unused_images(document: Document) -> tuple[Document, int]:
    contents = (document, *(snapshot.document for snapshot in document.snapshots))
    used = {asset for content in contents for _, asset in iter_pictures(content)}
    kept = tuple(asset for asset in document.assets if asset.id in used)
    return replace_parts(document, assets=kept), len(document.assets) - len(kept)


def _leave_remarks(document: Document) -> tuple[Document, int]:
    count = sum(bool(r.note) for name in _REMARKED for r in getattr(document, name))
    for name in _REMARKED if count else ():
        document = map_records(
            document, name, lambda record: record.changed(note="") if record.note else record
        )
    remarked = {record.id for name in _REMARKED for record in getattr(document, name)}
    return _drop_texts(document, lambda i, path: path == "note" and i in remarked), count


def _leave_contacts(document: Document) -> tuple[Document, int]:
    """Leave out contacts of actors and project, and links that write or call."""
    before = document
    document = map_records(document, "actors", _without_contact)
    project = document.project
    if project is not None:
        kept = tuple(link for link in project.links if not _is_personal(link.url))
        if project.contact or len(kept) < len(project.links):
            project = project.changed(contact="", links=kept)
            document = replace_parts(document, project=project)
    count = sum(bool(a.contact) + _is_personal(a.link) for a in before.actors)
    if before.project is not None:
        count += bool(before.project.contact)
        count += sum(_is_personal(link.url) for link in before.project.links)
    actors = {actor.id for actor in document.actors}
    gone = {link.id for link in (before.project or Project()).links}
    gone -= {link.id for link in (document.project or Project()).links}

    def is_contact(record: str, path: str) -> bool:
        return (
            path == "project.contact" or record in gone or (path == "contact" and record in actors)
        )

    return _drop_texts(document, is_contact), count


def _without_contact(actor: Actor) -> Actor:
    if not actor.contact and not _is_personal(actor.link):
        return actor
    return actor.changed(contact="", link=None if _is_personal(actor.link) else actor.link)


def _is_personal(url: str | None) -> bool:
    return bool(url) and str(url).lower().startswith(_PERSONAL_LINKS)


def _drop_texts(document: Document, is_dropped: Callable[[str, str], bool]) -> Document:
    """Drop translations by record id and field path."""
    kept = {
        language: {
            record: {path: text for path, text in texts.items() if not is_dropped(record, path)}
            for record, texts in table.items()
        }
        for language, table in document.translations.items()
    }
    return replace_translations(
        document,
        {
            language: {record: texts for record, texts in table.items() if texts}
            for language, table in kept.items()
        },
    )


_LEAVERS: Mapping[Part, Callable[[Document], tuple[Document, int]]] = {
    "comments": _leave_records("comments"),
    "comments_without_consent": _leave_comments_without_consent,
    "notes": _leave_records("notes"),
    "remarks": _leave_remarks,
    "snapshots": _leave_snapshots,
    "contacts": _leave_contacts,
    "workshops": _leave_records("workshops"),
    "ratings": _leave_ratings,
    "votes": _leave_votes,
    "causal_map": _leave_causal_map,
    "hidden_lanes": _leave_hidden_lanes,
    "filtered_out": _leave_filtered,
    "background": _leave_background,
    "file_names": _leave_file_names,
    "unused_images": _leave_unused_images,
}
"""In the order of :data:`PARTS`; images are judged last, when all that showed them is gone."""
