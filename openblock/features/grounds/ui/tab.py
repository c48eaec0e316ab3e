"""The grounds' tab: plan, week calendar and booking, and what is done to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.grounds.queries.rows import BookingRow, ClosureRow
from openblock.features.grounds.rules.content import OPEN, BookingContent, Span, State
from openblock.features.grounds.ui import deeds, tab_keys, tab_menu
from openblock.features.grounds.ui.booking_moving import content_of_row
from openblock.features.grounds.ui.calendar import Draft
from openblock.features.grounds.ui.calendar.axis import span_of
from openblock.features.grounds.ui.calendar.room import usual_end
from openblock.features.grounds.ui.modes import AREA, MODES, TABLE, Shown
from openblock.features.grounds.ui.openings import open_fair_use
from openblock.features.grounds.ui.showing import GroundsShowing
from openblock.features.shadowing.ui.period import within
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer

_HOUR = timedelta(hours=1)
_NOON = 12 * 60
#: Which key of the panel ticks a booking one step further.
_TICKS = {State.APPROVED: "group-out", State.IN_USE: "group-back"}


class GroundsTab(GroundsShowing):
    """Answers what calendar, table, plan and toolbar ask for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._connect()
        tab_keys.bind(self)
        self.toolbar.offer(tab_menu.more_actions(self))
        # What a lock interrupted is shown again as it was left, once the tab stands.
        QTimer.singleShot(0, self, self._put_back)

    def _put_back(self) -> None:
        deeds.put_back(self.desk, self)

    # The tab

    def place(self) -> Mapping[str, object]:
        row = self.chosen()
        return {
            "mode": self.shown.mode,
            "day": self.shown.day.isoformat(),
            "area_id": self.area_id,
            "booking_id": row.booking_id if row is not None else None,
        }

    def go_to(self, place: Mapping[str, object]) -> None:
        mode, area_id, day = place.get("mode"), place.get("area_id"), _day_in(place)
        kept = mode if mode in MODES else self.shown.mode
        if isinstance(area_id, int):
            # From elsewhere an area is wanted, and the day's view shows all of them.
            kept = kept if mode in MODES else AREA
            self.area_id = area_id
        self.shown = Shown(day or self.shown.day, str(kept))
        if not self.desk.show(self.refresh):
            return
        booking_id = place.get("booking_id")
        if isinstance(booking_id, int):
            self.choose_booking(booking_id)
            self.open_wanted()

    def sheets(self) -> tuple[SheetOffer, ...]:
        """The week on show, its days, the area, the month's fair use."""
        from openblock.features.grounds.ui.offers import sheets  # noqa: PLC0415

        return sheets(self.desk, self.shown.first, self.shown.day, self.area_id)

    def keep_draft(self) -> None:
        deeds.keep_draft(self)

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

    def tick(self, row: object) -> None:
        """One key: the group goes out, and with the same key it is back."""
        if not isinstance(row, BookingRow):
            return
        self.show_chosen(row)
        self.open_wanted()
        act = self.panel.acts().get(_TICKS.get(row.state, ""))
        if act is not None:
            act()

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

    def _connect(self) -> None:
        bar, page = self.toolbar, self.page
        bar.stepped.connect(self.step)
        bar.today_wanted.connect(self.go_to_today)
        bar.area_wanted.connect(self.show_area)
        bar.mode_wanted.connect(self.show_mode)
        bar.find_wanted.connect(self.find_free)
        bar.close_wanted.connect(self.close_area)
        bar.book_wanted.connect(self.book)
        bar.print_wanted.connect(self.desk.print_wanted)
        page.side.area_chosen.connect(self.show_area)
        page.side.book_wanted.connect(self.book_area)
        page.mend.chosen.connect(self.go_to_mend)
        page.panel.closed.connect(self.close_panel)
        page.nothing.set_up.clicked.connect(self.set_up)
        canvas = page.canvas
        canvas.proposed.connect(self.propose)
        canvas.pointed.connect(page.say)
        canvas.beyond.connect(self.step)
        canvas.column_pressed.connect(self.press_column)
        canvas.shut_opened.connect(self.change_closure)
        for view in (canvas, page.table):
            view.chosen_changed.connect(self.show_chosen)
            view.opened.connect(self.open_booking)
            view.cancel_wanted.connect(self.cancel)
            view.tick_wanted.connect(self.tick)
            view.menu_wanted.connect(partial(tab_menu.open_menu, self))


def _day_in(place: Mapping[str, object]) -> date | None:
    try:
        return within(date.fromisoformat(str(place["day"])))
    except (KeyError, ValueError):
        return None
