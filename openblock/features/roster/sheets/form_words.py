"""The words of the official form: what its columns and rows are called, and who approves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from openblock.features.roster.rules import Limits
from openblock.i18n import _, format_minute, month_name, p_

_FORM_MONTHS = 4


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column after the days: minutes shown as hours, or a number of days."""

    head: str
    in_hours: bool = True
    bold: bool = False


Group = tuple[str, tuple[FigureColumn, ...]]


def columns_of(block: tuple[date, ...], limits: Limits) -> tuple[Group, ...]:
    """The columns after the days in their groups, in the order of the form."""
    night = f"{_dotted(limits.night_from)}–{_dotted(limits.night_to)}"
    whole = _("in all in the four-month period")
    if len(block) != _FORM_MONTHS:
        whole = _("in all in the period of {number} months").format(number=len(block))
    return (
        (
            _("Hours in the month"),
            (
                FigureColumn(_("Hours of the month’s normal duty time")),
                FigureColumn(p_("time-sheet", "In all"), bold=True),
                FigureColumn(_("of them at night {times}").format(times=night)),
                FigureColumn(p_("time-sheet", "Overtime"), bold=True),
            ),
        ),
        (
            _("Over the set duty time"),
            (
                *(FigureColumn(month_name(each)) for each in block),
                FigureColumn(whole, bold=True),
            ),
        ),
        (
            p_("time-sheet", "Days"),
            (
                FigureColumn(_("days of work"), in_hours=False),
                FigureColumn(_("days of leave"), in_hours=False),
                FigureColumn(_("days of sickness"), in_hours=False),
                FigureColumn(_("paid rest time"), in_hours=False),
                FigureColumn(_("public holidays (employees)"), in_hours=False),
            ),
        ),
    )


def row_words() -> tuple[str, str, str]:
    """What the three rows of a person are."""
    return (
        p_("time-sheet row", "hours"),
        p_("time-sheet row", "at night"),
        p_("time-sheet row", "call-outs"),
    )


def approval_words(month: date) -> tuple[str, str, str, str]:
    """The block over the form: approved, by whom, what is written on the line, and when."""
    return (
        _("APPROVED"),
        p_("time-sheet", "governor"),
        _("signature, given name, surname"),
        p_("time-sheet, before the date to be filled in", "{year}").format(year=month.year),
    )


def _dotted(minute: int) -> str:
    """22.00, as the form writes the time of day."""
    return format_minute(minute).replace(":", ".")
