"""What the practice tab shows: reads the days and the course on show and gives them to the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openblock import clock
from openblock.features.shadowing.queries import (
    courses,
    practice_grid,
    to_replan,
    waiting_number,
)
from openblock.features.shadowing.queries.rows import CourseRow, PracticeGrid, ShadowingRow
from openblock.features.shadowing.ui.confirm_list import whose_hours
from openblock.features.shadowing.ui.facts import cell_lines, learning_lines, line_of, mentor_lines
from openblock.features.shadowing.ui.openings import Openings
from openblock.features.shadowing.ui.page import PracticePage
from openblock.features.shadowing.ui.period import SPANS, Period
from openblock.features.shadowing.ui.picture import codes_of, picture_of
from openblock.features.shadowing.ui.planning import Planning
from openblock.features.shadowing.ui.toolbar import ALL_COURSES
from openblock.i18n import _, format_long_day
from openblock.ui.desk import Desk
from openblock.ui.tab import Tab

_SPAN, _COURSE = "shadowing/span", "shadowing/course"
_MINUTE_MS = 60_000


class PracticeShowing(Tab):
    """Reads the shown days after every change and lets the grid redraw what differs."""

    icon_name = "shadowing"
    manual_page = "shadowing"
    tables = frozenset(
        {
            *("courses", "situations", "practice_items", "trainees", "clearances", "classes"),
            *("unavailabilities", "shadowings", "addenda", "duties", "officers"),
            *("calendar_days", "library_days", "roster_limits", "settings"),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        span = desk.prefer(_SPAN)
        self.period = Period(clock.today(), span if span in SPANS else Period(clock.today()).span)
        self.course_id: int | None = None
        self._course_wanted: int | None = desk.prefer(_COURSE)
        self.matrix_on = False
        self.shown: PracticeGrid | None = None
        self.replans: tuple[ShadowingRow, ...] = ()
        self.openings = Openings(desk, self)
        self.planning = Planning(desk, self)
        self.page = PracticePage(desk, self.openings)
        self.grid, self.toolbar, self.side = self.page.grid, self.page.toolbar, self.page.side
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.pass_a_minute)
        self._minute.start(_MINUTE_MS)

    def title(self) -> str:
        return _("Practice")

    # Showing

    def refresh(self) -> None:
        """Read the shown days and show them."""
        now = clock.now()
        shown = self._read(now)
        known = shown.courses
        if len(known) > 1:
            # A duty that moved is said beside its officer, whichever course it upsets.
            shown = replace(shown, to_replan=self.desk.read(to_replan, now))
        self.shown, self.replans = shown, shown.to_replan
        self.toolbar.show_title(self.period.title)
        self.toolbar.show_view(self.period.span, matrix=self.matrix_on)
        self.toolbar.show_courses(known, self.course_id)
        # The figure is that of the list it opens, whichever course is on show.
        whose = whose_hours(self.desk, everybody=self.page.may_plan)
        self.toolbar.show_to_confirm(self.desk.read(waiting_number, now, whose))
        codes = codes_of(shown)
        if codes != self.grid.codes:
            self.grid.set_codes(codes)
        self.grid.set_picture(picture_of(shown, self.period.span))
        if self.matrix_on:
            self.page.matrix.show_course(self.course_id)
        if self.page.card_shown:
            self.page.card.refresh()
        self._show_replans()
        self.page.show_view(
            matrix=self.matrix_on,
            any_course=bool(known),
            any_trainee=bool(shown.lines) or (self.course_id is None and bool(known)),
        )
        self.show_facts(self.grid.current())

    def _read(self, now: datetime) -> PracticeGrid:
        """The days of the course wanted; read again only where that is another than before."""
        first, last = self.period.first, self.period.last
        if self.shown is None:
            self.course_id = self._course_of(self.desk.read(courses))
        shown: PracticeGrid = self.desk.read(practice_grid, first, last, now, self.course_id)
        course_id = self._course_of(shown.courses)
        if course_id != self.course_id:
            self.course_id = course_id
            shown = self.desk.read(practice_grid, first, last, now, course_id)
        return shown

    def _course_of(self, known: tuple[CourseRow, ...]) -> int | None:
        """The course wanted, else the one under way: it stands first; None for all of them."""
        numbers = [row.course_id for row in known]
        if self._course_wanted == ALL_COURSES and len(known) > 1:
            return None
        if self._course_wanted in numbers:
            return self._course_wanted
        return numbers[0] if numbers else None

    def _show_replans(self) -> None:
        self.side.show_replan(self.replans)
        numbers = [row.shadowing_id for row in self.replans]
        kept = self.page.bar.row
        place = numbers.index(kept.shadowing_id) if kept and kept.shadowing_id in numbers else 0
        self.show_replan(self.replans[place] if self.replans else None)

    def show_replan(self, row: ShadowingRow | None) -> None:
        """Say in the bar what has become of one shift, and offer the ways out."""
        self.page.bar.show_rows(self.replans, row)
        if row is not None and self.page.may_plan:
            self.page.bar.offer(self.planning.part_left(row))

    def show_facts(self, place: object) -> None:
        """What is known of the cell at ``place``."""
        if self.shown is None or not isinstance(place, tuple):
            self.side.clear()
            return
        key, day = place
        line = line_of(self.shown, key)
        if line is None:
            self.side.show_cell(format_long_day(day), mentor_lines(self.shown, key, day))
            return
        name = line.trainee.name
        self.side.show_learning(name, learning_lines(self.shown, line))
        lines = cell_lines(self.shown, line.trainee.trainee_id, day)
        self.side.show_cell(format_long_day(day), lines)

    def pass_a_minute(self) -> None:
        """What is planned begins and ends while nobody does anything; typing is not disturbed."""
        busy = self.grid.editing.pending or self.grid.editing.painting
        if self.isVisible() and not busy and not self.grid.cells.carrying.active:
            self.desk.show(self.refresh)

    def focus_first(self) -> None:
        self.page.focus_first()

    # Days, course and view

    def show_period(self, period: Period) -> None:
        """Show other days."""
        self.period = period
        self.desk.show(self.refresh)

    def step(self, by: int) -> None:
        """As many days later (1) or earlier (-1) as are shown."""
        self.show_period(self.period.step(by))

    def go_to_today(self) -> None:
        """Show today, and stand on it."""
        self.show_period(Period(clock.today(), self.period.span))
        current = self.grid.current()
        if current is not None:
            self.grid.go_to(current[0], clock.today())

    def show_span(self, span: str) -> None:
        """A week, two or a month, keeping the day that is selected."""
        current = self.grid.current()
        day = current[1] if current else self.period.day
        self.matrix_on = False
        self.desk.remember(_SPAN, span)
        self.show_period(Period(day if isinstance(day, date) else self.period.day, span))
        if current is not None:
            self.grid.go_to(*current)

    def next_span(self) -> None:
        """The next of the three lengths."""
        self.show_span(SPANS[(SPANS.index(self.period.span) + 1) % len(SPANS)])

    def show_matrix(self, shown: bool) -> None:
        """Who has been with whom and has seen what, in the grid's place."""
        self.matrix_on = shown
        self.desk.show(self.refresh)
        self.page.focus_first()

    def show_course(self, course_id: int) -> None:
        """The trainees of a course, of all for :data:`ALL_COURSES`; remembered."""
        self._course_wanted, self.course_id = course_id, course_id or None
        self.desk.remember(_COURSE, course_id)
        self.desk.show(self.refresh)
