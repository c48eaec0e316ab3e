"""What is entered about areas, closures and bookings, and how each can stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from openblock.features.shadowing.rules.content import Span

__all__ = [
    "ALWAYS",
    "LIVE",
    "LONGEST_SERIES_DAYS",
    "OPEN",
    "PLAN_HEIGHT",
    "PLAN_WIDTH",
    "SLOT",
    "AreaContent",
    "AreaDayContent",
    "AreaKind",
    "AreaState",
    "BookingContent",
    "ClosureContent",
    "ClosureReason",
    "GroundsLimits",
    "Guest",
    "Hours",
    "Light",
    "Neighbour",
    "Repeat",
    "SeriesContent",
    "Span",
    "State",
    "Supervisor",
    "Wish",
]

#: Bookings begin and end on quarters of an hour (GR-01).
SLOT = 15
#: A booking repeats for half a year at the longest (GR-10).
LONGEST_SERIES_DAYS = 184
#: The plan of the grounds is as wide and high, in its own units.
PLAN_WIDTH, PLAN_HEIGHT = 1000, 900

#: The opening intervals of one day, minutes of the day ``[from, to)``, in order.
Hours = tuple[tuple[int, int], ...]


class AreaKind(StrEnum):
    """What is drawn on the plan: a place that can be booked, or a building that cannot."""

    PLACE = "place"
    BUILDING = "building"


class ClosureReason(StrEnum):
    """Why an area cannot be used."""

    WEATHER = "weather"
    REPAIR = "repair"
    EVENT = "event"
    SAFETY = "safety"
    OTHER = "other"


class State(StrEnum):
    """What has been decided about a booking, or ticked at the door (GR-11)."""

    REQUESTED = "requested"
    APPROVED = "approved"
    IN_USE = "in-use"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    NO_SHOW = "no-show"


#: The states that take places in the area and the participants' time.
LIVE = frozenset({State.REQUESTED, State.APPROVED, State.IN_USE, State.FINISHED})
#: The states a booking may still be moved, extended or cancelled in.
OPEN = frozenset({State.REQUESTED, State.APPROVED})


class AreaState(StrEnum):
    """How an area stands at a moment, with the letter that is drawn: B, L, S, T, - in Latvian."""

    FREE = "free"
    IN_USE = "in-use"
    CLOSED = "closed"
    DARK = "dark"
    SHUT = "shut"


class Repeat(StrEnum):
    """How a booking repeats (GR-10)."""

    DAILY = "daily"
    WEEKLY = "weekly"


#: From Monday to Sunday; open from wake-up to night rest until somebody says otherwise.
ALWAYS: tuple[Hours, ...] = (((7 * 60, 21 * 60),),) * 7


@dataclass(frozen=True, slots=True)
class AreaContent:
    """An area as entered (GR-01); ``hours`` for each weekday from Monday; the plan in its units."""

    name: str
    kind: AreaKind = AreaKind.PLACE
    active: bool = True
    capacity: int = 12
    exclusive: bool = False
    indoor: bool = False
    floodlit: bool = False
    ratio: int = 12
    shortest: int = 30
    longest: int = 120
    counted: bool = False
    hours: tuple[Hours, ...] = ALWAYS
    remark: str = ""
    x: int = 0
    y: int = 0
    width: int = 200
    height: int = 140

    @property
    def needs_light(self) -> bool:
        """Whether the sun decides: outdoors, and nothing lights it (GR-04)."""
        return not self.indoor and not self.floodlit


@dataclass(frozen=True, slots=True)
class AreaDayContent:
    """Other hours of an area on one date; none at all: it does not open."""

    area_id: int
    day: date
    hours: Hours = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ClosureContent:
    """An area out of use ``[starts_at, ends_at)``."""

    area_id: int
    starts_at: datetime
    ends_at: datetime
    reason: ClosureReason
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BookingContent:
    """A booking as entered: ``residents`` take part, ``officer_id`` watches over them."""

    area_id: int
    starts_at: datetime
    ends_at: datetime
    residents: tuple[int, ...]
    purpose: str = ""
    equipment: str = ""
    officer_id: int | None = None

    @property
    def span(self) -> Span:
        """The time of it."""
        return Span(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class SeriesContent:
    """A booking that repeats: ``first`` is the booking of the first date, like it are the others.

    ``weekdays`` (0 is Monday) for WEEKLY; each date has the first one's wall-clock hours, on the
    23- and 25-hour day too. ``until`` is the last date it may fall on.
    """

    first: BookingContent
    repeat: Repeat
    until: date
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Light:
    """The daylight of a date at the block (GR-04): sunrise and sunset, civil dawn and dusk.

    Aware UTC, whole minutes; None where that does not happen on this date. ``always`` is True
    where the sun stays up all day, False where it does not rise, None on an ordinary day.
    """

    day: date
    sunrise: datetime | None
    sunset: datetime | None
    dawn: datetime | None
    dusk: datetime | None
    always: bool | None = None


@dataclass(frozen=True, slots=True)
class GroundsLimits:
    """The figures the grounds are judged by: settings of the block (GR-04 to GR-12).

    Minutes; ``night_from``, ``night_to`` and ``counts`` are minutes of the day. ``week_quota`` 0
    is no quota.
    """

    civil: bool = False
    dark_is_error: bool = True
    margin: int = 0
    night_from: int = 22 * 60
    night_to: int = 6 * 60 + 30
    counts: tuple[int, ...] = (6 * 60 + 45, 21 * 60 + 30)
    count_guard: int = 10
    week_quota: int = 0
    approval: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A live booking of the same area that meets a wish.

    ``residents`` are names by number, for keep-apart pairs; ``by`` and ``when`` who booked it.
    """

    booking_id: int
    span: Span
    heads: int
    purpose: str
    by: str
    when: datetime
    residents: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Supervisor:
    """The officer who is to watch: the duties near the wish, and what else is watched then.

    ``watched`` are (time, heads, ratio of that area), without the booking that is being changed.
    """

    officer_id: int
    name: str
    duties: tuple[Span, ...]
    watched: tuple[tuple[Span, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Guest:
    """A resident who is to take part: stays near the wish, and what else the time is taken by.

    ``busy`` are (time, kind of commitment, words); ``this_week`` how many other bookings lie ahead
    in the same week (GR-12).
    """

    resident_id: int
    name: str
    present: tuple[Span, ...]
    busy: tuple[tuple[Span, str, str], ...] = ()
    this_week: int = 0


@dataclass(frozen=True, slots=True)
class Wish:
    """A booking somebody wishes for, with everything around it that can forbid it.

    ``open`` are the opening hours of its dates, ``closures`` what is out of use then, ``apart``
    the keep-apart pairs (numbers, lower first) among everybody there at the time. ``neighbours``
    are of the same area; ``before`` is the stored time of the booking that is being changed, None
    for a new one.
    """

    content: BookingContent
    area: AreaContent
    open: tuple[Span, ...]
    closures: tuple[tuple[Span, ClosureReason, str], ...]
    light: tuple[Light, ...]
    neighbours: tuple[Neighbour, ...]
    guests: tuple[Guest, ...]
    supervisor: Supervisor | None
    roster_laid: bool
    now: datetime
    apart: frozenset[tuple[int, int]] = frozenset()
    before: Span | None = None

    @property
    def span(self) -> Span:
        """The time wished for."""
        return self.content.span

    @property
    def heads(self) -> int:
        """How many are to take part; nobody twice."""
        return len(set(self.content.residents))
