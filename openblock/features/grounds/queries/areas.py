"""The areas as they are set up, when they are open, when they are out of use, and their search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.grounds.queries.rows import AreaDayRow, AreaRow, ClosureRow, FoundArea
from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaKind,
    ClosureContent,
    ClosureReason,
    Hours,
    Span,
)
from openblock.features.grounds.rules.places import open_on
from openblock.features.grounds.tables import Area, AreaClosure, AreaDay
from openblock.i18n import search_key, sort_key
from openblock.storage.searching import rank


def areas(session: Session) -> tuple[AreaRow, ...]:
    """Every area and building in order of place, each with its other hours of single dates."""
    return areas_open(session)


def areas_open(
    session: Session,
    first: date | None = None,
    last: date | None = None,
    area_ids: Collection[int] | None = None,
) -> tuple[AreaRow, ...]:
    """The areas asked for, or all, with the other hours of the dates from ``first`` to ``last``."""
    asked = select(AreaDay).order_by(AreaDay.day)
    wanted = select(Area).order_by(Area.place, Area.id)
    if first is not None and last is not None:
        asked = asked.where(AreaDay.day.between(first, last))
    if area_ids is not None:
        asked = asked.where(AreaDay.area_id.in_(sorted(area_ids)))
        wanted = wanted.where(Area.id.in_(sorted(area_ids)))
    days: dict[int, list[AreaDayRow]] = defaultdict(list)
    for row in session.scalars(asked):
        days[row.area_id].append(
            AreaDayRow(row.id, row.version, row.area_id, row.day, _hours(row.hours), row.remark)
        )
    return tuple(
        AreaRow(row.id, row.version, row.place, area_content(row), tuple(days[row.id]))
        for row in session.scalars(wanted)
    )


def area_content(row: Area) -> AreaContent:
    """The part of an area that is entered."""
    return AreaContent(
        name=row.name,
        kind=AreaKind(row.kind),
        active=row.active,
        capacity=row.capacity,
        exclusive=row.exclusive,
        indoor=row.indoor,
        floodlit=row.floodlit,
        ratio=row.ratio,
        shortest=row.shortest,
        longest=row.longest,
        counted=row.counted,
        hours=tuple(map(_hours, row.hours)),
        remark=row.remark,
        x=row.x,
        y=row.y,
        width=row.width,
        height=row.height,
    )


def _hours(stored: Iterable[Iterable[int]]) -> Hours:
    return tuple((start, end) for start, end in stored)


def hours_on(area: AreaRow, day: date) -> tuple[Span, ...]:
    """When an area is open on a date (GR-01): the date's own hours, else the weekday's."""
    own = next((each.hours for each in area.days if each.day == day), None)
    usual = area.content.hours[day.weekday()] if area.content.hours else ()
    return open_on(usual if own is None else own, day)


def closures_in(
    session: Session, span: Span, area_ids: Collection[int] | None = None
) -> tuple[ClosureRow, ...]:
    """The closures that meet a time, by start; of some areas or of all."""
    asked = select(AreaClosure).where(
        AreaClosure.ends_at > span.start, AreaClosure.starts_at < span.end
    )
    if area_ids is not None:
        asked = asked.where(AreaClosure.area_id.in_(sorted(area_ids)))
    return tuple(
        ClosureRow(
            row.id,
            row.version,
            ClosureContent(
                row.area_id, row.starts_at, row.ends_at, ClosureReason(row.reason), row.remark
            ),
            row.closed_by,
            row.closed_at,
        )
        for row in session.scalars(asked.order_by(AreaClosure.starts_at, AreaClosure.id))
    )


def of_area(closures: Iterable[ClosureRow]) -> Mapping[int, tuple[ClosureRow, ...]]:
    """Closures by area."""
    found: dict[int, list[ClosureRow]] = defaultdict(list)
    for each in closures:
        found[each.content.area_id].append(each)
    return {number: tuple(those) for number, those in found.items()}


def find_areas(session: Session, typed: str) -> tuple[FoundArea, ...]:
    """Areas and buildings by name, best first: too few to keep a folded column for."""
    found = []
    for number, name in session.execute(select(Area.id, Area.name)):
        how = rank(search_key(name), typed)
        if how is not None:
            found.append(FoundArea(number, name, how))
    return tuple(sorted(found, key=lambda each: (each.rank, sort_key(each.name))))
