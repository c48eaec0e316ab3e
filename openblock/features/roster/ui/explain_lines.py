"""What an officer's working time is made of, as lines to be read from the top; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from openblock.clock import day_of, days_of_month, minutes_between
from openblock.errors import Problem
from openblock.features.roster.queries.figures import MonthSum, WorkedDuty, WorkingTime
from openblock.features.roster.rules import (
    Limits,
    Shift,
    minutes_within,
    night_minutes_within,
)
from openblock.features.roster.words import kind_name
from openblock.i18n import (
    _,
    format_hours,
    format_month,
    format_short_day,
    format_time,
    n_,
)
from openblock.ui.messages import words

# From nine tenths of a limit on it is told that it is near.
_NEAR = 0.9
_DASH = "\N{EN DASH}"
_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class ExplainLine:
    """One line: words at the left, a figure at the right.

    ``kind`` is ``gauge``, ``warning``, ``heading``, ``line`` or ``sum``; a gauge has how much of
    its limit is used; ``day`` is where in the roster a line comes from; ``sign`` says the tone
    without its colour.
    """

    kind: str
    text: str
    figure: str = ""
    tone: str = ""
    sign: str = ""
    used: float = 0.0
    day: date | None = None

    @property
    def spoken(self) -> str:
        """All of it, for who listens to the screen."""
        return ", ".join(filter(None, (self.sign, self.text, self.figure)))


def lines_of(account: WorkingTime, limits: Limits) -> tuple[ExplainLine, ...]:
    """The account from its limits down to its shifts."""
    return (
        *_gauges(account),
        *_warnings(account.problems),
        *_duties(account, limits),
        *_norm(account, limits),
        *_period(account),
        *_average(account),
        *_rests(account),
        *_free_times(account, limits),
    )


def hours(minutes: int) -> str:
    """149.5 h, never broken in two."""
    return _("{hours} h").format(hours=format_hours(minutes)).replace(" ", "\N{NO-BREAK SPACE}")


def signed(minutes: int) -> str:
    """As :func:`hours`, with a plus for more than nothing."""
    return f"+{hours(minutes)}" if minutes > 0 else hours(minutes)


def _days(first: date, last: date) -> str:
    if first == last:
        return format_short_day(first)
    return f"{format_short_day(first)}{_DASH}{format_short_day(last)}"


def _heading(text: str, figure: str = "") -> ExplainLine:
    return ExplainLine("heading", text, figure)


def _gauges(account: WorkingTime) -> Iterator[ExplainLine]:
    """RO-06 and RO-07: what is used of each limit, and how near it is."""
    here = account.months[-1]
    yield ExplainLine(
        "gauge",
        _("{month}: {worked} of {norm}").format(
            month=format_month(account.month),
            worked=hours(here.worked + here.corrected),
            norm=hours(here.norm),
        ),
        signed(here.overtime),
        used=_share(here.worked + here.corrected, here.norm),
    )
    yield _limited(_("Average week"), account.average, account.average_limit)
    yield _limited(
        _("Overtime since {day}").format(day=format_short_day(account.period_first)),
        account.overtime,
        account.overtime_limit,
    )


def _share(part: int, whole: int) -> float:
    return max(part, 0) / whole if whole > 0 else 0.0


def _limited(text: str, value: int, limit: int) -> ExplainLine:
    used = _share(value, limit)
    figure = _("{value} of {limit}").format(value=hours(value), limit=hours(limit))
    if value > limit:
        over = _("{over} over the limit").format(over=hours(value - limit))
        return ExplainLine(
            "gauge", f"{text}: {over}", figure, "bad", "\N{BLACK UP-POINTING TRIANGLE}", used
        )
    if used >= _NEAR:
        left = _("{left} left").format(left=hours(limit - value))
        return ExplainLine("gauge", f"{text}: {left}", figure, "warn", "\N{BLACK CIRCLE}", used)
    return ExplainLine("gauge", text, figure, "ok", "\N{CHECK MARK}", used)


def _warnings(problems: tuple[Problem, ...]) -> Iterator[ExplainLine]:
    for each in problems:
        yield ExplainLine(
            "warning", words(each), tone="warn", sign="\N{BLACK UP-POINTING TRIANGLE}"
        )


def _duties(account: WorkingTime, limits: Limits) -> Iterator[ExplainLine]:
    here = account.months[-1]
    last = days_of_month(account.month.year, account.month.month)[-1]
    yield _heading(_("Duties"), _("hours / night"))
    for each in account.duties:
        shift = Shift(each.starts_at, each.ends_at, each.day)
        inside = minutes_within(shift, account.month, last)
        if inside:
            night = night_minutes_within(shift, account.month, last, limits)
            yield ExplainLine(
                "line", _duty(each, shift, inside), _both(inside, night), day=each.day
            )
    if here.corrected:
        yield ExplainLine("line", _("corrected afterwards"), signed(here.corrected))
    yield ExplainLine("sum", _("worked"), _both(here.worked + here.corrected, here.night))


def _both(minutes: int, night: int) -> str:
    """24 / 8: hours, and of them at night, as the heading has it."""
    return f"{format_hours(minutes)} / {format_hours(night)}"


def _duty(each: WorkedDuty, shift: Shift, inside: int) -> str:
    code = _("call-out") if each.is_call_out else each.code
    # Two figures side by side would be read as one: 2 Nov 24 as a date.
    said = f"{format_short_day(each.day)}: {code} ({_times(each.starts_at, each.ends_at)})"
    if inside == shift.minutes:
        return said
    return _("{duty}, part of {whole}").format(duty=said, whole=hours(shift.minutes))


def _times(start: datetime, end: datetime) -> str:
    return f"{format_time(start)}{_DASH}{format_time(end)}"


def _norm(account: WorkingTime, limits: Limits) -> Iterator[ExplainLine]:
    here = account.months[-1]
    last = days_of_month(account.month.year, account.month.month)[-1]
    yield _heading(_("Norm"))
    yield ExplainLine(
        "line", _days_times_hours(here.full_norm, limits.working_day), hours(here.full_norm)
    )
    for first_day, last_day, kind, _count in account.absences:
        if first_day <= last and account.month <= last_day:
            text = f"{_days(first_day, last_day)} {kind_name(kind)}"
            yield ExplainLine("line", text, day=max(first_day, account.month))
    if here.absent_working_days:
        absent = n_(
            "{number} working day absent",
            "{number} working days absent",
            here.absent_working_days,
        )
        yield ExplainLine("line", absent, signed(here.norm - here.full_norm))
    yield ExplainLine("sum", _("norm"), hours(here.norm))
    yield ExplainLine("sum", _("worked less the norm"), signed(here.overtime))


def _days_times_hours(norm: int, working_day: int) -> str:
    number = norm // working_day if working_day else 0
    days = n_("{number} working day", "{number} working days", number)
    return f"{days} × {hours(working_day)}"


def _period(account: WorkingTime) -> Iterator[ExplainLine]:
    """RO-07: the overtime of each month of the reference period so far."""
    yield _heading(
        _("Overtime, {days}").format(days=_days(account.period_first, account.period_last))
    )
    for each in account.months:
        yield ExplainLine("line", _month_words(each), signed(each.overtime))
    yield ExplainLine("sum", _("together"), signed(account.overtime))


def _month_words(each: MonthSum) -> str:
    return _("{month}: {worked} worked, norm {norm}").format(
        month=format_month(each.month),
        worked=hours(each.worked + each.corrected),
        norm=hours(each.norm),
    )


def _average(account: WorkingTime) -> Iterator[ExplainLine]:
    """RO-06: the division written out."""
    worked = sum(each.worked + each.corrected for each in account.months)
    absent = sum(each.absent_days for each in account.months)
    yield _heading(_("Average week"))
    yield ExplainLine("line", _("worked in the period"), hours(worked))
    served = n_("{number} day", "{number} days", account.counted_days + absent)
    yield ExplainLine("line", _("days served"), served)
    if absent:
        away = n_("{number} day", "{number} days", absent)
        yield ExplainLine("line", _("of them absent, not counted"), f"{_MINUS}{away}")
    if account.counted_days:
        days = n_("{number} day", "{number} days", account.counted_days)
        division = _("{worked} ÷ {days} × 7").format(worked=hours(worked), days=days)
        yield ExplainLine("sum", division, hours(account.average))


def _rests(account: WorkingTime) -> Iterator[ExplainLine]:
    """RO-04: the rest before each duty, and what was needed."""
    if not account.rests:
        return
    yield _heading(_("Rest before each duty"))
    for each in account.rests:
        yield _rest(format_short_day(each.day), each.rest, each.needed, each.day)


def _rest(text: str, had: int, needed: int, day: date) -> ExplainLine:
    figure = _("{rest}, needed {needed}").format(rest=hours(had), needed=hours(needed))
    if had < needed:
        return ExplainLine("line", text, figure, "bad", "\N{BLACK UP-POINTING TRIANGLE}", day=day)
    return ExplainLine("line", text, figure, "ok", "\N{CHECK MARK}", day=day)


def _free_times(account: WorkingTime, limits: Limits) -> Iterator[ExplainLine]:
    """RO-05: the longest free time in each seven days.

    It is not judged here: the rule counts its days from when work begins, not from the first.
    """
    heading = n_(
        "Longest free time in {number} day",
        "Longest free time in {number} days",
        limits.weekly_window_days,
    )
    needed = _("{hours} needed").format(hours=hours(limits.weekly_rest))
    yield _heading(heading, needed)
    for start, end in account.longest_frees:
        text = f"{_moment(start)} {_DASH} {_moment(end)}"
        yield ExplainLine("line", text, hours(minutes_between(start, end)), day=day_of(start))


def _moment(instant: datetime) -> str:
    return f"{format_short_day(day_of(instant))} {format_time(instant)}"
