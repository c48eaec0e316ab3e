"""Books the same again and again: every date is shown, and why one is skipped, before it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.grounds.commands import BookSeries, book_series
from openblock.features.grounds.queries import SeriesDate, areas, series_preview
from openblock.features.grounds.rules import series_problems
from openblock.features.grounds.rules.content import BookingContent, Repeat, SeriesContent
from openblock.features.grounds.ui.booking_half import typed_of
from openblock.features.grounds.ui.booking_kept import KeptDialog
from openblock.features.grounds.ui.booking_said import named
from openblock.features.grounds.ui.series_dates import counts_words, date_columns, warnings_of
from openblock.features.grounds.words import repeats, weekdays_words
from openblock.i18n import _, n_, p_
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, Field, labelled
from openblock.ui.forms.ticks_edit import TicksEdit
from openblock.ui.icons import icon
from openblock.ui.messages import words
from openblock.ui.table_model import RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import on_screen, px
from openblock.ui.worker import Progress

_WIDTH, _HEIGHT, _STACKED_BELOW = 1320, 620, 760
_USUAL_LENGTH = timedelta(days=28)
_WEEK = 7


class SeriesDialog(KeptDialog):
    """The dates are looked at in the background: half a year of them takes longer than a blink."""

    #: Back to the booking itself, with its content.
    back_wanted = Signal(object)
    draft_form = "series"

    def __init__(self, desk: Desk, draft: BookingContent, *, parent: QWidget) -> None:
        super().__init__(desk, _("Repeat the booking"), _("Book all"), parent)
        self._draft = draft
        self._previewed: SeriesContent | None = None
        self._asked: SeriesContent | None = None
        self._enter_waits = False
        self.dates: tuple[SeriesDate, ...] = ()
        self.model = RowsTableModel(date_columns(), key=lambda row: row.day)
        self.table = RowsView(self.model, sort_by=None)
        self.counts = labelled("", "strong")
        self._lay_fields()
        self._lay_table()
        self.take_size(_WIDTH, _HEIGHT)
        self.form.fields["until"].setFocus()
        self.look()

    # What is asked and sent

    def request(self) -> BookSeries | None:
        values = self.form.values()
        until, weekdays = values["until"], values["weekdays"]
        weekly = values["repeat"] == Repeat.WEEKLY
        if until is None or (weekly and not weekdays):
            return None
        days = weekdays if weekly else ()
        content = SeriesContent(self._draft, values["repeat"], until, days)
        return BookSeries(content, self.override())

    def look(self) -> None:
        """Judge every date anew; the answer comes when it is there."""
        self._pause.stop()
        self.trouble.hide()
        weekly = self.form.fields["repeat"].value() == Repeat.WEEKLY
        self.form.show_field("weekdays", shown=weekly)
        request = self.request()
        problems = () if request is None else series_problems(request.content, clock.now())
        if request is None or problems:
            self._asked = self._previewed = None
            self._show_dates(())
            self._show(problems)
            return
        if request.content != self._asked:
            self._asked = request.content
            self.counts.setText(_("Looking at the dates\N{HORIZONTAL ELLIPSIS}"))
            self._preview(request.content)

    def accept(self) -> None:
        """Book what is possible, once every date has been looked at."""
        if self._pause.isActive():
            self.look()
        self._enter_waits = self._asked is not None and self._previewed != self._asked
        if not self._enter_waits:
            super().accept()

    def send(self, request: BookSeries) -> None:
        skipped = sum(each.skipped for each in self.dates)
        made = len(self.dates) - skipped
        dates = n_("{number} date", "{number} dates", made)
        said = _("Booked on {dates}: {booking}").format(
            dates=dates, booking=named(self._draft, self._area)
        )
        if skipped:
            said += "; " + n_("{number} date skipped", "{number} dates skipped", skipped)
        self.desk.attempt(book_series, request, said)

    def missing(self) -> str:
        return _("Choose the weekdays, and until when.")

    # Kept over a lock

    def typed(self) -> dict[str, Any]:
        return {**super().typed(), **typed_of(self._draft)}

    def type_in(self, typed: Mapping[str, Any]) -> None:
        self.form.fill({name: typed[name] for name in self.form.fields if name in typed})
        super().type_in(typed)

    # Inside

    def _preview(self, content: SeriesContent) -> None:
        def work(_progress: Progress) -> tuple[SeriesDate, ...] | None:
            # Another answer has been asked for meanwhile.
            if content != self._asked:
                return None
            return self.desk.read(series_preview, content, clock.now())

        def finished(found: tuple[SeriesDate, ...] | None) -> None:
            if found is not None and content == self._asked:
                self._found(content, found)

        def refused(refusal: KnownError) -> None:
            self._say(words(refusal))

        self.desk.work(work, finished, refused=refused, owner=self)

    def _found(self, content: SeriesContent, dates: tuple[SeriesDate, ...]) -> None:
        self._previewed = content
        self._show_dates(dates)
        self._show(warnings_of(dates))
        none_left = bool(dates) and all(each.skipped for each in dates)
        self.save_button.setEnabled(bool(dates) and not none_left)
        if self._enter_waits:
            self.accept()

    def _show_dates(self, dates: tuple[SeriesDate, ...]) -> None:
        self.dates = dates
        self.model.set_rows(dates)
        self.table.fit()
        self.counts.setText(counts_words(dates) if dates else "")

    def _back(self) -> None:
        self.reject()
        self.back_wanted.emit(self._draft)

    # Looks

    def _lay_fields(self) -> None:
        rows = self.desk.read(areas)
        self._area = next(
            (row.content.name for row in rows if row.area_id == self._draft.area_id), ""
        )
        day = clock.day_of(self._draft.starts_at)
        people = n_("{number} person", "{number} people", len(self._draft.residents))
        self.tell(f"{named(self._draft, self._area)}, {people}", "strong")
        ticks = TicksEdit([(each, weekdays_words((each,))) for each in range(_WEEK)])
        ticks.set_value((day.weekday(),))
        repeat = Choice(repeats(), Repeat.WEEKLY)
        self.form.add(Field("repeat", _("How often"), repeat))
        self.form.add(Field("weekdays", p_("weekdays", "On"), ticks))
        self.form.add(Field("until", _("Until"), DayEdit(day + _USUAL_LENGTH), needed=True))

    def _lay_table(self) -> None:
        self.table.setAccessibleName(_("Every date, and what becomes of it"))
        self.table.setMinimumHeight(px(200))
        column = QVBoxLayout()
        column.setSpacing(px(6))
        column.addWidget(self.counts)
        column.addWidget(self.table, 1)
        self.body.addLayout(column, 3)
        if on_screen(_WIDTH, _HEIGHT).width() < px(_STACKED_BELOW):
            self.body.setDirection(QBoxLayout.Direction.TopToBottom)
            self.body.setAlignment(self.form, Qt.AlignmentFlag(0))

    def _buttons(self) -> QHBoxLayout:
        row = super()._buttons()
        self.back_button = QPushButton(icon("left"), _("Back to the booking"))
        self.back_button.setAutoDefault(False)
        self.back_button.setToolTip(_("Change who, what for or when"))
        self.back_button.clicked.connect(self._back)
        row.insertWidget(0, self.back_button)
        return row
