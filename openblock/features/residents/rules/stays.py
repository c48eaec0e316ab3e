"""A person's stays: what may be entered, which one holds, and what the person is (RES-06, 11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from openblock.clock import FOREVER, day_of
from openblock.errors import Problem, Severity
from openblock.features.residents.rules.content import (
    AdmissionKind,
    DischargeKind,
    Status,
    StayContent,
)

FIRST_YEAR, LAST_YEAR = 1950, 2100
#: A release may be entered this much later without a word about it.
LATE = timedelta(hours=72)


def stay_problems(content: StayContent, others: Iterable[StayContent] = ()) -> tuple[Problem, ...]:
    """All that is wrong with a stay, alone and beside the person's ``others``."""
    return (
        *_kind_problems(content),
        *_order_problems(content),
        *_year_problems(content),
        *overlap_problems(content, others),
    )


def _kind_problems(content: StayContent) -> Iterator[Problem]:
    if content.admission_kind not in set(AdmissionKind):
        yield choice_problem("admission_kind", content.admission_kind)
    if content.discharge_kind and content.discharge_kind not in set(DischargeKind):
        yield choice_problem("discharge_kind", content.discharge_kind)


def choice_problem(field: str, value: str) -> Problem:
    """A value the house has no word for."""
    return Problem("choice-unknown", facts={"value": value}, field=field)


def _order_problems(content: StayContent) -> Iterator[Problem]:
    if content.discharged <= content.admitted:
        facts = {"admitted": content.admitted, "discharged": content.discharged}
        yield Problem("stay-ends-before-start", facts=facts, field="discharged")
    start, end = content.sentence_start, content.sentence_end
    if start is not None and end is not None and end < start:
        facts_of_sentence = {"start": start, "end": end}
        yield Problem("sentence-ends-before-start", facts=facts_of_sentence, field="sentence_end")


def _year_problems(content: StayContent) -> Iterator[Problem]:
    days = {
        "admitted": calendar_day(content.admitted),
        "discharged": None if content.discharged == FOREVER else calendar_day(content.discharged),
        "sentence_start": content.sentence_start,
        "sentence_end": content.sentence_end,
    }
    for field, day in days.items():
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            facts = {"day": day, "first_year": FIRST_YEAR, "last_year": LAST_YEAR}
            yield Problem("date-out-of-range", facts=facts, field=field)


def calendar_day(moment: datetime) -> date:
    """The block's day; at the ends of the calendar, where there is no other, that of UTC."""
    return day_of(moment) if 1 < moment.year < FOREVER.year else moment.date()


def overlap_problems(content: StayContent, others: Iterable[StayContent]) -> Iterator[Problem]:
    """RES-06: no two stays of one person share an instant; touching ends are fine."""
    for other in others:
        if content.admitted < other.discharged and other.admitted < content.discharged:
            facts = {"admitted": other.admitted, "discharged": other.discharged}
            yield Problem("stays-overlap", facts=facts, field="admitted")


def age_problems(
    birth_date: date | None, admitted: datetime, minimum_age: int
) -> tuple[Problem, ...]:
    """A person too young on the day of admission (RES-07); nothing where no birth date is known."""
    if birth_date is None:
        return ()
    age = age_on(birth_date, calendar_day(admitted))
    if age >= minimum_age:
        return ()
    facts = {"age": max(age, 0), "minimum": minimum_age}
    return (Problem("resident-under-age", Severity.WARNING, facts, "birth_date"),)


def age_on(birth_date: date, day: date) -> int:
    """Whole years on ``day``; who was born on 29 February is a year older on 1 March."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def holding(stays: Iterable[StayContent], at: datetime) -> StayContent | None:
    """The stay that holds at the instant ``at``, if one does."""
    return next((each for each in stays if each.admitted <= at < each.discharged), None)


def shown_stay(stays: Sequence[StayContent], at: datetime) -> StayContent | None:
    """The stay a register shows at ``at``: the one that holds, else the next, else the last."""
    now = holding(stays, at)
    if now is not None:
        return now
    planned = [each for each in stays if each.admitted > at]
    if planned:
        return min(planned, key=lambda each: each.admitted)
    return max(stays, key=lambda each: each.discharged, default=None)


def status_at(stays: Iterable[StayContent], at: datetime) -> Status:
    """What a person with these stays is at ``at`` (RES-11): never typed, always derived.

    Who has been here, is not, and is to come again is planned; who has no stay is not here.
    """
    every = tuple(stays)
    if holding(every, at) is not None:
        return Status.PRESENT
    return Status.PLANNED if any(each.admitted > at for each in every) else Status.DISCHARGED


def release_problems(
    stay: StayContent, others: Iterable[StayContent], now: datetime
) -> tuple[Problem, ...]:
    """Why ``stay``, as a release would leave it, may not stand (RES-09).

    A release in the future is a planned one; one entered late is warned of after three days.
    """
    if stay.discharged <= stay.admitted:
        return (Problem("release-before-admission", facts={"admitted": stay.admitted}, field="at"),)
    moved = {"discharged": "at", "discharge_kind": "kind", "admitted": "at"}
    found = [
        Problem(each.code, each.severity, each.facts, moved[each.field])
        for each in stay_problems(stay, others)
        if each.field in moved
    ]
    if stay.discharge_kind == "":
        found.append(choice_problem("kind", ""))
    if stay.discharged < now - LATE:
        hours = int(LATE.total_seconds() // 3600)
        found.append(Problem("release-long-ago", Severity.WARNING, {"hours": hours}, "at"))
    return tuple(found)


def may_be_erased(stays: Iterable[StayContent], years: int, today: date) -> bool:
    """Whether every stay ended ``years`` ago or earlier (RES-10); who has none may be at once."""
    return all(age_on(calendar_day(each.discharged), today) >= years for each in stays)
