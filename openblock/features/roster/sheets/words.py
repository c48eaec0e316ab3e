"""What several sheets of the roster say alike: teams, versions, letters for the wall."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from openblock.features.roster.queries.rows import AbsenceDay, MonthState
from openblock.features.roster.rules import DayKind, PlainDay
from openblock.features.roster.rules.absence import HIDDEN, AbsenceKind
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.words import version_name
from openblock.i18n import _, format_moment, format_month, format_short_day, n_, p_

DASH = "\N{EN DASH}"

# How the sheets show each kind of day: decreed days are worked, or not, like those they replace.
_SHOWN = {
    DayKind.WORKDAY: "workday",
    DayKind.MOVED_ON: "workday",
    DayKind.WEEKEND: "weekend",
    DayKind.HOLIDAY: "holiday",
    DayKind.MOVED_OFF: "weekend",
}


def team_name(team: int | None) -> str:
    """A team as the block calls it: 1. maiņa; those without a team are day posts."""
    return _("Day posts") if team is None else _("Team {number}").format(number=team)


def kind_of(day: PlainDay) -> str:
    """How a sheet shows the day: workday, weekend or holiday."""
    return _SHOWN[day.kind]


def version_words(state: MonthState | None) -> tuple[str, str]:
    """Which version a month's sheet is, and how it stands: for the head of the sheet."""
    if state is None or state.standing is MonthStanding.DRAFT:
        return _("Draft"), _("not published yet")
    fact = version_name(state.number)
    if state.standing is MonthStanding.CLOSED:
        return fact, p_("month of a roster", "closed")
    if state.changed:
        changes = n_("{number} change", "{number} changes", state.changed)
        since = _("{changes} since version {version}")
        return fact, since.format(changes=changes, version=state.posted)
    if state.posted_at is None:
        return fact, p_("month of a roster", "published")
    return fact, _("published {moment}").format(moment=format_moment(state.posted_at))


def earlier_words(state: MonthState, newest: int) -> tuple[str, str]:
    """The head of a version of the past: what it was, and which one others have to follow."""
    fact, detail = version_words(state)
    if newest <= state.number:
        return fact, detail
    in_force = _("version {number} is in force").format(number=newest)
    return fact, f"{detail} · {in_force}"


def in_one_line(words: tuple[str, str]) -> str:
    """Version and standing as the foot of a sheet has them."""
    return ", ".join(filter(None, words))


def states_words(states: Sequence[MonthState]) -> str:
    """The standing of each month a week touches."""
    if len(states) == 1:
        return in_one_line(version_words(states[0]))
    return " · ".join(
        f"{format_month(each.month)}: {in_one_line(version_words(each))}" for each in states
    )


def wall_letter(absence: AbsenceDay) -> str:
    """The letter of an absence as a wall may show it: health is not posted."""
    hidden = absence.kind is None or not absence.kind.is_posted
    return HIDDEN if hidden else absence.code


def is_hidden(kind: str) -> bool:
    """Whether a wall does not say this kind of absence; what is masked already is hidden too."""
    try:
        return not AbsenceKind(kind).is_posted
    except ValueError:
        return bool(kind)


def days_words(first: date, last: date) -> str:
    """One day, or the first and the last of several."""
    if first == last:
        return format_short_day(first)
    return f"{format_short_day(first)}{DASH}{format_short_day(last)}"


def follows(day: date, other: date) -> bool:
    """Whether ``other`` is the day after."""
    return other - day == timedelta(days=1)
