"""Words for a figure that cannot be a limit of the roster, with what can be."""

from __future__ import annotations

from openblock.i18n import _
from openblock.ui.messages.shadowing import Facts, hours


def _rest_table(_facts: Facts) -> str:
    return _("The lengths must rise, and the last must reach the longest shift.")


def _rest_range(_facts: Facts) -> str:
    return _("These hours of rest are out of range.")


def _night(_facts: Facts) -> str:
    return _("The night starts in the evening and ends in the morning.")


def _shift_limits(_facts: Facts) -> str:
    return _("The longest shift is 25 hours at most and not shorter than the shortest.")


def _weekly_window(_facts: Facts) -> str:
    return _("From 1 to 14 days.")


def _working_day(_facts: Facts) -> str:
    return _("From 1 to 12 hours.")


def _average_week(_facts: Facts) -> str:
    return _("From 1 to 168 hours in seven days.")


def _reference_months(_facts: Facts) -> str:
    return _("1, 2, 3, 4, 6 or 12 months, so that the periods fit into the year.")


def _reference_anchor(_facts: Facts) -> str:
    return _("Choose one of the twelve months.")


def _overtime_limit(facts: Facts) -> str:
    return _("From 0 to {most} hours.").format(most=hours(facts, "most"))


def _limit_moved(_facts: Facts) -> str:
    return _("Somebody has changed this figure meanwhile. Look at it again, then save.")


WORDS = {
    "rest-table-incomplete": _rest_table,
    "rest-out-of-range": _rest_range,
    "night-not-across-midnight": _night,
    "shift-limits-backwards": _shift_limits,
    "weekly-window-out-of-range": _weekly_window,
    "working-day-out-of-range": _working_day,
    "average-out-of-range": _average_week,
    "reference-months": _reference_months,
    "reference-anchor": _reference_anchor,
    "overtime-limit": _overtime_limit,
    "limit-moved": _limit_moved,
}
