"""Comments that come back from a comment round, all of them one step."""

from dataclasses import dataclass, field
from typing import NamedTuple

from blueprint_editor.commands.identity import SeededIds, make_random_tail
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.commands.paths import make_record
from blueprint_editor.commands.soundness import require_sound
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Comment


class NewComment(NamedTuple):
    """What somebody has said; without a target it is about the whole."""

    text: str
    author: str = ""
    target: str | None = None


@dataclass(frozen=True)
class TakeComments:
    """Add what was said in a comment round.

    ``at``: when the answers came in, ISO 8601.
    """

    comments: tuple[NewComment, ...]
    at: str
    seed: str = field(default_factory=make_random_tail)
    name: str = msgid("comments of a round")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        if not self.comments:
            return document
        ids = SeededIds(document, self.seed)
        new = [
            make_record(
                Comment,
                id=ids.take("comments"),
                text=text,
                author=author,
                target=target,
                kind="comment_round",
                at=self.at,
            )
            for text, author, target in self.comments
        ]
        after = replace_parts(document, comments=(*document.comments, *new))
        require_sound(after, "comments", ("target",), new)
        return after
