"""What the commands share: the stored row of a request or the refusal, and the locks they hold."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import select

from openblock.errors import KnownError, RuleBroken
from openblock.features.shadowing.rules.content import Span, State
from openblock.features.shadowing.rules.times import time_problems
from openblock.features.shadowing.tables import (
    ClassSession,
    Course,
    PracticeItem,
    Shadowing,
    Trainee,
    Unavailability,
)
from openblock.features.staff.queries import row_of
from openblock.features.staff.tables import Officer
from openblock.storage.store import Work

T = TypeVar("T", Course, Trainee, PracticeItem, ClassSession, Unavailability, Shadowing)

_UNKNOWN: dict[type[Any], str] = {
    Course: "course-unknown",
    Trainee: "trainee-unknown",
    PracticeItem: "item-unknown",
    ClassSession: "class-unknown",
    Unavailability: "unavailability-unknown",
    Shadowing: "shadowing-unknown",
}


def known(work: Work, kind: type[T], number: int, version: int | None = None) -> T:
    """The stored row of a request.

    KnownError ``course-unknown`` and so on, ``changed-meanwhile`` where ``version`` is an old one.
    """
    row = work.session.get(kind, number)
    if row is None:
        raise KnownError(_UNKNOWN[kind])
    if version is not None:
        work.expect(row, version)
    return row


def open_shadowing(work: Work, number: int, version: int | None = None) -> Shadowing:
    """The planned shadowing shift of a request; KnownError ``practice-locked`` once it is settled.

    That comes before a stale version: who has confirmed it is the thing to know.
    """
    row = known(work, Shadowing, number)
    if row.state != State.PLANNED:
        raise locked(work, row)
    if version is not None:
        work.expect(row, version)
    return row


def locked(work: Work, row: Shadowing) -> KnownError:
    """The refusal to change what has been settled, and who settled it (TR-12)."""
    return KnownError(
        "practice-locked",
        trainee=name_of(work, row.trainee_id),
        name=mentor_name(work, row.officer_id),
        start=row.actual_starts_at or row.starts_at,
        end=row.actual_ends_at or row.ends_at,
        standing=row.state,
        who=row.settled_by,
        when=row.settled_at,
    )


def name_of(work: Work, trainee_id: int) -> str:
    """A trainee's name, surname first."""
    row = work.session.get_one(Trainee, trainee_id)
    return f"{row.surname} {row.given_name}"


def mentor_name(work: Work, officer_id: int) -> str:
    """An officer's name, surname first."""
    return row_of(work.session.get_one(Officer, officer_id)).name


def demand_forwards(starts_at: datetime, ends_at: datetime) -> None:
    """RuleBroken where no rule can judge the time: it ends as it begins, or is in no real year."""
    found = tuple(time_problems(Span(starts_at, ends_at)))
    if found:
        raise RuleBroken(*found)


def lock(work: Work, trainee_ids: Collection[int], officer_ids: Collection[int]) -> None:
    """Hold the officers, then the trainees, so that two planners wait for each other; always so.

    SQLite holds the whole file already. KnownError ``officer-unknown``, ``trainee-unknown``.
    """
    for kind, numbers, code in (
        (Officer, sorted(set(officer_ids)), "officer-unknown"),
        (Trainee, sorted(set(trainee_ids)), "trainee-unknown"),
    ):
        asked = select(kind.id).where(kind.id.in_(numbers)).order_by(kind.id).with_for_update()
        if len(work.session.scalars(asked).all()) != len(numbers):
            raise KnownError(code)
