"""What a release does to bookings, and what an erasure empties of them (RES-09, RES-10)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from openblock.features.grounds.commands.ledger import Ledger
from openblock.features.grounds.commands.settling import cancel
from openblock.features.grounds.commands.stored import participants
from openblock.features.grounds.queries.joining import bookings_of_stay, taken_part_in
from openblock.features.grounds.tables import Booking
from openblock.features.residents.commands import ends_with, erases_with
from openblock.i18n import _
from openblock.storage.store import Step, Work


def end_of_stay(work: Work, resident_id: int, at: datetime) -> tuple[Step, ...]:
    """Takes the person out of the bookings that end after ``at``; alone in one, it is cancelled.

    Gives back the step that undoes it, to be run once the stay goes on again. An end that is
    withdrawn later brings none of them back: the places may be others' by then.
    """
    ledger = Ledger(work, "residents.release_resident")
    for stored in bookings_of_stay(work.session, resident_id, at):
        row = work.session.get_one(Booking, stored.booking_id)
        people = participants(work, row.id)
        if len(people) == 1:
            cancel(ledger, row, _("Nobody is left to take part: whoever was to has been released."))
            continue
        ledger.remove(next(each for each in people if each.resident_id == resident_id))
        ledger.change(row, heads=len(people) - 1)
    undo = ledger.done().undo
    return () if undo is None else (undo,)


def without_words(work: Work, resident_id: int) -> None:
    """Empties the reasons officers wrote of an erased person's bookings; who was where is figures.

    What a group was there for is nothing about one of them; of somebody alone it is.
    """
    for row in work.session.scalars(select(Booking).where(taken_part_in(resident_id))):
        row.override = row.cause = ""
        if row.heads == 1:
            row.purpose = row.equipment = ""


ends_with("grounds", end_of_stay)
erases_with("grounds", without_words)
