"""Binds the key file to the state of the data, so that neither can be rolled back alone."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from openblock.errors import StorageTrouble
from openblock.storage import keys
from openblock.storage.facts import DATABASE, KEY_GENERATION, fact, set_fact
from openblock.storage.slots import key_file_of


def bind_key_file(connection: Connection, path: Path, dek: bytes) -> None:
    """Compare the key file with what the data remembers of it, and remember the newer state.

    A key file written just before a crash is one generation ahead, which is fine; one that lies
    behind was put back, and would let a removed officer in again. Raises StorageTrouble
    "keys-missing", "keys-rolled-back", "keys-of-another-file", "keys-damaged".
    """
    database, generation = compare_key_file(connection, path, dek)
    if generation > int(fact(connection, KEY_GENERATION) or 0):
        set_fact(connection, DATABASE, database)
        set_fact(connection, KEY_GENERATION, str(generation))


def compare_key_file(connection: Connection, path: Path, dek: bytes) -> tuple[str, int]:
    """The key file's database id and generation, ("", 0) without one; raises as above."""
    known_generation = int(fact(connection, KEY_GENERATION) or 0)
    if not key_file_of(path).exists():
        if known_generation:
            raise StorageTrouble("keys-missing", path=str(key_file_of(path)))
        return "", 0  # a demonstration file: its key is known to nobody and kept nowhere
    database, generation = keys.generation(path, dek)
    if (fact(connection, DATABASE) or database) != database:
        raise StorageTrouble("keys-of-another-file", path=str(key_file_of(path)))
    if generation < known_generation:
        raise StorageTrouble("keys-rolled-back", path=str(key_file_of(path)))
    return database, generation
