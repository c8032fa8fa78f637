"""Cut, copy and paste: cards with all that belongs to them, tables, lines, pictures.

What other programs put on the clipboard is foreign: it is read by the same strict readers as files.
"""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from blueprint_editor.commands.cards import AddCard
from blueprint_editor.commands.command import (
    Command,
    MissingPlacesError,
    find_refusal,
)
from blueprint_editor.commands.identity import IdMaker
from blueprint_editor.commands.removal import DeleteRecords
from blueprint_editor.commands.selection import Cursor, Selection
from blueprint_editor.commands.several import Several
from blueprint_editor.drawing.drawing import Drawing
from blueprint_editor.drawing.excerpt import cut_out, find_area
from blueprint_editor.drawing.fonts import FontLibrary
from blueprint_editor.drawing.primitives import Bounds
from blueprint_editor.language.texts import _, msgid, ngettext
from blueprint_editor.model.errors import DocumentError
from blueprint_editor.model.records import Asset, Card, Picture
from blueprint_editor.session.document_session import DocumentSession
from blueprint_editor.session.edits import free_place
from blueprint_editor.session.task import Task
from blueprint_editor.sheets.poster_ink import leave_out_background
from blueprint_editor.ui.notice_bar import NoticeBar

What = Literal["selection", "phase", "page"]

_SVG_TYPE: Final = "image/svg+xml"
_MARGIN_MM: Final = 4.0
_DPI: Final = 200.0
_LONGEST_PX: Final = 6_000
"""A slide shows less; a whole poster at full resolution would fill the memory of what pastes it."""
_MM_PER_INCH: Final = 25.4


class ClipboardDesk(QObject):
    """Moves pieces of the document to and from the clipboard."""

    def __init__(
        self,
        session: DocumentSession,
        library: FontLibrary,
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._library = library
        self._notices = notices

    # --- copying

    def copy(self) -> bool:
        """Copy the selected cards, also for other programs; returns whether there are any."""
        from blueprint_editor.commands.fragment import (  # noqa: PLC0415 - not at the start
            MEDIA_TYPE,
            copy_fragment,
            dump_fragment,
        )
        from blueprint_editor.commands.table_text import (  # noqa: PLC0415
            write_html_table,
            write_plain_text,
            write_table_text,
        )

        fragment = copy_fragment(self._session.document, self._session.selection.records)
        if fragment is None:
            return False
        data = QMimeData()
        data.setData(MEDIA_TYPE, dump_fragment(fragment))
        cells = {(card.lane, card.step) for card in fragment.document.cards}
        write = write_plain_text if len(cells) == 1 else write_table_text
        data.setText(write(fragment))
        data.setHtml(write_html_table(fragment))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def cut(self) -> None:
        """Copy the selection and delete it, as one step."""
        records = self._session.selection.records
        if self.copy():
            command = Several(msgid("cut"), (DeleteRecords(frozenset(records)),))
            self._session.execute(command, Selection((), self._session.selection.cursor))

    def copy_picture(self, what: What) -> None:
        """Put a picture on the clipboard, as PNG and as SVG, for slides and mail."""
        excerpt = self._find_excerpt(what)
        if excerpt is None:
            self._notices.tell(_("Nothing of what is selected is on the poster."))
            return
        self._notices.tell(_("The picture is being made…"), is_busy=True)
        library = self._library
        task = Task(self)
        task.succeeded.connect(self._give_picture)
        task.failed.connect(self._tell_failure)
        task.start(lambda: _paint(excerpt, library))

    def _find_excerpt(self, what: What) -> Drawing | None:
        drawing = leave_out_background(self._session.poster.drawing)
        if what == "page":
            return drawing
        if what == "phase":
            area = self._find_phase()
            return None if area is None else cut_out(drawing, area)
        keys = self._list_pictured()
        area = find_area(drawing, keys, _MARGIN_MM)
        return None if area is None else cut_out(drawing, area, keys)

    def _list_pictured(self) -> frozenset[str]:
        """Return what is selected, with the connectors between selected cards."""
        chosen = set(self._session.selection.records)
        between = (
            c.id
            for c in self._session.document.connectors
            if c.source in chosen and c.target in chosen
        )
        return frozenset((*chosen, *between))

    def _find_phase(self) -> Bounds | None:
        """Return the columns of the phase in hand, from its header to the last lane."""
        selection, facts, grid = (
            self._session.selection,
            self._session.facts,
            self._session.poster.grid,
        )
        steps = {step.id: step.phase for step in facts.steps}
        phase = selection.current if selection.current in facts.phase_numbers else None
        if phase is None:
            step = selection.cursor.step if selection.cursor is not None else selection.current
            phase = steps.get(step or "")
        decks = list(grid.find_columns(phase=phase)) if phase and grid.rows else []
        if not decks:
            return None
        boxes = [deck.find_box(columns, deck.header_top) for deck, columns in decks]
        return Bounds(
            min(box.x0 for box in boxes) - _MARGIN_MM,
            boxes[0].y0 - _MARGIN_MM,
            max(box.x1 for box in boxes) + _MARGIN_MM,
            boxes[-1].y1 + _MARGIN_MM,
        )

    def _give_picture(self, made: tuple[bytes, bytes]) -> None:
        png, svg = made
        data = QMimeData()
        data.setImageData(QImage.fromData(QByteArray(png)))
        data.setData(_SVG_TYPE, QByteArray(svg))
        QGuiApplication.clipboard().setMimeData(data)
        self._notices.tell(_("The picture is on the clipboard, for slides and mail."))

    def _tell_failure(self, error: Exception) -> None:
        from blueprint_editor.ui.sentences import tell_error  # noqa: PLC0415 - seldom needed

        self._notices.tell(f"{_('No picture could be made.')} {tell_error(error)}", tone="warn")

    # --- pasting

    def paste(self) -> None:
        """Put what the clipboard holds at the cursor: cards, a picture, a table, lines."""
        from blueprint_editor.commands.fragment import MEDIA_TYPE  # noqa: PLC0415 - as above

        # PySide6's stubs do not know that an empty clipboard holds no data at all.
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        place = free_place(self._session)
        if data is None:
            return
        if place is None:
            self._notices.tell(_("Click the cell to paste into, then paste again."))
            return
        if data.hasFormat(MEDIA_TYPE):
            self._paste_fragment(bytes(data.data(MEDIA_TYPE).data()), place)
        elif data.hasImage():
            self._paste_image(QImage(data.imageData()), place)
        elif data.hasText():
            self._paste_text(data.text(), place)

    def _paste_fragment(self, raw: bytes, place: Cursor) -> None:
        from blueprint_editor.commands.fragment import read_fragment  # noqa: PLC0415 - as above
        from blueprint_editor.commands.pasting import PasteFragment  # noqa: PLC0415

        try:
            fragment = read_fragment(raw)
        except DocumentError:
            self._notices.tell(
                _("What the clipboard holds is damaged and cannot be pasted."), tone="warn"
            )
            return
        self._try(lambda adds: PasteFragment(fragment, place, adds_steps=adds))

    def _paste_text(self, text: str, place: Cursor) -> None:
        from blueprint_editor.commands.fragment import MAX_BYTES  # noqa: PLC0415 - as above
        from blueprint_editor.commands.pasting import PasteLines, PasteTable  # noqa: PLC0415
        from blueprint_editor.commands.table_text import (  # noqa: PLC0415
            is_table,
            parse_lines,
            parse_table,
        )

        if len(text) > MAX_BYTES:
            self._notices.tell(_("That is more text than a document can hold."), tone="warn")
        elif is_table(text):
            rows = parse_table(text)
            self._try(lambda adds: PasteTable(rows, place, adds_steps=adds))
        elif lines := parse_lines(text):
            self._do(PasteLines(lines, place))

    def _try(self, make: Callable[[bool], Command]) -> None:
        """Paste; where steps are missing, offer to add them."""
        command = make(False)
        refusal = find_refusal(self._session.document, command)
        if isinstance(refusal, MissingPlacesError) and refusal.steps and not refusal.lanes:
            count = refusal.steps
            what = ngettext(
                "What you paste needs {count} more step.",
                "What you paste needs {count} more steps.",
                count,
            )
            offer = ngettext("Add {count} step and paste", "Add {count} steps and paste", count)
            self._notices.tell(
                what.format(count=count),
                offers=((offer.format(count=count), lambda: self._do(make(True))),),
                kind="state",
            )
            return
        self._do(command)

    def _do(self, command: Command) -> None:
        """Do a paste, as a step of its own, and select what came."""
        session = self._session
        session.end_step()
        before = {card.id for card in session.document.cards}
        if session.execute(command):
            self._notices.hide()
            new = [card.id for card in session.facts.reading_order if card.id not in before]
            if new:
                session.select(new)
        session.end_step()

    def _paste_image(self, image: QImage, place: Cursor) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        data = bytes(buffer.data().data())
        task = Task(self)
        task.succeeded.connect(lambda asset: self._add_picture_card(asset, place))
        task.failed.connect(self._tell_image_failure)
        task.start(lambda: _import(data))

    def _add_picture_card(self, asset: Asset, place: Cursor) -> None:
        from blueprint_editor.commands.pictures import SetPicture  # noqa: PLC0415 - as above

        document = self._session.document
        card = Card(id=IdMaker().make_id(document, "c"), lane=place.lane, step=place.step, text="")
        picture = SetPicture(card.id, "image", Picture(asset=asset.id), asset)
        self._do(Several(msgid("picture"), (AddCard(card, place.position), picture)))

    def _tell_image_failure(self, error: Exception) -> None:
        from blueprint_editor.ui.sentences import tell_error  # noqa: PLC0415 - seldom needed

        what = _("The picture on the clipboard cannot be used.")
        self._notices.tell(f"{what} {tell_error(error, is_reading=True)}", tone="warn")


def _import(data: bytes) -> Asset:
    from blueprint_editor.model.images.assets import import_image  # noqa: PLC0415 - seldom needed

    return import_image(data, _("picture.png"))


def _paint(drawing: Drawing, library: FontLibrary) -> tuple[bytes, bytes]:
    """Return the drawing as PNG and as SVG."""
    from blueprint_editor.painters.png import paint_png  # noqa: PLC0415 - seldom needed
    from blueprint_editor.painters.svg import paint_svg  # noqa: PLC0415

    longest = max(drawing.width, drawing.height)
    dpi = min(_DPI, _LONGEST_PX / longest * _MM_PER_INCH)
    return paint_png(drawing, library, dpi), paint_svg(drawing, library)
