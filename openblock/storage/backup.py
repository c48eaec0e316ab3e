"""Takes backups that are proved before an older one goes, lists them and sweeps up leftovers."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import sqlcipher3.dbapi2 as driver

import openblock
from openblock import clock
from openblock.errors import StorageTrouble
from openblock.storage.cipher import trouble_of
from openblock.storage.copying import Content, Live, copy_into, demand_sound, digest, prove_copy
from openblock.storage.delay import waits_of
from openblock.storage.engine import close_engine, open_file
from openblock.storage.keys import generation
from openblock.storage.manifest import (
    SUFFIX,
    Backup,
    is_genuine,
    manifest_of,
    read_manifest,
    write_manifest,
)
from openblock.storage.place import replace_whole, sync_file, sync_folder
from openblock.storage.rotation import Keep, outdated
from openblock.storage.slots import key_file_of
from openblock.storage.store import Store

TEMPORARY = ".tmp"
_UNTOUCHED = timedelta(minutes=10)
_COMPANIONS = (manifest_of, key_file_of, waits_of)


def back_up(
    store: Store, folder: Path, reason: str, *, keep: Keep | None = None, second: Path | None = None
) -> Backup:
    """Back up the store's file into ``folder``, prove the copy, then let older ones go.

    ``second`` is another folder (a stick) that gets the proved copy as well. Raises
    StorageTrouble "file-damaged" (the live file; nothing is removed then), "backup-damaged",
    "disk-full", "backup-folder" (cannot be written), "second-folder" (the first copy is good).
    """
    return _back_up(Live(store.engine, store.path, store.dek), folder, reason, keep, second)


def back_up_file(
    path: Path, dek: bytes, folder: Path, reason: str, *, keep: Keep | None = None
) -> Backup:
    """As :func:`back_up`, for a file that no store has open here; raises as open_file too."""
    engine = open_file(path, dek)
    try:
        return _back_up(Live(engine, path, dek), folder, reason, keep)
    finally:
        close_engine(engine, path)


def list_backups(folder: Path, dek: bytes | None = None) -> tuple[Backup, ...]:
    """The backups in ``folder`` with their manifests, the newest first; () without the folder.

    With the key only those that were taken of its file: several blocks may share a stick.
    """
    if not folder.is_dir():
        return ()
    found = [read_manifest(path) for path in folder.glob(f"*{SUFFIX}")]
    known = [
        each for each in found if each is not None and (dek is None or is_genuine(each.path, dek))
    ]
    return tuple(sorted(known, key=lambda each: (each.taken_at, each.path.name), reverse=True))


def latest_good(folder: Path) -> Backup | None:
    """The newest backup whose bytes are still those that were proved when it was taken."""
    return next((each for each in list_backups(folder) if is_unspoilt(each)), None)


def is_unspoilt(backup: Backup) -> bool:
    """Whether the backup's bytes are still those its manifest tells of; needs no key."""
    try:
        return digest(backup.path) == backup.digest
    except OSError:
        return False


def sweep(folder: Path) -> tuple[Path, ...]:
    """Remove what a killed backup left: unfinished copies, companions without a backup.

    What was touched in the last ten minutes stays: another programme may be writing it.
    """
    if not folder.is_dir():
        return ()
    left = [*folder.glob(f"*{SUFFIX}{TEMPORARY}*"), *folder.glob(f"*{SUFFIX}.*{TEMPORARY}")]
    for path in folder.glob(f"*{SUFFIX}"):
        left += folder.glob(f"{path.name}-journal")
    for companion in _COMPANIONS:
        ending = companion(Path(SUFFIX)).name
        left += [
            each
            for each in folder.glob(f"*{ending}")
            if not each.with_name(each.name.removesuffix(ending) + SUFFIX).exists()
        ]
    before = (clock.now() - _UNTOUCHED).timestamp()
    gone = tuple(sorted(each for each in set(left) if each.stat().st_mtime <= before))
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def copy_backup(backup: Backup, folder: Path) -> Path:
    """Copy a proved, closed backup with its companions into another folder, and prove the bytes.

    Raises StorageTrouble "second-folder".
    """
    target = folder / backup.path.name
    unfinished = target.with_name(target.name + TEMPORARY)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy_proved(backup, unfinished)
        for companion in (key_file_of, manifest_of):
            if companion(backup.path).exists():
                replace_whole(companion(target), companion(backup.path).read_bytes())
        unfinished.replace(target)
        sync_folder(folder)
    except OSError as error:
        raise StorageTrouble("second-folder", path=str(folder)) from error
    return target


def _copy_proved(backup: Backup, target: Path) -> None:
    try:
        shutil.copyfile(backup.path, target)
        sync_file(target)
        same = digest(target) == backup.digest
    except OSError:
        target.unlink(missing_ok=True)
        raise
    if not same:
        target.unlink()
        raise StorageTrouble("second-folder", path=str(target.parent))


def _back_up(
    live: Live, folder: Path, reason: str, keep: Keep | None, second: Path | None = None
) -> Backup:
    demand_sound(live)
    with _told_as_trouble(folder):
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        backup = _proved_copy(live, folder, reason)
    _rotate(folder, keep, live.dek)
    if second is not None:
        copy_backup(backup, second)
        _rotate(second, keep, live.dek)
    return backup


def _rotate(folder: Path, keep: Keep | None, dek: bytes) -> None:
    for backup in outdated(list_backups(folder, dek), keep or Keep(), clock.now()):
        # The backup goes first: without it its companions are leftovers, and are swept.
        backup.path.unlink(missing_ok=True)
        for companion in _COMPANIONS:
            companion(backup.path).unlink(missing_ok=True)


def _proved_copy(live: Live, folder: Path, reason: str) -> Backup:
    now = clock.now()
    target = _free_name(folder, f"{live.path.stem}-{now:%Y%m%d-%H%M%S}-{reason}")
    unfinished = target.with_name(target.name + TEMPORARY)
    try:
        held = copy_into(live, unfinished)
        _demand_same(held, prove_copy(unfinished, live.dek), unfinished)
        key_generation = 0
        if key_file_of(live.path).exists():
            key_generation = generation(live.path, live.dek)[1]
            replace_whole(key_file_of(target), key_file_of(live.path).read_bytes())
        backup = Backup(
            target,
            now,
            reason,
            held.head,
            unfinished.stat().st_size,
            openblock.__version__,
            held.schema,
            key_generation,
            digest(unfinished),
            held.rows,
        )
        write_manifest(backup, live.dek)
        unfinished.replace(target)
        sync_folder(folder)
    finally:
        for left in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
            left.unlink(missing_ok=True)
    return backup


def _demand_same(held: Content, copied: Content, copy: Path) -> None:
    if held != copied:
        raise StorageTrouble("backup-damaged", path=str(copy))


def _free_name(folder: Path, stem: str) -> Path:
    """A name not taken yet: two backups may fall into one second."""
    target, number = folder / f"{stem}{SUFFIX}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}{SUFFIX}"
    return target


@contextmanager
def _told_as_trouble(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = "disk-full" if error.errno == errno.ENOSPC else "backup-folder"
        raise StorageTrouble(code, path=str(folder)) from error
    except driver.Error as error:
        trouble = trouble_of(error, folder)
        if trouble and trouble.code in {"file-missing", "file-read-only"}:
            # The live file was read by now: it is the copy that cannot be made.
            trouble = StorageTrouble("backup-folder", path=str(folder))
        raise trouble or error from error
