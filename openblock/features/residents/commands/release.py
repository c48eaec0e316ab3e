"""The release: a stay ends, and with it everything open, in one transaction (RES-09)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from openblock.clock import FOREVER
from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.residents.commands.requests import ReleaseResident, WithdrawRelease
from openblock.features.residents.commands.restore import Rows
from openblock.features.residents.commands.stored import (
    prison_problems,
    resident_of,
    settle,
    stays_of,
)
from openblock.features.residents.queries.card import open_matters, stay_content
from openblock.features.residents.rules.content import DischargeKind
from openblock.features.residents.rules.reasons import reason_problems, tidy_reason
from openblock.features.residents.rules.stays import overlap_problems, release_problems
from openblock.storage.store import Done, Step, Work

#: What a feature above does when a person's stay ends at an instant; gives back the steps that
#: undo it, in the order they have to be run.
Ending = Callable[[Work, int, datetime], tuple[Step, ...]]

#: What such a feature does when an end planned for an instant is withdrawn, likewise undone.
Resuming = Callable[[Work, int, datetime], tuple[Step, ...]]

_endings: dict[str, Ending] = {}
_resumings: dict[str, Resuming] = {}


def ends_with(key: str, ending: Ending) -> None:
    """Have ``ending`` run at every release; the feature ``key`` joins once.

    A feature that forgets to join is stopped by the database: no assignment may outlast its stay.
    """
    _endings[key] = ending


def resumes_with(key: str, resuming: Resuming) -> None:
    """Have ``resuming`` run where a planned release is withdrawn; the feature joins once."""
    _resumings[key] = resuming


def end_joined(work: Work, resident_id: int, at: datetime) -> tuple[Step, ...]:
    """Ends what every joined feature holds of a person at ``at``, written to the database.

    The steps that undo it, the last ending first.
    """
    back: tuple[Step, ...] = ()
    for key in sorted(_endings):
        back = (*_endings[key](work, resident_id, at), *back)
        work.session.flush()
    return back


def release_resident(work: Work, request: ReleaseResident) -> Done:
    """Ends the open stay and everything that hangs on it; in the future it is a planned release.

    KnownError ``resident-not-here``; RuleBroken with every problem, what stops it among them.
    """
    resident = resident_of(work, request.resident_id, request.version)
    stays = stays_of(work, resident.id)
    stay = next((each for each in stays if each.admitted <= work.now < each.discharged), None)
    if stay is None:
        raise KnownError("resident-not-here")
    ended = replace(
        stay_content(stay),
        discharged=request.at,
        discharge_kind=request.kind,
        transferred_to_id=request.transferred_to_id,
    )
    others = [stay_content(each) for each in stays if each is not stay]
    found = (
        *release_problems(ended, others, work.now),
        *prison_problems(work, "transferred_to_id", request.transferred_to_id, request.at),
        *_stopped(work, request),
    )
    settle(found, request.reason)
    # No assignment may outlast its stay, so what hangs on the stay ends first.
    back = end_joined(work, resident.id, request.at)
    rows = Rows(work)
    rows.change(
        stay,
        discharged=request.at,
        discharge_kind=str(request.kind),
        transferred_to_id=request.transferred_to_id,
    )
    work.about("resident", resident.id, reason=tidy_reason(request.reason))
    return Done(stay.id, rows.undo(then=back))


def withdraw_release(work: Work, request: WithdrawRelease) -> Done:
    """Takes a planned release back; what it ended of joined features goes on as far as it can.

    KnownError ``release-not-planned`` where none lies ahead; RuleBroken without a reason.
    """
    resident = resident_of(work, request.resident_id, request.version)
    stays = stays_of(work, resident.id)
    stay = next((each for each in stays if each.admitted <= work.now < each.discharged), None)
    if stay is None or stay.discharged == FOREVER:
        raise KnownError("release-not-planned")
    reason = tidy_reason(request.reason)
    others = [stay_content(each) for each in stays if each is not stay]
    going_on = replace(
        stay_content(stay), discharged=FOREVER, discharge_kind="", transferred_to_id=None
    )
    problems = (*reason_problems(reason), *overlap_problems(going_on, others))
    if problems:
        raise RuleBroken(*problems)
    at = stay.discharged
    rows = Rows(work)
    rows.change(stay, discharged=FOREVER, discharge_kind="", transferred_to_id=None)
    # The stay goes on first: no assignment may outlast it.
    back: tuple[Step, ...] = ()
    for key in sorted(_resumings):
        back = (*_resumings[key](work, resident.id, at), *back)
        work.session.flush()
    work.about("resident", resident.id, reason=reason)
    return Done(stay.id, rows.undo(first=back))


def _stopped(work: Work, request: ReleaseResident) -> Iterator[Problem]:
    """What has to be settled first; who did not return is released out of an open leave."""
    if request.kind == DischargeKind.DID_NOT_RETURN:
        return
    for matter in open_matters(work.session, request.resident_id, request.at):
        if matter.stops:
            facts = {"matter": matter.kind, **matter.facts}
            yield Problem("release-stopped", facts=facts, field="kind")
