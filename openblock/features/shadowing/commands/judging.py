"""Which problems are answered for, and what an undo would bring back that may not be any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from openblock.errors import Problem, RuleBroken, Severity
from openblock.features.residents.rules.reasons import reason_problems, tidy_reason, unfit_problems
from openblock.features.shadowing.commands.requests import PlanShadowing
from openblock.features.shadowing.queries.wishing import Planner
from openblock.features.shadowing.rules.content import Span, State
from openblock.features.shadowing.rules.planning import places_problems, plan_problems
from openblock.features.shadowing.rules.wish import Wish
from openblock.features.shadowing.tables import Shadowing
from openblock.storage.store import Work

Values = Mapping[str, Any]
Stood = frozenset[tuple[int, str]]

#: What makes a planned shift need planning anew, as a rule of planning calls it: such a one may
#: come back, and stands as what it is (TR-05).
UPSETTING = frozenset(
    {
        "practice-outside-course",
        "practice-trainee-left",
        "practice-no-mentor",
        "practice-mentor-uncertified",
        "practice-mentor-expired",
        "practice-mentor-not-serving",
        "practice-outside-duty",
    }
)
# Two at once, or one too many: whatever stood before, the database refuses them.
_NEVER = frozenset({"practice-mentor-full", "practice-block-full", "practice-trainee-busy"})


def answer(work: Work, problems: Iterable[Problem], reason: str) -> str:
    """The reason to keep, empty where nothing asked for one.

    RuleBroken with everything, unless only warnings stand and ``reason`` answers them.
    """
    found = [each for each in problems if each.severity is not Severity.INFORMATION]
    given = tidy_reason(reason)
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors or (found and reason_problems(given)):
        raise RuleBroken(*found, *unfit_problems(given))
    unfit = unfit_problems(given)
    if unfit:
        raise RuleBroken(*unfit)
    for each in found:
        work.about("rule", each.code, reason=given)
    return given if found else ""


def lives(values: Values | None) -> bool:
    """Whether a shadowing shift of these values takes a place (TR-06)."""
    if values is None:
        return False
    planned = values["state"] == State.PLANNED and not values["cause"]
    return bool(planned or values["state"] == State.CONFIRMED)


def gains(before: Values | None, after: Values | None) -> bool:
    """Whether ``after`` takes a place, or a time, that ``before`` did not take."""
    if after is None or not lives(after):
        return False
    if before is None or not lives(before) or before["officer_id"] != after["officer_id"]:
        return True
    return not _held(before).holds(_held(after))


def _held(values: Values) -> Span:
    return Span(
        values["actual_starts_at"] or values["starts_at"],
        values["actual_ends_at"] or values["ends_at"],
    )


def stands_wrong(work: Work, row: Shadowing) -> Stood:
    """The errors a planned shift stands in before it is changed, as (number, code).

    A limit may have been tightened since: who takes back a mistaken change is not refused for it.
    """
    if row.state != State.PLANNED or row.cause:
        return frozenset()
    planner = Planner(work.session)
    wish = planner.wish(wished(row.id, row_values(row)))
    return frozenset((row.id, each.code) for each in _errors(plan_problems(wish, planner.limits)))


def row_values(row: Shadowing) -> Values:
    """The columns a wish is made of."""
    return {
        name: getattr(row, name) for name in ("trainee_id", "officer_id", "starts_at", "ends_at")
    } | {"actual_starts_at": row.actual_starts_at, "actual_ends_at": row.actual_ends_at}


def wished(number: int, values: Values) -> PlanShadowing:
    """A stored shadowing shift as if it were wished for now."""
    span = _held(values)
    return PlanShadowing(
        values["trainee_id"], values["officer_id"], span.start, span.end, shadowing_id=number
    )


def judge_row(planner: Planner, number: int, before: Values | None, after: Values | None) -> None:
    """RuleBroken where a shift that comes back has no place any more, before it is written.

    Confirmed hours need their duty too; the database would refuse both without a word.
    """
    if after is None or not lives(after):
        return
    wish = planner.wish(wished(number, after))
    found = [*places_problems(wish, planner.limits)] if gains(before, after) else []
    if after["state"] == State.CONFIRMED:
        found += _duty_problems(wish)
    if found:
        raise RuleBroken(*found)


def _duty_problems(wish: Wish) -> Iterable[Problem]:
    duties = [Span(each.start, each.end) for each in wish.mentor.duties]
    if not any(each.holds(wish.span) for each in duties):
        facts = {"trainee": wish.trainee, "name": wish.mentor.name, "start": None, "end": None}
        yield Problem("practice-hours-outside-duty", facts=facts, field="starts_at")


def judge_back(planner: Planner, back: Mapping[int, Values], stood: Stood) -> None:
    """RuleBroken where a planned shift that came back breaks a rule it did not break before.

    Judged on how it all stands now, by a planner that has read nothing before; what only needs
    planning anew may stand so.
    """
    found: list[Problem] = []
    for number, values in back.items():
        if values["state"] == State.PLANNED:
            wish = planner.wish(wished(number, values))
            found.extend(
                each
                for each in _errors(plan_problems(wish, planner.limits))
                if each.code in _NEVER or (number, each.code) not in stood
            )
    if found:
        raise RuleBroken(*found)


def _errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        each for each in problems if each.severity is Severity.ERROR and each.code not in UPSETTING
    )
