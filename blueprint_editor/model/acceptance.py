"""Findings of the checks that people have looked at and left as they are."""

from blueprint_editor.model.record import Id, Record


class AcceptedFinding(Record):
    """What a rule finds of a record is right as it is; it says so no longer.

    Rules of other versions of the program may be named, and records that are gone.
    """

    rule: Id
    record: Id
