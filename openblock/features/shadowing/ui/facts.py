"""What the side panel says of the selected cell: shifts, classes, absences, who is on duty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openblock.features.shadowing.queries.rows import PracticeGrid, ShadowingRow, TraineeLine
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.cell_picture import (
    absence_words,
    away_on,
    classes_on,
    shadowings_on,
    shown_span,
)
from openblock.features.shadowing.ui.mentors import duty_words, officer_of, on_duty
from openblock.features.shadowing.words import (
    hours_between,
    situation_list,
    standing_letter,
    standing_words,
    upset_words,
)
from openblock.i18n import _, format_day, format_hours, format_moment, format_short_day, n_
from openblock.ui.messages import words

_MOST_ON_DUTY = 6
Line = tuple[str, str]
"""A line of the panel: what it says, and its tone ("" secondary bad warn ok strong)."""


def line_of(grid: PracticeGrid, trainee_id: object) -> TraineeLine | None:
    """The row of a trainee, None where it is not shown."""
    return next((each for each in grid.lines if each.trainee.trainee_id == trainee_id), None)


def learning_lines(grid: PracticeGrid, line: TraineeLine) -> Iterator[Line]:
    """What the trainee has not experienced, whether the hours can be had, what else is wrong."""
    course = next(
        (each for each in grid.courses if each.course_id == line.trainee.content.course_id), None
    )
    if course is not None:
        day = format_day(course.content.last_day)
        yield _("{course}, ends {day}").format(course=course.content.name, day=day), "secondary"
        lacking = set(line.learning.lacking)
        contents = tuple(each.content for each in course.situations if each.situation_id in lacking)
        if contents:
            yield situation_list(contents), "strong"
        else:
            yield "✓ " + _("every situation is seen or planned"), "ok"
    short = line.hours.short
    if short:
        said = _("{hours} h are short.").format(hours=format_hours(short))
        if line.within_reach:
            room = _("The roster still has room for them.")
            yield f"{said} {room}", "warn"
        else:
            reach = _("The roster as it is laid cannot hold them before the course ends.")
            yield f"▲ {said} {reach}", "bad"
    for problem in line.warnings:
        if problem.code != "practice-hours-short":
            yield f"▲ {words(problem)}", "warn"


def cell_lines(grid: PracticeGrid, trainee_id: int, day: date) -> Iterator[Line]:
    """What stands in a cell; in an empty one who is on duty, whose letters can be typed."""
    shifts = shadowings_on(grid, trainee_id, day)
    for row in shifts:
        yield from shift_lines(row, grid)
    for part in classes_on(grid, trainee_id, day):
        yield _("class {hours}").format(hours=hours_between(part)), ""
    for part, remark in away_on(grid, trainee_id, day).items():
        yield absence_words(day, part, remark), ""
    if not shifts:
        yield from _duty_lines(grid, day)


def shift_lines(row: ShadowingRow, grid: PracticeGrid) -> Iterator[Line]:
    """One shadowing shift: state, mentor, hours, and what has become of it."""
    span = shown_span(row)
    hours = _("{hours} h").format(hours=format_hours(span.minutes))
    state = f"{standing_letter(row.standing)} {standing_words(row.standing)}"
    yield f"{row.mentor_code} {row.mentor}", "strong"
    yield f"{hours_between(span)} ({hours}) · {state}", "bad" if row.upset else ""
    if row.upset is not None:
        yield f"{upset_words(row)} {_uncounted(row)}", "bad"
    if row.changed_by and row.changed_at is not None and row.standing is Standing.REPLAN:
        changed = _("changed by {who}, {when}")
        yield changed.format(who=row.changed_by, when=format_moment(row.changed_at)), "secondary"
    for problem in grid.problems.get(row.shadowing_id, ()):
        yield f"▲ {words(problem)}", "warn"
    if row.override:
        yield _("Kept with a reason: {reason}").format(reason=row.override), "secondary"
    if row.settled is not None:
        settled = _("{who}, {when}").format(who=row.settled.by, when=format_moment(row.settled.at))
        yield settled, "secondary"
        if row.settled.remark:
            yield row.settled.remark, "secondary"
        return
    planned = _("planned by {who}, {when}")
    yield planned.format(who=row.planned_by, when=format_moment(row.planned_at)), "secondary"


def _uncounted(row: ShadowingRow) -> str:
    return _("{hours} h do not count.").format(hours=format_hours(row.span.minutes))


def replan_words(row: ShadowingRow) -> str:
    """What has happened and what it costs, as the bar over the grid says it."""
    return f"{row.trainee}: {upset_words(row)} {_uncounted(row)}"


def replan_heading(row: ShadowingRow) -> str:
    """Whose shift on which day: Zariņa Elīna, 26.11."""
    return f"{row.trainee}, {format_short_day(row.day)}"


def _duty_lines(grid: PracticeGrid, day: date) -> Iterator[Line]:
    found = on_duty(grid, day)
    if not found:
        yield _("No mentor begins a duty on this day."), "secondary"
        return
    yield _("On duty, type the letters to plan:"), "secondary"
    for line, duty in found[:_MOST_ON_DUTY]:
        places = f"{duty.taken}/{duty.places}"
        yield f"{line.code}  {line.name} {hours_between(duty.span)}, {places}", ""
    left = len(found) - _MOST_ON_DUTY
    if left > 0:
        yield n_("and {number} more", "and {number} more", left), "secondary"


def mentor_lines(grid: PracticeGrid, key: object, day: date) -> Iterator[Line]:
    """A mentor's duties of a day, and what can be done with them."""
    officer_id = officer_of(key)
    line = next((each for each in grid.mentors if each.officer_id == officer_id), None)
    if line is None:
        return
    yield f"{line.code} {line.name}", "strong"
    if line.post:
        yield line.post, "secondary"
    if line.certified_until is not None:
        until = format_day(line.certified_until)
        yield _("mentor's certificate to {day}").format(day=until), "secondary"
    duties = [duty for duty in line.duties if duty.day == day]
    for duty in duties:
        yield duty_words(line, duty), ""
    if duties:
        yield (
            _("Space takes this mentor in hand, Space again plans in a trainee's cell."),
            ("secondary"),
        )
    else:
        yield _("no duty begins on this day"), "secondary"
