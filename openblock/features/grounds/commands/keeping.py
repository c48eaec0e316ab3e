"""Brings the diary to what is booked: whose time a booking takes, derived anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from openblock.features.diary.commands import Book
from openblock.features.diary.queries import in_parts
from openblock.features.diary.rules import Commitment, CommitmentKind, resident
from openblock.features.grounds.queries.stored import stored_bookings
from openblock.features.grounds.rules.content import LIVE
from openblock.features.grounds.tables import Booking, Participant
from openblock.storage.ledger import RowChange
from openblock.storage.store import Work


class Keeping:
    """Notes which bookings a command writes, and writes the diary once for all of them."""

    def __init__(self, work: Work) -> None:
        self._session = work.session
        self._book = Book(work)
        self._touched: set[int] = set()

    def note(self, change: RowChange) -> None:
        """Remember that a booking, or who takes part in it, was written."""
        if change.table == Booking.__tablename__:
            self._touched.add(change.number)
        elif change.table == Participant.__tablename__:
            values = change.after or change.before or {}
            self._touched.add(values["booking_id"])

    def free(self) -> None:
        """Take everybody's time out of the diary until :meth:`settle` puts it in as it is then."""
        self._book.free(CommitmentKind.BOOKING, self._touched)

    def settle(self) -> None:
        """Write the diary as it has to be by now; the rules have looked for clashes before."""
        touched, self._touched = self._touched, set()
        held = tuple(booking_commitments(self._session, touched))
        self._book.keep(CommitmentKind.BOOKING, touched, held)


def booking_commitments(session: Session, numbers: Collection[int]) -> Iterator[Commitment]:
    """A live booking holds the time of all who came, or are to come; a missing one's is free."""
    for some in in_parts(numbers):
        for each in stored_bookings(session, Booking.id.in_(some)):
            if each.state not in LIVE:
                continue
            span = each.held
            for person in each.people:
                if person.came:
                    yield Commitment(
                        span.start,
                        span.end,
                        CommitmentKind.BOOKING,
                        each.booking_id,
                        resident(person.resident_id),
                    )
