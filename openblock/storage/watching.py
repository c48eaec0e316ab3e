"""Notices that another process has written to the file."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from openblock.storage.audit import head_of
from openblock.storage.cipher import trouble_of


class Watch:
    """Compares the log with what this store wrote itself.

    Every write of every process adds to the log, so a row that is not ours is somebody else's
    write. SQLite's own counter is asked first, since it costs no transaction.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._readers = engine.execution_options(readonly=True)
        self._lock = threading.Lock()
        self._connection: Any = engine.raw_connection()
        try:
            self._counter = self._asked()
            self._seen = self._head()
        except (driver.Error, DBAPIError) as error:
            self._connection.close()
            raise trouble_of(error, path) or error from error
        self._foreign = False

    def own_rows(self, last: int, count: int) -> None:
        """This store has just committed ``count`` rows of the log, up to number ``last``."""
        with self._lock:
            if last - count > self._seen:
                self._foreign = True
            self._seen = max(self._seen, last)

    def others_wrote(self) -> bool:
        """Whether somebody else has written since the last time this was asked."""
        with self._lock:
            counter = self._asked()
            if counter != self._counter:
                self._counter = counter
                head = self._head()
                self._foreign = self._foreign or head > self._seen
                self._seen = max(self._seen, head)
            foreign, self._foreign = self._foreign, False
            return foreign

    def close(self) -> None:
        """Let go of the watching connection."""
        with self._lock:
            # Not back into the pool: after a check that found something the engine has another
            # pool, and a connection in the old one holds the file against a restore.
            self._connection.detach()
            self._connection.close()
            # The engine knows the key; whoever keeps this object keeps neither.
            del self._engine, self._readers, self._connection

    def _asked(self) -> int:
        # The counter is one connection's own view, so the connection is kept for it alone.
        cursor = self._connection.cursor()
        try:
            return int(cursor.execute("PRAGMA data_version").fetchone()[0])
        finally:
            cursor.close()

    def _head(self) -> int:
        with self._readers.connect() as connection:
            return head_of(connection).number
