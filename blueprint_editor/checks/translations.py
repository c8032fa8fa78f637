"""Rules on the document's other languages: what is not said in them yet."""

from collections.abc import Iterator

from blueprint_editor.checks.finding import Found, Rule
from blueprint_editor.checks.subject import Subject
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.references import iter_record_lists
from blueprint_editor.model.texts import iter_texts

_NOT_PUBLISHED = frozenset({"note", "comment", "workshop", "snapshot", "asset"})
"""Working papers that nobody reads in another language."""


def _find_untranslated(subject: Subject) -> Iterator[Found]:
    document = subject.document
    if not document.translations:
        return
    texts = tuple(_iter_texts(subject))
    for language, table in document.translations.items():
        missing = [record for record, path in texts if not table.get(record, {}).get(path)]
        if missing:
            text = msgid("texts without a translation into the language “{language}”: {count}")
            found = message(text, language=language, count=len(missing))
            also = tuple(dict.fromkeys(subject.places[record].holder.id for record in missing))
            yield Found(document.id, found, f"translations.{language}", also=also)


def _iter_texts(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield (record id, field path) of every text for readers that says something."""
    for noun, _, records in iter_record_lists(subject.document):
        if noun not in _NOT_PUBLISHED:
            for record in records:
                for path, text in iter_texts(record):
                    if text.strip():
                        yield record.id, path


RULES: tuple[Rule, ...] = (
    Rule(
        "untranslated",
        "hint",
        msgid("Texts not translated"),
        msgid(
            "Until they are translated, the poster shows them in the document's own language. "
            "Translate them, or take the language away."
        ),
        _find_untranslated,
    ),
)
