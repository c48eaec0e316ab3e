"""Assignments, closures and holds as values, with the names a screen shows beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session, aliased

from openblock.features.residents.tables import Resident
from openblock.features.rooms.queries.house import BedPlace, bed_places
from openblock.features.rooms.queries.rows import AssignmentRow, ClosureRow, HoldRow
from openblock.features.rooms.rules.content import AssignmentContent, ClosureContent, HoldContent
from openblock.features.rooms.tables import Assignment, Bed, Building, Closure, Hold, Room, Section

ASSIGNMENT_FIELDS = (
    *("resident_id", "bed_id", "starts_at", "ends_at", "reason", "remark"),
    *("decision_number", "decision_date", "override", "decided_by"),
)
#: Columns and not mapped rows, for what is shown by the hundred.
ASSIGNED = select(
    Assignment.id, Assignment.version, *(getattr(Assignment, name) for name in ASSIGNMENT_FIELDS)
)
CLOSURE_FIELDS = (
    *("scope", "subject_id", "reason", "starts_at", "expected_on", "remark", "ends_at"),
)
HOLD_FIELDS = ("bed_id", "starts_at", "ends_at", "resident_id", "remark")


def assignment_content(row: Assignment | Row[Any]) -> AssignmentContent:
    """A stored assignment as it is entered."""
    return AssignmentContent(**{name: getattr(row, name) for name in ASSIGNMENT_FIELDS})


def closure_content(row: Closure) -> ClosureContent:
    """A stored closure as it is entered."""
    return ClosureContent(**{name: getattr(row, name) for name in CLOSURE_FIELDS})


def hold_content(row: Hold) -> HoldContent:
    """A stored hold as it is entered."""
    return HoldContent(**{name: getattr(row, name) for name in HOLD_FIELDS})


def names_of(session: Session, resident_ids: Iterable[int]) -> Mapping[int, tuple[str, str]]:
    """Full name and "Surname G." of each person, by number."""
    wanted = tuple(set(resident_ids))
    asked = select(Resident.id, Resident.surname, Resident.given_name).where(
        Resident.id.in_(wanted)
    )
    return {
        number: (f"{surname} {given}", f"{surname} {given[:1]}.")
        for number, surname, given in session.execute(asked)
    }


def assignment_rows(
    session: Session,
    assignments: Iterable[Assignment | Row[Any]],
    places: Mapping[int, BedPlace] | None = None,
) -> tuple[AssignmentRow, ...]:
    """The assignments with names of people and beds, in the order given."""
    rows = tuple(assignments)
    names = names_of(session, (row.resident_id for row in rows))
    known = bed_places(session, {row.bed_id for row in rows}) if places is None else places
    return tuple(
        AssignmentRow(
            row.id,
            row.version,
            assignment_content(row),
            *names.get(row.resident_id, ("", "")),
            known[row.bed_id].bed,
        )
        for row in rows
    )


def first_of_each_bed(session: Session, at: datetime, place: int = 0) -> tuple[Row[Any], ...]:
    """Each bed's assignment that has not ended at ``at``: the first, the second (``place`` 1).

    One probe of the index for each bed, however many assignments lie behind.
    """
    other = aliased(Assignment)
    first = (
        select(other.id)
        .where(other.bed_id == Bed.id, other.ends_at > at)
        .order_by(other.ends_at)
        .limit(1)
        .offset(place)
        .correlate(Bed)
        .scalar_subquery()
    )
    asked = ASSIGNED.where(Assignment.id.in_(select(first).select_from(Bed)))
    return tuple(session.execute(asked))


def closures_between(session: Session, start: datetime, end: datetime) -> tuple[ClosureRow, ...]:
    """Every closure that meets ``[start, end)``, by its beginning."""
    asked = (
        select(Closure)
        .where(Closure.ends_at > start, Closure.starts_at < end)
        .order_by(Closure.starts_at, Closure.id)
    )
    rows = tuple(session.scalars(asked))
    named = _named(session, rows)
    return tuple(
        ClosureRow(
            row.id,
            row.version,
            closure_content(row),
            row.closed_by,
            named.get((row.scope, row.subject_id), ""),
        )
        for row in rows
    )


def holds_between(session: Session, start: datetime, end: datetime) -> tuple[HoldRow, ...]:
    """Every hold that meets ``[start, end)``, by its beginning."""
    asked = (
        select(Hold)
        .where(Hold.ends_at > start, Hold.starts_at < end)
        .order_by(Hold.starts_at, Hold.id)
    )
    rows = tuple(session.scalars(asked))
    names = names_of(session, (row.resident_id for row in rows if row.resident_id is not None))
    return tuple(
        HoldRow(
            row.id,
            row.version,
            hold_content(row),
            row.held_by,
            names.get(row.resident_id or 0, ("", ""))[0],
        )
        for row in rows
    )


def reaches(closure: ClosureRow | ClosureContent, place: BedPlace) -> bool:
    """Whether what is closed holds this bed (ROOM-04)."""
    content = closure.content if isinstance(closure, ClosureRow) else closure
    around = {
        "bed": place.bed_id,
        "room": place.room_id,
        "section": place.section_id,
        "building": place.building_id,
    }
    return around[content.scope] == content.subject_id


def _named(session: Session, rows: Iterable[Closure]) -> Mapping[tuple[str, int], str]:
    """What each closure closes, by scope and number: "104", "104 A", a section's name."""
    wanted: dict[str, set[int]] = {}
    for row in rows:
        wanted.setdefault(row.scope, set()).add(row.subject_id)
    named: dict[tuple[str, int], str] = {
        ("bed", place.bed_id): place.bed
        for place in (bed_places(session, wanted["bed"]).values() if "bed" in wanted else ())
    }
    for scope, number, text in (
        ("room", Room.id, Room.code),
        ("section", Section.id, Section.name),
        ("building", Building.id, Building.name),
    ):
        if scope in wanted:
            found = session.execute(select(number, text).where(number.in_(wanted[scope])))
            named.update({(scope, key): value for key, value in found})
    return named
