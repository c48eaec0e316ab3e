"""A feature of the tests' own that holds something of a person, and ends it with the stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from openblock.features.residents.commands import ReleaseResident
from openblock.features.residents.queries import Join, OpenMatter, join
from openblock.features.staff.tables import RememberedHeadings
from openblock.storage.store import Done, Step, Store
from tests.features.residents.doing import NOW, version

OUT = "leave of the tests"


@dataclass(frozen=True)
class Put:
    """What the tests' own feature holds of a person, as a row any table will do for."""

    resident_id: int
    held: str


def put(work, request: Put) -> Done:
    """Holds something of a person; the way back is what was held before."""
    row = work.session.get(RememberedHeadings, f"held {request.resident_id}")
    if row is None:
        row = RememberedHeadings(list_name=f"held {request.resident_id}", headings={"held": ""})
        work.session.add(row)
    before = row.headings["held"]
    row.headings = {"held": request.held}
    return Done(undo=Step(put, Put(request.resident_id, before)))


# The door asks which feature a command or query belongs to.
put.__module__ = "openblock.features.staff.commands"
put.__name__ = "import_officers"


def held(session, resident_id: int) -> str:
    row = session.get(RememberedHeadings, f"held {resident_id}")
    return "" if row is None else row.headings["held"]


held.__module__ = "openblock.features.staff.queries"
held.__name__ = "officers"


def ending(work, resident_id: int, at: datetime) -> tuple[Step, ...]:
    """Ends what is held; the way back."""
    undo = put(work, Put(resident_id, f"ended {at:%d.%m.}")).undo
    assert undo is not None
    return (undo,)


def stopping() -> None:
    """Joins a feature that ends a bed, and has a leave open that stops the release."""

    def matters(_session, _resident_id, at):
        return (
            OpenMatter("bed", {"until": at}),
            OpenMatter("leave-open", {"since": at}, stops=True),
        )

    join(Join(OUT, lambda *_a: {}, lambda *_a: (), matters))


def release(
    store: Store, number: int, at: datetime = NOW, kind: str = "released", **facts
) -> ReleaseResident:
    """A request to release somebody as the card shows them."""
    return ReleaseResident(number, version(store, number), at, kind, **facts)
