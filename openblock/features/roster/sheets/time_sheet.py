"""What stands on the official time-sheet: three rows a person, the block of months, addenda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from openblock.clock import MINUTES_OF_DAY, at, local, minutes_between
from openblock.features.roster.queries.figures import SheetLine, TimeSheet
from openblock.features.roster.rules import Limits, PlainDay
from openblock.features.roster.rules.absence import AbsenceKind, Letters
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.sheets.corrections import corrections
from openblock.features.roster.sheets.form_words import FigureColumn, columns_of
from openblock.features.roster.sheets.month import SheetDay
from openblock.features.roster.sheets.words import (
    DASH,
    in_one_line,
    kind_of,
    team_name,
    version_words,
)
from openblock.features.roster.words import kind_name
from openblock.i18n import _, format_hours, format_month, format_short_day, p_, weekday_letters


@dataclass(frozen=True, slots=True)
class FormLine:
    """One person's three rows, minutes by date, and the figures after the days.

    ``about`` is the position and the team; ``letters`` stand on dates of absence. Figures are in
    the order of the form's columns: minutes or days, None where the form is blank.
    """

    number: int
    name: str
    about: tuple[str, ...]
    team: int | None
    hours: tuple[int, ...]
    nights: tuple[int, ...]
    letters: tuple[str, ...]
    called: tuple[str, ...]
    figures: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A month's time-sheet as it is printed and as a workbook has it."""

    title: str
    period: str
    facts: str
    notice: str
    version: str
    month: date
    days: tuple[SheetDay, ...]
    groups: tuple[tuple[str, tuple[FigureColumn, ...]], ...]
    lines: tuple[FormLine, ...]
    legend: str
    corrections: tuple[str, ...]
    signatures: tuple[str, ...]

    @property
    def columns(self) -> tuple[FigureColumn, ...]:
        """Every column after the days."""
        return tuple(column for _title, columns in self.groups for column in columns)


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of several people: minutes by date, and each figure."""

    hours: tuple[int, ...]
    figures: tuple[int | None, ...]


def form_of(
    read: TimeSheet,
    days: Sequence[PlainDay],
    letters: Mapping[AbsenceKind, Letters],
    limits: Limits,
) -> FormSheet:
    """The form of a time-sheet that has been read; ``days`` are those of its month."""
    month = read.state.month
    state = in_one_line(version_words(read.state))
    closed = read.state.standing is MonthStanding.CLOSED
    return FormSheet(
        title=_("TIME-SHEET OF SERVICE DUTY (WORK)"),
        period=format_month(month),
        facts=_("normal duty time {hours} h ({days} working days × {working_day} h)").format(
            hours=format_hours(read.norm),
            days=read.working_days,
            working_day=format_hours(_working_day(read)),
        ),
        notice="" if closed else _("DRAFT: the month is not closed"),
        version=state,
        month=month,
        days=tuple(SheetDay(each.day, weekday_letters(each.day), kind_of(each)) for each in days),
        groups=columns_of(read.block_months, limits),
        lines=tuple(_line(number, each, letters) for number, each in enumerate(read.lines, 1)),
        legend=_legend(read.lines, days, letters),
        corrections=corrections(read),
        signatures=(
            _("Time-sheet filled in by"),
            _("Checked by the personnel unit"),
            _("Handed to accounting"),
        ),
    )


def sums_of(lines: Sequence[FormLine], days: int) -> Sums:
    """These people together; what is blank for all stays blank."""
    hours = tuple(sum(each.hours[day] for each in lines) for day in range(days))
    columns = zip(*(each.figures for each in lines), strict=True)
    return Sums(hours, tuple(_sum(each) for each in columns))


def _sum(figures: Sequence[int | None]) -> int | None:
    known = [each for each in figures if each is not None]
    return sum(known) if known else None


def _working_day(read: TimeSheet) -> int:
    return read.norm // read.working_days if read.working_days else 0


def _line(number: int, line: SheetLine, letters: Mapping[AbsenceKind, Letters]) -> FormLine:
    return FormLine(
        number=number,
        name=line.name,
        about=tuple(filter(None, (line.position, team_name(line.team)))),
        team=line.team,
        hours=line.hours,
        nights=line.nights,
        letters=tuple(letters[AbsenceKind(each)].sheet_code if each else "" for each in line.kinds),
        called=tuple(", ".join(map(_span, each)) for each in line.call_outs),
        figures=(
            line.norm,
            line.worked,
            line.night,
            line.overtime,
            *line.block,
            line.block_sum,
            *_days(line),
        ),
    )


def _days(line: SheetLine) -> tuple[int | None, ...]:
    """Days of work, leave, sickness and paid rest; holidays are counted for employees only."""
    counted = (AbsenceKind.LEAVE, AbsenceKind.SICK, AbsenceKind.PAID_REST)
    days = (line.worked_days, *(line.days_of.get(kind.value, 0) for kind in counted))
    return (*(each or None for each in days), None)


def _span(span: tuple[datetime, datetime]) -> str:
    return f"{_clock(span[0])}{DASH}{_clock(span[1])}"


def _clock(moment: datetime) -> str:
    """14 for two o'clock in the afternoon, 14:30 for half past."""
    here = local(moment)
    return f"{here:%H:%M}" if here.minute else str(here.hour)


def _legend(
    lines: Sequence[SheetLine], days: Sequence[PlainDay], letters: Mapping[AbsenceKind, Letters]
) -> str:
    """What the letters of the form mean, those that are on it; and a night of another length."""
    used = {kind for line in lines for kind in line.kinds if kind}
    parts = [_("Call-out: from–to by the clock")]
    parts += [
        f"{letters[kind].sheet_code} {kind_name(kind)}" for kind in AbsenceKind if kind in used
    ]
    if any(kind_of(each) == "holiday" for each in days):
        holiday = p_("public holiday, letters over a column", "PH")
        parts.append(f"{holiday} {_('public holiday')}")
    if any(kind_of(each) != _by_weekday(each) for each in days):
        parts.append(f"* {_('moved working day or day off')}")
    parts += [_changed(each.day) for each in days if _length(each.day) != MINUTES_OF_DAY]
    return "    ".join(parts)


def _by_weekday(each: PlainDay) -> str:
    shown = kind_of(each)
    return shown if shown == "holiday" else ("weekend" if each.day.weekday() >= 5 else "workday")


def _length(day: date) -> int:
    return minutes_between(at(day), at(day + timedelta(days=1)))


def _changed(day: date) -> str:
    hours = format_hours(_length(day) - MINUTES_OF_DAY)
    sign = "" if _length(day) < MINUTES_OF_DAY else "+"
    return _("{day} the clocks change ({hours} h)").format(
        day=format_short_day(day), hours=f"{sign}{hours}"
    )


def form_number(month: date) -> str:
    """The number a time-sheet is found by: UT-2026-01."""
    return f"UT-{month:%Y-%m}"


def form_subjects(read: TimeSheet) -> tuple[str, ...]:
    """Whose data the time-sheet shows, as the log names them."""
    return tuple(f"officer:{each.officer_id}" for each in read.lines)
