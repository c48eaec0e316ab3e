"""What practice hangs on an officer's duties, joined to the roster (RO-12, TR-05)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import MINUTES_OF_DAY, at, day_of
from openblock.errors import Problem, Severity
from openblock.features.roster.queries import DutiesChange, DutyMark, Join, join
from openblock.features.roster.rules import Shift
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.queries.live import held_from, held_in, held_to, live
from openblock.features.shadowing.queries.practice import LAST_BEGUN, Practice
from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.queries.waiting import upset_shifts
from openblock.features.shadowing.rules.content import Span, State
from openblock.features.shadowing.tables import Shadowing, Trainee
from openblock.features.shadowing.words import hours_between


def marks(session: Session, first: date, last: date) -> tuple[DutyMark, ...]:
    """The shifts that need planning anew, on the cells of the duties they were planned on."""
    around = (
        Shadowing.duty_starts_at >= at(first),
        Shadowing.duty_starts_at < at(last, MINUTES_OF_DAY),
        # The index knows the ends, and a shift ends within its duty.
        Shadowing.ends_at > at(first),
        Shadowing.ends_at < at(last, 3 * MINUTES_OF_DAY),
    )
    return tuple(_mark(row) for row in upset_shifts(Practice(session, at(first)), *around))


def beside(session: Session, first: date, last: date) -> Mapping[tuple[int, date], tuple[str, ...]]:
    """Who stands beside an officer on the duty of a day: Zariņa E. 09:00–21:00."""
    days = Span(at(first), at(last + timedelta(days=1), MINUTES_OF_DAY))
    asked = (
        select(
            Shadowing.officer_id,
            Duty.day,
            Trainee.surname,
            Trainee.given_name,
            held_from,
            held_to,
        )
        .join(Trainee, Trainee.id == Shadowing.trainee_id)
        .join(Duty, Duty.id == LAST_BEGUN)
        .where(held_in(days), live(), Duty.ends_at >= Shadowing.ends_at)
        .order_by(held_from, Trainee.surname, Trainee.given_name, Shadowing.id)
    )
    found: dict[tuple[int, date], tuple[str, ...]] = {}
    for officer_id, day, surname, given_name, start, end in session.execute(asked):
        if first <= day <= last:
            words = f"{surname} {given_name[:1]}. {hours_between(Span(start, end))}"
            found[officer_id, day] = (*found.get((officer_id, day), ()), words)
    return found


def refusals(session: Session, changes: tuple[DutiesChange, ...]) -> tuple[Problem, ...]:
    """Why duties may not be taken away: confirmed hours stand in them, and stay (TR-12)."""
    before = [Span(each.start, each.end) for change in changes for each in change.before]
    if not before:
        return ()
    of_officer = {change.officer_id: change for change in changes}
    whole = Span(min(each.start for each in before), max(each.end for each in before))
    asked = (
        select(Shadowing.officer_id, Trainee.surname, Trainee.given_name, held_from, held_to)
        .join(Trainee, Trainee.id == Shadowing.trainee_id)
        .where(
            Shadowing.state == State.CONFIRMED,
            held_in(whole),
            Shadowing.officer_id.in_(sorted(of_officer)),
        )
        .order_by(held_from, Shadowing.id)
    )
    found = []
    for officer_id, surname, given_name, start, end in session.execute(asked):
        change, span = of_officer[officer_id], Span(start, end)
        if _stands(change.before, span) and not _stands(change.after, span):
            facts = {
                "name": change.name,
                "trainee": f"{surname} {given_name}",
                "start": start,
                "end": end,
                "day": day_of(start),
            }
            found.append(Problem("practice-confirmed-on-duty", facts=facts, field="cells"))
    return tuple(found)


def _stands(duties: tuple[Shift, ...], span: Span) -> bool:
    return any(Span(each.start, each.end).holds(span) for each in duties)


def _mark(row: ShadowingRow) -> DutyMark:
    facts = {
        "trainee": row.trainee,
        "mentor": row.mentor,
        "start": row.span.start,
        "end": row.span.end,
        "upset": row.upset,
    }
    problem = Problem("practice-needs-replanning", Severity.WARNING, facts)
    place = {"shadowing_id": row.shadowing_id, "trainee_id": row.trainee_id, "day": row.day}
    day = day_of(row.duty.start)
    return DutyMark(row.officer_id, day, problem, "shadowing", place, row.span.minutes)


SHADOWING = Join("shadowing", marks, beside, refusals)
join(SHADOWING)
