"""Finds what is free: the time first, then the area; or the area first, then the time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.grounds.queries import AreaRow, areas, free_areas, free_times
from openblock.features.grounds.rules.content import BookingContent, Span
from openblock.features.grounds.ui.area_facts import bookable
from openblock.features.grounds.ui.booking_entries import EntriesList
from openblock.features.grounds.ui.booking_times import QuartersEdit
from openblock.features.grounds.ui.finder_lines import area_lines, time_lines
from openblock.features.grounds.ui.people_edit import PeopleEdit
from openblock.features.shadowing.ui.hours_edit import HOURS
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, Field, Form, NumberEdit, labelled
from openblock.ui.theme import on_screen, px, scale

_WIDTH, _HEIGHT, _STACKED_BELOW = 860, 520, 760
_PAUSE = 120
_LARGE = 150
_MOST_PEOPLE = 99


class FinderDialog(QDialog):
    """Enter books what is chosen: the booking's dialog takes this one's place."""

    #: What is filled in so far, with the area and the time chosen.
    book_wanted = Signal(object)

    def __init__(self, desk: Desk, span: Span, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Find what is free"))
        self._desk = desk
        self._areas: Mapping[int, AreaRow] = {
            row.area_id: row for row in bookable(desk.read(areas))
        }
        self.form = self._fields(span)
        self.found = EntriesList(_("What is free"))
        self.said = labelled("", "strong")
        self.said.setWordWrap(True)
        self.save_button = QPushButton(_("Book") + "\N{HORIZONTAL ELLIPSIS}")
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self.look)
        self.form.edited.connect(self._pause.start)
        self.found.taken.connect(self._take)
        self.save_button.clicked.connect(self.accept)
        self.resize(on_screen(_WIDTH, _HEIGHT))
        self.look()
        self.found.setFocus()

    def look(self) -> None:
        """See what is free now."""
        self._pause.stop()
        values = self.form.values()
        self.form.fields[HOURS].editor.set_day(values["day"])
        if values["day"] is None or values[HOURS] is None:
            self.found.show_lines(())
            self.said.setText(_("Type the day and the time."))
        elif values["area_id"] is None:
            self._desk.show(self._find_areas)
        else:
            self._desk.show(self._find_times)
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
        offers = self._desk.read(free_areas, span.start, span.end, values["residents"], clock.now())
        lines = area_lines(offers, self._heads())
        self.found.show_lines(lines)
        free = sum(each.fit for each in lines)
        self.said.setText(n_("{number} area is free", "{number} areas are free", free))

    def _find_times(self) -> None:
        values = self.form.values()
        length = values[HOURS].minutes
        times = self._desk.read(
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
        super().accept()
        self.book_wanted.emit(draft)

    def _fields(self, span: Span) -> Form:
        day = clock.day_of(span.start)
        hours = QuartersEdit()
        hours.set_day(day)
        hours.set_value(span)
        any_area = (None, _("Any area"))
        known = [(row.area_id, row.content.name) for row in self._areas.values()]
        number = NumberEdit(1, 1, _MOST_PEOPLE)
        return Form(
            (
                Field("area_id", _("Area"), Choice([any_area, *known])),
                Field("day", _("Day"), DayEdit(day), needed=True),
                Field(HOURS, _("Time"), hours, needed=True),
                Field("number", _("How many"), number),
                Field("residents", _("Who takes part"), PeopleEdit(self._desk)),
            )
        )

    def _lay_out(self) -> None:
        rows = self.form.layout()
        if isinstance(rows, QFormLayout) and scale() >= _LARGE:
            # With large text there is no room for a label beside its field.
            rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        right = QVBoxLayout()
        right.setSpacing(px(6))
        right.addWidget(self.said)
        right.addWidget(self.found, 1)
        self.found.setMinimumHeight(px(180))
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(px(16))
        line.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        line.addLayout(right, 1)
        if on_screen(_WIDTH, _HEIGHT).width() < px(_STACKED_BELOW):
            line.setDirection(QBoxLayout.Direction.TopToBottom)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(16), px(16), px(14))
        whole.setSpacing(px(10))
        whole.addLayout(line, 1)
        whole.addLayout(foot)
