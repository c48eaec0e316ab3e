"""Officers at work for the tests of working time: the 24/72 of January 2026, and what it counts."""

from datetime import date

from sqlalchemy.orm import Session

from openblock.clock import at
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    LayCycle,
    change_cells,
    lay_cycle,
)
from openblock.features.roster.commands.absences import save_absence
from openblock.features.roster.commands.call_outs import save_call_out
from openblock.features.roster.commands.requests import SaveAbsence, SaveCallOut
from openblock.features.roster.queries import TeamCycle
from openblock.features.roster.queries.calendar import calendar_days
from openblock.features.roster.queries.counters import counters
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from openblock.features.staff.queries import officers
from openblock.storage.store import Store

HOUR = 60
JANUARY, FEBRUARY, MARCH, APRIL = (date(2026, number, 1) for number in range(1, 5))
ANCHOR = date(2026, 1, 1)


def lay_24_72(store: Store, teams: tuple[int, ...], first: date, last: date) -> None:
    """Team k stands its first duty on the k-th of January 2026 and every fourth day after."""
    pattern = ("24", "", "", "")
    cycles = tuple(TeamCycle(team, pattern, date(2026, 1, team)) for team in teams)
    store.run(lay_cycle, LayCycle(first, last, cycles))


def put(store: Store, officer: int, code: str | None, *days: date, reason: str = "") -> None:
    """One code, or an absence's letter, on every one of the days."""
    edits = tuple(CellEdit(officer, day, code) for day in days)
    store.run(change_cells, ChangeCells(edits, reason))


def call_out(store: Store, officer: int, day: date, start: int, end: int) -> None:
    """A call-out between two minutes of the wall clock, the end counted from the same midnight."""
    asked = SaveCallOut(officer, at(day, start), at(day, end), "bēgšanas mēģinājums")
    store.run(save_call_out, asked)


def days(month: date, first: int, last: int) -> tuple[date, ...]:
    """The days of a month from one number to another, both included."""
    return tuple(month.replace(day=number) for number in range(first, last + 1))


def counted(store: Store, first: date, last: date):
    """Everybody's counters beside the days shown, by officer."""
    with Session(store.engine.execution_options(readonly=True)) as session:
        return counters(
            session, officers(session), calendar_days(session, first, last), limits(session)
        )


def fall_ill(store: Store, officer: int, day: date, minute: int, until: date) -> None:
    """Sick from a minute of a day on, through another day."""
    content = AbsenceContent(officer, AbsenceKind.SICK, day, until, from_minute=minute)
    store.run(save_absence, SaveAbsence(content))
