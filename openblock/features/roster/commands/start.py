"""What a new block's roster starts with: the usual shifts and a minimum for day and night."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from openblock.clock import MINUTES_OF_DAY
from openblock.features.roster.tables import ShiftTemplate, StaffingMinimum
from openblock.i18n import _
from openblock.storage.store import Done, Work

HOUR = 60
HALF_DAY = 12 * HOUR


@dataclass(frozen=True, slots=True)
class StartRoster:
    """When the block's shifts change, in minutes of the day, and how many must be on duty."""

    shift_start: int = 9 * HOUR
    needed: int = 2


def start_roster(work: Work, request: StartRoster) -> Done:
    """Make the usual templates and minimums, named in the language spoken now.

    A block that has templates is left as it is; the value is how many templates were made.
    """
    if work.session.scalar(select(func.count()).select_from(ShiftTemplate)):
        return Done(0)
    start = request.shift_start
    evening = (start + HALF_DAY) % MINUTES_OF_DAY
    usual = (
        ("24", _("whole day"), start, MINUTES_OF_DAY),
        ("D", _("day"), start, HALF_DAY),
        ("N", _("night"), evening, HALF_DAY),
        ("8", _("working day"), 8 * HOUR, 8 * HOUR),
    )
    for code, name, first, length in usual:
        work.session.add(
            ShiftTemplate(code=code, name=name, start_minute=first, length_minutes=length)
        )
    for name, first, last in ((_("Day"), start, evening), (_("Night"), evening, start)):
        work.session.add(
            StaffingMinimum(name=name, from_minute=first, to_minute=last, needed=request.needed)
        )
    return Done(len(usual))
