"""Stays are corrected while they last, and planned ones called off."""

from __future__ import annotations

from dataclasses import replace

from openblock.errors import KnownError, Problem
from openblock.features.residents.commands.admission import age, stored_content
from openblock.features.residents.commands.release import end_joined
from openblock.features.residents.commands.requests import CancelArrival, ChangeStay
from openblock.features.residents.commands.restore import Rows
from openblock.features.residents.commands.stored import (
    demand_reason,
    prison_problems,
    resident_of,
    settle,
    stay_of,
    stays_of,
)
from openblock.features.residents.queries.card import stay_content
from openblock.features.residents.rules.content import StayContent
from openblock.features.residents.rules.reasons import tidy_reason
from openblock.features.residents.rules.stays import stay_problems
from openblock.features.residents.tables import Resident, Stay
from openblock.storage.store import Done, Work


def change_stay(work: Work, request: ChangeStay) -> Done:
    """Another arrival, origin or sentence for a stay; how it ends is the release's to say.

    RuleBroken with every problem (RES-06, RES-07); KnownError ``stay-ended``.
    """
    stay = stay_of(work, request.stay_id, request.version)
    if stay.discharged <= work.now:
        raise KnownError("stay-ended")
    resident = resident_of(work, stay.resident_id)
    before = stay_content(stay)
    after = replace(
        request.stay,
        discharged=before.discharged,
        discharge_kind=before.discharge_kind,
        transferred_to_id=before.transferred_to_id,
    )
    others = [stay_content(each) for each in stays_of(work, resident.id) if each is not stay]
    found = (*stay_problems(after, others), *_facts_problems(work, resident, before, after))
    earlier = age(work, stored_content(resident), before.admitted)
    kept = settle(found, request.reason, before=earlier, accepted=resident.accepted)
    rows = Rows(work)
    rows.change(resident, accepted={**resident.accepted, **kept})
    rows.change(stay, **_entered(after))
    work.about("resident", resident.id, reason=tidy_reason(request.reason))
    return Done(undo=rows.undo())


def _facts_problems(
    work: Work, resident: Resident, before: StayContent, after: StayContent
) -> tuple[Problem, ...]:
    """Age at admission, and the prison where it is another one than before."""
    aged = age(work, stored_content(resident), after.admitted)
    if after.admitted_from_id == before.admitted_from_id:
        return aged
    return (
        *aged,
        *prison_problems(work, "admitted_from_id", after.admitted_from_id, after.admitted),
    )


def _entered(content: StayContent) -> dict[str, object]:
    return {
        "admitted": content.admitted,
        "admission_kind": str(content.admission_kind),
        "admitted_from_id": content.admitted_from_id,
        "sentence_start": content.sentence_start,
        "sentence_end": content.sentence_end,
    }


def cancel_arrival(work: Work, request: CancelArrival) -> Done:
    """Takes a planned stay out, with what joined features planned for it; the person stays known.

    KnownError ``stay-begun`` when it is not planned any more; RuleBroken ``reason-needed``.
    """
    stay: Stay = stay_of(work, request.stay_id, request.version)
    if stay.admitted <= work.now:
        raise KnownError("stay-begun")
    work.about("resident", stay.resident_id, reason=demand_reason(request.reason))
    back = end_joined(work, stay.resident_id, stay.admitted)
    rows = Rows(work)
    rows.remove(stay)
    return Done(undo=rows.undo(then=back))
