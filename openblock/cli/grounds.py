"""The sheets and the calendar of the grounds that ``openblock`` makes without a window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from openblock import clock
from openblock.cli.sheets import Asked, SheetChoice
from openblock.i18n import _

if TYPE_CHECKING:
    from openblock.features.residents.sheets import Copy
    from openblock.features.shadowing.sheets_pdf.own import CalendarFile
    from openblock.printing.ready import ReadySheet
    from openblock.storage.store import Store

#: The copy where none is named: without names for the wall, with names for the door.
USUAL = "usual"
COPIES = ("none", "wall", "duty")


def calendar_of_area(store: Store, asked: Asked) -> CalendarFile:
    """The bookings of the area that is named; KnownError "area-unknown"."""
    from openblock.features.grounds.sheets_pdf.ready import (  # noqa: PLC0415
        area_named,
        ready_calendar,
    )

    return ready_calendar(store.read, area_named(store.read, asked.area), clock.now())


def trouble_in(asked: Asked) -> str:
    """What contradicts itself in what was asked of this sheet, in words; empty where nothing."""
    one_of = [asked.day is not None, asked.week is not None, asked.month is not None]
    if sum(one_of) > 1:
        return _("name a day, a week or a month, not several")
    if asked.fair_use and (asked.day is not None or asked.week is not None or asked.area):
        return _("the report on fair use is of a month and of all areas")
    if asked.month is not None and not asked.fair_use:
        return _("a month goes with --fair-use")
    if asked.day is not None and asked.area:
        return _("the list of an area is of a week")
    return ""


def _grounds(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.grounds.sheets_pdf import ready  # noqa: PLC0415
    from openblock.features.residents.sheets import Copy  # noqa: PLC0415

    read, now = store.read, clock.now()
    week = asked.week or clock.today()
    if asked.fair_use:
        # The report's own reads are loaded for it alone.
        from openblock.features.grounds.sheets_pdf.ready_fair_use import (  # noqa: PLC0415
            ready_fair_use,
        )

        return ready_fair_use(read, asked.month or clock.today(), now)
    if asked.day is not None:
        return ready.ready_day(read, asked.day, now, _copy(asked, Copy.DUTY))
    if asked.area:
        area_id = ready.area_named(read, asked.area)
        return ready.ready_area(read, area_id, week, now, _copy(asked, None))
    return ready.ready_week(read, week, now, _copy(asked, None))


def _copy(asked: Asked, usual: Copy | None) -> Copy | None:
    from openblock.features.residents.sheets import Copy  # noqa: PLC0415

    if asked.copy == USUAL:
        return usual
    return None if asked.copy == "none" else Copy(asked.copy)


GROUNDS: Mapping[str, SheetChoice] = {
    "grounds": SheetChoice(
        lambda: _("the grounds: a week for the wall, a day, one area, or fair use"),
        ("week", "day", "area", "fair-use", "month", "names"),
        _grounds,
    ),
}
