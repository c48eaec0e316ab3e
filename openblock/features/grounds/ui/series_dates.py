"""The dates of a booking that repeats, each with what becomes of it, as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from openblock.errors import Problem, Severity
from openblock.features.grounds.queries import SeriesDate
from openblock.i18n import _, format_short_day, n_, weekday_letters
from openblock.ui.messages import words
from openblock.ui.table_model import Column


def date_columns() -> tuple[Column, ...]:
    """Date, sign, who watches, and why it is skipped; the hours are the same on all of them."""
    return (
        Column(_("Date"), _day, sort=lambda row: row.day, strong=True),
        Column(_("Booked"), _standing, tone=_tone),
        Column(_("Watched by"), lambda row: row.officer),
        Column(_("Why"), _why, tone=_tone),
    )


def counts_words(dates: Sequence[SeriesDate]) -> str:
    """14 dates will be booked, 3 skipped."""
    skipped = sum(each.skipped for each in dates)
    said = n_("{number} date to book", "{number} dates to book", len(dates) - skipped)
    if skipped:
        said += ", " + n_("{number} skipped", "{number} skipped", skipped)
    return said


def warnings_of(dates: Sequence[SeriesDate]) -> tuple[Problem, ...]:
    """What the dates that would be booked warn of, each kind once: the table names the dates.

    It stands beside the last of the fields, for it is of no field's own.
    """
    found: dict[str, Problem] = {}
    for each in dates:
        for problem in each.problems:
            if not each.skipped and problem.severity is Severity.WARNING:
                found.setdefault(problem.code, replace(problem, field="until"))
    return tuple(found.values())


def _day(row: SeriesDate) -> str:
    return f"{weekday_letters(row.day)} {format_short_day(row.day)}"


def _standing(row: SeriesDate) -> str:
    if row.skipped:
        return "\N{MULTIPLICATION X} " + _("skipped")
    if row.problems:
        return "\N{BLACK UP-POINTING TRIANGLE} " + _("with a reason")
    return "\N{CHECK MARK}"


def _why(row: SeriesDate) -> str:
    # What only warns does not matter of a date that is left out.
    wanted = [each for each in row.problems if not row.skipped or each.severity is Severity.ERROR]
    return " ".join(map(words, wanted))


def _tone(row: SeriesDate) -> str:
    if row.skipped:
        return "bad"
    return "warn" if row.problems else ""
