"""What is planned in the demonstration: cycles, day posts, and problems worth looking at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from openblock.clock import days_of_month
from openblock.features.roster.commands import (
    AcceptProblem,
    CellEdit,
    ChangeCells,
    LayCycle,
    RefreshCalendar,
    accept_problem,
    change_cells,
    lay_cycle,
    refresh_calendar,
)
from openblock.features.roster.queries import TeamCycle, calendar_days, roster
from openblock.features.roster.rules import CYCLE_PRESETS
from openblock.features.staff.queries import OfficerRow, officers
from openblock.storage.store import Store

ANCHOR = date(2026, 1, 1)
TEAMS = (1, 2, 3, 4)
HALF_A_MONTH = 15


def plan(store: Store, day: date) -> None:
    """Plan three full months, of which ``day`` is in the last, and half of the next one."""
    last_month = days_of_month(day.year, day.month)
    first = _months_before(day, 2)
    after = last_month[-1] + timedelta(days=1)
    store.run(refresh_calendar, RefreshCalendar(first.year, after.year))
    cycles = tuple(
        TeamCycle(team, CYCLE_PRESETS["24/72"], ANCHOR + timedelta(days=team - 1)) for team in TEAMS
    )
    half = after + timedelta(days=HALF_A_MONTH - 1)
    store.run(lay_cycle, LayCycle(first, half, cycles))
    people = store.read(officers)
    _type(store, _day_posts(store, people, first, half))
    _type(store, _oddities(people, last_month))
    _accept_one(store, last_month)


def _months_before(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def _type(store: Store, edits: Iterable[CellEdit]) -> None:
    store.run(change_cells, ChangeCells(tuple(edits)))


def _day_posts(
    store: Store, people: tuple[OfficerRow, ...], first: date, last: date
) -> Iterable[CellEdit]:
    worked = [each.day for each in store.read(calendar_days, first, last) if each.kind.works]
    for officer in people:
        if officer.team is None:
            for day in worked:
                yield CellEdit(officer.officer_id, day, "8")


@dataclass(frozen=True, slots=True)
class _Team:
    """A team's officers, and the days of the month on which it is its turn."""

    members: tuple[int, ...]
    days: tuple[date, ...]


def _oddities(people: tuple[OfficerRow, ...], month: tuple[date, ...]) -> Iterable[CellEdit]:
    """What a lived month looks like: somebody fell out, somebody stood in, a night too soon."""
    teams = {
        team: _Team(
            tuple(each.officer_id for each in people if each.team == team),
            tuple(day for day in month if (day - ANCHOR).days % len(TEAMS) == team - 1),
        )
        for team in TEAMS
    }
    one, two, three, four = (teams[team] for team in TEAMS)
    next_day = timedelta(days=1)
    # Team 1 is one short; an officer of team 2 takes the day and has no rest before the own one.
    yield CellEdit(one.members[3], one.days[3], None)
    yield CellEdit(two.members[2], one.days[3], "24")
    # A night that begins twelve hours after a whole day.
    yield CellEdit(three.members[1], three.days[4] + next_day, "N")
    # Two fall out on one day, and nobody stands in.
    yield CellEdit(four.members[2], four.days[2], "B")
    yield CellEdit(four.members[4], four.days[2], "B")
    # Half a shift is covered: the day, but not the night.
    yield CellEdit(two.members[4], two.days[5], None)
    yield CellEdit(one.members[2], two.days[5] + 2 * next_day, "D")
    yield CellEdit(four.members[3], two.days[5], "D")
    # A contact person works ten days in a row.
    contact = next(each for each in people if each.team is None and each.post == "kontaktpersona")
    for number in range(10):
        yield CellEdit(contact.officer_id, month[9] + number * next_day, "8")


def _accept_one(store: Store, month: tuple[date, ...]) -> None:
    shown = store.read(roster, month[0], month[-1])
    soon = next(each for each in shown.problems if each.problem.code == "rest-too-short")
    reason = "Aizvieto saslimušu kolēģi, saskaņots ar priekšnieku"
    store.run(
        accept_problem, AcceptProblem(soon.officer_id or 0, soon.day, soon.problem.code, reason)
    )
