"""Who slept where on a night: the date, the time it is looked at, and everybody by bed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.rooms.queries import Sleeper, who_slept
from openblock.features.rooms.ui.history.wording import (
    NIGHT,
    night_of,
    night_words,
    sleeper_columns,
)
from openblock.i18n import _, n_
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.forms import DayEdit, TimeEdit, labelled
from openblock.ui.table_model import RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px


class NightPage(QWidget):
    """Reads again as soon as another date or time can be read."""

    #: int: Enter or a double click on somebody, whose own past is wanted.
    person_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.day = DayEdit(_last_night())
        self.time = TimeEdit(NIGHT)
        self.said = labelled("", "secondary")
        self.problem = labelled("", "problem")
        self.model = RowsTableModel(sleeper_columns(), key=lambda row: (row.bed, row.resident_id))
        self.table = RowsView(self.model)
        self._lay_out()
        self.day.edited.connect(self.read)
        self.time.edited.connect(self.read)
        self.table.activated.connect(self._activated)
        self.read()

    def _lay_out(self) -> None:
        self.day.setAccessibleName(_("Night of"))
        self.time.setAccessibleName(_("At"))
        self.table.setAccessibleName(_("Who slept where"))
        self.said.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for words, editor, wide in ((_("Night of"), self.day, 140), (_("At"), self.time, 70)):
            label = labelled(words, "field")
            label.setBuddy(editor)
            editor.setMaximumWidth(px(wide))
            row.addWidget(label)
            row.addWidget(editor)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.day)

    def read(self) -> None:
        """Show the night of the date that is typed; what cannot be read is said beside it."""
        day, minute = self.day.value(), self.time.value()
        words = self.day.unread() or self.time.unread()
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if day is None or minute is None:
            return
        at = night_of(day, minute)
        asked = Consultation("resident-list", f"slept-{day.isoformat()}")
        rows: tuple[Sleeper, ...] = ()

        def ask() -> None:
            nonlocal rows
            rows = self._desk.read(who_slept, at, consult=asked)

        if not self._desk.show(ask):
            return
        self.model.set_rows(rows)
        self.table.fit()
        people = n_("{number} person in a bed.", "{number} people in beds.", len(rows))
        if at > clock.now():
            people = _("{people} Not yet: as it is planned now.").format(people=people)
        self.said.setText(f"{night_words(day, minute)} {people}")

    def _activated(self) -> None:
        row = self.table.chosen()
        if isinstance(row, Sleeper):
            self.person_wanted.emit(row.resident_id)


def _last_night() -> date:
    """The night that has begun last: today's from its hour on, yesterday's before it."""
    today = clock.today()
    if clock.now() >= night_of(today):
        return today
    return today - timedelta(days=1)
