"""Begins and ends every transaction: the write lock first, bounded retries, slow ones named."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from openblock.storage.capture import WorkSession
from openblock.storage.cipher import code_of, trouble_of

TRIES = 3
SLOW_SECONDS = 1.0

_log = logging.getLogger(__name__)


@contextmanager
def writing(engine: Engine, path: Path, name: str) -> Iterator[WorkSession]:
    """A session that holds the write lock; committed at the end, undone when anything raises.

    Raises StorageTrouble "file-busy" when others kept the lock, "disk-full" and others.
    """
    session = WorkSession(engine, expire_on_commit=False)
    with _ended(session, path, name):
        yield session
        Session.commit(session)


@contextmanager
def reading(engine: Engine, path: Path, name: str) -> Iterator[Session]:
    """A session that sees one state of the data and can change nothing; ``engine`` is readonly."""
    session = Session(engine, autoflush=False)
    with _ended(session, path, name):
        yield session


@contextmanager
def _ended(session: Session, path: Path, name: str) -> Iterator[None]:
    started = perf_counter()
    try:
        _begin(session)
        yield
    except DBAPIError as error:
        trouble = trouble_of(error, path)
        if trouble is None:
            raise
        if trouble.code == "file-damaged":
            # After a page that failed its authentication the connection refuses every other too.
            session.invalidate()
        raise trouble from error
    finally:
        session.close()
        seconds = perf_counter() - started
        if seconds > SLOW_SECONDS:
            _log.warning("transaction of %s took %.1f s", name, seconds)


def _begin(session: Session, tries: int = TRIES) -> None:
    """Take the lock, a few times over; nothing has been done yet, so trying again is safe."""
    try:
        Session.connection(session)
    except DBAPIError as error:
        session.close()
        if tries == 1 or code_of(error) != "file-busy":
            raise
        _begin(session, tries - 1)
