"""The figures of working time as reads give them: accounts, counters, time-sheet, fair shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from openblock.errors import Problem
from openblock.features.roster.queries.rows import AddendumRow, MonthState
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.versions import CellContent


@dataclass(frozen=True, slots=True)
class WorkedDuty:
    """A duty or call-out in an account: its minutes inside the period, and of them at night."""

    day: date
    code: str
    starts_at: datetime
    ends_at: datetime
    minutes: int
    night_minutes: int
    is_call_out: bool = False


@dataclass(frozen=True, slots=True)
class MonthSum:
    """One month of one officer, in minutes; overtime is worked − norm and may be negative."""

    month: date
    worked: int
    night: int
    full_norm: int
    norm: int
    absent_days: int
    absent_working_days: int
    corrected: int = 0

    @property
    def overtime(self) -> int:
        """RO-07: what was worked over the norm that absences leave, corrections included."""
        return self.worked + self.corrected - self.norm


@dataclass(frozen=True, slots=True)
class RestLine:
    """The rest before a duty and what was needed (RO-04), minutes."""

    day: date
    rest: int
    needed: int


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Every figure of one officer's month, down to the shifts it is made of (RO-04..07).

    ``months`` are those of the reference period up to this one; ``average`` is minutes in seven
    days over its ``counted_days`` (days served, absences left out).
    """

    officer_id: int
    name: str
    month: date
    duties: tuple[WorkedDuty, ...]
    absences: tuple[tuple[date, date, AbsenceKind | None, int], ...]
    months: tuple[MonthSum, ...]
    rests: tuple[RestLine, ...]
    longest_frees: tuple[tuple[datetime, datetime], ...]
    period_first: date
    period_last: date
    counted_days: int
    average: int
    average_limit: int
    overtime: int
    overtime_limit: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Counters:
    """The figures beside an officer's name: the shown month's and the reference period's."""

    absent_days: int = 0
    norm: int = 0
    overtime: int = 0
    period_overtime: int = 0
    average: int = 0
    overtime_over: bool = False
    average_over: bool = False


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One officer's three rows of the time-sheet, by date of the month; minutes.

    ``kinds`` is the kind of absence on dates on which nothing was worked, "" elsewhere.
    ``block`` is the overtime of each month of the four-month block, None after this one.
    """

    officer_id: int
    badge: str
    name: str
    position: str
    team: int | None
    hours: tuple[int, ...]
    nights: tuple[int, ...]
    call_outs: tuple[tuple[tuple[datetime, datetime], ...], ...]
    kinds: tuple[str, ...]
    norm: int
    worked: int
    night: int
    overtime: int
    block: tuple[int | None, ...]
    block_sum: int
    worked_days: int
    days_of: Mapping[str, int]
    #: What the norm is without absences, and the days served: the period's average needs them.
    full_norm: int = 0
    served_days: int = 0


@dataclass(frozen=True, slots=True)
class TimeSheet:
    """A month's time-sheet: frozen where the month is closed, else as it stands now."""

    state: MonthState
    block_months: tuple[date, ...]
    norm: int
    working_days: int
    lines: tuple[SheetLine, ...]
    addenda: tuple[AddendumRow, ...]


@dataclass(frozen=True, slots=True)
class FairShare:
    """One officer's part of what nobody likes, over a period: counts of duties, and minutes."""

    officer_id: int
    name: str
    team: int | None
    duties: int
    nights: int
    weekends: int
    holidays: int
    minutes: int
    served_days: int


@dataclass(frozen=True, slots=True)
class Fairness:
    """Everybody's part, and the average of each figure over those who served."""

    first: date
    last: date
    shares: tuple[FairShare, ...]


@dataclass(frozen=True, slots=True)
class OwnShifts:
    """One officer's own month: what stands on which day, and the sums."""

    officer_id: int
    badge: str
    name: str
    month: date
    state: MonthState
    days: tuple[tuple[date, CellContent, bool], ...]
    sum: MonthSum
    period_overtime: int
