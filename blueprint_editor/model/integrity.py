"""Rules between the records of a document; each record's own rules stand in its type."""

from blueprint_editor.model.changes import COLLECTIONS
from blueprint_editor.model.document import Document
from blueprint_editor.model.errors import Problem


def find_problems(document: Document) -> tuple[Problem, ...]:
    """Return every broken rule between records, with pointers that begin at ``/document``."""
    seen = {document.id}
    problems: list[Problem] = []
    for name in COLLECTIONS:
        for index, record in enumerate(getattr(document, name)):
            if record.id in seen:
                message = f'the id "{record.id}" is used twice'
                problems.append(Problem(f"/document/{name}/{index}/id", message))
            seen.add(record.id)
    return tuple(problems)
