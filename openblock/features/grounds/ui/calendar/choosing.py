"""What is chosen on the calendar: kept over other pictures, told to the tab, and read out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from openblock.features.grounds.ui.calendar import cursor as cursors
from openblock.features.grounds.ui.calendar.cursor import Cursor
from openblock.features.grounds.ui.calendar.drafts import Draft, Grip
from openblock.features.grounds.ui.calendar.frozen import spoken_column
from openblock.features.grounds.ui.calendar.picture import Block, CalendarPicture
from openblock.features.grounds.ui.calendar.room import against, places_left
from openblock.features.grounds.ui.calendar.sheet import Sheet
from openblock.features.grounds.ui.calendar.surface import CalendarSurface
from openblock.features.grounds.ui.calendar.wording import spoken_booking
from openblock.features.grounds.words import minutes_words
from openblock.i18n import _, n_


class ChoosingSurface(CalendarSurface):
    """A surface the keyboard stands on, a slot or a booking; ``editable`` where one may book."""

    #: BookingRow or None: what the keyboard stands on.
    chosen_changed = Signal(object)
    #: A sentence about what is in hand; empty when it was put down.
    pointed = Signal(str)
    #: Draft: a time was drawn, or a booking was put down where it would change.
    proposed = Signal(object)
    #: BookingRow: Enter or a double click on it; Delete on it; Space on it.
    opened = Signal(object)
    cancel_wanted = Signal(object)
    tick_wanted = Signal(object)
    #: BookingRow or None, QPoint: the menu key or the right button.
    menu_wanted = Signal(object, object)
    #: ClosureRow: a double click on it.
    shut_opened = Signal(object)
    #: The days before (-1) or after (1) are wanted.
    beyond = Signal(int)
    #: int: the title of a column was pressed.
    column_pressed = Signal(int)

    #: What is in hand is to be given up.
    drop_wanted = Signal()

    def __init__(self, picture: CalendarPicture, parent: QWidget | None = None) -> None:
        super().__init__(picture, parent)
        self.editable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.head.pressed.connect(self.column_pressed)
        self.setAccessibleName(_("Bookings by day and hour"))

    # What is shown

    def show_picture(self, picture: CalendarPicture) -> None:
        """Show this; the booking and the slot that were chosen stay so."""
        was, kept = self.sheet.picture, self.chosen
        if self.draft is not None:
            self.drop_wanted.emit()
        self.sheet = Sheet(picture, self.sheet.axis, self.sheet.wide)
        self.lay_out()
        fresh = self.cursor_at is None
        self.cursor_at = cursors.again(picture, self.cursor_at, was) if picture.columns else None
        self.chosen = picture.block_of(kept.row.booking_id) if kept is not None else None
        if self.chosen is None and self.cursor_at is not None and not self.cursor_at.selects:
            self.chosen = picture.at(self.cursor_at.column, self.cursor_at.minute)
        elif self.chosen is not None:
            self.cursor_at = cursors.to_block(picture, self.chosen)
        if fresh:
            self.reveal_standing()
        self._tell()
        self.repaint_all()

    def stand(self, cursor: Cursor, *, choosing: bool = True, told: bool = True) -> None:
        """Stand on a slot, and choose the booking in it if there is one."""
        self.cursor_at = cursor
        found = self.sheet.picture.at(cursor.column, cursor.minute) if choosing else None
        self.chosen = found
        self._tell()
        if told:
            self.reveal(self.rect_of_cursor())
        self.repaint_all()

    def choose(self, block: Block, *, told: bool = True) -> None:
        """Stand on a booking."""
        self.cursor_at = cursors.to_block(self.sheet.picture, block)
        self.chosen = block
        self._tell()
        if told:
            self.reveal(self.sheet.rect_of_block(block))
        self.repaint_all()

    def go_home(self) -> None:
        """Stand on this moment, where it is shown; else where the day begins."""
        if self.sheet.picture.columns:
            self.stand(cursors.first(self.sheet.picture))

    def choose_booking(self, booking_id: int) -> bool:
        """Stand on a booking by its number; False where it is not shown."""
        block = self.sheet.picture.block_of(booking_id)
        if block is not None:
            self.choose(block)
        return block is not None

    def _tell(self) -> None:
        self.setAccessibleDescription(self.spoken())
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        self.chosen_changed.emit(self.chosen.row if self.chosen is not None else None)

    def spoken(self) -> str:
        """What the keyboard stands on, in a sentence."""
        picture = self.sheet.picture
        if self.chosen is not None:
            return spoken_booking(self.chosen)
        if self.cursor_at is None or not picture.columns:
            return ""
        here = self.cursor_at
        draft = Draft(Grip.NEW, here.column, here.start, here.end)
        left = places_left(picture, draft)
        free = n_("{number} place left", "{number} places left", left)
        parts = (
            spoken_column(picture, picture.columns[here.column]).partition("\n")[0],
            minutes_words(here.start, here.end),
            against(picture, draft) or free,
        )
        return ", ".join(parts)
