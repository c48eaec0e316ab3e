"""What the reads of the grounds give back: frozen rows, all instants aware UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from openblock.clock import day_of
from openblock.errors import Problem
from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaState,
    ClosureContent,
    GroundsLimits,
    Hours,
    Light,
    Repeat,
    Span,
    State,
)
from openblock.storage.searching import Rank


@dataclass(frozen=True, slots=True)
class AreaDayRow:
    """Other hours of an area on one date."""

    area_day_id: int
    version: int
    area_id: int
    day: date
    hours: Hours
    remark: str


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area as it is set up."""

    area_id: int
    version: int
    place: int
    content: AreaContent
    days: tuple[AreaDayRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaNow:
    """An area and how it stands at the moment asked about; ``until`` when that changes.

    ``heads`` are there now; ``closure`` and ``closure_remark`` say why it is closed.
    """

    area: AreaRow
    state: AreaState
    heads: int
    until: datetime | None
    closure: str = ""
    closure_remark: str = ""
    booking_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosureRow:
    """A closure as it stands."""

    closure_id: int
    version: int
    content: ClosureContent
    closed_by: str
    closed_at: datetime

    @property
    def span(self) -> Span:
        """The time of it."""
        return Span(self.content.starts_at, self.content.ends_at)


@dataclass(frozen=True, slots=True)
class BookingRow:
    """One booking as it stands at the moment asked about.

    ``span`` is the planned time; ``lost`` the problem where a supervisor is needed and nobody is
    named or the named officer is not on duty throughout (GR-06), ``warnings`` what else there is
    to see on a live one (keep-apart pairs, no longer open, after sunset). ``residents`` are the
    participants' numbers in the order of their names.
    """

    booking_id: int
    version: int
    area_id: int
    area: str
    span: Span
    heads: int
    capacity: int
    ratio: int
    purpose: str
    equipment: str
    officer_id: int | None
    officer: str
    state: State
    residents: tuple[int, ...]
    series_id: int | None = None
    lost: Problem | None = None
    warnings: tuple[Problem, ...] = ()
    started_at: datetime | None = None
    ended_at: datetime | None = None
    cause: str = ""
    override: str = ""
    booked_by: str = ""
    booked_at: datetime | None = None

    @property
    def day(self) -> date:
        """The day it begins on."""
        return day_of(self.span.start)


@dataclass(frozen=True, slots=True)
class DayFrame:
    """A date of the calendar: its light, the planned counts, the holiday's name if it is one."""

    day: date
    light: Light
    counts: tuple[datetime, ...]
    night: tuple[Span, ...]
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """Everything the calendar of the days ``first`` to ``last`` (both included) shows.

    ``open`` holds the opening times by area and date, ``area_id`` None is all areas; ``to_mend``
    bookings from now on that lost their supervisor or cannot be as booked, whatever their date.
    """

    first: date
    last: date
    at: datetime
    area_id: int | None
    limits: GroundsLimits
    areas: tuple[AreaNow, ...]
    days: tuple[DayFrame, ...]
    open: Mapping[tuple[int, date], tuple[Span, ...]]
    closures: tuple[ClosureRow, ...]
    bookings: tuple[BookingRow, ...]
    to_mend: tuple[BookingRow, ...]


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A resident taking part; ``place`` is the bed as lists show it ("105 A")."""

    resident_id: int
    name: str
    place: str
    came: bool


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """The series a booking belongs to: its dates, how many are left, and what was skipped."""

    series_id: int
    version: int
    repeat: Repeat
    weekdays: tuple[int, ...]
    first_day: date
    last_day: date
    left: int
    skipped: tuple[tuple[date, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class SupervisorOffer:
    """An officer who could watch over a booking, best first.

    ``problems`` of one who cannot are errors; of one who can warnings. ``watching`` are heads
    under the officer's eyes already at that time, ``hours`` those watched in the last 28 days.
    """

    officer_id: int
    name: str
    post: str
    fits: bool
    problems: tuple[Problem, ...]
    watching: int
    hours: int
    duty: Span | None = None


@dataclass(frozen=True, slots=True)
class BookingCard:
    """One booking with everything beside the calendar: people, series, light, who could watch.

    ``history`` is when it was "booked", "started" and "finished", and by whom where that is kept.
    """

    booking: BookingRow
    area: AreaRow
    participants: tuple[ParticipantRow, ...]
    light: Light
    series: SeriesRow | None
    offers: tuple[SupervisorOffer, ...]
    history: tuple[tuple[datetime, str, str], ...] = ()
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class AreaOffer:
    """An area at a wished time (time first): what is left of it, or why it cannot be."""

    area: AreaRow
    left: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class FreeTime:
    """A time an area can be booked on a day (area first), and how many places are left in it."""

    span: Span
    left: int


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """One date of a series' preview: ``problems`` errors skip it, warnings ask for a reason.

    ``officer_id`` is who would watch, None where nobody has to or the roster is not laid yet.
    """

    day: date
    span: Span
    problems: tuple[Problem, ...]
    skipped: bool
    officer_id: int | None = None
    officer: str = ""


@dataclass(frozen=True, slots=True)
class EarlierGroup:
    """A group that was booked before: the same people again in as few steps as possible."""

    residents: tuple[int, ...]
    names: tuple[str, ...]
    purpose: str
    equipment: str
    minutes: int
    area_id: int
    last: datetime
    times: int


@dataclass(frozen=True, slots=True)
class FairLine:
    """One resident's use of the grounds in a period: minutes by area, times, and missed times."""

    resident_id: int
    name: str
    place: str
    minutes: Mapping[int, int]
    times: int
    missed: int
    ahead: int

    @property
    def total(self) -> int:
        """Minutes on all areas."""
        return sum(self.minutes.values())


@dataclass(frozen=True, slots=True)
class FairUse:
    """Who used what from ``first`` to ``last``, both included; the least-served first.

    ``average`` are minutes for each resident present in the period.
    """

    first: date
    last: date
    areas: tuple[AreaRow, ...]
    lines: tuple[FairLine, ...]
    average: int


@dataclass(frozen=True, slots=True)
class FoundArea:
    """An area the search box found."""

    area_id: int
    name: str
    rank: Rank
