"""Merge two paths into a general one, card by card, and split what was merged again."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, NamedTuple, get_args

from blueprint_editor.commands.card_texts import join_two, replace_by_joined, unite_paths
from blueprint_editor.commands.command import CommandRefusedError
from blueprint_editor.commands.parts import replace_parts, replace_records, replace_translations
from blueprint_editor.commands.paths import change_record
from blueprint_editor.commands.redirect import join_translations
from blueprint_editor.commands.removal import find_lost, release
from blueprint_editor.commands.renaming import rename_value
from blueprint_editor.commands.versions import KeepVersion
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.alignment import AlignedRow
from blueprint_editor.model.document import Document, DocumentContent
from blueprint_editor.model.filtering import feel_on_path
from blueprint_editor.model.records import Card, VariantEmotion
from blueprint_editor.model.references import World

MergeChoice = Literal["common", "apart", "out"]
MERGE_CHOICES: tuple[MergeChoice, ...] = get_args(MergeChoice)

_TEXTS = {
    "plain_text": "\n",
    "note": "\n",
    "legal_basis": "\n",
    "method": "\n",
    "amount": "\n",
    "due": "\n",
    "area": "\n",
}


class MergeDecision(NamedTuple):
    """What becomes of the cards of one row.

    Attributes:
        cards: one or two ids; the first gives place and all else that only one can give.
        choice: ``common``: one card of both paths; ``apart``: they stay as they are; ``out``: they
            are left out.
        text: of the common card; empty for the text of the first.
    """

    cards: tuple[str, ...]
    choice: MergeChoice
    text: str = ""


def propose_decision(row: AlignedRow) -> MergeDecision:
    """Return what is proposed for a row: what tells the same becomes common."""
    return MergeDecision(row.cards, "common" if row.likeness == "common" else "apart")


@dataclass(frozen=True)
class MergePaths:
    """Make one path of two, as decided, and keep a named version of both before.

    Marks, comments and connectors follow the cards that become one. Its origin names the other.

    Attributes:
        first, second: ids of the variants.
        version: how the document before is kept; splitting looks there.
    """

    first: str
    second: str
    decisions: tuple[MergeDecision, ...]
    version: KeepVersion
    name: str = msgid("merge of two paths")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises CommandRefusedError, ``unknown_record``, for a card or variant that is gone."""
        known = {card.id for card in document.cards}
        paths = {variant.id for variant in document.variants}
        wanted = [card for decision in self.decisions for card in decision.cards]
        missing = [path for path in (self.first, self.second) if path not in paths]
        missing += [card for card in wanted if card not in known]
        if missing or len(set(wanted)) < len(wanted):
            raise CommandRefusedError("unknown_record", *missing)
        after = _join(document, self.decisions, (self.first, self.second))
        lost = [card for one in self.decisions if one.choice == "out" for card in one.cards]
        if lost:
            after = release(after, find_lost(after, lost))
        return after if after is document else _keep(document, after, self.version)


def _keep(before: Document, after: Document, version: KeepVersion) -> Document:
    """Return ``after`` with a named version of ``before``, and the images that this one shows."""
    return replace_parts(after, snapshots=version.apply(before).snapshots, assets=before.assets)


def _join(
    document: Document, decisions: Iterable[MergeDecision], paths: tuple[str, str]
) -> Document:
    cards = {card.id: card for card in document.cards}
    joined: dict[str, tuple[Card, tuple[str, ...]]] = {}
    for decision in decisions:
        if decision.choice != "common":
            continue
        mine, *others = (cards[card] for card in decision.cards)
        card = _widen(document, mine, paths)
        for other in others:
            document = join_translations(document, card, other, _TEXTS)
            card = _feel(join_two(card, _widen(document, other, paths), _TEXTS), mine, other, paths)
        text = decision.text or mine.text
        document = _choose_translations(document, mine, others, text)
        joined[mine.id] = change_record(card, text=text), tuple(card.id for card in others)
    if all(new == cards[card] and not others for card, (new, others) in joined.items()):
        return document
    changed = {i: one for i, one in joined.items() if one[1] or one[0] != cards[i]}
    return replace_by_joined(document, changed)


def _widen(document: Document, card: Card, paths: tuple[str, str]) -> Card:
    variants = unite_paths(document, card.variants, paths)
    return card if variants == card.variants else card.changed(variants=variants)


def _feel(joined: Card, mine: Card, other: Card, paths: tuple[str, str]) -> Card:
    """Return the joined card with a feeling for each path where the two differ."""
    felt = [feel_on_path(one, path).emotion for one, path in zip((mine, other), paths, strict=True)]
    if None in felt or felt[0] == felt[1]:
        return joined
    pairs = zip(paths, felt, strict=True)
    kept = [one for one in joined.emotions if one.variant not in paths]
    new = [VariantEmotion(variant=path, value=value) for path, value in pairs if value is not None]
    return joined.changed(emotions=(*new, *kept))


def _choose_translations(
    document: Document, mine: Card, others: Sequence[Card], text: str
) -> Document:
    """Let the first card be translated as the one whose text was chosen; own words as none."""
    if text == mine.text:
        return document
    tables = dict(document.translations)
    source = next((other.id for other in others if other.text == text), "")
    for language, table in document.translations.items():
        kept = {path: words for path, words in table.get(mine.id, {}).items() if path != "text"}
        if "text" in (theirs := table.get(source, {})):
            kept["text"] = theirs["text"]
        rest = {i: texts for i, texts in table.items() if i != mine.id}
        tables[language] = rest | ({mine.id: kept} if kept else {})
    return replace_translations(document, tables)


def list_merged(document: Document) -> tuple[str, ...]:
    """Return the cards that can be split again: a named version keeps what they were made of."""
    there = {card.id for card in document.cards}
    merged = [c for c in document.cards if c.origin and not there.issuperset(c.origin)]
    if not merged:
        return ()
    kept = [{card.id for card in one.document.cards} for one in document.snapshots]
    return tuple(
        card.id
        for card in merged
        if any(card.id in ids and not ids.isdisjoint({*card.origin} - there) for ids in kept)
    )


def _find_kept(document: Document, card: Card, gone: Collection[str]) -> DocumentContent | None:
    """Return the newest named version that keeps a card beside some that are gone.

    What was merged in two rounds is split in two; an origin may also lie in another document.
    """
    for snapshot in reversed(document.snapshots):
        ids = {one.id for one in snapshot.document.cards}
        if card.id in ids and not ids.isdisjoint(gone):
            return snapshot.document
    return None


def find_kept_card(document: Document, card: str) -> Card | None:
    """Return a card as the newest named version that has it keeps it."""
    for snapshot in reversed(document.snapshots):
        found = next((one for one in snapshot.document.cards if one.id == card), None)
        if found is not None:
            return found
    return None


@dataclass(frozen=True)
class SplitMerged:
    """Bring back the cards that merged cards were made of, with their connectors and marks.

    They stand where the merged card stands now, and say what they said before.
    """

    cards: tuple[str, ...]
    name: str = msgid("split of merged cards")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Refused: ``not_merged``, for a card that no named version keeps the origin of."""
        by_id = {card.id: card for card in document.cards}
        for card in self.cards:
            if card not in by_id:
                raise CommandRefusedError("unknown_record", card)
        holders = {old: card.id for card in document.cards for old in card.origin}
        for merged in map(by_id.__getitem__, self.cards):
            gone = [i for i in merged.origin if i not in by_id]
            kept = _find_kept(document, merged, gone)
            if kept is None:
                raise CommandRefusedError("not_merged", merged.id)
            there = {card.id for card in kept.cards}
            parts = [i for i in gone if i in there]
            document = _split(document, merged, kept, parts, holders)
        return document


def _split(
    document: Document,
    merged: Card,
    kept: DocumentContent,
    parts: Sequence[str],
    holders: Mapping[str, str],
) -> Document:
    before = {card.id: card for card in kept.cards if card.id in {merged.id, *parts}}
    place = {"lane": merged.lane, "step": merged.step}
    index = next(i for i, card in enumerate(document.cards) if card.id == merged.id)
    world = World(document, document.assets)
    restored = [
        _fit(before[i].changed(**place), world, _list_card_fields()) for i in (merged.id, *parts)
    ]
    rest = document.cards
    cards = (*rest[:index], *restored, *rest[index + 1 :])
    document = replace_parts(document, cards=cards)
    document = _give_back_marks(document, merged.id, kept, frozenset(parts))
    document = _bring_connectors(document, kept, frozenset(parts), holders)
    return _bring_translations(document, kept, (merged.id, *parts))


def _list_card_fields() -> Mapping[str, str]:
    return {"actors": "actor", "variants": "variant", "sources": "source", "tags": "tag"}


def _fit(record: Any, world: World, fields: Mapping[str, str]) -> Any:
    """Return a record of a version without what has been deleted since."""
    values: dict[str, Any] = {}
    for field, noun in fields.items():
        known = world.ids_of(noun)
        values[field] = tuple(one for one in getattr(record, field) if one in known)
    if isinstance(record, Card):
        paths = world.ids_of("variant")
        values["emotions"] = tuple(one for one in record.emotions if one.variant in paths)
        # A link's id may have been taken by now.
        values["links"] = tuple(one for one in record.links if one.id not in world.known)
        if record.image is not None and record.image.asset not in world.assets:
            values["image"] = None
    return change_record(record, **values)


def _give_back_marks(
    document: Document, merged: str, kept: DocumentContent, parts: frozenset[str]
) -> Document:
    """Let marks and comments that came with a part hang on it again."""
    for collection in ("marks", "comments"):
        own = {r.id: r.target for r in getattr(kept, collection) if r.target in parts}
        found = {
            index: record.changed(target=own[record.id])
            for index, record in enumerate(getattr(document, collection))
            if record.target == merged and record.id in own
        }
        document = replace_records(document, collection, found) if found else document
    return document


def _bring_connectors(
    document: Document, kept: DocumentContent, parts: frozenset[str], holders: Mapping[str, str]
) -> Document:
    """Lead connectors from and to the parts again: those that stayed, and those that had gone."""
    there = {card.id for card in document.cards}
    now = {c.id: index for index, c in enumerate(document.connectors)}
    ways = {_way(c) for c in document.connectors}
    ends = {i: holders[i] for i in holders.keys() - there}
    changed: dict[int, Any] = {}
    new = []
    for old in kept.connectors:
        if parts.isdisjoint((old.source, old.target)):
            continue
        source, target = rename_value(old.source, ends), rename_value(old.target, ends)
        if source == target or not {source, target} <= there:
            continue
        moved = old.changed(source=source, target=target)
        if _way(moved) in ways:
            continue
        ways.add(_way(moved))
        if old.id in now:
            stays = document.connectors[now[old.id]]
            changed[now[old.id]] = stays.changed(source=source, target=target)
        else:
            new.append(moved)
    document = replace_records(document, "connectors", changed) if changed else document
    if not new:
        return document
    fitting = tuple(_iter_fitting(document, new))
    return replace_parts(document, connectors=(*document.connectors, *fitting))


_way = attrgetter("source", "target", "kind")


def _iter_fitting(document: Document, connectors: Iterable[Any]) -> Iterator[Any]:
    world = World(document, document.assets)
    actors = world.ids_of("actor")
    for connector in connectors:
        if connector.id in world.known:
            continue
        handover = connector.handover
        if handover is not None:
            handover = handover.changed(
                giver=handover.giver if handover.giver in actors else None,
                receiver=handover.receiver if handover.receiver in actors else None,
            )
        yield change_record(_fit(connector, world, {"variants": "variant"}), handover=handover)


def _bring_translations(
    document: Document, kept: DocumentContent, cards: Sequence[str]
) -> Document:
    """Let cards be translated as they were; what the merged one had of another goes with that."""
    tables = {}
    for language, table in document.translations.items():
        before = kept.translations.get(language, {})
        own = {card: before[card] for card in cards if card in before}
        tables[language] = {i: texts for i, texts in table.items() if i not in cards} | own
    return replace_translations(document, tables)
