"""The few facts the file keeps about itself, such as whose key file belongs to it."""

from __future__ import annotations

from sqlalchemy import Column, Connection, String, Table, delete, insert, select

from openblock.storage.base import Base

storage_fact = Table(
    "storage_fact",
    Base.metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

DATABASE = "database"
KEY_GENERATION = "key-generation"


def fact(connection: Connection, name: str) -> str:
    """The fact of that name, or "" when it was never set."""
    row = connection.execute(select(storage_fact.c.value).where(storage_fact.c.name == name))
    return row.scalar_one_or_none() or ""


def set_fact(connection: Connection, name: str, value: str) -> None:
    """Keep a fact, in the place of an older one."""
    connection.execute(delete(storage_fact).where(storage_fact.c.name == name))
    connection.execute(insert(storage_fact), {"name": name, "value": value})
