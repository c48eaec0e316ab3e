"""The officers under the grid: their duties as bars, with how many trainees beside them; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from openblock.clock import local
from openblock.features.shadowing.queries.rows import (
    MentorDuty,
    MentorLine,
    PracticeGrid,
    ShadowingRow,
)
from openblock.features.shadowing.rules.content import Span, Upset
from openblock.features.shadowing.words import hours_between
from openblock.i18n import _, format_short_day, language
from openblock.ui.grid import BARS, TITLE, GridBar, GridCode, GridRow, GridText

_KEY = "mentor:"
TITLE_KEY = "mentors"
_OF_OFFICER = (Upset.DUTY_GONE, Upset.DUTY_MOVED, Upset.MENTOR_LEFT, Upset.NOT_MENTOR)


class Trouble(NamedTuple):
    """What of a mentor's duties needs somebody: said beside the name, and the bars it is about."""

    said: str
    spans: tuple[Span, ...]


def row_key(officer_id: int) -> str:
    """The key of a mentor's row; trainees' rows have their numbers."""
    return f"{_KEY}{officer_id}"


def officer_of(key: object) -> int | None:
    """The officer a row's key stands for; None for every other row."""
    known = isinstance(key, str) and key.startswith(_KEY)
    return int(str(key).removeprefix(_KEY)) if known else None


def mentor_rows(grid: PracticeGrid) -> tuple[GridRow, ...]:
    """A title, and a row for each officer who may be shadowed on one of the days."""
    said = _("figure: trainees of places") if grid.mentors else _("nobody on these days")
    title = GridRow(
        TITLE_KEY,
        "",
        (GridText(_("Mentors' duties")), GridText(said, "secondary")),
        kind=TITLE,
    )
    troubles, days, spoken = _troubles(grid), (grid.first, grid.last), language()
    return (
        title,
        *(_row(line, troubles.get(line.officer_id), days, spoken) for line in grid.mentors),
    )


def place_of(moment: datetime, first: date) -> float:
    """Where a moment is among the columns: 1.5 is noon of the second day."""
    wall = local(moment)
    return (wall.date() - first).days + (wall.hour * 60 + wall.minute) / (24 * 60)


def _troubles(grid: PracticeGrid) -> Mapping[int, Trouble]:
    found: dict[int, list[ShadowingRow]] = defaultdict(list)
    for row in grid.to_replan:
        if row.upset in _OF_OFFICER and grid.first <= row.day <= grid.last:
            found[row.officer_id].append(row)
    return {
        officer_id: Trouble(_trouble_words(rows), _changed(rows))
        for officer_id, rows in found.items()
    }


def _trouble_words(rows: Sequence[ShadowingRow]) -> str:
    said = [f"{format_short_day(row.day)} {_in_short(row.upset)}" for row in rows if row.upset]
    return ", ".join(dict.fromkeys(said))


def _in_short(upset: Upset) -> str:
    """Beside a name there is room for two words."""
    return {
        Upset.DUTY_GONE: _("duty gone"),
        Upset.DUTY_MOVED: _("duty changed"),
        Upset.MENTOR_LEFT: _("not serving"),
        Upset.NOT_MENTOR: _("no mentor"),
    }[upset]


def _changed(rows: Sequence[ShadowingRow]) -> tuple[Span, ...]:
    moved = (row for row in rows if row.upset is Upset.DUTY_MOVED)
    return tuple(span for row in moved for _code, span in row.duty_now)


@lru_cache(maxsize=2048)
def _row(
    line: MentorLine, trouble: Trouble | None, days: tuple[date, date], _language: str
) -> GridRow:
    # Kept by what it shows: one keystroke changes the bars of one officer, not of all of them.
    remark = remark_of(line, trouble, days)
    hint = "\n".join(filter(None, (line.name, line.post, remark.text)))
    changed = trouble.spans if trouble is not None else ()
    return GridRow(
        row_key(line.officer_id),
        _("{name}, mentor").format(name=line.name),
        (GridText(line.name, hint=hint), remark),
        kind=BARS,
        label=line.code,
        bars=tuple(_bar(line, duty, days, changed=duty.span in changed) for duty in line.duties),
    )


def remark_of(line: MentorLine, trouble: Trouble | None, days: tuple[date, date]) -> GridText:
    """What speaks against shadowing this officer: a changed duty, a certificate that ends."""
    until = line.certified_until
    if trouble is not None:
        return GridText(trouble.said, "bad", trouble.said)
    if until is None:
        return GridText(_("no certificate"), "bad")
    if until < days[0]:
        return GridText(_("certificate ended {day}").format(day=format_short_day(until)), "bad")
    if until < days[1]:
        return GridText(_("certificate to {day}").format(day=format_short_day(until)), "warn")
    return GridText("")


def _bar(line: MentorLine, duty: MentorDuty, days: tuple[date, date], *, changed: bool) -> GridBar:
    figure = f"{duty.taken}/{duty.places}"
    in_view = days[0] <= duty.day <= days[1]
    kind = "full" if duty.taken >= duty.places else ""
    return GridBar(
        place_of(duty.span.start, days[0]),
        place_of(duty.span.end, days[0]),
        duty.code if changed else figure,
        "changed" if changed else kind,
        column=duty.day if in_view else None,
        carries=line.code if in_view else "",
        hint=duty_words(line, duty),
    )


def duty_words(line: MentorLine, duty: MentorDuty) -> str:
    """A duty in a sentence: whose, when, how many trainees."""
    said = _("{name}, {day} {duty} {hours}, trainees: {taken} of {places}").format(
        name=line.name,
        day=format_short_day(duty.day),
        duty=duty.code,
        hours=hours_between(duty.span),
        taken=duty.taken,
        places=duty.places,
    )
    full = _("full")
    return said if duty.taken < duty.places else f"{said}, {full}"


def on_duty(grid: PracticeGrid, day: date) -> tuple[tuple[MentorLine, MentorDuty], ...]:
    """Who begins a duty on a day, those with a free place first."""
    found = [(line, duty) for line in grid.mentors for duty in line.duties if duty.day == day]
    return tuple(sorted(found, key=lambda each: each[1].taken))


def codes_of_day(grid: PracticeGrid, day: date) -> tuple[GridCode, ...]:
    """The codes that fit a cell of this day, with hours and places in words."""
    return tuple(
        GridCode(
            line.code,
            f"{line.name}, {hours_between(duty.span)}, {duty.taken}/{duty.places}",
            "24",
        )
        for line, duty in on_duty(grid, day)
    )
