"""A table, commands and queries for the storage's own tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from openblock.storage.base import Base, Versioned
from openblock.storage.store import Done, Step, Store, Work

StoreFor = Callable[..., Store]
TABLES = (
    "CREATE TABLE test_echo (id INTEGER PRIMARY KEY, of_thing INTEGER, name TEXT)",
    "CREATE TABLE test_remark (id INTEGER PRIMARY KEY, words TEXT)",
    "CREATE TABLE test_safe (id INTEGER PRIMARY KEY, pin TEXT, version INTEGER NOT NULL)",
    """CREATE TABLE test_thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, size INTEGER,
    secret TEXT, version INTEGER NOT NULL)""",
)


class Thing(Versioned, Base):
    __tablename__ = "test_thing"
    __table_args__ = {"info": {"only_in_tests": True}}

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    size: Mapped[int | None]
    secret: Mapped[str | None] = mapped_column(info={"audited": False}, deferred=True)


class Remark(Base):
    """A row nobody edits, so without a version."""

    __tablename__ = "test_remark"
    __table_args__ = {"info": {"only_in_tests": True}}

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str | None]


class Safe(Versioned, Base):
    """A row with something whose last two signs are all that may be told."""

    __tablename__ = "test_safe"
    __table_args__ = {"info": {"only_in_tests": True}}

    id: Mapped[int] = mapped_column(primary_key=True)
    pin: Mapped[str | None] = mapped_column(info={"masked": lambda pin: f"**{pin[-2:]}"})


class Echo(Base):
    """A row that only repeats what a thing says."""

    __tablename__ = "test_echo"
    __table_args__ = {"info": {"only_in_tests": True, "repeats": True}}

    id: Mapped[int] = mapped_column(primary_key=True)
    of_thing: Mapped[int | None]
    name: Mapped[str | None]


@dataclass(frozen=True)
class AddThing:
    name: str
    size: int | None = None


@dataclass(frozen=True)
class ChangeThing:
    thing_id: int
    name: str
    version: int


def add_thing(work: Work, request: AddThing) -> Done:
    thing = Thing(name=request.name, size=request.size, secret="hidden")
    work.session.add(thing)
    work.session.flush()
    work.about("thing", thing.id, reason="needed")
    return Done(thing.id, undo=Step(remove_thing, thing.id))


def change_thing(work: Work, request: ChangeThing) -> Done:
    thing = work.session.get_one(Thing, request.thing_id)
    work.expect(thing, request.version)
    thing.name = request.name
    return Done()


def remove_thing(work: Work, thing_id: int) -> Done:
    work.session.delete(work.session.get_one(Thing, thing_id))
    return Done()


def names(session: Session) -> tuple[str, ...]:
    return tuple(session.scalars(select(Thing.name).order_by(Thing.id)))
