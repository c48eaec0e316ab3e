"""Who had the nights, weekends and holidays of a period: drawn bars against a fair share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.roster.queries import limits
from openblock.features.roster.queries.fairness import fairness as read_fairness
from openblock.features.roster.queries.figures import Fairness
from openblock.features.roster.rules.working_time import period_of
from openblock.features.roster.ui.fairness_bars import BarsView
from openblock.features.roster.ui.fairness_lines import (
    averages,
    columns,
    of_team,
    rows_of,
    team_options,
)
from openblock.features.roster.ui.period import Period
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import Choice, DayEdit, labelled
from openblock.ui.plain_label import plain
from openblock.ui.table_model import RowsTableModel
from openblock.ui.theme import on_screen, px
from openblock.ui.tool_buttons import push_button

_WIDTH, _HEIGHT = 1000, 620
_MOST_DAYS = 731
_DAY = timedelta(days=1)


def fairness(desk: Desk, parent: QWidget, first: date, last: date) -> bool:
    """Everybody's part of the days from ``first`` to ``last`` at first, until it is closed."""
    dialog = FairnessDialog(desk, first, last, parent)
    dialog.exec()
    dialog.deleteLater()
    return False


class FairnessDialog(QDialog):
    """Reads again as soon as both days make a period; who is shown share among themselves."""

    def __init__(self, desk: Desk, first: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found = Fairness(first, last, ())
        self.setWindowTitle(_("Fair shares"))
        self.first, self.last = DayEdit(first), DayEdit(last)
        self.team = Choice((("", _("All teams")),), "")
        self.trouble = plain("", "problem")
        self.said = plain("", "secondary")
        self.model = RowsTableModel(columns(), key=lambda row: row.share.officer_id, parent=self)
        self.table = BarsView(self.model)
        self._lay_out()
        for edit in (self.first, self.last):
            edit.edited.connect(self._days_edited)
        self.team.edited.connect(self._show)
        self.trouble.hide()
        self._read(first, last)
        self.resize(on_screen(_WIDTH, _HEIGHT))
        self.table.setFocus()

    def choose(self, first: date, last: date) -> None:
        """Show the days from ``first`` to ``last``."""
        for edit, day in ((self.first, first), (self.last, last)):
            edit.blockSignals(True)
            edit.set_value(day)
            edit.blockSignals(False)
        self._days_edited()

    def _days_edited(self) -> None:
        first, last = self.first.value(), self.last.value()
        trouble = _trouble(first, last)
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        if first is not None and last is not None and not trouble:
            self._desk.show(lambda: self._read(first, last))

    def _read(self, first: date, last: date) -> None:
        self._found = self._desk.read(read_fairness, first, last)
        self.team.set_options(team_options(self._found.shares))
        if self.team.currentIndex() < 0:
            self.team.setCurrentIndex(0)
        self._show()

    def _show(self) -> None:
        shown = of_team(self.team.value())
        rows = rows_of([each for each in self._found.shares if shown(each)])
        self.model.set_rows(rows)
        self.table.fit()
        self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        self.said.setText(averages(rows) or _("Nobody served in these days."))

    def _lay_out(self) -> None:
        self.first.setAccessibleName(_("From"))
        self.last.setAccessibleName(_("To"))
        self.team.setAccessibleName(_("Team"))
        self.table.setAccessibleName(_("Officers and what they had"))
        head = FlowLayout(gap=8)
        for caption, field in (
            (_("From"), self.first),
            (_("To"), self.last),
            (_("Team"), self.team),
        ):
            head.addWidget(_beside(caption, field))
        for button in self._spans():
            head.addWidget(button)
        foot = QHBoxLayout()
        legend = plain(_("The dashed line is a fair share for the days served."), "hint")
        foot.addWidget(legend, 1)
        close = push_button(_("Close"), "", _("Close"), "leave-form")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _spans(self) -> list[QPushButton]:
        """The periods that are asked for most, one click each."""
        today = clock.today()
        month = Period(today)
        found: list[tuple[str, Callable[[], tuple[date, date]]]] = [
            (_("Month"), lambda: (month.first, month.last)),
            (_("Reference period"), partial(self._reference, today)),
            (_("Year"), lambda: (date(today.year, 1, 1), date(today.year, 12, 31))),
        ]
        self.spans = []
        for words, days in found:
            button = push_button(words, "", _("{period} with today in it").format(period=words))
            button.clicked.connect(partial(self._choose, days))
            self.spans.append(button)
        return self.spans

    def _reference(self, today: date) -> tuple[date, date]:
        months = period_of(today.replace(day=1), self._desk.read(limits))
        return months[0], Period(months[-1]).last

    def _choose(self, days: Callable[[], tuple[date, date]], *_checked: bool) -> None:
        self._desk.show(lambda: self.choose(*days()))


def _trouble(first: date | None, last: date | None) -> str:
    """What keeps two days from being a period, in words."""
    if first is None or last is None:
        return _("Type both days, such as 22.11. or 22.11.2026.")
    if last < first:
        return _("The last day is before the first.")
    if (last - first) >= _DAY * _MOST_DAYS:
        return _("Choose two years at most.")
    return ""


def _beside(caption: str, field: QWidget) -> QWidget:
    """The caption and its field stay together where the line breaks."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(6))
    label = labelled(caption, "")
    label.setBuddy(field)
    line.addWidget(label)
    line.addWidget(field, 1)
    return made
