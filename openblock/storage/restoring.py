"""Puts a proved backup in the place of the live file, which is set aside and never deleted."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy.orm import Session

from openblock import clock
from openblock.errors import Problem, StorageTrouble
from openblock.storage.acts import Actor, Head
from openblock.storage.anchors import RESTORE
from openblock.storage.audit import Entry
from openblock.storage.check import check_file
from openblock.storage.cipher import code_of, connect
from openblock.storage.copying import digest, prove_copy
from openblock.storage.engine import is_open_here
from openblock.storage.place import sync_file, sync_folder
from openblock.storage.slots import key_file_of
from openblock.storage.store import open_store
from openblock.storage.transactions import reading

# Given a way to ask the backup, who restores it; a refusal when they may not.
Admit = Callable[[Callable[..., Any]], Actor]
# The file comes first: as long as it lies where it was, nothing has happened to it.
_COMPANIONS = ("", "-wal", "-shm", "-journal", ".keys")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the log's head after it, and where the former file was set aside.

    ``doubts`` are what the check found wrong with the backup's log: a broken chain is no reason to
    keep the block from its data, but it is told and stands in the log.
    """

    path: Path
    head: Head
    quarantine: Path | None
    doubts: tuple[Problem, ...] = ()


def restore(
    backup: Path,
    path: Path,
    dek: bytes,
    *,
    actor: Actor | None = None,
    admit: Admit | None = None,
    newest: int | None = None,
) -> Restored:
    """Make the backup file ``backup`` the live file at ``path``; logged in the restored file.

    ``dek`` comes from unlocking the backup's own key file, which is put back with it. Where
    nobody is signed in, ``admit`` finds in the backup who restores it, or refuses. ``newest`` is
    the highest schema version known. Raises StorageTrouble "backup-damaged", "file-newer",
    "file-busy" (somebody has the live file open), "disk-full", "file-read-only"; the live file
    then lies where it was. A crash leaves the live file, or a swap that :func:`finish_restore`
    completes.
    """
    _demand_unused(path, dek)
    prove_copy(backup, dek)
    staged, unproved = _staged(path), _staged(path, proved=False)
    try:
        _copy_pair(backup, unproved)
        doubts = _demand_clean(unproved, dek, backup, newest)
        head = _log_restore(unproved, dek, backup, doubts, actor, admit)
        # From the second of these renames on the restore is decided, and only goes forward.
        for source, target in reversed(_pairs(unproved, staged)):
            source.replace(target)
        sync_folder(path.parent)
    except OSError as error:
        raise _worded(error, path) from error
    finally:
        _drop(unproved)
    return Restored(path, head, _swap_in(path), doubts)


def finish_restore(path: Path) -> bool:
    """Complete the swap of a restore that a crash cut in two; whether there was one.

    To be called before anybody looks whether the block's file is there.
    """
    staged = _staged(path)
    _drop(_staged(path, proved=False))
    if staged.is_file():
        _swap_in(path)
        return True
    left = key_file_of(staged)
    if left.exists() and path.exists() and not key_file_of(path).exists():
        left.replace(key_file_of(path))
        return True
    if left.is_file():
        left.unlink()
    return False


def _swap_in(path: Path) -> Path | None:
    """Set the live file aside and put the staged one in its place: the file, then its keys.

    While the staged file is there, nothing at the live place belongs to it yet.
    """
    quarantine = _shelf(path)
    try:
        _set_aside(path, quarantine)
        for source, target in _pairs(_staged(path), path):
            source.replace(target)
        sync_folder(path.parent)
    except OSError as error:
        _drop(_staged(path))
        _put_back(path, quarantine)
        raise _worded(error, path) from error
    return quarantine


def _staged(path: Path, *, proved: bool = True) -> Path:
    return path.with_name(path.name + (".restoring" if proved else ".restoring.tmp"))


def _pairs(source: Path, target: Path) -> list[tuple[Path, Path]]:
    """A file and, if it has one, its key file, with where they go."""
    both = [(source, target), (key_file_of(source), key_file_of(target))]
    return [pair for pair in both if pair[0].exists()]


def _drop(path: Path) -> None:
    for ending in _COMPANIONS:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _demand_unused(path: Path, dek: bytes) -> None:
    """Refuse while anybody has the live file open: they would go on writing into the old one."""
    if not path.exists():
        return
    if is_open_here(path):
        raise StorageTrouble("file-busy", path=str(path))
    try:
        connection = connect(path, dek)
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        finally:
            connection.close()
    except driver.Error as error:
        # Any other trouble is why there is a restore.
        if code_of(error) == "file-busy":
            raise StorageTrouble("file-busy", path=str(path)) from error


def _copy_pair(backup: Path, target: Path) -> None:
    """Bring the backup's bytes next to the live file, where a rename is enough."""
    _drop(target)
    try:
        for source, copy in _pairs(backup, target):
            shutil.copyfile(source, copy)
            sync_file(copy)
            if digest(copy) != digest(source):
                raise StorageTrouble("backup-damaged", path=str(source))
    except OSError as error:
        raise _worded(error, target) from error


def _worded(error: OSError, path: Path) -> StorageTrouble:
    code = "disk-full" if error.errno == errno.ENOSPC else "file-read-only"
    return StorageTrouble(code, path=str(path))


def _present(path: Path) -> list[Path]:
    """The live file and all that belongs to it."""
    every = [path.with_name(path.name + ending) for ending in _COMPANIONS]
    return [each for each in every if each.exists()]


def _shelf(path: Path) -> Path | None:
    """A new folder for what lies at the live place; nothing when nothing lies there."""
    if not _present(path):
        return None
    shelf = path.with_name(path.name + ".quarantine")
    folder, number = shelf / f"{clock.now():%Y%m%d-%H%M%S}", 1
    while folder.exists():
        number += 1
        folder = shelf / f"{clock.now():%Y%m%d-%H%M%S}-{number}"
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        _drop(_staged(path))
        raise _worded(error, path) from error
    return folder


def _set_aside(path: Path, folder: Path | None) -> None:
    if folder is None:
        return
    for each in _present(path):
        each.replace(folder / each.name)
    sync_folder(folder)


def _put_back(path: Path, quarantine: Path | None) -> None:
    _drop(path)
    if quarantine is None:
        return
    for each in quarantine.iterdir():
        each.replace(path.with_name(each.name))
    quarantine.rmdir()


def _demand_clean(path: Path, dek: bytes, backup: Path, newest: int | None) -> tuple[Problem, ...]:
    """Refuse a copy whose pages, links or keys are not sound; give what is wrong with its log."""
    report = check_file(path, dek, newest=newest)
    doubts = tuple(each for each in report.findings if each.code.startswith("audit-"))
    wrong = [each for each in report.findings if each not in doubts and each.code != "schema-older"]
    if wrong:
        finding = wrong[0].code
        if finding == "file-newer":
            raise StorageTrouble(finding, **{**wrong[0].facts, "path": str(backup)})
        raise StorageTrouble("backup-damaged", path=str(backup), finding=finding)
    return doubts


def _log_restore(
    path: Path,
    dek: bytes,
    backup: Path,
    doubts: Sequence[Problem],
    actor: Actor | None,
    admit: Admit | None,
) -> Head:
    store = open_store(path, dek, may=lambda _role, _operation: False)
    try:
        if admit is not None:
            readers = store.engine.execution_options(readonly=True)
            with reading(readers, path, RESTORE) as session:
                actor = admit(partial(_answer, session))
        store.actor = actor
        details: dict[str, object] = {"backup": backup.name}
        if doubts:
            details["findings"] = [f"{each.code} {each.facts.get('number')}" for each in doubts]
        return store.note(Entry(RESTORE, details=details))
    finally:
        store.close()


def _answer(session: Session, query: Callable[..., Any], *args: object) -> Any:
    return query(session, *args)
