"""The sheets Ctrl+P offers on the rooms tab, with the moment on show filled in."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from openblock import clock
from openblock.features.residents.sheets import Copy
from openblock.features.residents.sheets_pdf import ready_residents
from openblock.features.residents.ui.offers import offered
from openblock.features.rooms.sheets_pdf.ready import (
    ready_empty,
    ready_labels,
    ready_occupancy,
    ready_order,
    ready_rooms,
)
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer


def sheet_offers(
    desk: Desk, at: datetime, room_ids: frozenset[int] | None = None
) -> tuple[SheetOffer, ...]:
    """The room list first: what hangs on the wall; then what is made of the same moment."""
    day = clock.day_of(at)
    first, last = report_period(day)
    names = Consultation("resident-list", "rooms")
    return (
        offered(lambda: ready_rooms(desk.read, at), names),
        offered(lambda: ready_labels(desk.read, at, room_ids), names),
        offered(lambda: ready_residents(desk.read, at, Copy.WALL), names),
        offered(lambda: ready_order(desk.read, day), Consultation("resident-list", "moves")),
        offered(lambda: ready_empty(desk.read, at), Consultation("resident-list", "beds")),
        offered(lambda: ready_occupancy(desk.read, first, last)),
    )


def report_period(day: date) -> tuple[date, date]:
    """The month of ``day`` as far as it is over; on its first day the month before."""
    today = clock.today()
    last = min(day, today)
    if last.day == 1:
        last -= timedelta(days=1)
    return last.replace(day=1), last
