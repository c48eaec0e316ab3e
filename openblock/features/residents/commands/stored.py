"""What the commands share: the stored row of a request or the refusal, and answered warnings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select

from openblock.clock import FOREVER
from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.residents.queries.prisons import prison_row
from openblock.features.residents.rules.reasons import (
    reason_problems,
    tidy_reason,
    unanswered,
    unfit_problems,
)
from openblock.features.residents.rules.stays import calendar_day
from openblock.features.residents.tables import Prison, Resident, Stay
from openblock.storage.store import Work


def resident_of(work: Work, resident_id: int, version: int | None = None) -> Resident:
    """The stored person of a request.

    KnownError ``resident-unknown``, ``resident-erased``, or ``changed-meanwhile`` (SEC-09).
    """
    work.about("resident", resident_id)
    resident = work.session.get(Resident, resident_id)
    if resident is None:
        raise KnownError("resident-unknown")
    demand_unerased(work, resident_id)
    if version is not None:
        work.expect(resident, version)
    return resident


def demand_unerased(work: Work, resident_id: object) -> None:
    """KnownError ``resident-erased``: nothing is entered, and nothing comes back, about them."""
    resident = work.session.get(Resident, resident_id)
    if resident is not None and resident.erased_at is not None:
        raise KnownError("resident-erased")


def stay_of(work: Work, stay_id: int, version: int) -> Stay:
    """The stored stay of a request; KnownError ``stay-unknown`` or ``changed-meanwhile``."""
    stay = work.session.get(Stay, stay_id)
    if stay is None:
        raise KnownError("stay-unknown")
    resident_of(work, stay.resident_id)
    work.expect(stay, version)
    return stay


def stays_of(work: Work, resident_id: int) -> list[Stay]:
    """A person's stays in order of time."""
    own = select(Stay).where(Stay.resident_id == resident_id).order_by(Stay.admitted)
    return list(work.session.scalars(own))


def prison_problems(
    work: Work, field: str, prison_id: int | None, at: datetime
) -> tuple[Problem, ...]:
    """Why this prison cannot be chosen for something that happened, or will, ``at`` that time."""
    if prison_id is None:
        return ()
    prison = work.session.get(Prison, prison_id)
    if prison is None:
        return (Problem("prison-unknown", field=field),)
    day = work.today if at == FOREVER else calendar_day(at)
    if prison_row(prison).chosen_on(day):
        return ()
    return (Problem("prison-not-in-use", facts={"name": prison.name, "day": day}, field=field),)


def settle(
    found: Iterable[Problem],
    reason: str,
    *,
    before: Iterable[Problem] = (),
    accepted: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The reasons to keep, by code of the warning; RuleBroken with all that is not answered for.

    A warning that was there ``before`` and has its reason in ``accepted`` is not asked about.
    """
    problems, held = tuple(found), accepted or {}
    asked = unanswered(problems, before, held)
    given = tidy_reason(reason)
    open_ones = asked if reason_problems(given) else ()
    refused = [each for each in problems if each.severity is Severity.ERROR or each in open_ones]
    refused += unfit_problems(given)
    if refused:
        raise RuleBroken(*refused)
    warned = [each for each in problems if each.severity is Severity.WARNING]
    return {each.code: given if each in asked else held[each.code] for each in warned}


def demand_reason(reason: str) -> str:
    """The tidied reason of something that always needs one; RuleBroken ``reason-needed``."""
    given = tidy_reason(reason)
    problems = reason_problems(given)
    if problems:
        raise RuleBroken(*problems)
    return given
