"""What the grounds' tab does: with a time, with a booking, and with what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from openblock import clock
from openblock.features.grounds.queries.rows import BookingRow, ClosureRow
from openblock.features.grounds.rules.content import OPEN, BookingContent, Span, State
from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.booking_moving import content_of_row
from openblock.features.grounds.ui.calendar import Draft
from openblock.features.grounds.ui.calendar.axis import span_of
from openblock.features.grounds.ui.calendar.room import usual_end
from openblock.features.grounds.ui.modes import TABLE
from openblock.features.grounds.ui.openings import open_fair_use
from openblock.features.grounds.ui.showing import GroundsShowing

_HOUR = timedelta(hours=1)
_NOON = 12 * 60
#: Which key of the panel ticks a booking one step further.
_TICKS = {State.APPROVED: "group-out", State.IN_USE: "group-back"}


class GroundsDeeds(GroundsShowing):
    """The days on show, and every deed that starts from them."""

    # Deeds of a time

    def propose(self, draft: object) -> None:
        """A time was drawn, or a booking was put down elsewhere."""
        if not isinstance(draft, Draft):
            return
        picture = self.canvas.sheet.picture
        column, span = picture.columns[draft.column], draft.span(picture)
        if draft.block is None:
            deeds.book(self.desk, self, self._fresh(column.area_id, span))
        elif draft.block.row.area_id == column.area_id:
            deeds.move(self.desk, self, draft.block.row, span)
        else:
            # Another area has its own rules: what is carried there is looked at before it is so.
            row = draft.block.row
            content = replace(
                content_of_row(row),
                area_id=column.area_id,
                starts_at=span.start,
                ends_at=span.end,
            )
            deeds.book(self.desk, self, content, row.booking_id, row.version)

    @staticmethod
    def _fresh(area_id: int, span: Span) -> BookingContent:
        return BookingContent(area_id, span.start, span.end, ())

    def span_here(self) -> Span:
        """The time the keyboard stands on: what is selected, else an hour from there."""
        picture, here = self.canvas.sheet.picture, self.canvas.here
        if self.shown.mode == TABLE or not picture.columns:
            start = clock.at(self.shown.day, _NOON)
            return Span(start, start + _HOUR)
        end = here.end if here.selects else usual_end(picture, here.column, here.start)
        return span_of(picture.columns[here.column].day, here.start, end)

    def area_here(self) -> int | None:
        """The area the keyboard stands in."""
        columns = self.canvas.sheet.picture.columns
        if self.shown.mode == TABLE or not columns:
            return self.area_id
        return columns[self.canvas.here.column].area_id

    def book(self) -> None:
        """Book the time the keyboard stands on."""
        deeds.book(self.desk, self, self._fresh(self.area_here() or 0, self.span_here()))

    def book_area(self, area_id: int) -> None:
        """Book an area of the plan, at the time the keyboard stands on."""
        self.show_area(area_id)
        deeds.book(self.desk, self, self._fresh(area_id, self.span_here()))

    def find_free(self) -> None:
        """Time first: which areas are free then."""
        span = self.span_here()
        deeds.find_free(self.desk, self, span.start, span.end)

    def close_area(self) -> None:
        """Close the area the keyboard stands in, at that time."""
        span = self.span_here()
        deeds.close_area(self.desk, self, self.area_here(), span.start, span.end)

    def change_closure(self, row: object) -> None:
        """Change a closure that was opened on the calendar."""
        if isinstance(row, ClosureRow):
            span = row.span
            deeds.close_area(self.desk, self, row.content.area_id, span.start, span.end, row)

    # Deeds of a booking

    def open_booking(self, row: object) -> None:
        """The keyboard goes to the booking at the side."""
        if isinstance(row, BookingRow):
            self.show_chosen(row)
            self.open_wanted()
            self.panel.focus_first()

    def change_booking(self) -> None:
        """Change the chosen booking: people, purpose, times."""
        row = self.chosen()
        if row is not None and row.state in OPEN and self.desk.may("grounds.book_area"):
            deeds.book(self.desk, self, content_of_row(row), row.booking_id, row.version)

    def cancel(self, row: object) -> None:
        """Cancel a booking."""
        if isinstance(row, BookingRow) and self.desk.may("grounds.cancel_booking"):
            deeds.cancel(self.desk, self, row)

    def on_chosen(self, act: Callable[[], object]) -> None:
        """Do what the panel does, to the booking the keyboard stands on."""
        row = self.chosen()
        if row is not None:
            self.show_chosen(row)
            self.open_wanted()
            act()

    def tick(self, row: object) -> None:
        """One key: the group goes out, and with the same key it is back."""
        if isinstance(row, BookingRow) and row.state in _TICKS:
            self.on_chosen(self.panel.acts()[_TICKS[row.state]])

    def go_to_mend(self, row: object) -> None:
        """Show a booking that lost its supervisor, whatever is on show."""
        if isinstance(row, BookingRow):
            self.go_to_booking(row.booking_id, row.area_id, row.day)
            self.page.focus_first()

    # What stands beside

    def search(self) -> None:
        """Search in the table; the calendar gives way to it."""
        if self.shown.mode != TABLE:
            self.show_mode(TABLE)
        self.table.search.setFocus()

    def choose_area(self) -> None:
        """Choose another area by its name."""
        if self.toolbar.area.isVisible():
            self.toolbar.area.setFocus()
            self.toolbar.area.showPopup()
        else:
            self.side.focus_first()

    def fair_use(self) -> None:
        """Who used the grounds how much in the month on show."""
        open_fair_use(self.desk, self, self.shown.day.replace(day=1))

    def set_up(self) -> None:
        """The areas, their hours and the dates on which they open otherwise."""
        deeds.set_up(self.desk, self)

    def export(self) -> None:
        """The bookings of the area as a calendar file."""
        from openblock.features.grounds.ui.exporting import export_area  # noqa: PLC0415

        if self.area_id is not None:
            export_area(self.desk, self, self.area_id)
