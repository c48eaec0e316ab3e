"""Makes the list of a shift ready for the window and the command line: read, named, numbered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from openblock.features.grounds.queries import grounds_limits
from openblock.features.grounds.rules.content import GroundsLimits
from openblock.features.today.queries import ShiftList, shift_list
from openblock.features.today.sheets import shift_sheet, subjects_of
from openblock.features.today.sheets_pdf.shift import shift_pdf
from openblock.i18n import _, format_day, format_moment
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint

#: How a sheet asks: the store's ``read`` or the desk's.
Read = Callable[..., Any]


def ready_shift(read: Read, day: date, at: datetime) -> ReadySheet:
    """The list of the shift that begins on ``day``, as it stands at ``at``."""
    shift: ShiftList = read(shift_list, day, at)
    limits: GroundsLimits = read(grounds_limits)
    version = _("as of {moment}").format(moment=format_moment(at))

    def make(imprint: Imprint) -> bytes:
        return shift_pdf(shift_sheet(shift, limits), replace(imprint, version=version))

    return ReadySheet(
        key="shift-list",
        title=_("Shift list, {day}").format(day=format_day(day)),
        number=f"ML-{day:%Y-%m-%d}",
        file_name=f"shift-{day:%Y-%m-%d}",
        version=version,
        make=make,
        subjects=subjects_of(shift),
        details={"day": day.isoformat(), "at": at.isoformat()},
    )
