"""What a release ends here: the person's bed, what was planned, what was held (RES-09)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select

from openblock.features.residents.commands import ends_with
from openblock.features.rooms.commands.ledger import Ledger
from openblock.features.rooms.queries.planning import bound_to_stay
from openblock.features.rooms.tables import Assignment, Hold
from openblock.storage.store import Step, Work


def end_of_stay(work: Work, resident_id: int, at: datetime) -> tuple[Step, ...]:
    """Ends the person's assignments and holds at ``at``; later ones of the stay are taken out.

    What is planned for another stay is left for that one. Gives back the step that undoes it, to
    be run once the stay goes on again.
    """
    ledger = Ledger(work)
    last = bound_to_stay(work.session, resident_id, at)
    kinds: tuple[type[Any], ...] = (Assignment, Hold)
    for kind in kinds:
        asked = select(kind).where(
            kind.resident_id == resident_id, kind.ends_at > at, kind.starts_at < last
        )
        for row in work.session.scalars(asked).all():
            if row.starts_at >= at:
                ledger.remove(row)
            else:
                ledger.change(row, ends_at=at)
    return (ledger.undo(),)


ends_with("rooms", end_of_stay)
