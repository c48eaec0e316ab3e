"""The field that says why a posted roster changes: shown where it is needed, with a cause in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from openblock.features.residents.ui.reasoned import REASON
from openblock.features.roster.queries import month_state
from openblock.features.roster.rules import MonthStanding
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit

# Nobody enters an absence of more than a year, and a month's state is one row.
_MOST_MONTHS = 14


def posted_among(desk: Desk, days: Iterable[date]) -> bool:
    """Whether one of the days belongs to a month whose roster hangs on the wall (RO-10)."""
    months = sorted({day.replace(day=1) for day in days})[:_MOST_MONTHS]
    return any(
        desk.read(month_state, month).standing is MonthStanding.PUBLISHED for month in months
    )


def months_between(first: date, last: date) -> list[date]:
    """The first day of every month from ``first`` to ``last``; none where they stand backwards."""
    found: list[date] = []
    month = first.replace(day=1)
    while month <= last and len(found) < _MOST_MONTHS:
        found.append(month)
        year, place = divmod(month.year * 12 + month.month, 12)
        month = date(year, place + 1, 1)
    return found


class PostedReason:
    """The last field of ``form``: what stands in it unasked is taken out again where it may be.

    The cause filled in is what the change itself says; whoever knows better types it over.
    """

    def __init__(self, desk: Desk, form: Form) -> None:
        self._desk = desk
        self._form = form
        self._suggested = ""
        hint = _("At least 5 characters; it is kept with your name")
        self.field = form.add(Field(REASON, _("Reason"), TextEdit(), hint=hint))
        form.show_field(REASON, shown=False)

    def look(self, days: Iterable[date], suggested: str, *, warned: bool = False) -> None:
        """Ask where a posted month changes, with ``suggested`` as why; or where a rule warns.

        What a rule warns of has to be answered by somebody: nothing is filled in for that.
        """
        posted = posted_among(self._desk, days)
        self._form.show_field(REASON, shown=posted or warned)
        self.field.needed = posted or warned
        wanted = suggested if posted and not warned else ""
        if self.field.value() == self._suggested and wanted != self._suggested:
            self._suggested = wanted
            self.field.set_value(wanted)

    def ask(self) -> None:
        """A warning came that only sending could tell."""
        self._form.show_field(REASON, shown=True)
        self.field.needed = True
        if self.field.value() == self._suggested:
            self._suggested = ""
            self.field.set_value("")

    def offer(self) -> None:
        """Leave it to whoever asks a colleague to say why."""
        self._form.show_field(REASON, shown=True)
        self.field.needed = False
        hint = _("If there is one to give")
        self.field.editor.setPlaceholderText(hint)
        self.field.editor.setToolTip(hint)
