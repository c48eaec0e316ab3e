"""What a release ends here and an erasure empties: bed, plans and holds (RES-09, RES-10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from openblock.errors import Severity
from openblock.features.residents.commands import ends_with, erases_with, resumes_with
from openblock.features.rooms.commands.ledger import Ledger
from openblock.features.rooms.queries.planning import (
    Moment,
    bed_free_until,
    bound_to_stay,
    next_start,
    plan_changing,
)
from openblock.features.rooms.queries.stored import assignment_content
from openblock.features.rooms.rules.content import Why
from openblock.features.rooms.tables import Assignment, Hold
from openblock.storage.store import Step, Work


def end_of_stay(work: Work, resident_id: int, at: datetime) -> tuple[Step, ...]:
    """Ends the person's assignments and holds at ``at``; later ones of the stay are taken out.

    What is planned for another stay is left for that one. Gives back the step that undoes it, to
    be run once the stay goes on again; none where nothing was to be ended.
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
    undo = ledger.done().undo
    return () if undo is None else (undo,)


def going_on(work: Work, resident_id: int, at: datetime) -> tuple[Step, ...]:
    """Lets the bed that was to end with the stay at ``at`` go on as far as it is free.

    Where a rule speaks against it (the bed closes, somebody to be kept apart comes), the bed
    ends as planned, and the person is seen to be without one from then on.
    """
    row = work.session.scalars(
        select(Assignment).where(Assignment.resident_id == resident_id, Assignment.ends_at == at)
    ).one_or_none()
    if row is None:
        return ()
    until = min(
        bed_free_until(work.session, row.bed_id, at), next_start(work.session, resident_id, at)
    )
    content = replace(assignment_content(row), ends_at=until)
    moment = Moment(work.now, work.today, work.actor.name)
    plan = plan_changing(work.session, row, content, Why(row.reason, row.remark), moment)
    if until <= at or any(each.severity is Severity.ERROR for each in plan.problems):
        return ()
    ledger = Ledger(work)
    ledger.change(row, ends_at=until)
    return (ledger.undo(),)


def without_words(work: Work, resident_id: int) -> None:
    """Empties what officers wrote about an erased person's beds; who slept where is figures.

    The number of a decision leads to the paper with the name.
    """
    own = select(Assignment).where(Assignment.resident_id == resident_id)
    for row in work.session.scalars(own):
        row.remark = row.override = row.decision_number = ""
    for hold in work.session.scalars(select(Hold).where(Hold.resident_id == resident_id)):
        hold.remark = ""


ends_with("rooms", end_of_stay)
erases_with("rooms", without_words)
resumes_with("rooms", going_on)
