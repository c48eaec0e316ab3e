"""What the panel says of a booking: its facts, who watches or why nobody does, what was skipped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from openblock.clock import day_of, minutes_between
from openblock.errors import Problem, Severity
from openblock.features.grounds.queries.rows import BookingCard, BookingRow, SeriesRow
from openblock.features.grounds.rules.content import LIVE, GroundsLimits
from openblock.features.grounds.rules.light import edges_of, light_parts
from openblock.features.grounds.ui.calendar.wording import length_words
from openblock.features.grounds.ui.fault_words import skip_word
from openblock.features.grounds.words import repeat_words
from openblock.i18n import _, format_short_day, format_time, n_, p_
from openblock.ui.messages import words

Line = tuple[str, str]


def lost_heading(lost: Problem) -> str:
    """The bold words over why nobody watches."""
    if lost.severity == Severity.WARNING:
        return _("Supervisor still open")
    return _("No supervisor")


def fact_lines(card: BookingCard, limits: GroundsLimits) -> Iterator[Line]:
    """What and in words, the most asked for first."""
    row = card.booking
    yield (
        _("Participants"),
        _("{heads} of {capacity}").format(heads=row.heads, capacity=row.capacity),
    )
    yield _("Supervision"), _supervision(row)
    if card.area.content.needs_light and row.state in LIVE:
        yield from _light(card, limits)
    if row.started_at is not None:
        yield p_("booking", "Out"), _moment(row.started_at)
    if row.ended_at is not None:
        yield p_("booking", "Back"), _moment(row.ended_at)
    if card.series is not None:
        yield _("Repeats"), series_words(card.series)
    for what, said in (
        (_("Equipment"), row.equipment),
        (_("Cause"), row.cause),
        (_("Booked all the same"), row.override),
    ):
        if said:
            yield what, said


def series_words(series: SeriesRow) -> str:
    """How it repeats, until when, and how many dates are left."""
    until = _("until {day}").format(day=format_short_day(series.last_day))
    left = n_("{number} date left", "{number} dates left", series.left)
    return f"{repeat_words(series.repeat, series.weekdays)}, {until}; {left}"


def skipped_lines(series: SeriesRow | None) -> Iterator[Line]:
    """The dates that were left out, and why."""
    for day, codes in series.skipped if series is not None else ():
        # What was stored are codes: the facts of the sentence are not known any more.
        yield format_short_day(day), ", ".join(map(skip_word, codes))


def history_lines(card: BookingCard) -> Iterator[Line]:
    """When, and what by whom."""
    said = {"booked": _("booked"), "started": _("out"), "finished": _("back")}
    for at, what, who in card.history:
        yield _moment(at), ", ".join(filter(None, (said.get(what, what), who)))
    if card.approved_by and card.approved_by != card.booking.booked_by:
        yield _("Approved"), card.approved_by


def warning_words(row: BookingRow) -> tuple[str, ...]:
    """What else there is to see on it, one sentence each."""
    return tuple(words(each) for each in row.warnings)


def _moment(moment: datetime) -> str:
    return f"{format_short_day(day_of(moment))} {format_time(moment)}"


def _supervision(row: BookingRow) -> str:
    ratio = (
        _("1 to {number}").format(number=row.ratio) if row.ratio else _("nobody has to watch here")
    )
    return f"{row.officer}, {ratio}" if row.officer else ratio


def _light(card: BookingCard, limits: GroundsLimits) -> Iterator[Line]:
    """When it gets dark, and how many minutes are left from the end of the booking till then."""
    name = _("Dusk") if limits.civil else _("Sunset")
    _rises, sets = edges_of(card.light, limits)
    if sets is None:
        bright = bool(light_parts(card.light, limits))
        yield name, _("light all day") if bright else _("dark all day")
        return
    left = minutes_between(card.booking.span.end, sets - timedelta(minutes=limits.margin))
    said = _("{length} left") if left >= 0 else _("{length} too late")
    length = length_words(abs(left))
    yield name, f"{format_time(sets)} \N{MIDDLE DOT} {said.format(length=length)}"
