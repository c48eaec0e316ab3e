"""Puts a proved backup in the place of the live file, which is set aside and never deleted."""

from __future__ import annotations

import errno
import shutil
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from openblock import clock
from openblock.errors import StorageTrouble
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

_COMPANIONS = ("", "-wal", "-shm", "-journal", ".keys")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the log's head after it, and where the former file was set aside."""

    path: Path
    head: Head
    quarantine: Path | None


def restore(backup: Path, path: Path, dek: bytes, *, actor: Actor | None = None) -> Restored:
    """Make the backup file ``backup`` the live file at ``path``; logged in the restored file.

    ``dek`` comes from unlocking the backup's own key file, which is put back with it. Raises
    StorageTrouble "backup-damaged", "file-busy" (somebody has the live file open), "disk-full",
    "file-read-only"; the live file then lies where it was.
    """
    _demand_unused(path, dek)
    prove_copy(backup, dek)
    incoming = _copied_beside(backup, path)
    quarantine = _set_aside(path)
    try:
        for source, target in incoming:
            source.replace(target)
        sync_folder(path.parent)
        _demand_clean(path, dek, backup)
        head = _log_restore(path, dek, backup, actor)
    except BaseException:
        _put_back(path, quarantine)
        raise
    return Restored(path, head, quarantine)


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


def _copied_beside(backup: Path, path: Path) -> list[tuple[Path, Path]]:
    """Bring the backup's bytes next to the live file, where a rename is enough."""
    pairs = []
    try:
        for source, target in ((backup, path), (key_file_of(backup), key_file_of(path))):
            if source.exists():
                pairs.append((_incoming(source, target), target))
    except BaseException as error:
        _drop_incoming(path)
        if isinstance(error, OSError):
            code = "disk-full" if error.errno == errno.ENOSPC else "file-read-only"
            raise StorageTrouble(code, path=str(path)) from error
        raise
    return pairs


def _incoming(source: Path, target: Path) -> Path:
    incoming = target.with_name(target.name + ".restoring.tmp")
    shutil.copyfile(source, incoming)
    sync_file(incoming)
    if digest(incoming) != digest(source):
        raise StorageTrouble("backup-damaged", path=str(source))
    return incoming


def _drop_incoming(path: Path) -> None:
    for each in (path, key_file_of(path)):
        each.with_name(each.name + ".restoring.tmp").unlink(missing_ok=True)


def _set_aside(path: Path) -> Path | None:
    """Move the live file and all that belongs to it into a folder of its own."""
    present = [
        each for ending in _COMPANIONS if (each := path.with_name(path.name + ending)).exists()
    ]
    if not present:
        return None
    shelf = path.with_name(path.name + ".quarantine")
    folder, number = shelf / f"{clock.now():%Y%m%d-%H%M%S}", 1
    while folder.exists():
        number += 1
        folder = shelf / f"{clock.now():%Y%m%d-%H%M%S}-{number}"
    folder.mkdir(parents=True)
    for each in present:
        each.replace(folder / each.name)
    sync_folder(folder)
    return folder


def _put_back(path: Path, quarantine: Path | None) -> None:
    _drop_incoming(path)
    for ending in _COMPANIONS:
        path.with_name(path.name + ending).unlink(missing_ok=True)
    if quarantine is None:
        return
    for each in quarantine.iterdir():
        each.replace(path.with_name(each.name))
    quarantine.rmdir()


def _demand_clean(path: Path, dek: bytes, backup: Path) -> None:
    report = check_file(path, dek)
    if not report.is_clean:
        finding = report.findings[0].code
        raise StorageTrouble("backup-damaged", path=str(backup), finding=finding)


def _log_restore(path: Path, dek: bytes, backup: Path, actor: Actor | None) -> Head:
    store = open_store(path, dek, may=lambda _role, _operation: False)
    try:
        store.actor = actor
        return store.note(Entry(RESTORE, details={"backup": backup.name}))
    finally:
        store.close()
