"""A year of one officer at random, and what a count of every single minute makes of it.

Nothing here shares code with the program: the wall clock is asked of zoneinfo for each minute
worked, and the working days stand in a table.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

RIGA = ZoneInfo("Europe/Riga")
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
KINDS = ("leave", "sick", "training", "trip", "paid-rest", "other")
# Start and length in minutes of the wall clock.
CODES = {
    "24": (540, 1440),
    "D": (540, 720),
    "N": (1260, 720),
    "8": (480, 480),
    "V": (817, 433),
    "R": (150, 61),
}

# What is free beside Saturdays and Sundays, and the Saturdays that are not.
FREE = {
    2026: "1.1 2.1 3.4 6.4 1.5 4.5 22.6 23.6 24.6 18.11 24.12 25.12 31.12",
    2028: "14.4 17.4 1.5 4.5 23.6 20.11 25.12 26.12",
}
WORKING_SATURDAYS = {2026: "17.1 27.6", 2028: ""}
# Hours of every month of 2026 as they were published: the table above is held against them.
NORMS_2026 = (168, 160, 176, 160, 152, 160, 184, 168, 176, 176, 160, 160)


def dates(year: int, listed: str) -> set[date]:
    pairs = (each.split(".") for each in listed.split())
    return {date(year, int(month), int(day)) for day, month in pairs}


def works(day: date) -> bool:
    if day in dates(day.year, WORKING_SATURDAYS[day.year]):
        return True
    return day.weekday() < 5 and day not in dates(day.year, FREE[day.year])


def every_day(first: date, last: date) -> list[date]:
    return [first + DAY * number for number in range((last - first).days + 1)]


def month_days(year: int, month: int) -> list[date]:
    return [
        day
        for day in every_day(date(year, month, 1), date(year, month, 28) + DAY * 3)
        if day.month == month
    ]


def instant(day: date, minute: int) -> datetime:
    # Sums of one zone's times are sums of the wall clock.
    return (datetime.combine(day, time(), RIGA) + MINUTE * minute).astimezone(UTC)


@dataclass
class Away:
    kind: str
    first: date
    last: date
    from_minute: int
    to_minute: int

    @property
    def start(self) -> datetime:
        return instant(self.first, self.from_minute)

    @property
    def end(self) -> datetime:
        return instant(self.last, self.to_minute)


@dataclass
class Year:
    """One officer's year as it was entered, and what is left of it when all has been said."""

    year: int
    began: date
    ended: date
    codes: dict[date, str] = field(default_factory=dict)
    duties: list[tuple[datetime, datetime]] = field(default_factory=list)
    away: list[Away] = field(default_factory=list)
    called: list[tuple[datetime, datetime]] = field(default_factory=list)

    def serves(self, day: date) -> bool:
        return self.began <= day <= self.ended

    def plan(self, random: Random) -> None:
        share = random.choice((0.15, 0.35, 0.7))
        free_from = instant(self.began, 0)
        for day in every_day(self.began, self.ended):
            code = random.choice(list(CODES))
            start, length = CODES[code]
            if random.random() < share and instant(day, start) >= free_from:
                self.codes[day] = code
                free_from = instant(day, start + length)
                self.duties.append((instant(day, start), free_from))

    def go_away(self, random: Random) -> None:
        for _each in range(random.randint(0, 14)):
            first = random.choice(every_day(self.began, self.ended))
            last = min(first + DAY * random.choice((0, 0, 1, 4, 13, 30)), self.ended)
            begins = random.choice((0, 0, 0, 1, 599, 840, 1320, 1439))
            ends = random.choice((1440, 1440, 1440, 1, 360, 901))
            new = Away(random.choice(KINDS), first, last, begins, ends)
            if new.start < new.end and not self.busy(new.start, new.end, duties=False):
                self.away.append(new)
                self.duties = [left for each in self.duties if (left := cut(each, new))]

    def be_called(self, random: Random) -> None:
        for _each in range(random.randint(0, 20)):
            day = random.choice(every_day(self.began, self.ended - DAY * 2))
            begins, length = random.randint(0, 1439), random.choice((1, 59, 180, 700, 1500))
            start = instant(day, begins)
            end = start + MINUTE * length
            if not self.busy(start, end, duties=True):
                self.called.append((start, end))

    def busy(self, start: datetime, end: datetime, *, duties: bool) -> bool:
        taken = [(each.start, each.end) for each in self.away] + self.called
        taken += self.duties if duties else []
        return any(since < end and start < until for since, until in taken)


def cut(duty: tuple[datetime, datetime], away: Away) -> tuple[datetime, datetime] | None:
    start, end = duty
    if end <= away.start or away.end <= start:
        return duty
    if away.start <= start or away.start - start < MINUTE * 60:
        return None
    return (start, away.start)


def random_year(seed: int) -> Year:
    random = Random(seed)
    year = random.choice(list(FREE))
    began, ended = date(year - 1, 12, 30), date(year, 12, 31)
    if random.random() < 0.4:
        began = random.choice(every_day(date(year, 1, 1), date(year, 5, 31)))
    if random.random() < 0.4:
        ended = random.choice(every_day(date(year, 7, 1), date(year, 12, 31)))
    made = Year(year, began, ended)
    made.plan(random)
    made.go_away(random)
    made.be_called(random)
    return made


@dataclass
class Count:
    """What was worked, minute by minute."""

    hours: Counter[date] = field(default_factory=Counter)
    nights: Counter[date] = field(default_factory=Counter)

    def add(self, start: datetime, end: datetime) -> None:
        minute = start
        while minute < end:
            wall = minute.astimezone(RIGA)
            self.hours[wall.date()] += 1
            self.nights[wall.date()] += wall.hour >= 22 or wall.hour < 6
            minute += MINUTE


@dataclass
class Month:
    """The totals of one month as they ought to be."""

    hours: list[int]
    nights: list[int]
    kinds: list[str]
    norm: int
    full_norm: int
    served: int
    called: list[list[tuple[datetime, datetime]]]

    @property
    def overtime(self) -> int:
        return sum(self.hours) - self.norm


def kind_on(made: Year, count: Count, day: date) -> str:
    if not made.serves(day) or count.hours[day]:
        return ""
    here = [each for each in made.away if each.first <= day <= each.last]
    return min(here, key=lambda each: each.start).kind if here else ""


def month_of(made: Year, count: Count, number: int) -> Month:
    days = month_days(made.year, number)
    kinds = [kind_on(made, count, day) for day in days]
    working = [works(day) and made.serves(day) for day in days]
    called: list[list[tuple[datetime, datetime]]] = [[] for _day in days]
    for start, end in sorted(made.called):
        reached = [
            place
            for place, day in enumerate(days)
            if start.astimezone(RIGA).date() <= day <= (end - MINUTE).astimezone(RIGA).date()
        ]
        if reached:
            called[reached[0]].append((start, end))
    return Month(
        hours=[count.hours[day] for day in days],
        nights=[count.nights[day] for day in days],
        kinds=kinds,
        norm=sum(480 for does, kind in zip(working, kinds, strict=True) if does and not kind),
        full_norm=sum(480 for does in working if does),
        served=sum(made.serves(day) for day in days),
        called=called,
    )
