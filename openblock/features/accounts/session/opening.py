"""Opens the block's file with its key, brought up to this programme's schema first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from openblock.features.accounts.rights import DOOR, may
from openblock.storage.engine import close_engine, open_file, schema_version
from openblock.storage.store import Actor, Store, open_store

Upgrade = Callable[[Path, bytes], object]


@dataclass(frozen=True, slots=True)
class Opener:
    """``upgrade(path, dek)`` brings a file up to ``newest``; migrations stand above features."""

    upgrade: Upgrade
    newest: int

    def open(self, path: Path, dek: bytes) -> Store:
        """The store of ``path``, nobody signed in; StorageTrouble as :func:`open_store` says."""
        engine = open_file(path, dek, newest=self.newest)
        present = schema_version(engine)
        close_engine(engine, path)
        if present < self.newest:
            self.upgrade(path, dek)
        return open_store(path, dek, may=may, newest=self.newest)


def stand_at_door(store: Store, name: str) -> None:
    """Let the programme itself ask the few things asked before anyone is signed in."""
    store.actor = Actor(0, name, DOOR)


def release(store: Store) -> None:
    """Sign out, close the file and drop the key; a store already closed stays so."""
    try:
        store.sign_out()
    finally:
        store.close()
