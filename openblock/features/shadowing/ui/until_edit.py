"""An editor of the end of some days: who is away until the 5th is away on the 5th as well."""

from __future__ import annotations

from datetime import datetime, timedelta

from openblock import clock
from openblock.clock import MINUTES_OF_DAY
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.i18n import format_moment

_MINUTE = timedelta(minutes=1)
_LAST = MINUTES_OF_DAY - 1


class UntilEdit(MomentEdit):
    """A day's end is shown and typed as its last minute, 23:59; the value is the midnight after.

    Midnight belongs to the next day: whoever changed the date alone lost the last day.
    """

    def value(self) -> datetime | None:
        day = self.day.value()
        if day is not None and self.time.value() == _LAST:
            return clock.at(day, MINUTES_OF_DAY)
        return super().value()

    def set_value(self, value: datetime | None) -> None:
        super().set_value(_shown(value) if value is not None else None)


def until_words(moment: datetime) -> str:
    """The end of some days as :class:`UntilEdit` shows it."""
    return format_moment(_shown(moment))


def _shown(moment: datetime) -> datetime:
    midnight = moment == clock.at(clock.day_of(moment))
    return moment - _MINUTE if midnight else moment
