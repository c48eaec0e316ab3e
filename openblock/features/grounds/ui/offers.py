"""The sheets of the grounds Ctrl+P offers, with the days on show filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from openblock import clock
from openblock.features.grounds.sheets_pdf.ready import Read, ready_area, ready_day, ready_week
from openblock.features.grounds.sheets_pdf.ready_fair_use import ready_fair_use
from openblock.features.residents.sheets import Copy
from openblock.features.residents.ui.offers import offered
from openblock.printing.ready import ReadySheet
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer

#: Prepares a sheet with a way to read, at an instant.
Prepare = Callable[[Read, datetime], ReadySheet]


def sheets(
    desk: Desk, week: date, day: date | None = None, area_id: int | None = None
) -> tuple[SheetOffer, ...]:
    """The week plan first, as it is posted, then with names; the day list, one area, fair use.

    ``week`` is any of its days, ``day`` the one that is marked, today without it; the lists of an
    area are offered where one is on show.
    """
    shown = day or clock.today()
    offering = _Offering(desk)
    one = [] if area_id is None else _of_area(offering, area_id, week)
    made = (
        *(_plan(offering, week, copy) for copy in (None, Copy.WALL, Copy.DUTY)),
        offering.handed(lambda read, at: ready_day(read, shown, at)),
        *one,
        offering.handed(lambda read, at: ready_fair_use(read, week, at)),
    )
    offering.forget()
    return made


def _plan(offering: _Offering, week: date, copy: Copy | None) -> SheetOffer:
    """The week plan lies, and each copy is a sheet of its own in the list of sheets."""
    if copy is Copy.DUTY:
        made = offering.handed(lambda read, at: ready_week(read, week, at, copy))
    else:
        made = offering.posted(lambda read, at: ready_week(read, week, at, copy))
    return replace(made, orientation="landscape")


def _of_area(offering: _Offering, area_id: int, week: date) -> list[SheetOffer]:
    return [
        offering.posted(lambda read, at: ready_area(read, area_id, week, at)),
        offering.handed(lambda read, at: ready_area(read, area_id, week, at, Copy.DUTY)),
    ]


class _Offering:
    """Offers sheets that show the same days: read once for all, and anew when one is made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._at: datetime | None = clock.now()
        self._kept: dict[tuple[Any, ...], Any] = {}

    def posted(self, prepare: Prepare) -> SheetOffer:
        """A sheet that may hang on the notice board."""
        made = offered(lambda: prepare(self._read, self._at or clock.now()))
        return replace(made, consultation=Consultation("grounds", made.number))

    def handed(self, prepare: Prepare) -> SheetOffer:
        """A sheet with residents' whole names: for who prints it, never for the notice board."""
        return replace(self.posted(prepare), recipient=self._desk.actor.name)

    def forget(self) -> None:
        """From here on everything is read as it is then."""
        self._at = None
        self._kept.clear()

    def _read(self, *asked: Any) -> Any:
        if self._at is None:
            return self._desk.read(*asked)
        if asked not in self._kept:
            self._kept[asked] = self._desk.read(*asked)
        return self._kept[asked]
