"""Finds what is free: the time first, then the area; or the area first, then the time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.grounds.queries import areas, free_areas, free_times
from openblock.features.grounds.rules.content import BookingContent, Span
from openblock.features.grounds.ui.area_facts import bookable
from openblock.features.grounds.ui.booking_times import QuartersEdit
from openblock.features.grounds.ui.finder_lines import area_lines, time_lines
from openblock.features.grounds.ui.people_edit import PeopleEdit
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.features.shadowing.ui.hours_edit import HOURS
from openblock.i18n import _, n_, p_
from openblock.ui.desk import Desk
from openblock.ui.entries import EntriesList
from openblock.ui.forms import Choice, DayEdit, Field, NumberEdit, labelled
from openblock.ui.theme import on_screen, px

_WIDTH, _HEIGHT, _STACKED_BELOW = 860, 520, 760
_MOST_PEOPLE = 99


class FinderDialog(DeedDialog):
    """Enter books what is chosen: the booking's dialog takes this one's place."""

    #: What is filled in so far, with the area and the time chosen.
    book_wanted = Signal(object)

    def __init__(self, desk: Desk, span: Span, *, parent: QWidget) -> None:
        save = _("Book") + "\N{HORIZONTAL ELLIPSIS}"
        super().__init__(desk, _("Find what is free"), save, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = bookable(desk.read(areas))
        self._add_fields([(row.area_id, row.content.name) for row in rows], span)
        self.found = EntriesList(_("What is free"))
        self.said = labelled("", "strong")
        self.said.setWordWrap(True)
        self._lay_found()
        self.found.taken.connect(self._take)
        self.take_size(_WIDTH, _HEIGHT)
        self.look()
        self.found.setFocus()

    def look(self) -> None:
        """See what is free now; what was chosen stays chosen while it can be had."""
        self._pause.stop()
        kept = self.found.line()
        values = self.form.values()
        self.form.fields[HOURS].editor.set_day(values["day"])
        if values["day"] is None or values[HOURS] is None:
            self.found.show_lines(())
            self.said.setText(_("Type the day and the time."))
        elif values["area_id"] is None:
            self.desk.show(self._find_areas)
        else:
            self.desk.show(self._find_times)
        self.found.choose(kept.what if kept is not None else None)
        self.save_button.setEnabled(self.found.line() is not None and self._fits())

    def accept(self) -> None:
        """Book what is chosen in the list."""
        if self._pause.isActive():
            self.look()
        line = self.found.line()
        if line is not None and line.fit and self.form.check():
            self._take(line.what)

    # Inside

    def _fits(self) -> bool:
        line = self.found.line()
        return line is not None and line.fit

    def _heads(self) -> int:
        number: int = self.form.fields["number"].value()
        return max(len(self.form.fields["residents"].value()), number)

    def _find_areas(self) -> None:
        values = self.form.values()
        span = values[HOURS]
        offers = self.desk.read(free_areas, span.start, span.end, values["residents"], clock.now())
        lines = area_lines(offers, self._heads())
        self.found.show_lines(lines)
        free = sum(each.fit for each in lines)
        self.said.setText(n_("{number} area is free", "{number} areas are free", free))

    def _find_times(self) -> None:
        values = self.form.values()
        length = values[HOURS].minutes
        times = self.desk.read(
            free_times, values["area_id"], values["day"], length, self._heads() or 1, clock.now()
        )
        self.found.show_lines(time_lines(times))
        if times:
            self.said.setText(_("Free on that day"))
        else:
            self.said.setText(_("Nothing of that length is free on that day."))

    def _take(self, what: object) -> None:
        """``what`` is an area's number, or a free time of the area chosen."""
        values = self.form.values()
        span: Span = values[HOURS]
        area_id = values["area_id"]
        if isinstance(what, Span):
            length = span.end - span.start
            # The time typed stays where it fits into what is free.
            span = span if what.holds(span) else Span(what.start, what.start + length)
        elif isinstance(what, int):
            area_id = what
        draft = BookingContent(area_id, span.start, span.end, values["residents"])
        self.done(QDialog.DialogCode.Accepted)
        self.book_wanted.emit(draft)

    def _add_fields(self, known: list[tuple[int, str]], span: Span) -> None:
        day = clock.day_of(span.start)
        hours = QuartersEdit()
        hours.set_day(day)
        hours.set_value(span)
        choice = Choice([(None, _("Any area")), *known])
        for field in (
            Field("area_id", p_("grounds", "Area"), choice),
            Field("day", _("Day"), DayEdit(day), needed=True),
            Field(HOURS, _("Time"), hours, needed=True),
            Field("number", _("How many"), NumberEdit(1, 1, _MOST_PEOPLE)),
            Field("residents", _("Who takes part"), PeopleEdit(self.desk)),
        ):
            self.form.add(field)

    def _lay_found(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(px(6))
        column.addWidget(self.said)
        column.addWidget(self.found, 1)
        self.found.setMinimumHeight(px(180))
        self.body.addLayout(column, 1)
        if on_screen(_WIDTH, _HEIGHT).width() < px(_STACKED_BELOW):
            # What is asked is filled in already; what was found is to be in sight.
            self.body.setDirection(QBoxLayout.Direction.BottomToTop)
            self.body.setAlignment(self.form, Qt.AlignmentFlag(0))
