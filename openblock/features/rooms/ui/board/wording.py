"""What stands in a bar of the board, and what is said about it in full."""

from __future__ import annotations

from datetime import datetime

from openblock.clock import FOREVER, day_of
from openblock.features.rooms.queries import Bar, ClosureRow, HoldRow
from openblock.features.rooms.ui.words import bed_letter, reason_of
from openblock.features.rooms.words import closure_reason
from openblock.i18n import _, format_day, format_moment, format_short_day, format_time
from openblock.ui.messages import words


def short(moment: datetime) -> str:
    """22.11. 17:00, without the year: the board's own days say which."""
    return f"{format_short_day(day_of(moment))} {format_time(moment)}"


def remark_of(bar: Bar, now: datetime) -> str:
    """What stands after the name in a bar: when it ends and where to, or from where it comes."""
    content = bar.assignment.content
    if content.starts_at > now:
        if bar.moved_from:
            said = _("from {start}, moves from {bed}")
            return said.format(start=short(content.starts_at), bed=bar.moved_from)
        return _("from {start}").format(start=short(content.starts_at))
    if content.ends_at <= now or content.ends_at == FOREVER:
        return ""
    day = format_short_day(day_of(content.ends_at))
    if bar.moves_to:
        return _("{day} to {bed}").format(day=day, bed=bar.moves_to)
    if bar.discharged == content.ends_at:
        return _("leaves {day}").format(day=day)
    return _("until {end}").format(end=short(content.ends_at))


def _span(starts_at: datetime, ends_at: datetime) -> str:
    start = format_moment(starts_at)
    if ends_at == FOREVER:
        return _("from {start}, no end yet").format(start=start)
    return _("from {start} to {end}").format(start=start, end=format_moment(ends_at))


def _standing(starts_at: datetime, ends_at: datetime, now: datetime) -> str:
    if starts_at > now:
        return _("planned")
    return _("past") if ends_at <= now else _("now")


def spoken_bar(bar: Bar, now: datetime) -> str:
    """A whole bar in words: bed, who, when, why, and what is wrong with it."""
    row, content = bar.assignment, bar.assignment.content
    said = [
        _("{bed}: {name}, {standing}, {span}.").format(
            bed=row.bed,
            name=row.name,
            standing=_standing(content.starts_at, content.ends_at, now),
            span=_span(content.starts_at, content.ends_at),
        ),
        _("Reason: {reason}.").format(reason=reason_of(row)),
    ]
    if bar.moved_from:
        said.append(_("Comes from {bed}.").format(bed=bar.moved_from))
    if bar.moves_to:
        said.append(_("Goes on to {bed}.").format(bed=bar.moves_to))
    if bar.discharged != FOREVER:
        said.append(_("Leaves the block {moment}.").format(moment=format_moment(bar.discharged)))
    if content.override:
        said.append(_("Kept with a reason: {reason}.").format(reason=content.override))
    said += [words(problem) for problem in bar.problems]
    return " ".join(said)


def hold_text(row: HoldRow) -> str:
    """For whom or what a bed is kept: R and the name or the remark."""
    return f"{bed_letter('held')} {row.name or row.content.remark}"


def spoken_hold(bed: str, row: HoldRow) -> str:
    """A whole hold in words."""
    content = row.content
    sentence = _("{bed}: reserved for {whom}, {span}. Entered by {officer}.").format(
        bed=bed,
        whom=row.name or content.remark,
        span=_span(content.starts_at, content.ends_at),
        officer=row.held_by,
    )
    return f"{sentence} {content.remark}".strip() if row.name else sentence


def closure_text(row: ClosureRow) -> str:
    """What is out of service and until when it is expected to be: S repair 09.11. - 30.11."""
    content = row.content
    start = format_short_day(day_of(content.starts_at))
    ends = content.expected_on if content.ends_at == FOREVER else day_of(content.ends_at)
    reason = f"{bed_letter('closed')} {closure_reason(content.reason)}"
    if ends is None:
        return _("{reason} from {start}").format(reason=reason, start=start)
    return f"{reason} {start} \N{EN DASH} {format_short_day(ends)}"


def spoken_closure(bed: str, row: ClosureRow) -> str:
    """A whole closure in words."""
    content = row.content
    said = [
        _("{bed}: shut, {reason}, {span}.").format(
            bed=bed,
            reason=closure_reason(content.reason),
            span=_span(content.starts_at, content.ends_at),
        )
    ]
    if content.ends_at == FOREVER and content.expected_on:
        said.append(_("Expected until {day}.").format(day=format_day(content.expected_on)))
    if content.remark:
        said.append(content.remark)
    said.append(_("Closed by {officer}: {place}.").format(officer=row.closed_by, place=row.named))
    return " ".join(said)


def spoken_gap(bed: str, start: datetime, end: datetime, shown_to: datetime) -> str:
    """A stretch of days in which nobody has the bed, in words."""
    if end >= shown_to:
        return _("{bed}: free from {start}.").format(bed=bed, start=format_moment(start))
    return _("{bed}: free from {start} to {end}.").format(
        bed=bed, start=format_moment(start), end=format_moment(end)
    )
