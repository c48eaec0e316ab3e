"""What the limits of the roster are called, and how their figures read: in settings and the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from openblock.i18n import _, format_hours, month_name, n_


def limit_names() -> dict[str, str]:
    """Every limit by the name it is stored under, in the order of the settings."""
    return {
        "rest_table": _("Rest after a shift"),
        "rest_severity": _("Too little rest is"),
        "weekly_rest": _("Weekly rest, in one piece"),
        "weekly_window_days": _("Weekly rest lies within"),
        "shortest_shift": _("Shortest shift"),
        "longest_shift": _("Longest shift"),
        "working_day": _("Working day of the norm"),
        "average_week": _("On average in seven days at most"),
        "reference_months": _("Reference period"),
        "reference_anchor": _("A reference period begins in"),
        "overtime_limit": _("Overtime in a reference period at most"),
        "block_publish": _("Too few on duty"),
    }


def severity_words() -> dict[str, str]:
    """What happens where there is too little rest."""
    return {
        "warning": _("a warning, saved and marked"),
        "error": _("an error, refused"),
    }


def rest_table_words(table: object) -> str:
    """Pairs of minutes as they are typed in hours: 13→11; 25→24."""
    pairs = table if isinstance(table, list | tuple) else ()
    return "; ".join(f"{format_hours(length)}→{format_hours(rest)}" for length, rest in pairs)


def limit_words(name: str, value: Any) -> str:
    """A limit's figure with its unit: 35 h, 4 months, January."""
    return _WORDS.get(name, _hours)(value)


def _hours(value: Any) -> str:
    return _("{hours} h").format(hours=format_hours(int(value)))


def _publishing(value: Any) -> str:
    return _("the month is not published") if value else _("shown, the month is published")


_WORDS: Mapping[str, Callable[[Any], str]] = {
    "rest_table": lambda value: _("{hours} h").format(hours=rest_table_words(value)),
    "rest_severity": lambda value: severity_words()[value],
    "weekly_window_days": lambda value: n_("{number} day", "{number} days", int(value)),
    "reference_months": lambda value: n_("{number} month", "{number} months", int(value)),
    "reference_anchor": lambda value: month_name(date(2000, int(value), 1)),
    "block_publish": _publishing,
}
