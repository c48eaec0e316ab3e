"""The sheets of the grounds Ctrl+P offers, with the days on show filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from openblock import clock
from openblock.features.grounds.sheets_pdf.ready import ready_area, ready_day, ready_week
from openblock.features.grounds.sheets_pdf.ready_fair_use import ready_fair_use
from openblock.features.residents.sheets import Copy
from openblock.features.residents.ui.offers import offered
from openblock.printing.ready import ReadySheet
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer


def sheets(
    desk: Desk, week: date, day: date | None = None, area_id: int | None = None
) -> tuple[SheetOffer, ...]:
    """The week plan first, as it is posted, then with names; the day list, one area, fair use.

    ``week`` is any of its days, ``day`` the one that is marked, today without it; the lists of an
    area are offered where one is on show.
    """
    shown = day or clock.today()
    one = [] if area_id is None else _of_area(desk, area_id, week)
    return (
        _plan(desk, week, None),
        _plan(desk, week, Copy.WALL),
        _plan(desk, week, Copy.DUTY),
        _handed(desk, lambda: ready_day(desk.read, shown, clock.now())),
        *one,
        _handed(desk, lambda: ready_fair_use(desk.read, week, clock.now())),
    )


def _plan(desk: Desk, week: date, copy: Copy | None) -> SheetOffer:
    """The week plan lies, and each copy is a sheet of its own in the list of sheets."""
    made = offered(lambda: ready_week(desk.read, week, clock.now(), copy))
    return replace(
        made,
        orientation="landscape",
        consultation=Consultation("grounds", made.number),
        recipient=desk.actor.name if copy is Copy.DUTY else None,
    )


def _of_area(desk: Desk, area_id: int, week: date) -> list[SheetOffer]:
    read = desk.read
    wall = offered(lambda: ready_area(read, area_id, week, clock.now()))
    duty = _handed(desk, lambda: ready_area(read, area_id, week, clock.now(), Copy.DUTY))
    look = Consultation("grounds", wall.number)
    return [replace(wall, consultation=look), duty]


def _handed(desk: Desk, prepare: Callable[[], ReadySheet]) -> SheetOffer:
    """A sheet with residents' names: for who prints it, never proposed for the notice board."""
    made = offered(prepare, recipient=desk.actor.name)
    return replace(made, consultation=Consultation("grounds", made.number))
