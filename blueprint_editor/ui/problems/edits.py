"""The edits that problems lead to: mending one, and looking for a kind of them or not."""

from blueprint_editor.checks.finding import Finding, Fix
from blueprint_editor.commands.command import Command
from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.model.acceptance import AcceptedFinding
from blueprint_editor.model.document import Document


def make_fix(fix: Fix) -> Command:
    """Return the command that mends what was found."""
    if not fix.field:
        return DeleteRecords(frozenset({fix.record}))
    return SetField((fix.record,), fix.field, fix.value)


def make_switch(document: Document, rule: str, *, is_on: bool) -> Command:
    """Return the command by which a document looks for what a rule finds, or does not.

    Rules of other versions of the program that are off stay off.
    """
    off = tuple(name for name in document.checks_off if name != rule)
    return SetField((document.id,), "checks_off", off if is_on else (*off, rule))


def make_acceptance(document: Document, finding: Finding, *, is_fine: bool) -> Command:
    """Return the command by which a document accepts what a rule finds of a record, or does not."""
    one = AcceptedFinding(rule=finding.rule.id, record=finding.record)
    others = tuple(each for each in document.checks_accepted if each != one)
    return SetField((document.id,), "checks_accepted", (*others, one) if is_fine else others)
