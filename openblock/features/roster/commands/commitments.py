"""What new duties mean to everything else: the diary's clashes, and what hangs on the old ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from sqlalchemy.exc import IntegrityError

from openblock.errors import KnownError, RuleBroken
from openblock.features.diary.commands import refuse_clashes
from openblock.features.diary.rules import Commitment, CommitmentKind, officer
from openblock.features.roster.queries.joined import DutiesChange, joined, refusals_of
from openblock.features.roster.rules import Shift
from openblock.features.roster.tables import Duty
from openblock.storage.store import Work

Duties = Mapping[tuple[int, date], Shift]
NameOf = Callable[[int], str]

#: What the guard of confirmed hours says where a duty is taken away from under them.
HELD_BACK = "duty-has-confirmed"

#: How the diary knows a duty.
DUTY = CommitmentKind.DUTY.value


def commitments_of(duties: Iterable[Duty]) -> list[Commitment]:
    """What the diary holds of stored duties."""
    return [
        Commitment(each.starts_at, each.ends_at, DUTY, each.id, officer(each.officer_id))
        for each in duties
    ]


def refuse_other_clashes(work: Work, wanted: Duties, name_of: NameOf) -> None:
    """RuleBroken where an officer is meant to be at something else than a duty at that time.

    Duties among themselves are judged as they all will be (RO-03), before this is asked.
    """
    held = [
        Commitment(shift.start, shift.end, DUTY, 0, officer(officer_id))
        for (officer_id, _day), shift in wanted.items()
    ]
    names = {officer(officer_id): officer_id for officer_id, _day in wanted}
    refuse_clashes(work, held, lambda person: name_of(names[person]), but=(DUTY,), field="cells")


def refuse_taking_away(work: Work, before: Duties, after: Duties, name_of: NameOf) -> None:
    """RuleBroken where what must stay hangs on a duty that goes or moves (RO-12).

    ``before`` are the duties that change, ``after`` all of those officers around them as they
    would be.
    """
    if not before or not joined():
        return
    changes = tuple(
        DutiesChange(
            officer_id, name_of(officer_id), _of(before, officer_id), _of(after, officer_id)
        )
        for officer_id in sorted({officer_id for officer_id, _day in before})
    )
    found = refusals_of(work.session, changes)
    if found:
        raise RuleBroken(*found)


@contextmanager
def said_in_words() -> Iterator[None]:
    """KnownError where the database holds a duty back that the rules would have let move.

    It looks at each duty as it is written: hours that another duty would hold a moment later are
    outside of every one until then.
    """
    try:
        yield
    except IntegrityError as refused:
        if HELD_BACK not in str(refused.orig):
            raise
        raise KnownError("duty-held-back") from refused


def _of(duties: Duties, officer_id: int) -> tuple[Shift, ...]:
    return tuple(sorted(shift for cell, shift in duties.items() if cell[0] == officer_id))
