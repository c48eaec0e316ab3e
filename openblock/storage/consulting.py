"""Consultations: logged at once, repeats counted and settled as a row of the chain (SEC-03/04)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    String,
    Table,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)

from openblock.storage.acts import Actor, Consultation, Head
from openblock.storage.audit import Entry, head_of
from openblock.storage.base import Base, UtcTime

MERGED = timedelta(minutes=10)
CONSULT = "consult"
REPEATED = "consult-repeated"

# What is open here is already in the chain with its first look; only the count of repeats is
# still to come, so a kill loses nothing: the next start settles what it finds.
open_consultation = Table(
    "open_consultation",
    Base.metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, nullable=False),
    Column("actor", String, nullable=False),
    Column("role", String, nullable=False),
    Column("subject_type", String, nullable=False),
    Column("subject_id", String, nullable=False),
    Column("purpose", String, nullable=False),
    Column("first_at", UtcTime, nullable=False),
    Column("last_at", UtcTime, nullable=False),
    Column("repeats", Integer, nullable=False),
    UniqueConstraint("account_id", "subject_type", "subject_id", "purpose"),
)
_open = open_consultation.c

Append = Callable[[Entry, Actor], Head]


def consult(
    connection: Connection, actor: Actor, look: Consultation, now: datetime, append: Append
) -> Head:
    """Log one look, or count it with one of the last ten minutes; returns the head of the log."""
    settle(connection, now, append)
    same = (
        (_open.account_id == actor.account_id)
        & (_open.subject_type == look.subject_type)
        & (_open.subject_id == look.subject_id)
        & (_open.purpose == look.purpose)
    )
    counted = connection.execute(
        update(open_consultation).where(same).values(repeats=_open.repeats + 1, last_at=now)
    )
    if counted.rowcount:
        return head_of(connection)
    subjects = ((look.subject_type, look.subject_id),)
    head = append(Entry(CONSULT, subjects, purpose=look.purpose), actor)
    connection.execute(
        insert(open_consultation),
        {
            "number": head.number,
            "account_id": actor.account_id,
            "actor": actor.name,
            "role": actor.role,
            "subject_type": look.subject_type,
            "subject_id": look.subject_id,
            "purpose": look.purpose,
            "first_at": now,
            "last_at": now,
            "repeats": 0,
        },
    )
    return head


def settle(
    connection: Connection, now: datetime, append: Append, *, account_id: int | None = None
) -> None:
    """Chain the count of every look whose ten minutes are over, or of one account at once.

    A look dated after ``now`` is settled too: the clock was set back, and it must not stay open.
    """
    over = (_open.first_at <= now - MERGED) | (_open.first_at > now)
    if account_id is not None:
        over = over | (_open.account_id == account_id)
    for row in connection.execute(select(open_consultation).where(over).order_by(_open.number)):
        if row.repeats:
            details = {
                "first_row": row.number,
                "repeats": row.repeats,
                "first_at": row.first_at.isoformat(),
                "last_at": row.last_at.isoformat(),
            }
            append(
                Entry(
                    REPEATED,
                    ((row.subject_type, row.subject_id),),
                    purpose=row.purpose,
                    details=details,
                ),
                Actor(row.account_id, row.actor, row.role),
            )
        connection.execute(delete(open_consultation).where(_open.number == row.number))
