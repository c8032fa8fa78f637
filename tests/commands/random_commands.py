"""Random commands of every kind on any document; some of them the rules refuse."""

from collections.abc import Callable
from random import Random
from typing import Any

from blueprint_editor.commands.card_texts import ChangeVotes, JoinCards, SplitCard
from blueprint_editor.commands.causal import (
    AddCausalArrow,
    AddCausalNode,
    AddSubjects,
    LayOutAnew,
    MoveCausalNodes,
    NodePlace,
    PasteFactors,
    ReverseCausalArrows,
)
from blueprint_editor.commands.command import Command
from blueprint_editor.commands.comments import NewComment, TakeComments
from blueprint_editor.commands.connectors import ReverseConnectors
from blueprint_editor.commands.copies import DuplicateCards
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.fit import FitPoster
from blueprint_editor.commands.fragment import copy_fragment, dump_fragment, read_fragment
from blueprint_editor.commands.merging import (
    MERGE_CHOICES,
    MergeDecision,
    MergePaths,
    SplitMerged,
    list_merged,
)
from blueprint_editor.commands.notes import (
    AddNotes,
    MergeNotes,
    PlaceNotes,
    TakeCardsBack,
    TakeNotes,
    find_equal_notes,
)
from blueprint_editor.commands.pasting import PasteFragment, PasteLines, PasteTable
from blueprint_editor.commands.path_import import ImportPath
from blueprint_editor.commands.phases import AddPhase, MergePhases, SplitPhase
from blueprint_editor.commands.registers import NEW_NAMES, AddRecord, MoveRecord
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.search import ReplaceTexts, Wanted, find_occurrences
from blueprint_editor.commands.selection import Cursor
from blueprint_editor.commands.several import Several
from blueprint_editor.commands.sheet_questions import EditSheetQuestions
from blueprint_editor.commands.steps import MergeSteps, MoveSteps, SplitStep
from blueprint_editor.commands.table_taking import TakeTable
from blueprint_editor.commands.themes import SortByTheme
from blueprint_editor.commands.translations import (
    AddLanguage,
    RemoveLanguage,
    SetTranslation,
    list_translations,
)
from blueprint_editor.commands.versions import KeepVersion, RestoreVersion
from blueprint_editor.model import kinds
from blueprint_editor.model.alignment import align_paths
from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.document import Document
from blueprint_editor.model.record import Record
from blueprint_editor.model.records import (
    CausalArrow,
    CausalMap,
    CausalNode,
    Duration,
    Fit,
    Handover,
    Phase,
    Rating,
    Step,
    Value,
)
from blueprint_editor.model.table_rows import TableKind, TableRow, TableRows, iter_rows
from blueprint_editor.model.texts import iter_texts
from tests.model.strategies import make_document

MakeCommand = Callable[[Random, Document], Command]


class NothingToDoError(Exception):
    """The document has nothing that such a command could be about."""


def choose(dice: Random, values: Any) -> Any:
    found = list(values)
    if not found:
        raise NothingToDoError
    return dice.choice(found)


def some(dice: Random, values: Any) -> tuple[Any, ...]:
    found = list(values)
    if not found:
        raise NothingToDoError
    return tuple(dice.sample(found, dice.randint(1, min(3, len(found)))))


def ids_of(document: Document, *collections: str) -> list[str]:
    return [record.id for name in collections for record in getattr(document, name)]


def _new_id(dice: Random) -> str:
    return f"new-{dice.randrange(10**9)}"


def _set_field(dice: Random, document: Document) -> Command:
    """Give records of one collection what another record of that type has in the same field."""
    other = make_document(dice.randrange(2**32), 0.8, 4)
    name = choose(dice, (c for c in COLLECTIONS if getattr(document, c)))
    models: list[Any] = [*getattr(other, name), *getattr(document, name)]
    model = choose(dice, models)
    path = choose(dice, type(model).model_fields)
    value = getattr(model, path)
    if isinstance(value, Record) and dice.random() < 0.5:
        part = choose(dice, type(value).model_fields)
        path, value = f"{path}.{part}", getattr(value, part)
    return SetField(some(dice, ids_of(document, name)), path, value)


def _set_reference(dice: Random, document: Document) -> Command:
    everything = [*ids_of(document, *COLLECTIONS), document.id]
    record, path = choose(
        dice,
        [
            ("lanes", "of"), ("lanes", "role"), ("lanes", "hidden"), ("cards", "lane"),
            ("cards", "step"), ("steps", "phase"), ("marks", "solves"), ("marks", "kind"),
            ("marks", "target"), ("connectors", "source"), ("connectors", "kind"),
            ("responsibilities", "first_step"), ("actors", "members"), ("cards", "origin"),
        ],
    )  # fmt: skip
    values: dict[str, Any] = {
        "role": choose(dice, kinds.ROLES),
        "hidden": dice.random() < 0.5,
        "kind": choose(dice, kinds.MARK_KINDS if record == "marks" else kinds.CONNECTOR_KINDS),
        "members": some(dice, ids_of(document, "actors")) if document.actors else (),
        "origin": some(dice, everything),
    }
    value = values.get(path, choose(dice, everything))
    return SetField(some(dice, ids_of(document, record)), path, value)


def _set_own_field(dice: Random, document: Document) -> Command:
    other = make_document(dice.randrange(2**32), 0.8, 2)
    path = choose(
        dice, [f for f in type(document).model_fields if f not in {"snapshots", "assets"}]
    )
    return SetField((document.id,), path, getattr(other, path))


def _set_part(dice: Random, document: Document) -> Command:
    collection, part, part_type = choose(
        dice,
        [
            ("cards", "duration", Duration),
            ("cards", "rating", Rating),
            ("personas", "value", Value),
            ("connectors", "handover", Handover),
        ],
    )
    field = choose(dice, part_type.model_fields)
    value = choose(dice, (None, "", "Sana", 2.0, 3, "hours", *ids_of(document, "actors")))
    return SetField(some(dice, ids_of(document, collection)), f"{part}.{field}", value)


def _fit_poster(dice: Random, document: Document) -> Command:
    splits = some(dice, ids_of(document, "phases", "steps")) if document.phases else ()
    rows = some(dice, ids_of(document, "phases")) if document.phases else ()
    steps = some(dice, ids_of(document, "steps")) if document.steps else ()
    fit = Fit(
        column_width=40.5, type_scale=0.7, paper="A1", splits=splits, rows=rows, row_steps=steps
    )
    return FitPoster(choose(dice, (None, fit)), choose(dice, (None, "A1", "roll:914")))


def _set_text(dice: Random, document: Document) -> Command:
    record = choose(dice, [document, *(r for c in COLLECTIONS for r in getattr(document, c))])
    path = choose(dice, [path for path, _ in iter_texts(record)])
    return SetField((record.id,), path, choose(dice, ("", "Uusi teksti\nkahdella rivillä", "\x07")))


def _add_record(dice: Random, document: Document) -> Command:
    other = make_document(dice.randrange(2**32), 0.9, 4)
    collection = choose(dice, (c for c in NEW_NAMES if getattr(other, c)))
    record = choose(dice, getattr(other, collection))
    fitting = {"phase": "phases", "lane": "lanes", "step": "steps", "source": "cards",
               "target": "cards", "actor": "actors", "first_step": "steps",
               "last_step": "steps"}  # fmt: skip
    for field, named in fitting.items():
        if field in type(record).model_fields and getattr(document, named):
            record = record.changed(**{field: choose(dice, ids_of(document, named))})
    if dice.random() < 0.8:
        record = record.changed(id=_new_id(dice))
    return AddRecord(collection, record, choose(dice, (None, 0, 1, 5)))


def _move_record(dice: Random, document: Document) -> Command:
    collection = choose(dice, (c for c in COLLECTIONS if getattr(document, c)))
    return MoveRecord(collection, choose(dice, ids_of(document, collection)), dice.randint(-1, 5))


def _move_steps(dice: Random, document: Document) -> Command:
    steps = some(dice, ids_of(document, "steps"))
    return MoveSteps(steps, choose(dice, ids_of(document, "phases")), choose(dice, (None, 0, 2)))


def _delete(dice: Random, document: Document) -> Command:
    inner = [link.id for card in document.cards for link in card.links]
    inner += [barrier.id for persona in document.personas for barrier in persona.barriers]
    if document.causal_map is not None:
        inner += [node.id for node in document.causal_map.nodes]
    found = ids_of(document, *(name for name in COLLECTIONS if name != "assets"))
    return DeleteRecords(frozenset(some(dice, [*found, *inner])))


def _add_phase(dice: Random, document: Document) -> Command:
    steps = tuple(
        Step(id=_new_id(dice), phase="x", name="Askel") for _ in range(dice.randint(0, 2))
    )
    return AddPhase(Phase(id=_new_id(dice), name="Uusi"), steps, choose(dice, (None, 0, 1)))


def _split_phase(dice: Random, document: Document) -> Command:
    return SplitPhase(choose(dice, ids_of(document, "steps")), Phase(id=_new_id(dice), name="Uusi"))


def _merge_phases(dice: Random, document: Document) -> Command:
    return MergePhases(choose(dice, ids_of(document, "phases")))


def _split_step(dice: Random, document: Document) -> Command:
    step = choose(dice, document.steps)
    cards = [card.id for card in document.cards if card.step == step.id and dice.random() < 0.7]
    return SplitStep(step.id, Step(id=_new_id(dice), phase="x"), tuple(cards))


def _merge_steps(dice: Random, document: Document) -> Command:
    return MergeSteps(choose(dice, ids_of(document, "steps")))


def _keep_version(dice: Random, document: Document) -> Command:
    return KeepVersion(
        _new_id(dice), "Työpaja 1", choose(dice, ("2026-11-22", "2026-11-22T14:30:00"))
    )


def _restore_version(dice: Random, document: Document) -> Command:
    return RestoreVersion(choose(dice, ids_of(document, "snapshots")))


def _merge_paths(dice: Random, document: Document) -> Several:
    """Part some cards between two paths, then merge these."""
    if len(document.variants) < 2:
        raise NothingToDoError
    paths = dice.sample(ids_of(document, "variants"), 2)
    cards = dice.sample(document.cards, len(document.cards))
    parting = [
        SetField(tuple(card.id for card in cards[start::3]), "variants", (path,))
        for start, path in enumerate(paths)
    ]
    parted = Several("parting", tuple(one for one in parting if one.records)).apply(document)
    decisions = tuple(
        MergeDecision(row.cards, dice.choice(MERGE_CHOICES), dice.choice(("", "Yhdessä")))
        for row in align_paths(parted, *paths)
        if row.likeness != "shared"
    )
    version = KeepVersion(_new_id(dice), "Ennen yhdistämistä", "2026-11-22")
    return Several("merge", (*parting, MergePaths(*paths, decisions, version)))


def _split_merged(dice: Random, document: Document) -> Command:
    merge = _merge_paths(dice, document)
    merged = set(list_merged(merge.apply(document))) - set(list_merged(document))
    return Several("split", (*merge.commands, SplitMerged(some(dice, sorted(merged)))))


def _import_path(dice: Random, _document: Document) -> Command:
    other = make_document(dice.randrange(2**32), 0.6, 3)
    return ImportPath(other, dice.choice(("", *ids_of(other, "variants"))), "Oma", "seed")


def _duplicate(dice: Random, document: Document) -> Command:
    return DuplicateCards(some(dice, ids_of(document, "cards")), dice.random() < 0.5, "seed")


def _split_card(dice: Random, document: Document) -> Command:
    return SplitCard(choose(dice, ids_of(document, "cards")), "seed")


def _join_cards(dice: Random, document: Document) -> Command:
    return JoinCards(some(dice, ids_of(document, "cards")))


def _vote(dice: Random, document: Document) -> Command:
    return ChangeVotes(some(dice, ids_of(document, "cards", "marks")), choose(dice, (1, -1, 3)))


def _reverse(dice: Random, document: Document) -> Command:
    return ReverseConnectors(some(dice, ids_of(document, "connectors")))


def _cell(dice: Random, document: Document) -> tuple[str, str]:
    return choose(dice, ids_of(document, "lanes")), choose(dice, ids_of(document, "steps"))


def _add_notes(dice: Random, document: Document) -> Command:
    said = [note.text for note in document.notes]
    texts = (*some(dice, ("Jono", "jono ", "Puhelu", *said)), "Jono")
    workshop = choose(dice, (None, *ids_of(document, "workshops")))
    return AddNotes(texts, choose(dice, ("", "Ryhmä 1")), workshop, "seed")


def _merge_notes(dice: Random, document: Document) -> Command:
    if dice.random() < 0.5:
        return MergeNotes(find_equal_notes(document))
    return MergeNotes((some(dice, ids_of(document, "notes")),))


def _place_notes(dice: Random, document: Document) -> Command:
    notes = some(dice, ids_of(document, "notes"))
    place = choose(dice, (None, 0, 1))
    only = tuple(ids_of(document, "variants"))[: dice.randint(0, 2)]
    return PlaceNotes(notes, *_cell(dice, document), place, "seed", only)


def _take_cards_back(dice: Random, document: Document) -> Command:
    return TakeCardsBack(some(dice, ids_of(document, "cards")), "seed")


def _take_notes(dice: Random, document: Document) -> Command:
    other = choose(dice, (document, make_document(dice.randrange(2**32), 0.8, 4)))
    return TakeNotes(other, dice.random() < 0.5, "seed")


def _take_table(dice: Random, document: Document) -> Command:
    other = choose(dice, (document, make_document(dice.randrange(2**32), 0.8, 4)))
    kind: TableKind = dice.choice(("cards", "actors"))
    rows = [dict(values) for values in iter_rows(other, kind)]
    for row in rows:
        for column in some(dice, row):
            if column not in {"text", "name"}:
                del row[column]
    table = TableRows(kind, tuple(TableRow(n, row) for n, row in enumerate(rows, 2)))
    return TakeTable(table, "seed")


def _sort_by_theme(dice: Random, document: Document) -> Command:
    tags = (None, *ids_of(document, "tags"))
    records = some(dice, ids_of(document, "notes", "cards"))
    kind = dice.choice((None, "need", "idea", "practice"))
    return SortByTheme(records, dice.choice(tags), dice.choice(tags), kind)


def _take_comments(dice: Random, document: Document) -> Command:
    targets = (None, *ids_of(document, "cards"))
    comments = tuple(
        NewComment(f"Kommentti {number}", dice.choice(("", "Maija")), dice.choice(targets))
        for number in range(dice.randrange(1, 4))
    )
    return TakeComments(comments, "2026-11-25", "seed")


def _paste_fragment(dice: Random, document: Document) -> Command:
    other = choose(dice, (document, make_document(dice.randrange(2**32), 0.8, 4)))
    fragment = copy_fragment(other, some(dice, ids_of(other, "cards", "steps", "lanes")))
    if fragment is None:
        raise NothingToDoError
    carried = read_fragment(dump_fragment(fragment))
    assert carried == fragment
    place = Cursor(*_cell(dice, document), dice.randint(0, 2))
    return PasteFragment(carried, place, dice.random() < 0.8, "seed")


def _paste_table(dice: Random, document: Document) -> Command:
    rows = tuple(
        tuple(choose(dice, ("", "Sana", "a\n\nb", "c\nd")) for _ in range(dice.randint(0, 3)))
        for _ in range(dice.randint(0, 2))
    )
    place = Cursor(*_cell(dice, document), 0)
    return PasteTable(rows, place, dice.random() < 0.8, "seed")


def _paste_lines(dice: Random, document: Document) -> Command:
    place = Cursor(*_cell(dice, document), dice.randint(0, 2))
    return PasteLines(("Yksi", "Kaksi"), place, "seed")


def _replace_texts(dice: Random, document: Document) -> Command:
    wanted = Wanted(choose(dice, ("a", "Asiakas", "27 §", "ö")), translated=dice.random() < 0.7)
    found = find_occurrences(document, wanted)
    return ReplaceTexts(some(dice, found), choose(dice, ("", "B", "\x07")))


def _translate(dice: Random, document: Document) -> Command:
    row = choose(dice, list_translations(document, "en"))
    language = choose(dice, ("en", "se", document.language, "x"))
    return SetTranslation(language, row.record, row.path, choose(dice, ("", "Text")))


def _change_languages(dice: Random, document: Document) -> Command:
    kind = choose(dice, (AddLanguage, RemoveLanguage))
    made: Command = kind(choose(dice, ("en", "se", "uk")))
    return made


def _edit_questions(dice: Random, document: Document) -> Command:
    questions = choose(dice, (None, (), ("Mikä?",), ("Mitä\x07?",)))
    return EditSheetQuestions(choose(dice, ("W2", "W5")), choose(dice, ("fi", "sv")), questions)


def _map_causes(dice: Random, document: Document) -> Command:
    known = document.causal_map or CausalMap()
    nodes, arrows = [node.id for node in known.nodes], [arrow.id for arrow in known.arrows]
    node = CausalNode(id=_new_id(dice), text="Syy", x=choose(dice, (None, 12.5)), y=3.0)
    ends = [*nodes, node.id]
    arrow = CausalArrow(id=_new_id(dice), source=choose(dice, ends), target=choose(dice, ends),
                        sign=choose(dice, ("plus", "minus")))  # fmt: skip
    match dice.randrange(7):
        case 6:
            return PasteFactors(("Yksi", "Kaksi")[: dice.randint(0, 2)], _new_id(dice))
        case 0:
            return AddCausalNode(node, choose(dice, (None, arrow)))
        case 1:
            return AddSubjects(some(dice, ids_of(document, "cards", "marks")), _new_id(dice))
        case 2:
            return AddCausalArrow(arrow)
        case 3:
            return ReverseCausalArrows(some(dice, arrows))
        case 4:
            return MoveCausalNodes(tuple(NodePlace(n, 1.005, -7.0) for n in some(dice, nodes)))
        case _:
            return LayOutAnew(some(dice, nodes))


def _do_several(dice: Random, document: Document) -> Command:
    return Several("several", tuple(dice.choice(MAKERS[:-1])(dice, document) for _ in range(3)))


MAKERS: tuple[MakeCommand, ...] = (
    _set_field,
    _set_reference,
    _set_own_field,
    _set_part,
    _set_text,
    _add_record,
    _move_record,
    _move_steps,
    _delete,
    _add_phase,
    _split_phase,
    _merge_phases,
    _split_step,
    _merge_steps,
    _keep_version,
    _restore_version,
    _merge_paths,
    _split_merged,
    _import_path,
    _duplicate,
    _split_card,
    _join_cards,
    _vote,
    _reverse,
    _add_notes,
    _merge_notes,
    _place_notes,
    _take_cards_back,
    _take_notes,
    _take_comments,
    _sort_by_theme,
    _take_table,
    _paste_fragment,
    _paste_table,
    _paste_lines,
    _replace_texts,
    _translate,
    _change_languages,
    _edit_questions,
    _map_causes,
    _do_several,
    _fit_poster,
)
