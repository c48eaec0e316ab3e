"""Closes a month: the totals its time-sheet freezes, and what nobody can change afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.features.roster.commands import CloseMonth, close_month
from openblock.features.roster.queries import limits
from openblock.features.roster.queries.figures import TimeSheet
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.rules import MonthStanding
from openblock.features.roster.ui.said_card import Part, SaidCard
from openblock.i18n import _, format_hours, format_month, n_
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, YesNo
from openblock.ui.messages import words

_SEEN = "seen"
_WIDTH, _HEIGHT = 600, 420


class CloseDialog(ReasonedDialog):
    """Enter closes; what stands in the way is said instead."""

    def __init__(self, desk: Desk, month: date, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._month = month
        self._sheet: TimeSheet = desk.read(time_sheet, month)
        told = _("The totals have been looked through")
        seen = YesNo(told)
        form = Form((Field(_SEEN, told, seen),))
        form.fields[_SEEN].label.hide()
        title = _("Close {month}").format(month=format_month(month))
        super().__init__(title, form, self._close, save=_("Close the month"), parent=parent)
        self.card = SaidCard(_("What is closed"))
        self.column.insertWidget(0, self.card, 1)
        self.column.setStretch(self.column.indexOf(self.area), 0)
        self.card.show_parts(totals_parts(self._sheet, desk.read(limits).overtime_limit))
        self._why = why_not(self._sheet, month)
        self.trouble.setText(self._why)
        self.trouble.setVisible(bool(self._why))
        seen.setEnabled(not self._why)
        form.edited.connect(self._look)
        self._look()
        self.fit(_WIDTH, _HEIGHT)

    def _look(self) -> None:
        """Once closed it stays so: nobody closes a month in passing."""
        seen = self.form.fields[_SEEN].value()
        self.save_button.setEnabled(bool(seen) and not self._why)
        hint = "" if seen else _("Look through the totals and tick it (Space)")
        self.save_button.setToolTip(self._why or hint)

    def accept(self) -> None:
        """Close, once the totals were looked through."""
        if self.save_button.isEnabled():
            super().accept()

    def _close(self, values: Mapping[str, Any]) -> None:
        del values
        request = CloseMonth(self._month, self._sheet.state.number)
        said = _("Closed: {month}").format(month=format_month(self._month))
        self._desk.attempt(close_month, request, said)


def totals_parts(sheet: TimeSheet, overtime_limit: int) -> list[Part]:
    """What the time-sheet adds up to, and what closing means."""
    worked = sum(line.worked for line in sheet.lines)
    night = sum(line.night for line in sheet.lines)
    over = [line for line in sheet.lines if line.overtime > 0]
    totals = [
        n_("{number} officer", "{number} officers", len(sheet.lines)),
        _("{hours} h worked, {night} h of them at night").format(
            hours=format_hours(worked), night=format_hours(night)
        ),
        _("{hours} h of overtime").format(hours=format_hours(sum(line.overtime for line in over))),
    ]
    limited = [
        _("{name}: {hours} h in the four months").format(
            name=line.name, hours=format_hours(line.block_sum)
        )
        for line in sheet.lines
        if line.block_sum > overtime_limit
    ]
    after = [
        _("Duties, absences and call-outs of the month can no longer be changed."),
        _("The time-sheet is printed as it is counted now."),
        _("What was counted wrongly is put right by a correction, with its reason."),
    ]
    return [
        (_("Totals"), totals, ""),
        (_("Over the limit of overtime"), limited, "warning"),
        (_("Afterwards"), after, ""),
    ]


def why_not(sheet: TimeSheet, month: date) -> str:
    """Why it cannot be closed yet, in words; nothing where it can."""
    standing = sheet.state.standing
    if standing is MonthStanding.CLOSED:
        return words(KnownError("month-closed", month=month))
    if standing is MonthStanding.DRAFT:
        return words(KnownError("month-not-published", month=month))
    ends = clock.at(_next_month(month))
    return words(KnownError("month-not-over", month=month, ends=ends)) if ends > clock.now() else ""


def _next_month(month: date) -> date:
    year, place = divmod(month.year * 12 + month.month, 12)
    return date(year, place + 1, 1)
