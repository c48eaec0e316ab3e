"""The columns beside the days: hours, nights, balance, and what the reference period counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from openblock.features.roster.queries import Roster, RosterOfficer
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.limits import DEFAULT_LIMITS
from openblock.features.roster.rules.working_time import period_so_far
from openblock.i18n import _, format_hours, format_minute, format_month, n_, p_
from openblock.ui import shortcuts
from openblock.ui.grid.picture import GridHead, GridText

_OVER = "▲"
_TENTH = 6


@dataclass(frozen=True, slots=True)
class Accounts:
    """What the figures are judged by, and whether accounts of time are the asker's business."""

    limits: Limits = DEFAULT_LIMITS
    are_shown: bool = True


def total_heads(shown: Roster, accounts: Accounts) -> tuple[GridHead, ...]:
    """Their headings of two lines; the nights give way first where there is no room for all."""
    limits = accounts.limits
    heads = (
        GridHead(p_("hours", "Total"), _("h"), "right", _("Hours inside the days shown"), yields=2),
        GridHead(
            p_("hours", "Night"), _("h"), "right", _("Night hours inside the days shown"), yields=3
        ),
        GridHead(
            p_("column", "Bal."),
            _hours(shown.norm_minutes),
            "right",
            _("Balance: hours over or under the norm that absences leave; under it, the full norm"),
        ),
    )
    if not accounts.are_shown:
        return heads
    number = limits.reference_months
    period = n_(
        "Overtime of the {number} month of the reference period, and its limit",
        "Overtime of the {number} months of the reference period, and its limit",
        number,
    )
    average = _("Average hours in seven days over the reference period, and their limit")
    return (
        *heads,
        GridHead(
            p_("column", "{number} mo.").format(number=number),
            f"≤{_hours(limits.overtime_limit)}",
            "right",
            shortcuts.hint(period, "explain"),
        ),
        GridHead(
            p_("column", "Avg."),
            f"≤{_hours(limits.average_week)}",
            "right",
            shortcuts.hint(average, "explain"),
            yields=1,
        ),
    )


@lru_cache(maxsize=1024)
def total_texts(
    officer: RosterOfficer, last: date, accounts: Accounts, _language: str
) -> tuple[GridText, ...]:
    """One officer's figures; on hover what each of them is made of."""
    limits = accounts.limits
    duties = n_("{number} duty", "{number} duties", officer.duties)
    night = _("{hours} between {from_time} and {to_time}").format(
        hours=_hours(officer.night_minutes),
        from_time=format_minute(limits.night_from),
        to_time=format_minute(limits.night_to),
    )
    texts = (
        GridText(format_hours(officer.minutes), "", f"{_hours(officer.minutes)} · {duties}"),
        GridText(format_hours(officer.night_minutes), "secondary", night),
        GridText(signed(balance_of(officer)), "", _balance_hint(officer)),
    )
    if not accounts.are_shown:
        return texts
    return (*texts, *_period_texts(officer, last, limits))


def _period_texts(officer: RosterOfficer, last: date, limits: Limits) -> tuple[GridText, GridText]:
    counted = officer.counters
    first = period_so_far(last.replace(day=1), limits)[0]
    overtime = _("Overtime since {month}: {hours}, limit {limit}").format(
        month=format_month(first),
        hours=_said(signed(counted.period_overtime)),
        limit=_hours(limits.overtime_limit),
    )
    average = _("Since {month}: {hours} in seven days on average, limit {limit}").format(
        month=format_month(first),
        hours=_said(tenths(counted.average)),
        limit=_hours(limits.average_week),
    )
    return (
        _judged(signed(counted.period_overtime), overtime, over=counted.overtime_over),
        _judged(tenths(counted.average), average, over=counted.average_over),
    )


def _judged(text: str, hint: str, *, over: bool) -> GridText:
    hint = shortcuts.hint(hint, "explain")
    if not over:
        return GridText(text, "secondary", hint)
    return GridText(f"{_OVER} {text}", "bad", "{}. {}".format(_("Over the limit"), hint))


def balance_of(officer: RosterOfficer) -> int:
    """Minutes over the norm that absences leave, negative below it."""
    return officer.counters.overtime


def _balance_hint(officer: RosterOfficer) -> str:
    counted = officer.counters
    worked = counted.norm + counted.overtime
    said = _("{worked} worked, norm {norm}: {balance}").format(
        worked=_hours(worked), norm=_hours(counted.norm), balance=_said(signed(counted.overtime))
    )
    if not counted.absent_days:
        return said
    days = n_(
        "{number} day of absence is left out of the norm",
        "{number} days of absence are left out of the norm",
        counted.absent_days,
    )
    return f"{said}; {days}"


def signed(minutes: int) -> str:
    """+24, −7.5, 0."""
    return f"+{format_hours(minutes)}" if minutes > 0 else format_hours(minutes)


def tenths(minutes: int) -> str:
    """Hours to a tenth, a begun one as a whole: what is over a limit never reads as the limit."""
    return format_hours(-(-minutes // _TENTH) * _TENTH)


def _hours(minutes: int) -> str:
    return _said(format_hours(minutes))


def _said(hours: str) -> str:
    return _("{hours} h").format(hours=hours).replace(" ", "\N{NO-BREAK SPACE}")
