"""What the grounds' tab shows: reads the days on show and gives them to the page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openblock import clock
from openblock.features.grounds.queries import WeekAsked, week
from openblock.features.grounds.queries.rows import AreaNow, BookingRow, Week
from openblock.features.grounds.rules.content import GroundsLimits
from openblock.features.grounds.ui.area_facts import area_facts, bookable
from openblock.features.grounds.ui.calendar import picture_of
from openblock.features.grounds.ui.calendar.picture import CalendarPicture
from openblock.features.grounds.ui.legend import short_facts
from openblock.features.grounds.ui.modes import AREA, DAY, MODES, TABLE, Shown
from openblock.features.grounds.ui.page import GroundsPage
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.tab import Tab

_MODE, _AREA = "grounds/mode", "grounds/area"
_MINUTE_MS = 60_000
#: A booking's card is read, and that is logged, once the keyboard rests on it.
_REST_MS = 250


class GroundsShowing(Tab):
    """Reads the shown days after every change; area, days, mode and selection stay."""

    icon_name = "grounds"
    manual_page = "grounds"
    tables = frozenset(
        {
            *("areas", "area_days", "area_closures", "bookings", "booking_series"),
            *("participants", "duties", "officers", "residents", "stays", "keep_apart"),
            *("calendar_days", "library_days", "settings"),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        mode = desk.prefer(_MODE, AREA)
        self.shown = Shown(clock.today(), mode if mode in MODES else AREA)
        self.area_id: int | None = desk.prefer(_AREA)
        self.seen: Week | None = None
        self.page = GroundsPage(desk, _blank(clock.today()))
        self.toolbar, self.canvas = self.page.toolbar, self.page.canvas
        self.table, self.panel, self.side = self.page.table, self.page.panel, self.page.side
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self._wanted: BookingRow | None = None
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self.open_wanted)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.pass_a_minute)
        self._minute.start()

    def title(self) -> str:
        return _("Grounds")

    # Reading and showing

    def refresh(self) -> None:
        """Read the shown days and show them."""
        seen = self.seen = self._read()
        places = bookable([each.area for each in seen.areas])
        self.toolbar.show_title(self.shown.title)
        self.toolbar.show_areas([(r.area_id, r.content.name) for r in places], self.area_id)
        self.toolbar.show_mode(self.shown.mode)
        self.toolbar.facts.tell(*self._facts())
        self.side.show_areas(seen.areas, seen.at)
        self.side.choose(self.area_id)
        self.page.mend.show_rows(seen.to_mend)
        if self.shown.mode == TABLE:
            self.table.show_rows(seen.bookings)
        else:
            picture = picture_of(seen, by_area=self.shown.mode == DAY)
            self.canvas.show_picture(picture)
            self.page.legend.show_picture(picture)
        self.page.show_view(table=self.shown.mode == TABLE, anything=bool(places))
        if self.panel.booking_id is not None:
            self.panel.refresh()

    def _read(self) -> Week:
        """The days of the area that was chosen; of the first one where there is no such area."""
        seen = self._ask(self.area_id)
        places = bookable([each.area for each in seen.areas])
        if self.area_id not in {row.area_id for row in places}:
            self.area_id = places[0].area_id if places else None
            seen = self._ask(self.area_id)
        return seen

    def _ask(self, area_id: int | None) -> Week:
        one = area_id if self.shown.mode == AREA else None
        asked = WeekAsked(self.shown.first, self.shown.last, one)
        return self.desk.read(week, asked, clock.now())

    def area_now(self) -> AreaNow | None:
        """The area that is chosen, as it stands now."""
        known = self.seen.areas if self.seen is not None else ()
        return next((each for each in known if each.area.area_id == self.area_id), None)

    def _facts(self) -> tuple[str, ...]:
        area = self.area_now()
        if area is None or self.shown.mode != AREA:
            return ("",)
        content = area.area.content
        return area_facts(content), *short_facts(content)

    def pass_a_minute(self) -> None:
        """Areas open and close while nobody does anything; what is in hand is not disturbed."""
        if self.isVisible() and self.canvas.draft is None and not self.canvas.here.selects:
            self.desk.show(self.refresh)

    def focus_first(self) -> None:
        self.page.focus_first()

    # The booking beside the calendar

    def chosen(self) -> BookingRow | None:
        """The booking that is chosen in the view on show."""
        if self.shown.mode == TABLE:
            return self.table.chosen()
        block = self.canvas.chosen
        return block.row if block is not None else None

    def show_chosen(self, row: object) -> None:
        """Show a booking at the side, once the keyboard rests on it."""
        self._wanted = row if isinstance(row, BookingRow) else None
        if self._wanted is None:
            self._rest.stop()
            self._show_none()
        elif self.page.beside_shown and self._wanted.booking_id != self.panel.booking_id:
            self._rest.start()

    def _show_none(self) -> None:
        if self.panel.booking_id is not None:
            self.panel.show_card(None)
        self.page.show_booking(shown=False)

    def open_wanted(self) -> None:
        """Open the chosen booking's card at once, at the side."""
        self._rest.stop()
        wanted = self._wanted
        if wanted is None:
            return
        self.page.show_beside(shown=True)
        if wanted.booking_id == self.panel.booking_id:
            return
        self.page.show_booking(shown=self.panel.open_booking(wanted.booking_id))

    def close_panel(self) -> None:
        """The side gives way to the calendar until a booking is opened; nothing is read there."""
        self.panel.show_card(None)
        self.page.show_booking(shown=False)
        self.page.show_beside(shown=False)
        self.page.focus_first()

    def toggle_panel(self) -> None:
        """Show the side with the booking, or let it give way."""
        if self.page.beside_shown:
            self.close_panel()
            return
        self.page.show_beside(shown=True)
        self.show_chosen(self.chosen())

    # Days, area and mode

    def show_days(self, shown: Shown) -> None:
        """Show other days, or the same ones otherwise."""
        self.shown = shown
        self.desk.show(self.refresh)

    def step(self, by: int) -> None:
        """As many days later (1) or earlier (-1) as are shown."""
        self.show_days(self.shown.step(by))

    def go_to_today(self) -> None:
        """Show today, and stand on this moment."""
        self.show_days(self.shown.around(clock.today()))
        self.canvas.go_home()

    def show_mode(self, mode: str) -> None:
        """One area's week, all areas of a day, or the table; what is chosen stays chosen."""
        kept = self.chosen()
        day = kept.day if kept is not None else self._day_here()
        self.desk.remember(_MODE, mode)
        self.show_days(Shown(day, mode))
        if kept is not None:
            self.choose_booking(kept.booking_id)
        self.page.focus_first()

    def _day_here(self) -> date:
        columns = self.canvas.sheet.picture.columns
        if self.shown.mode == AREA and columns:
            return columns[self.canvas.here.column].day
        return self.shown.day

    def show_area(self, area_id: int) -> None:
        """Show another area; in the day's and the table's view it is only marked."""
        self.area_id = area_id
        self.desk.remember(_AREA, area_id)
        self.desk.show(self.refresh)

    def press_column(self, number: int) -> None:
        """A day's title shows all areas of that day, an area's title its week."""
        columns = self.canvas.sheet.picture.columns
        if not 0 <= number < len(columns):
            return
        if self.shown.mode == DAY:
            self.area_id = columns[number].area_id
            self.show_mode(AREA)
        else:
            self.show_days(Shown(columns[number].day, DAY))
            self.page.focus_first()

    def choose_booking(self, booking_id: int) -> bool:
        """Stand on a booking in the view on show."""
        if self.shown.mode == TABLE:
            return self.table.choose_booking(booking_id)
        return self.canvas.choose_booking(booking_id)

    def go_to_booking(self, booking_id: int, area_id: int, day: date) -> None:
        """Show a booking's area and day, and stand on it."""
        self.area_id = area_id
        self.show_days(self.shown.around(day))
        self.choose_booking(booking_id)
        self.open_wanted()


def _blank(day: date) -> CalendarPicture:
    """Nothing, until the days are read."""
    return CalendarPicture((), (), (), 0, 24 * 60, day, 0, GroundsLimits())
