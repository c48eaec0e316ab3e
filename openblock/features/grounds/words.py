"""The words for what is stored of the grounds as a code, the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from openblock.clock import MINUTES_OF_DAY
from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaKind,
    AreaState,
    ClosureReason,
    Hours,
    Repeat,
    State,
)
from openblock.features.residents.words import Choices, said
from openblock.i18n import _, format_minute, p_, weekday_letters, weekday_name

_MONDAY = date(2024, 1, 1)


def states() -> Choices:
    """How a booking can stand (GR-11): code and words, in the order it goes through them."""
    return (
        (State.REQUESTED, p_("booking", "requested")),
        (State.APPROVED, p_("booking", "approved")),
        (State.IN_USE, p_("booking", "in use")),
        (State.FINISHED, p_("booking", "finished")),
        (State.CANCELLED, p_("booking", "cancelled")),
        (State.NO_SHOW, p_("booking", "nobody came")),
    )


def state_words(state: str) -> str:
    """How a booking stands, in words."""
    return said(states(), state)


def area_states() -> Choices:
    """How an area can stand: code and words, in the order of a legend."""
    return (
        (AreaState.FREE, p_("area", "free")),
        (AreaState.IN_USE, p_("area", "in use")),
        (AreaState.CLOSED, p_("area", "closed")),
        (AreaState.DARK, p_("area", "dark")),
        (AreaState.SHUT, p_("area", "outside its hours")),
    )


def area_state_words(state: str) -> str:
    """How an area stands, in words."""
    return said(area_states(), state)


def area_letter(state: str) -> str:
    """The letter that says the same without colour: F, U, C, D, a dash outside its hours."""
    letters: Choices = (
        (AreaState.FREE, p_("letter of an area", "F")),
        (AreaState.IN_USE, p_("letter of an area", "U")),
        (AreaState.CLOSED, p_("letter of an area", "C")),
        (AreaState.DARK, p_("letter of an area", "D")),
        (AreaState.SHUT, "-"),
    )
    return said(letters, state)


def closure_reasons() -> Choices:
    """Why an area is closed (GR-09): code and words, in the order they are offered."""
    return (
        (ClosureReason.WEATHER, _("Weather")),
        (ClosureReason.REPAIR, _("Repair")),
        (ClosureReason.EVENT, _("Event")),
        (ClosureReason.SAFETY, _("Safety")),
        (ClosureReason.OTHER, _("Other reason")),
    )


def closure_reason(code: str) -> str:
    """The words of one reason of a closure."""
    return said(closure_reasons(), code)


def closure_words(code: str, remark: str = "") -> str:
    """Why it is closed, with what was remarked: Repair: goal posts; the remark says another."""
    if not remark:
        return closure_reason(code)
    if code == ClosureReason.OTHER:
        return remark
    return _("{reason}: {remark}").format(reason=closure_reason(code), remark=remark)


def area_kinds() -> Choices:
    """What stands on the plan: code and words."""
    return (
        (AreaKind.PLACE, _("Area that can be booked")),
        (AreaKind.BUILDING, _("Building")),
    )


def light_kind(area: AreaContent) -> str:
    """What the light of an area depends on: indoors, floodlit, or by daylight."""
    if area.indoor:
        return p_("area", "indoors")
    return p_("area", "floodlit") if area.floodlit else p_("area", "by daylight")


def repeats() -> Choices:
    """How a booking can repeat (GR-10): code and words."""
    return (
        (Repeat.DAILY, p_("booking", "every day")),
        (Repeat.WEEKLY, p_("booking", "every week")),
    )


def repeat_words(repeat: str, weekdays: Sequence[int] = ()) -> str:
    """How it repeats: every day; every week: Mo, Th."""
    words = said(repeats(), repeat)
    if repeat != Repeat.WEEKLY or not weekdays:
        return words
    days = weekdays_words(weekdays)
    return _("{repeat}: {weekdays}").format(repeat=words, weekdays=days)


def weekdays_words(weekdays: Iterable[int]) -> str:
    """Weekdays (0 is Monday) by their letters, in the order of the week: Mo, Th."""
    return ", ".join(weekday_letters(_weekday(each)) for each in sorted(set(weekdays)))


def weekday_words(weekday: int) -> str:
    """The full name of a weekday, 0 is Monday."""
    return weekday_name(_weekday(weekday))


def _weekday(number: int) -> date:
    return _MONDAY + timedelta(days=number)


def minutes_words(start: int, end: int) -> str:
    """Two minutes of a day as times, 07:00-21:00; midnight at the end is 24:00."""
    last = "24:00" if end == MINUTES_OF_DAY else format_minute(end)
    return f"{format_minute(start)}\N{EN DASH}{last}"


def hours_words(hours: Hours) -> str:
    """The opening hours of a day: 07:00-12:00, 13:00-21:00; closed where there are none."""
    if not hours:
        return p_("opening hours", "does not open")
    return ", ".join(minutes_words(start, end) for start, end in hours)


def week_words(hours: Sequence[Hours]) -> tuple[tuple[str, str], ...]:
    """The hours of a week, weekdays in a row with the same hours as one line: Mo-Fr."""
    found: list[tuple[int, int]] = []
    for weekday in range(len(hours)):
        if found and hours[found[-1][0]] == hours[weekday]:
            found[-1] = (found[-1][0], weekday)
        else:
            found.append((weekday, weekday))
    return tuple((_row(first, last), hours_words(hours[first])) for first, last in found)


def _row(first: int, last: int) -> str:
    begins, ends = weekday_letters(_weekday(first)), weekday_letters(_weekday(last))
    return begins if first == last else f"{begins}\N{EN DASH}{ends}"
