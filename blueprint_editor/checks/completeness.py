"""Rules on what is begun and not finished: empty records, waiting notes and comments."""

from collections.abc import Iterator

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.subject import Subject
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.themes import list_themes

_NAMED = ("lanes", "phases", "actors", "personas", "variants")
"""Collections whose records everybody calls by their names; steps may go without."""


def _find_wordless(subject: Subject) -> Iterator[Found]:
    document = subject.document
    nameless = message(msgid("it has no name"))
    for collection in _NAMED:
        for record in getattr(document, collection):
            if not record.name.strip():
                yield Found(record.id, nameless, "name")
    empty = message(msgid("it says nothing"))
    for card in document.cards:
        if not card.text.strip() and card.image is None:
            yield Found(card.id, empty, "text")


def _find_unplaced_notes(subject: Subject) -> Iterator[Found]:
    notes = subject.document.notes
    if notes:
        text = message(msgid("notes that are in no cell yet: {count}"), count=len(notes))
        yield Found(subject.document.id, text, "notes", also=tuple(note.id for note in notes))


def _find_unanswered_needs(subject: Subject) -> Iterator[Found]:
    text = message(msgid("its needs have neither an idea nor a good practice nor a card yet"))
    for theme in list_themes(subject.document):
        told = {column for column, entries in theme.columns.items() if entries}
        if theme.tag is not None and told <= {"need", "unsorted"} and "need" in told:
            also = tuple(entry.record for entry in theme.columns["need"])
            yield Found(theme.tag, text, also=also)


def _find_open_comments(subject: Subject) -> Iterator[Found]:
    document = subject.document
    waiting = tuple(comment.id for comment in document.comments if not comment.resolved)
    if document.status == "final" and waiting:
        text = msgid("it is final, but comments are not dealt with: {count}")
        yield Found(document.id, message(text, count=len(waiting)), "comments", also=waiting)


def _find_ownerless(subject: Subject) -> Iterator[Found]:
    document = subject.document
    project = document.project
    is_kept = project is not None and bool(project.owner.strip() or project.contact.strip())
    if document.status != "draft" and not is_kept:
        text = msgid("it is more than a draft, but nobody is named who keeps it up to date")
        yield Found(document.id, message(text), "project.owner")


RULES: tuple[Rule, ...] = (
    Rule(
        "wordless",
        "hint",
        msgid("Without a name or words"),
        msgid("Write what it is about, or delete it."),
        _find_wordless,
    ),
    Rule(
        "unplaced-notes",
        "hint",
        msgid("Notes without a place"),
        msgid("Send the notes to their cells, or delete those that say nothing new."),
        _find_unplaced_notes,
    ),
    Rule(
        "needs-unanswered",
        "hint",
        msgid("Theme with needs alone"),
        msgid("Ask on the theme board what would answer the needs, and what works already."),
        _find_unanswered_needs,
    ),
    Rule(
        "open-comments",
        "hint",
        msgid("Comments not dealt with"),
        msgid("Answer the comments and tick them, before the blueprint goes out as final."),
        _find_open_comments,
    ),
    Rule(
        "ownerless",
        "hint",
        msgid("Nobody keeps it up to date"),
        msgid("Name in the project's data who is asked when something in the blueprint changes."),
        _find_ownerless,
    ),
)
