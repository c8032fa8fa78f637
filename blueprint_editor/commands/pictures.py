"""Commands on pictures: put an image into the document together with its use."""

from dataclasses import dataclass
from typing import Any

from blueprint_editor.commands.fields import SetField
from blueprint_editor.commands.parts import replace_parts
from blueprint_editor.language.texts import msgid
from blueprint_editor.model.document import Document
from blueprint_editor.model.records import Asset


@dataclass(frozen=True)
class SetPicture:
    """Set a field whose value uses an imported image, such as a card's ``image``.

    Attributes:
        record: an id; the document's own for ``project.logos`` or ``poster.background``.
        path: see :class:`SetField`.
        value: what stands there afterwards; it names ``asset``.
        asset: the image; kept once, however often it is used.
    """

    record: str
    path: str
    value: Any
    asset: Asset
    name: str = msgid("picture")
    merge_key: None = None

    def apply(self, document: Document) -> Document:
        """Raises as :meth:`SetField.apply` does."""
        after = _with_asset(document, self.asset)
        return SetField((self.record,), self.path, self.value).apply(after)


def _with_asset(document: Document, asset: Asset) -> Document:
    if any(known.id == asset.id for known in document.assets):
        return document
    return replace_parts(document, assets=(*document.assets, asset))
