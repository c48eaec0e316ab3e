"""A trainee's own schedule: week by week when to come, to whom, and what is still to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from openblock import clock
from openblock.features.shadowing.queries.rows import (
    ClassRow,
    Hours,
    ShadowingRow,
    TraineeCard,
    UnavailabilityRow,
)
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.sheets.times import real_span, situations_named
from openblock.features.shadowing.words import upset_label
from openblock.i18n import _


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """One thing to come to: what it is, with whom or about what, where; ``is_open`` if undecided.

    ``minutes`` are practice hours; None where nothing is counted.
    """

    span: Span
    what: str
    who: str
    where: str = ""
    minutes: int | None = None
    is_open: bool = False
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything from the first day of a week on, and how far the hours have come."""

    trainee_id: int
    name: str
    course: str
    first: date
    weeks: tuple[tuple[date, tuple[ScheduleLine, ...]], ...]
    hours: Hours
    lacking: tuple[str, ...]


def schedule(card: TraineeCard, at: datetime) -> Schedule:
    """What is to come from the week of ``at`` on; what did not take place is left out."""
    first = monday_of(clock.day_of(at))
    lines = [
        *(_shift(row) for row in card.shadowings if row.standing is not Standing.MISSED),
        *(_class(row) for row in card.classes),
        *(_away(row) for row in card.away),
    ]
    coming = sorted(
        (line for line in lines if line.span.end > clock.at(first)),
        key=lambda line: (line.span, line.what),
    )
    weeks: dict[date, list[ScheduleLine]] = {}
    for line in coming:
        weeks.setdefault(monday_of(max(clock.day_of(line.span.start), first)), []).append(line)
    return Schedule(
        trainee_id=card.line.trainee.trainee_id,
        name=card.line.trainee.name,
        course=card.course.content.name,
        first=first,
        weeks=tuple((monday, tuple(found)) for monday, found in sorted(weeks.items())),
        hours=card.line.hours,
        lacking=situations_named(card.course, card.line.learning.lacking),
    )


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _shift(row: ShadowingRow) -> ScheduleLine:
    span = real_span(row)
    if row.standing is Standing.REPLAN:
        why = _("needs planning anew: {why}").format(why=upset_label(row.upset or ""))
        return ScheduleLine(span, _("Practice shift"), row.mentor, why, is_open=True)
    settled = row.standing is Standing.CONFIRMED
    where = _("confirmed by the mentor") if settled else row.post
    return ScheduleLine(
        span, _("Practice shift"), row.mentor, where, span.minutes, is_quiet=settled
    )


def _class(row: ClassRow) -> ScheduleLine:
    content = row.content
    span = Span(content.starts_at, content.ends_at)
    return ScheduleLine(span, _("Class"), content.title, _("Training Centre"))


def _away(row: UnavailabilityRow) -> ScheduleLine:
    content = row.content
    span = Span(content.starts_at, content.ends_at)
    return ScheduleLine(span, _("Cannot come"), content.remark, is_quiet=True)
