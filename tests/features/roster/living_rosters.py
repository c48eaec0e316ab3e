"""A month's roster as the query would read it, of few officers, for sheets to be made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from openblock.clock import at, days_of_month
from openblock.features.roster.queries.duties import RosterDuty
from openblock.features.roster.queries.figures import Counters
from openblock.features.roster.queries.grid import Roster, RosterOfficer
from openblock.features.roster.queries.rows import AbsenceDay, Difference, MonthState
from openblock.features.roster.queries.settings import Template
from openblock.features.roster.rules import DayKind, PlainDay
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.versions import CellContent, MonthStanding

MONTH = date(2026, 11, 1)
POSTED_AT = datetime(2026, 11, 20, 5, 55, tzinfo=UTC)
NAMES = (("Žagars", "Edvīns"), ("Eglītis", "Jānis"), ("O'Brien <b>&", "Ķ"))


def plain_days(first: date, last: date) -> tuple[PlainDay, ...]:
    count = (last - first).days + 1
    days = (first + timedelta(days=each) for each in range(count))
    return tuple(
        PlainDay(each, DayKind.WEEKEND if each.weekday() >= 5 else DayKind.WORKDAY) for each in days
    )


def state(
    standing: MonthStanding = MonthStanding.PUBLISHED,
    number: int = 3,
    posted: int = 3,
    changed: int = 0,
    month: date = MONTH,
) -> MonthState:
    at_ = POSTED_AT if posted else None
    return MonthState(month, standing, number, posted, changed, "Cīrulis K.", at_)


def duty(officer_id: int, day: date, code: str = "24", hours: tuple[int, int] = (9, 33)):
    start, end = (at(day + timedelta(days=each // 24), each % 24 * 60) for each in hours)
    return RosterDuty(
        officer_id, day, code, 1, start, end, "Postenis 1", "manual", 1, "Cīrulis K.", POSTED_AT
    )


def content(duty_: RosterDuty | None = None, absence: str = "") -> CellContent:
    """What a version keeps of a cell."""
    if duty_ is None:
        return CellContent(absence=absence)
    return CellContent(duty_.code, duty_.starts_at, duty_.ends_at, duty_.post, absence)


def difference(
    officer_id: int,
    day: date,
    before: CellContent,
    after: CellContent,
    number: int = 4,
    reason: str = "aizvieto",
) -> Difference:
    surname, given = NAMES[officer_id - 1]
    return Difference(
        officer_id,
        f"{surname} {given}",
        day,
        before,
        after,
        number,
        reason,
        "Kārlis Cīrulis",
        POSTED_AT,
    )


def living(
    duties: tuple[RosterDuty, ...] = (),
    absences: Mapping[tuple[int, date], AbsenceDay] | None = None,
    changed: tuple[Difference, ...] = (),
    states: tuple[MonthState, ...] = (state(),),
    days: tuple[PlainDay, ...] = (),
    **facts: object,
) -> Roster:
    """November 2026 of three officers unless other ``days`` are given."""
    month = days_of_month(MONTH.year, MONTH.month)
    shown = days or plain_days(month[0], month[-1])
    return Roster(
        first=shown[0].day,
        last=shown[-1].day,
        days=shown,
        officers=_officers(),
        duties={(each.officer_id, each.day): each for each in duties},
        kept_free={},
        staffing=(),
        problems=(),
        templates=(Template(1, "24", "diennakts", 540, 1440, "", True, 1),),
        norm_minutes=160 * 60,
        absences=absences or {},
        changed={(each.officer_id, each.day): each for each in changed},
        states=states,
        **facts,  # type: ignore[arg-type]
    )


def _officers() -> tuple[RosterOfficer, ...]:
    counters = Counters(norm=120 * 60)
    sums = (1, 24 * 60, 8 * 60, 160 * 60, counters)
    return tuple(
        RosterOfficer(number, str(number), *name, "", "uzraugs", 1, *sums)
        for number, name in enumerate(NAMES, 1)
    )


def away(kind: AbsenceKind | None, code: str) -> AbsenceDay:
    return AbsenceDay(1, kind, code)


def on(day: int) -> date:
    """A day of the month."""
    return MONTH.replace(day=day)
