"""What hangs on the wall about practice: who is with whom when, surnames with initials (SEC-07)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from openblock import clock
from openblock.features.roster.rules import DayKind, PlainDay
from openblock.features.shadowing.queries.rows import (
    Hours,
    PracticeGrid,
    ShadowingRow,
    TraineeLine,
)
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.sheets.times import minutes_on, real_span, times
from openblock.features.shadowing.words import upset_label
from openblock.i18n import _, format_hours, format_short_day, n_, p_, weekday_letters


class EntryKind(StrEnum):
    """What stands in a cell of the wall sheet."""

    SHIFT = "shift"
    REPLAN = "replan"
    CLASS = "class"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class WallDay:
    """A column: its date, workday, weekend or holiday, the holiday's name, the team on duty."""

    day: date
    kind: str
    name: str = ""
    team: int | None = None

    @property
    def letters(self) -> str:
        """The letters of its weekday."""
        return weekday_letters(self.day)


@dataclass(frozen=True, slots=True)
class WallEntry:
    """One thing in a cell: with whom, in the month by which code; minutes of the column's day."""

    kind: EntryKind
    start: int
    end: int
    who: str = ""
    code: str = ""
    confirmed: bool = False

    @property
    def whole_day(self) -> bool:
        """Whether there is nothing else of the day."""
        return self.start <= 0 and self.end >= clock.MINUTES_OF_DAY


Cells = tuple[tuple[WallEntry, ...], ...]


@dataclass(frozen=True, slots=True)
class WallTrainee:
    """A row: who, of which course where there are several, each day's entries, and the hours."""

    trainee_id: int
    name: str
    about: str
    cells: Cells
    hours: Hours


@dataclass(frozen=True, slots=True)
class WallSheet:
    """A week or a month of practice as it is posted; times of the columns in wall-clock minutes."""

    title: str
    period: str
    fact: str
    detail: str
    days: tuple[WallDay, ...]
    trainees: tuple[WallTrainee, ...]
    at_once: tuple[int, ...]
    most: int
    mentors: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    signatures: tuple[str, ...]

    @property
    def confirmed(self) -> int:
        """Confirmed minutes of everybody together."""
        return sum(each.hours.confirmed for each in self.trainees)


@dataclass(frozen=True, slots=True)
class Around:
    """What the wall sheet shows that practice itself does not know.

    ``mentors`` are officers' names as walls show them, by number; ``teams`` who is on duty on a
    day; ``most`` how many trainees the block takes at once (TR-06), and ``others`` the shifts of
    courses that the sheet leaves out, for they take places too.
    """

    days: tuple[PlainDay, ...]
    mentors: Mapping[int, str]
    teams: Mapping[date, int]
    most: int
    others: tuple[ShadowingRow, ...] = ()


_SHOWN = {
    DayKind.WORKDAY: "workday",
    DayKind.MOVED_ON: "workday",
    DayKind.WEEKEND: "weekend",
    DayKind.MOVED_OFF: "weekend",
    DayKind.HOLIDAY: "holiday",
}


def wall_sheet(
    grid: PracticeGrid, around: Around, *, title: str, period: str, fact: str
) -> WallSheet:
    """The sheet of the days that ``around`` names, from a grid that was read for them."""
    shown = [each for each in grid.shadowings if each.standing is not Standing.MISSED]
    by_trainee: dict[int, list[ShadowingRow]] = defaultdict(list)
    for row in shown:
        by_trainee[row.trainee_id].append(row)
    several = len({line.trainee.content.course_id for line in grid.lines}) > 1
    live = [real_span(row) for row in (*grid.shadowings, *around.others) if _takes_place(row)]
    days = tuple(each.day for each in around.days)
    return WallSheet(
        title=title,
        period=period,
        fact=fact,
        detail=_courses(grid),
        days=tuple(
            WallDay(each.day, _SHOWN[each.kind], each.name, around.teams.get(each.day))
            for each in around.days
        ),
        trainees=tuple(
            WallTrainee(
                line.trainee.trainee_id,
                line.trainee.initialled,
                line.trainee.course if several else "",
                _cells(grid, around, line, by_trainee[line.trainee.trainee_id]),
                line.hours,
            )
            for line in grid.lines
        ),
        at_once=tuple(most_at_once(live, day) for day in days),
        most=around.most,
        mentors=_mentors(shown, around),
        remarks=_remarks(grid, around),
        signatures=(_("Practice coordinator"), _("Senior officer of the block")),
    )


def _takes_place(row: ShadowingRow) -> bool:
    return row.standing not in {Standing.REPLAN, Standing.MISSED}


def _courses(grid: PracticeGrid) -> str:
    shown = {line.trainee.content.course_id for line in grid.lines}
    courses = [each for each in grid.courses if each.course_id in shown]
    if len(courses) != 1:
        return n_("{number} course", "{number} courses", len(courses)) if courses else ""
    content = courses[0].content
    return _("course {course} · {hours} h required").format(
        course=content.name, hours=format_hours(content.required_minutes)
    )


def _cells(
    grid: PracticeGrid, around: Around, line: TraineeLine, rows: Iterable[ShadowingRow]
) -> Cells:
    number = line.trainee.trainee_id
    days = tuple(each.day for each in around.days)
    found: dict[date, list[WallEntry]] = defaultdict(list)
    for row in rows:
        found[row.day].append(_shift(row, around))
    for span in grid.classes.get(number, ()):
        found[clock.day_of(span.start)].append(_class(span))
    for away in grid.away.get(number, ()):
        span = Span(away.content.starts_at, away.content.ends_at)
        for day in days:
            found[day] += _away(day, span)
    return tuple(
        tuple(sorted(found[day], key=lambda one: (one.start, one.end, one.kind))) for day in days
    )


def _class(span: Span) -> WallEntry:
    return WallEntry(
        EntryKind.CLASS,
        *minutes_on(clock.day_of(span.start), span),
        who=_("Training Centre"),
        code=p_("letters of a class in a cell", "TC"),
    )


def _away(day: date, span: Span) -> list[WallEntry]:
    """The part of an absence on ``day``: a letter only, for why is not for the wall."""
    start, end = minutes_on(day, span)
    if start >= clock.MINUTES_OF_DAY or end <= 0:
        return []
    start, end = max(start, 0), min(end, clock.MINUTES_OF_DAY)
    return [WallEntry(EntryKind.AWAY, start, end, code="X")]


def _shift(row: ShadowingRow, around: Around) -> WallEntry:
    kind = EntryKind.REPLAN if row.standing is Standing.REPLAN else EntryKind.SHIFT
    return WallEntry(
        kind,
        *minutes_on(row.day, real_span(row)),
        who=around.mentors.get(row.officer_id, row.mentor),
        code=row.mentor_code,
        confirmed=row.standing is Standing.CONFIRMED,
    )


def most_at_once(spans: Iterable[Span], day: date) -> int:
    """How many of ``spans`` there are at the fullest moment of ``day``."""
    whole = Span(clock.at(day), clock.at(day + timedelta(days=1)))
    here = [span for span in spans if span.meets(whole)]
    # A new maximum is reached only where somebody comes.
    moments = [max(span.start, whole.start) for span in here]
    return max((sum(one.start <= at < one.end for one in here) for at in moments), default=0)


def _mentors(shown: Iterable[ShadowingRow], around: Around) -> tuple[tuple[str, str], ...]:
    days = {each.day for each in around.days}
    used = {
        row.mentor_code: around.mentors.get(row.officer_id, row.mentor)
        for row in shown
        if row.day in days
    }
    return tuple(sorted(used.items()))


def _remarks(grid: PracticeGrid, around: Around) -> tuple[str, ...]:
    """What needs planning anew, in words: it counts as nothing until it is (TR-05)."""
    days = {each.day for each in around.days}
    names = {line.trainee.trainee_id: line.trainee.initialled for line in grid.lines}
    return tuple(
        _("! {day} {trainee}, {times}, mentor {mentor}: {why}").format(
            day=format_short_day(row.day),
            trainee=names.get(row.trainee_id, row.trainee),
            times=times(row.span),
            mentor=around.mentors.get(row.officer_id, row.mentor),
            why=upset_label(row.upset or ""),
        )
        for row in sorted(grid.shadowings, key=lambda row: row.span)
        if row.standing is Standing.REPLAN and row.day in days
    )
