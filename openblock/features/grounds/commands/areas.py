"""Areas are set up, put in order, drawn on the plan, and open at other hours on a date (GR-01)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import func, select

from openblock.clock import day_of
from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.grounds.commands.ledger import Ledger
from openblock.features.grounds.commands.requests import (
    MoveOnPlan,
    RemoveArea,
    RemoveAreaDay,
    SaveArea,
    SaveAreaDay,
)
from openblock.features.grounds.commands.stored import area_values, as_lists, known
from openblock.features.grounds.queries.areas import area_content
from openblock.features.grounds.queries.limits import read_figures
from openblock.features.grounds.queries.live import ahead
from openblock.features.grounds.queries.standing import Standing
from openblock.features.grounds.queries.stored import Stored, stored_bookings
from openblock.features.grounds.rules import (
    area_day_problems,
    area_problems,
    cleaned_area,
    joined_hours,
)
from openblock.features.grounds.rules.content import AreaContent, AreaDayContent
from openblock.features.grounds.tables import Area, AreaClosure, AreaDay, Booking, Series
from openblock.features.residents.rules.names import tidy
from openblock.features.shadowing.commands.judging import answer
from openblock.storage.store import Done, Work

Codes = Mapping[int, frozenset[str]]


def save_area(work: Work, request: SaveArea) -> Done:
    """A new area or other content for one; ``Done.value`` is the number.

    RuleBroken with every problem; bookings ahead that would no longer fit are a warning until
    ``reason`` answers it. KnownError ``area-unknown``, ``changed-meanwhile``.
    """
    row = None
    if request.area_id is not None:
        row = known(work, Area, request.area_id, request.version)
    content = cleaned_area(request.content)
    _refuse(area_problems(content, _other_names(work, request.area_id)))
    ledger = Ledger(work, "grounds.save_area")
    if row is None:
        number = ledger.add(Area(**area_values(content), place=_last_place(work) + 1))
    else:
        number = row.id
        _write_over(ledger, row, content, request.reason)
    if request.place is not None:
        _put_at(ledger, number, request.place)
    return ledger.done(number)


def remove_area(work: Work, request: RemoveArea) -> Done:
    """Takes out an area with its other hours; KnownError ``area-in-use`` once it was used.

    KnownError ``area-unknown``, ``changed-meanwhile``.
    """
    row = known(work, Area, request.area_id, request.version)
    for kind in (Booking, AreaClosure, Series):
        if work.session.scalar(select(kind.id).where(kind.area_id == row.id).limit(1)) is not None:
            raise KnownError("area-in-use")
    ledger = Ledger(work, "grounds.remove_area")
    for day in work.session.scalars(select(AreaDay).where(AreaDay.area_id == row.id)).all():
        ledger.remove(day)
    ledger.remove(row)
    return ledger.done(request.area_id)


def move_on_plan(work: Work, request: MoveOnPlan) -> Done:
    """Draws an area elsewhere on the plan; RuleBroken where it would lie outside.

    KnownError ``area-unknown``, ``changed-meanwhile``.
    """
    row = known(work, Area, request.area_id, request.version)
    drawn = {name: getattr(request, name) for name in ("x", "y", "width", "height")}
    before = area_content(row)
    stood = area_problems(before)
    _refuse(each for each in area_problems(replace(before, **drawn)) if each not in stood)
    ledger = Ledger(work, "grounds.move_on_plan")
    ledger.change(row, **drawn)
    return ledger.done(row.id)


def save_area_day(work: Work, request: SaveAreaDay) -> Done:
    """Other hours on one date; ``Done.value`` is their number. Bookings as in :func:`save_area`.

    A date has one line: entering it anew is a stale change of that. KnownError ``area-unknown``,
    ``grounds-changed-meanwhile``, ``changed-meanwhile``.
    """
    content = replace(
        request.content,
        hours=joined_hours(request.content.hours),
        remark=tidy(request.content.remark),
    )
    known(work, Area, content.area_id)
    row = None
    if request.area_day_id is not None:
        row = known(work, AreaDay, request.area_day_id, request.version)
    there = _line_of(work, content)
    if there is not None and there is not row:
        work.expect(there, 0)
    _refuse(area_day_problems(content))
    ledger = Ledger(work, "grounds.save_area_day")
    areas = {content.area_id, content.area_id if row is None else row.area_id}
    before = _wrong(work, areas)
    values = {
        "area_id": content.area_id,
        "day": content.day,
        "hours": as_lists(content.hours),
        "remark": content.remark,
    }
    if row is None:
        number = ledger.add(AreaDay(**values))
    else:
        number = row.id
        ledger.change(row, **values)
    answer(work, _hits(work, areas, before), request.reason)
    return ledger.done(number)


def remove_area_day(work: Work, request: RemoveAreaDay) -> Done:
    """The usual hours hold again; bookings as in :func:`save_area`.

    KnownError ``grounds-changed-meanwhile``, ``changed-meanwhile``.
    """
    row = known(work, AreaDay, request.area_day_id, request.version)
    areas = {row.area_id}
    before = _wrong(work, areas)
    ledger = Ledger(work, "grounds.remove_area_day")
    ledger.remove(row)
    answer(work, _hits(work, areas, before), request.reason)
    return ledger.done(request.area_day_id)


def _refuse(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise RuleBroken(*found)


def _other_names(work: Work, area_id: int | None) -> list[str]:
    stored = work.session.execute(select(Area.id, Area.name))
    return [name for number, name in stored if number != area_id]


def _last_place(work: Work) -> int:
    return work.session.scalar(select(func.max(Area.place))) or 0


def _line_of(work: Work, content: AreaDayContent) -> AreaDay | None:
    asked = select(AreaDay).where(AreaDay.area_id == content.area_id, AreaDay.day == content.day)
    return work.session.scalars(asked).one_or_none()


def _write_over(ledger: Ledger, row: Area, content: AreaContent, reason: str) -> None:
    before = _wrong(ledger.work, {row.id})
    ledger.change(row, **area_values(content))
    answer(ledger.work, _hits(ledger.work, {row.id}, before), reason)


def _put_at(ledger: Ledger, area_id: int, place: int) -> None:
    """Give an area its place in the order, the first is 1; the others stand around it."""
    rows = list(ledger.work.session.scalars(select(Area).order_by(Area.place, Area.id)))
    own = next(row for row in rows if row.id == area_id)
    rows.remove(own)
    rows.insert(max(place - 1, 0), own)
    for number, row in enumerate(rows, 1):
        ledger.change(row, place=number)


def _ahead(work: Work, area_ids: Iterable[int]) -> Iterator[tuple[Stored, frozenset[str]]]:
    """The bookings ahead on some areas, each with what is no longer as it was booked."""
    wanted = (Booking.area_id.in_(sorted(area_ids)), ahead(), Booking.ends_at > work.now)
    rows = stored_bookings(work.session, *wanted)
    standing = Standing(work.session, read_figures(work.session), work.now, rows)
    for row in rows:
        lost, warnings = standing.problems(row)
        found = (*warnings, *(() if lost is None else (lost,)))
        yield row, frozenset(each.code for each in found)


def _wrong(work: Work, area_ids: Iterable[int]) -> Codes:
    """What is wrong with each booking ahead before a change."""
    return {row.booking_id: codes for row, codes in _ahead(work, area_ids)}


def _hits(work: Work, area_ids: Iterable[int], before: Codes) -> tuple[Problem, ...]:
    """The bookings ahead that a change makes wrong, as one warning with their dates."""
    rows = [row for row, codes in _ahead(work, area_ids) if codes - before[row.booking_id]]
    if not rows:
        return ()
    dates = tuple(sorted({day_of(row.span.start) for row in rows}))
    facts = {"number": len(rows), "dates": dates}
    return (Problem("area-change-hits", Severity.WARNING, facts, "content"),)
