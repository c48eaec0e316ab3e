"""Checks a file from the pages to the log, and reports everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from openblock.errors import Problem, Severity, StorageTrouble
from openblock.storage import binding
from openblock.storage.acts import Head
from openblock.storage.audit import NO_HEAD
from openblock.storage.chain import verify
from openblock.storage.cipher import code_of
from openblock.storage.engine import close_engine, open_file, schema_version
from openblock.storage.keys import derive
from openblock.storage.store import Store

_MOST_FINDINGS = 20


@dataclass(frozen=True, slots=True)
class Report:
    """The findings as codes with their facts; the head and length of the log; the schema."""

    findings: tuple[Problem, ...]
    head: Head
    rows: int
    schema: int

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong; what could not be looked at now does not count as wrong."""
        return all(each.severity is not Severity.ERROR for each in self.findings)


def check(store: Store, *, newest: int | None = None, anchors: Iterable[Head] = ()) -> Report:
    """Check the file of an open store; see :func:`check_engine`."""
    return check_engine(store.engine, store.path, store.dek, newest=newest, anchors=anchors)


def check_file(
    path: Path, dek: bytes, *, newest: int | None = None, anchors: Iterable[Head] = ()
) -> Report:
    """Check a file that no store has open here; a file that cannot be opened is a finding."""
    try:
        engine = open_file(path, dek, newest=newest)
    except StorageTrouble as trouble:
        return Report((Problem(trouble.code, facts=trouble.facts),), NO_HEAD, 0, 0)
    try:
        return check_engine(engine, path, dek, newest=newest, anchors=anchors)
    finally:
        close_engine(engine, path)


def check_engine(
    engine: Engine,
    path: Path,
    dek: bytes,
    *,
    newest: int | None = None,
    anchors: Iterable[Head] = (),
) -> Report:
    """Every page, link and log row of an open file, and its key file.

    ``newest`` is the highest schema version known, ``anchors`` are heads of the log kept
    outside (printed, or in backups). Findings: "file-damaged" (``detail``), "file-busy" (a
    warning: pages in use elsewhere could not be authenticated), "link-broken" (``table``,
    ``row``), those of the log (:func:`openblock.storage.chain.verify`), "schema-older",
    "file-newer", and those of the key file (:func:`openblock.storage.binding.compare_key_file`).
    """
    findings: list[Problem] = []
    _gather(findings, lambda: _pages(engine))
    readers = engine.execution_options(readonly=True)
    head, rows, version = NO_HEAD, 0, 0

    def log() -> Iterable[Problem]:
        nonlocal head, rows
        with readers.connect() as connection:
            verdict = verify(connection, derive(dek, "audit"), anchors)
        head, rows = verdict.head, verdict.rows
        return verdict.findings

    def schema() -> Iterable[Problem]:
        nonlocal version
        version = schema_version(readers)
        return _schema_findings(version, newest)

    for step in (lambda: _links(readers), log, schema, lambda: _keys(readers, path, dek)):
        _gather(findings, step)
    if findings:
        # A connection that met a page it cannot authenticate refuses every other page too, and
        # what was found has yet to be written into the log.
        engine.dispose()
    return Report(tuple(findings[:_MOST_FINDINGS]), head, rows, version)


def _gather(findings: list[Problem], step: Callable[[], Iterable[Problem]]) -> None:
    """Add what a step finds; a step that cannot be done is a finding itself."""
    try:
        findings.extend(step())
    except (driver.Error, DBAPIError) as error:
        code = code_of(error)
        if not code:
            raise
        code = "file-damaged" if code == "wrong-key" else code
        findings.append(Problem(code, facts={"detail": str(getattr(error, "orig", error))}))
    except StorageTrouble as trouble:
        findings.append(Problem(trouble.code, facts=trouble.facts))


def _pages(engine: Engine) -> list[Problem]:
    """Structure and authentication of the pages.

    Pages still in the write-ahead log are moved into the file first: without that, a healthy
    file is reported as damaged after a crash in the middle of a checkpoint.
    """
    with closing(engine.raw_connection()) as source:
        cursor = source.cursor()
        in_use = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        found = [text for (text,) in cursor.execute("PRAGMA integrity_check(10)").fetchall()]
        findings = [_damage(text) for text in found if text != "ok"]
        if in_use:
            return [*findings, Problem("file-busy", Severity.WARNING)]
        pages = cursor.execute("PRAGMA cipher_integrity_check").fetchall()
        return [*findings, *(_damage(text) for (text,) in pages)]


def _damage(detail: str) -> Problem:
    return Problem("file-damaged", facts={"detail": detail})


def _links(readers: Engine) -> list[Problem]:
    with readers.connect() as connection:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return [Problem("link-broken", facts={"table": each[0], "row": each[1]}) for each in broken]


def _schema_findings(found: int, newest: int | None) -> list[Problem]:
    if newest is None or found == newest:
        return []
    code = "file-newer" if found > newest else "schema-older"
    return [Problem(code, facts={"found": found, "known": newest})]


def _keys(readers: Engine, path: Path, dek: bytes) -> list[Problem]:
    with readers.connect() as connection:
        binding.compare_key_file(connection, path, dek)
    return []
