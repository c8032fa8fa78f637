"""What is wrong in a file, as a sentence in the program's language that names the place.

The rooms below tell faults in plain English, which the command line shows as it is; here the words
of each kind are recognised by their form.
"""

import re
from typing import Final

from blueprint_editor.language.texts import _, msgid
from blueprint_editor.model.errors import Problem
from blueprint_editor.model.references import NOUNS
from blueprint_editor.ui.words import RECORDS

_V: Final = r'"?(?P<value>.*?)"?'
_N: Final = r"(?P<limit>[\d.]+)"

_FORMS: Final = tuple(
    (re.compile(form, re.DOTALL), text)
    for form, text in (
        # The file as a whole
        (
            r"is not JSON at line (?P<line>\d+), column (?P<column>\d+): (?P<fault>.*)",
            msgid("Line {line}, column {column}: the file is not whole here. {fault}"),
        ),
        (r"is not UTF-8 text: .*", msgid("The file is not text in the encoding UTF-8.")),
        (rf"is larger than {_N} MiB", msgid("The file is larger than {limit} MiB.")),
        (rf"holds more than {_N} values", msgid("The file holds more than {limit} values.")),
        (rf"is nested deeper than {_N} levels", msgid("It is nested deeper than {limit} levels.")),
        (r"is not a service blueprint .*", msgid("The file is not a service blueprint.")),
        (
            rf"format version {_N} needs a newer program.*",
            msgid("Format version {limit} needs a newer version of this program."),
        ),
        (rf"format version {_N} was never .*", msgid("There is no format version {limit}.")),
        (rf"only the first {_N} are listed", msgid("Only the first {limit} faults are listed.")),
        (r"has too many faults to list them", msgid("There are too many faults here to list.")),
        (r"is a PDF without a blueprint .*", msgid("The PDF has no blueprint attached to it.")),
        (r"is a PDF locked with a password", msgid("The PDF is locked with a password.")),
        (r"is a broken PDF", msgid("The PDF is broken.")),
        (r"holds a damaged blueprint.*", msgid("The blueprint in the PDF is damaged.")),
        # Pictures
        (rf"has more than {_N} MiB.*", msgid("The picture is larger than {limit} MiB.")),
        (
            r"is not a PNG(, JPEG or SVG| or JPEG) image|is no image/.*",
            msgid("The picture is not what its kind says: PNG, JPEG or SVG."),
        ),
        (
            r"<(?P<value>[^>]*)> is not understood",
            msgid("The SVG picture uses “{value}”, which is no plain shape."),
        ),
        (r"the id is not that of the data", msgid("The picture was changed outside the program.")),
        (r"the data is not base64|is broken .*", msgid("The data of the picture is broken.")),
        # Fields and keys
        (rf"unknown field {_V}", msgid("There is no such field: “{value}”.")),
        (rf"the field {_V} is missing", msgid("The field “{value}” is missing.")),
        (rf"the key {_V} stands more than once", msgid("“{value}” stands here more than once.")),
        # The form of a value
        (r"must be text", msgid("A text has to stand here.")),
        (r"must be a whole number.*", msgid("A whole number has to stand here.")),
        (r"must be a number|is not a finite number", msgid("A number has to stand here.")),
        (r"is too large a number", msgid("The number is too large.")),
        (r"must be true or false", msgid("Here stands either true or false.")),
        (r"must be a list", msgid("A list has to stand here: [ … ].")),
        (r"must be an object", msgid("A record has to stand here: {{ … }}.")),
        (rf"must be at least {_N}", msgid("The least value here is {limit}.")),
        (rf"must be at most {_N}", msgid("The greatest value here is {limit}.")),
        (rf"must be more than {_N}", msgid("The value has to be more than {limit}.")),
        (rf"must be less than {_N}", msgid("The value has to be less than {limit}.")),
        (
            rf"is longer than {_N} characters",
            msgid("The text is longer than {limit} characters."),
        ),
        (rf"holds more than {_N} items", msgid("The list has more than {limit} items.")),
        (
            r"must be one of: (?P<choices>.*)",
            msgid("One of these has to stand here: {choices}."),
        ),
        (
            rf"unknown [\w ]+ {_V} \(one of: (?P<choices>.*)\)",
            msgid("“{value}” is not known here. One of these has to stand here: {choices}."),
        ),
        (
            rf"{_V} is not an id \(.*",
            msgid(
                "“{value}” is no id: a letter, then at most 63 letters without accents, digits, "
                "- or _."
            ),
        ),
        (
            rf"{_V} is not a colour .*",
            msgid("“{value}” is no colour: # and six digits, such as #1A6FB0."),
        ),
        (
            rf"{_V} is not a date and time .*",
            msgid("“{value}” is no date and time such as 2026-11-22T14:30:00+02:00."),
        ),
        (
            rf"{_V} is not a date .*",
            msgid("“{value}” is no date of the calendar such as 2026-11-22."),
        ),
        (
            rf"{_V} is not a language tag .*",
            msgid("“{value}” is no language code such as fi or sv-FI."),
        ),
        (
            rf"{_V} is not an http, .*",
            msgid(
                "“{value}” is no address: it begins with https://, http://, mailto: or tel:, or "
                "is the relative path of another blueprint file."
            ),
        ),
        (
            r"(the key )?holds (the forbidden character|half a surrogate pair).*",
            msgid("The text holds a character that cannot be kept."),
        ),
        (rf"is not valid: {_V}", msgid("“{value}” does not fit here.")),
        # Between records
        (
            rf"the id {_V} is used (already at .*|twice)",
            msgid("The id “{value}” is used twice; ids are unique in a file."),
        ),
        (rf"unknown (?P<kind>[\w ,]+) {_V}", msgid("There is no such record: {kind} “{value}”.")),
        (
            rf"{_V} is an? (?P<kind>\w+), not an? (?P<wanted>.*)",
            msgid("“{value}” is: {kind}. Here has to be named: {wanted}."),
        ),
        (
            rf"stands apart from the other steps of {_V}",
            msgid("The step stands apart from the other steps of the phase “{value}”."),
        ),
        (rf"{_V} is not a customer lane", msgid("“{value}” is not a customer lane.")),
        (
            r"a customer lane stands below the line of visibility",
            msgid("The customer lane stands below the line of visibility."),
        ),
        (
            rf"(the members of|what) {_V} (solves )?leads? back to it",
            msgid("It leads round in a circle back to “{value}”."),
        ),
        (
            rf"{_V} is a mark of kind .*, which cannot be solved",
            msgid("The mark “{value}” is no problem that another could solve."),
        ),
        (
            r"a card cannot be connected with itself",
            msgid("A card cannot be connected with itself."),
        ),
        (
            rf'{_V} stands before the first step ".*"',
            msgid("The last step “{value}” stands before the first one."),
        ),
        (
            rf"has a value for {_V} already",
            msgid("There is a feeling for the variant “{value}” already."),
        ),
        (r".* has no such text to translate", msgid("The record has no such text to translate.")),
        (r"the SVG pictures are too complex .*", msgid("The SVG pictures are too complex.")),
    )
)
"""Form of the English words → sentence; the first that fits is told."""

_JSON_FAULTS: Final = (
    (re.compile(r"Expecting ',' delimiter"), msgid("A comma or a closing bracket is missing.")),
    (re.compile(r"Expecting ':' delimiter"), msgid("A colon is missing after a name.")),
    (
        re.compile(r"Expecting property name|Illegal trailing"),
        msgid("A name in quotes is missing."),
    ),
    (re.compile(r"Expecting value"), msgid("A value is missing.")),
    (re.compile(r"Unterminated string"), msgid("A text has no closing quote.")),
    (re.compile(r"Extra data"), msgid("Something follows after the end.")),
    (re.compile(r"Invalid control"), msgid("A text holds a line break or tab of its own.")),
    (re.compile(r"Invalid \\"), msgid("A backslash stands before a wrong letter.")),
)
"""Words of Python's reader of JSON → sentence."""

_KINDS: Final = {**RECORDS, "assets": msgid("Image")}
_OF_NOUN: Final = {noun: _KINDS[collection] for collection, noun in NOUNS.items()} | {
    "causal node": RECORDS["nodes"],
    "causal arrow": RECORDS["arrows"],
    "document": RECORDS[""],
}


def tell_problem(problem: Problem) -> str:
    """Return one fault: its place in words, what is wrong, and its JSON pointer."""
    told = tell_message(problem.message) or problem.message
    if not problem.pointer:
        return told
    place = _tell_place(problem.pointer)
    return f"{place}: {told} ({problem.pointer})" if place else f"{told} ({problem.pointer})"


def tell_message(message: str) -> str:
    """Return a sentence in the program's language for the plain English words; empty if unknown."""
    for form, text in _FORMS:
        if found := form.fullmatch(message):
            return _(text).format(**_translate(found.groupdict("")))
    return ""


def _translate(fields: dict[str, str]) -> dict[str, str]:
    for name in fields.keys() & {"kind", "wanted"}:
        nouns = re.split(r", | or ", fields[name])
        fields[name] = " / ".join(_(_OF_NOUN[n]).lower() if n in _OF_NOUN else n for n in nouns)
    if "fault" in fields:
        known = (text for form, text in _JSON_FAULTS if form.match(fields["fault"]))
        fields["fault"] = _(next(known, fields["fault"]))
    return fields


def _tell_place(pointer: str) -> str:
    """Return which record, by its number in its list, and which field; the numbers begin at 1."""
    records: list[str] = []
    fields: list[str] = []
    parts = pointer.split("/")[1:]
    while parts:
        part = parts.pop(0).replace("~1", "/").replace("~0", "~")
        if part in _KINDS and parts and parts[0].isdecimal():
            kind = _(_KINDS[part])
            records.append(f"{kind.lower() if records else kind} {int(parts.pop(0)) + 1}")
            fields.clear()
        elif part not in {"document", "causal_map"} or not parts:
            fields.append(str(int(part) + 1) if part.isdecimal() and fields else part)
    if fields:
        records.append(_("field “{name}”").format(name=".".join(fields)))
    return ", ".join(records)
