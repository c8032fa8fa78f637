"""Rules on pictures: what those who do not see them get to know."""

from collections.abc import Iterator

from blueprint_editor.checks.finding import Fix, Found, Rule
from blueprint_editor.checks.subject import Subject
from blueprint_editor.language.messages import message
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.records import Picture


def _find_untold(subject: Subject) -> Iterator[Found]:
    document = subject.document
    text = message(msgid("its picture has no alternative text"))
    pictures = [(persona.id, "portrait", persona.portrait) for persona in document.personas]
    pictures += [(card.id, "image", card.image) for card in document.cards]
    for record, field, picture in pictures:
        if picture is not None and _is_untold(picture):
            fix = Fix(message(msgid("It is decoration")), record, f"{field}.decorative", value=True)
            yield Found(record, text, field, fix)
    for number, logo in enumerate(document.project.logos if document.project else ()):
        if not logo.alt.strip():
            found = message(msgid("a logo does not say whose it is"))
            yield Found(document.id, found, f"project.logos.{number}.alt")


def _is_untold(picture: Picture) -> bool:
    return not picture.alt.strip() and not picture.decorative


RULES: tuple[Rule, ...] = (
    Rule(
        "missing-alternative-text",
        "warning",
        msgid("Picture without an alternative text"),
        msgid(
            "Say in a sentence what the picture tells to the path. If it tells nothing that the "
            "text does not, it is decoration."
        ),
        _find_untold,
    ),
)
