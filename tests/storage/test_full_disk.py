"""Tests of a disk that is full: said clearly, nothing lost, and work goes on once there is room."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from openblock.errors import StorageTrouble
from openblock.migrations.upgrade import newest
from openblock.storage import keys
from openblock.storage.backup import back_up, is_unspoilt, list_backups
from openblock.storage.check import check, check_file
from openblock.storage.engine import create_file
from openblock.storage.slots import key_file_of
from openblock.storage.store import open_store
from tests.conftest import CHEAP
from tests.storage.conftest import ANNA
from tests.storage.things import AddThing, add_thing, names

SIZE = 2_500_000


@pytest.fixture
def small_disk(tmp_path) -> Iterator:
    """A disk of its own, 2.5 MB, where the machine lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mounting, check=False).returncode:
        pytest.skip("only root can mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def store_there(small_disk, things_file):
    path = small_disk / things_file.path.name
    for source, target in (
        (things_file.path, path),
        (key_file_of(things_file.path), key_file_of(path)),
    ):
        shutil.copyfile(source, target)
    store = open_store(path, things_file.dek, may=lambda *_: True, newest=newest())
    store.sign_in(ANNA)
    yield store
    store.close()


def fill(folder, leave=0):
    """Fill the disk with a file, and leave some bytes free."""
    filler = folder / "filler"
    free = os.statvfs(folder)
    with filler.open("wb") as file:
        file.write(bytes(max(0, free.f_bavail * free.f_bsize - leave)))
    return filler


def save_on(store, round_number, saved):
    for number in range(1000):
        name = f"{round_number} {number} " + "x" * 3000
        store.run(add_thing, AddThing(name))
        saved.append(name)


def test_saving_on_a_full_disk_is_refused_and_goes_on_once_there_is_room(store_there, small_disk):
    chance = random.Random(9)
    saved = []
    for round_number in range(8):
        filler = fill(small_disk, leave=chance.randrange(60_000))
        with pytest.raises(StorageTrouble) as refused:
            save_on(store_there, round_number, saved)
        assert refused.value.code == "disk-full"
        assert list(store_there.read(names)) == saved
        filler.unlink()
        store_there.run(add_thing, AddThing("room"))
        saved.append("room")
        if os.statvfs(small_disk).f_bavail < 200:
            break
    report = check(store_there)
    assert report.is_clean, report
    assert list(store_there.read(names)) == saved


def test_a_backup_onto_a_full_disk_leaves_the_earlier_ones(store, small_disk):
    earlier = back_up(store, small_disk, "close")
    fill(small_disk, leave=100_000)
    with pytest.raises(StorageTrouble) as refused:
        back_up(store, small_disk, "close")
    assert refused.value.code == "disk-full"
    assert list_backups(small_disk) == (earlier,)
    assert is_unspoilt(earlier)
    assert not list(small_disk.glob("*.tmp*"))


def test_neither_a_file_nor_keys_are_half_made_on_a_full_disk(small_disk, store_there):
    path, dek = small_disk / "new.openblock", bytes(32)
    filler = fill(small_disk)
    with pytest.raises(StorageTrouble) as refused:
        create_file(path, dek)
    assert refused.value.code == "disk-full"
    assert not path.exists()
    with pytest.raises(StorageTrouble) as refused:
        keys.add_slot(store_there.path, store_there.dek, "Zane", "x", cost=CHEAP)
    assert refused.value.code == "disk-full"
    filler.unlink()
    assert len(keys.list_slots(store_there.path)) == 2
    store_there.close()
    assert check_file(store_there.path, bytes(32)).findings[0].code == "wrong-key"
