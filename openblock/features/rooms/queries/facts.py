"""Loads what a placement is judged by: only what can clash, so that the past costs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from openblock.clock import FOREVER, day_of
from openblock.features.accounts.queries import settings
from openblock.features.residents.queries import pairs_of
from openblock.features.residents.tables import Alert, Resident, Stay
from openblock.features.rooms.queries.house import BedPlace, bed_places
from openblock.features.rooms.queries.rows import ClosureRow, HoldRow
from openblock.features.rooms.queries.stored import (
    assignment_content,
    closures_between,
    holds_between,
    names_of,
    reaches,
)
from openblock.features.rooms.rules.facts import (
    BedFacts,
    Facts,
    Kept,
    Limits,
    PersonFacts,
    Shut,
    Sleep,
    Span,
)
from openblock.features.rooms.tables import Assignment


def limits_of(session: Session, now: datetime) -> Limits:
    """The settings placements are judged by, at ``now``."""
    values = settings(session)
    return Limits(
        now=now,
        most_future_days=int(values["most_future_days"]),
        backdate_hours=int(values["backdate_hours"]),
        decision_required=bool(values["decision_required"]),
        section_is_error=values["keep_apart_section"] == "error",
    )


@dataclass(frozen=True, slots=True)
class Around:
    """Whom, which beds and which time a change is about: what has to be loaded."""

    resident_ids: frozenset[int]
    bed_ids: frozenset[int]
    start: datetime
    end: datetime = FOREVER


def facts_around(session: Session, around: Around, now: datetime, today: date) -> Facts:
    """Everything within the time that can clash.

    The people's and the beds' assignments, and those of whoever must be kept apart from one of
    the people.
    """
    pairs = pairs_of(session, around.resident_ids, around.start, around.end)
    apart = {number for pair in pairs for number in (pair.first_id, pair.second_id)}
    sleeps = _sleeps(session, around, around.resident_ids | apart)
    beds = around.bed_ids | {sleep.content.bed_id for sleep in sleeps}
    people = around.resident_ids | {sleep.content.resident_id for sleep in sleeps} | apart
    return Facts(
        limits=limits_of(session, now),
        people=people_facts(session, around.resident_ids, today),
        beds=bed_facts(session, bed_places(session, beds), around.start, around.end),
        sleeps=sleeps,
        pairs=pairs,
        named={number: name for number, (name, _short) in names_of(session, people).items()},
    )


def standing_facts(
    session: Session,
    resident_ids: AbstractSet[int],
    places: Mapping[int, BedPlace],
    start: datetime,
    end: datetime,
) -> Facts:
    """What is needed to say of people in their beds what does not fit: KAP-03, ROOM-06, ROOM-08.

    Where else somebody sleeps matters only for whom a pair names, closures and holds not at all:
    a house full of people is looked at whenever anything changes.
    """
    pairs = pairs_of(session, resident_ids, start, end)
    apart = frozenset(number for pair in pairs for number in (pair.first_id, pair.second_id))
    sleeps = _sleeps(session, Around(apart, frozenset(), start, end), apart)
    elsewhere = {sleep.content.bed_id for sleep in sleeps} - set(places)
    known = {**places, **(bed_places(session, elsewhere) if elsewhere else {})}
    return Facts(
        limits=limits_of(session, start),
        people=people_facts(session, resident_ids, day_of(start)),
        beds={number: _bed(place, (), ()) for number, place in known.items()},
        sleeps=sleeps,
        pairs=pairs,
        named={number: name for number, (name, _short) in names_of(session, apart).items()},
    )


def people_facts(
    session: Session, resident_ids: Iterable[int], today: date
) -> Mapping[int, PersonFacts]:
    """The people with their stays, and the kinds of the alert marks that hold ``today``."""
    wanted = tuple(set(resident_ids))
    stays: dict[int, list[Span]] = {}
    for number, start, end in session.execute(
        select(Stay.resident_id, Stay.admitted, Stay.discharged).where(Stay.resident_id.in_(wanted))
    ):
        stays.setdefault(number, []).append(Span(start, end))
    alerts: dict[int, list[str]] = {}
    for number, kind in session.execute(
        select(Alert.resident_id, Alert.kind).where(
            Alert.resident_id.in_(wanted),
            Alert.first_day <= today,
            or_(Alert.last_day.is_(None), Alert.last_day >= today),
        )
    ):
        alerts.setdefault(number, []).append(kind)
    return {
        each.id: PersonFacts(
            each.id,
            f"{each.surname} {each.given_name}",
            each.sex,
            tuple(each.needs),
            tuple(stays.get(each.id, ())),
            tuple(alerts.get(each.id, ())),
        )
        for each in session.scalars(select(Resident).where(Resident.id.in_(wanted)))
    }


def bed_facts(
    session: Session, places: Mapping[int, BedPlace], start: datetime, end: datetime
) -> Mapping[int, BedFacts]:
    """The beds with every closure and hold that meets ``[start, end)``."""
    closures = closures_between(session, start, end)
    holds = holds_between(session, start, end)
    return {number: _bed(place, closures, holds) for number, place in places.items()}


def _sleeps(
    session: Session, around: Around, resident_ids: frozenset[int] | set[int]
) -> tuple[Sleep, ...]:
    # Two questions with one index each; OR between them would read every assignment.
    found: dict[int, Assignment] = {}
    for column, numbers in (
        (Assignment.resident_id, resident_ids),
        (Assignment.bed_id, around.bed_ids),
    ):
        asked = select(Assignment).where(
            column.in_(tuple(numbers)),
            Assignment.ends_at > around.start,
            Assignment.starts_at < around.end,
        )
        found.update({row.id: row for row in session.scalars(asked)})
    return tuple(Sleep(row.id, assignment_content(row)) for row in found.values())


def _bed(place: BedPlace, closures: Iterable[ClosureRow], holds: Iterable[HoldRow]) -> BedFacts:
    return BedFacts(
        place.bed_id,
        place.bed,
        place.room_id,
        place.section_id,
        place.building_id,
        place.sex,
        place.attributes,
        tuple(
            Shut(
                Span(each.content.starts_at, each.content.ends_at), each.content.reason, each.named
            )
            for each in closures
            if reaches(each, place)
        ),
        tuple(
            Kept(
                Span(each.content.starts_at, each.content.ends_at),
                each.content.resident_id,
                each.name or each.content.remark,
            )
            for each in holds
            if each.content.bed_id == place.bed_id
        ),
    )
