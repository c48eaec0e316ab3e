"""Draws what a trainee does on a day as one cell: shadowing shifts, classes, absences; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from openblock.clock import at, day_of
from openblock.errors import Severity
from openblock.features.shadowing.queries.rows import (
    PracticeGrid,
    ShadowingRow,
    UnavailabilityRow,
)
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.words import (
    hours_between,
    standing_letter,
    standing_words,
    upset_words,
)
from openblock.i18n import _, format_time, language, p_
from openblock.ui.grid import GridCell, Place
from openblock.ui.messages import words

_DAY = timedelta(days=1)
_TINTS = {
    Standing.PLANNED: "24",
    Standing.CONFIRMED: "ok",
    Standing.DONE: "warn",
    Standing.MISSED: "gone",
    Standing.REPLAN: "bad",
}
#: What needs somebody comes first where a day holds several.
_URGENT = {Standing.REPLAN: 0, Standing.DONE: 1}


class Entry(NamedTuple):
    """One thing of a cell; equal entries look the same."""

    code: str
    tint: str
    mark: str
    times: str
    said: str
    problem: str = ""
    struck: bool = False
    fixed: bool = False
    again: bool = False


def cells_of(grid: PracticeGrid, *, narrow: bool) -> dict[Place, GridCell]:
    """Every cell with something in it; a ``narrow`` one has room for code and state alone."""
    found: dict[tuple[int, date], list[Entry]] = defaultdict(list)
    for row in sorted(grid.shadowings, key=_order):
        found[row.trainee_id, row.day].append(entry_of(row, grid))
    shown = Span(at(grid.first), at(grid.last, 24 * 60))
    for trainee_id, spans in grid.classes.items():
        for span in spans:
            for day, part in _by_day(span, shown):
                found[trainee_id, day].append(_class(part))
    for trainee_id, rows in grid.away.items():
        for away in rows:
            for day, part in _by_day(_span(away), shown):
                found[trainee_id, day].append(_absence(day, part, away.content.remark))
    spoken = language()
    return {place: _cell(tuple(each), narrow, spoken) for place, each in found.items()}


def _order(row: ShadowingRow) -> tuple[int, datetime]:
    return _URGENT.get(row.standing, 2), row.span.start


def entry_of(row: ShadowingRow, grid: PracticeGrid) -> Entry:
    """A shadowing shift: the mentor's letters, the letter of its state, the hours."""
    span = shown_span(row)
    lines = [
        _("{mentor}, {hours}, {standing}").format(
            mentor=row.mentor, hours=hours_between(span), standing=standing_words(row.standing)
        )
    ]
    lines += [upset_words(row)] if row.upset is not None else []
    problems = grid.problems.get(row.shadowing_id, ())
    lines += [words(each) for each in problems]
    errors = any(each.severity == Severity.ERROR for each in problems)
    replan = row.standing is Standing.REPLAN
    return Entry(
        code=row.mentor_code,
        tint=_TINTS[row.standing],
        mark=standing_letter(row.standing),
        times=compact(span),
        said="\n".join(lines),
        problem=("error" if errors else "warning") if problems else "",
        struck=replan,
        again=replan,
    )


def shown_span(row: ShadowingRow) -> Span:
    """The hours as they were confirmed, else as they are planned."""
    settled = row.settled
    return settled.span if settled is not None and settled.span is not None else row.span


def compact(span: Span) -> str:
    """09:00–21:00 as 09–21 where both are whole hours."""
    start, end = format_time(span.start), format_time(span.end)
    if start.endswith(":00") and end.endswith(":00"):
        return f"{start[:2]}–{end[:2]}"
    return f"{start}–{end}"


def _class(part: Span) -> Entry:
    said = _("class {hours}").format(hours=hours_between(part))
    return Entry(class_code(), "M", "", compact(part), said, fixed=True)


def class_code() -> str:
    """The letter of a class in a cell."""
    return p_("cell", "M")


def away_code() -> str:
    """The letter of a time the trainee cannot come, in a cell."""
    return p_("cell", "A")


def _absence(day: date, part: Span, remark: str) -> Entry:
    times = "" if part == _whole(day) else compact(part)
    return Entry(away_code(), "away", "", times, absence_words(day, part, remark), fixed=True)


def absence_words(day: date, part: Span, remark: str) -> str:
    """When on a day the trainee cannot come, and why; of a whole day no hours."""
    if part == _whole(day):
        said = _("cannot come")
    else:
        said = _("cannot come {hours}").format(hours=hours_between(part))
    return f"{said}: {remark}" if remark else said


def _whole(day: date) -> Span:
    return Span(at(day), at(day, 24 * 60))


def _span(row: UnavailabilityRow) -> Span:
    return Span(row.content.starts_at, row.content.ends_at)


def _by_day(span: Span, shown: Span) -> Iterable[tuple[date, Span]]:
    """The parts of a time on each day shown."""
    day = day_of(max(span.start, shown.start))
    while at(day) < min(span.end, shown.end):
        part = Span(max(span.start, at(day)), min(span.end, at(day + _DAY)))
        if part.start < part.end:
            yield day, part
        day += _DAY


@lru_cache(maxsize=8192)
def _cell(entries: tuple[Entry, ...], narrow: bool, _language: str) -> GridCell:
    # Kept by what it shows: after one keystroke all cells but a few are the same as before.
    first = entries[0]
    said = "\n".join(each.said for each in entries)
    own = [each for each in entries if not each.fixed]
    more = len(entries) - 1
    return GridCell(
        first.code,
        first.tint,
        problem=_worst(entries),
        detail=_short(first, more) if narrow else first.times,
        hint=said,
        spoken=said.replace("\n", "; "),
        mark="" if narrow else first.mark,
        more=0 if narrow else more,
        struck=first.struck and not narrow,
        fixed=not own,
        again=any(each.again for each in own) or len(own) > 1,
    )


def _short(first: Entry, more: int) -> str:
    """Where only a letter has room: the state, and a plus for what else is there."""
    return first.mark + ("+" if more else "")


def _worst(entries: Iterable[Entry]) -> str:
    found = {each.problem for each in entries}
    return next((each for each in ("error", "warning") if each in found), "")


def shadowings_on(grid: PracticeGrid, trainee_id: int, day: date) -> tuple[ShadowingRow, ...]:
    """What a cell holds, the one it shows first."""
    own = (row for row in grid.shadowings if row.trainee_id == trainee_id and row.day == day)
    return tuple(sorted(own, key=_order))


def classes_on(grid: PracticeGrid, trainee_id: int, day: date) -> tuple[Span, ...]:
    """The parts of classes on a day."""
    return _parts(grid.classes.get(trainee_id, ()), day)


def away_on(grid: PracticeGrid, trainee_id: int, day: date) -> Mapping[Span, str]:
    """The times of a day the trainee cannot come, and why."""
    return {
        part: row.content.remark
        for row in grid.away.get(trainee_id, ())
        for part in _parts((_span(row),), day)
    }


def _parts(spans: Iterable[Span], day: date) -> tuple[Span, ...]:
    whole = _whole(day)
    return tuple(
        Span(max(each.start, whole.start), min(each.end, whole.end))
        for each in spans
        if each.meets(whole)
    )
