"""Tests of backups: proved before they count, and an older one goes only afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock import clock
from openblock.errors import StorageTrouble
from openblock.storage import backup as backups
from openblock.storage import copying, keys
from openblock.storage.backup import (
    back_up,
    back_up_file,
    copy_backup,
    is_unspoilt,
    latest_good,
    list_backups,
    sweep,
)
from openblock.storage.check import check_file
from openblock.storage.manifest import manifest_of
from openblock.storage.rotation import Keep
from openblock.storage.slots import key_file_of
from tests.conftest import PASSWORD
from tests.storage.things import AddThing, add_thing

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def flip(path, at=20_000):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def code(call, *args, **options):
    with pytest.raises(StorageTrouble) as refused:
        call(*args, **options)
    return refused.value.code


def test_a_backup_holds_everything_and_opens_with_the_officers_password(store, folder):
    store.run(add_thing, AddThing("spade"))
    taken = back_up(store, folder, "asked")
    assert taken.rows["test_thing"] == 1
    assert taken.head == store.head()
    slot = keys.list_slots(taken.path)[0]
    dek = keys.unlock(taken.path, slot.slot_id, PASSWORD)
    assert check_file(taken.path, dek).is_clean
    assert not taken.path.read_bytes().startswith(b"SQLite format 3")


def test_a_closed_file_is_backed_up_too(blank_file, folder):
    key_file_of(blank_file.path).unlink()
    taken = back_up_file(blank_file.path, blank_file.dek, folder, "upgrade")
    assert taken.key_generation == 0
    assert not key_file_of(taken.path).exists()


def test_backups_are_listed_newest_first_and_spoilt_ones_do_not_count(store, folder):
    assert list_backups(folder) == ()
    assert latest_good(folder) is None
    with clock.standing_at(START):
        older = back_up(store, folder, "a")
    with clock.standing_at(START + timedelta(seconds=0.5)):
        same_second = back_up(store, folder, "a")
    with clock.standing_at(START + timedelta(hours=1)):
        newer = back_up(store, folder, "a")
    assert same_second.path != older.path
    assert list_backups(folder)[0] == newer
    assert latest_good(folder) == newer
    flip(newer.path)
    assert latest_good(folder) == same_second
    manifest_of(same_second.path).unlink()
    assert latest_good(folder) == older
    older.path.unlink()
    assert not is_unspoilt(older)


def later():
    return clock.standing_at(clock.now() + timedelta(hours=1))


def fill(store, folder, days):
    for day in days:
        with clock.standing_at(START + timedelta(days=day)):
            back_up(store, folder, "close", keep=Keep(newest=1, daily=3, weekly=2))


def test_older_backups_go_when_a_newer_one_is_proved(store, folder):
    fill(store, folder, range(12))
    assert [each.taken_at.day for each in list_backups(folder)] == [3, 2, 1, 29]
    assert len(list(folder.iterdir())) == 12


def test_no_backup_goes_when_the_live_file_is_damaged(store, folder, things_file):
    fill(store, folder, range(3))
    kept = list_backups(folder)
    store.close()
    flip(things_file.path, 100_000)
    assert code(back_up_file, things_file.path, things_file.dek, folder, "close") == "file-damaged"
    assert list_backups(folder) == kept


def test_no_backup_goes_when_the_copy_is_not_whole(store, folder, monkeypatch):
    fill(store, folder, range(3))
    kept = list_backups(folder)
    copy = copying.copy_into

    def spoil(live, target):
        content = copy(live, target)
        flip(target)
        return content

    monkeypatch.setattr(backups, "copy_into", spoil)
    assert code(back_up, store, folder, "close", keep=Keep(0, 0, 0, 0)) == "backup-damaged"
    assert list_backups(folder) == kept
    with later():
        assert sweep(folder) == ()


def test_what_a_killed_backup_left_is_swept_and_nothing_else(store, folder):
    taken = back_up(store, folder, "close")
    junk = [
        "block-1.backup.tmp",
        "block-1.backup.tmp-journal",
        "block-1.backup.json.tmp",
        "block-1.backup.keys.tmp",
        "block-1.backup.json",
        "block-1.backup.keys",
    ]
    for name in junk:
        (folder / name).touch()
    (folder / "notes.json").touch()
    assert sweep(folder) == ()
    with later():
        assert sorted(each.name for each in sweep(folder)) == sorted(junk)
    assert (folder / "notes.json").exists()
    assert list_backups(folder) == (taken,)
    assert key_file_of(taken.path).exists()
    assert sweep(folder / "none") == ()


def test_the_second_folder_gets_the_proved_copy_as_well(store, folder, tmp_path):
    stick = tmp_path / "stick"
    taken = back_up(store, folder, "close", second=stick)
    (copied,) = list_backups(stick)
    assert copied.digest == taken.digest
    assert is_unspoilt(copied)
    assert key_file_of(copied.path).read_bytes() == key_file_of(taken.path).read_bytes()


def test_a_second_folder_that_fails_does_not_cost_the_first_copy(store, folder, tmp_path):
    (tmp_path / "stick").touch()
    assert code(back_up, store, folder, "close", second=tmp_path / "stick") == "second-folder"
    (taken,) = list_backups(folder)
    flip(taken.path)
    assert code(copy_backup, taken, tmp_path / "other") == "second-folder"
    assert list((tmp_path / "other").iterdir()) == []


def test_a_backup_without_key_file_is_copied_without(blank_file, folder, tmp_path):
    key_file_of(blank_file.path).unlink()
    taken = back_up_file(blank_file.path, blank_file.dek, folder, "x")
    assert not key_file_of(copy_backup(taken, tmp_path / "stick")).exists()


def test_a_folder_that_cannot_be_written_is_told_so(store, tmp_path):
    (tmp_path / "file").touch()
    assert code(back_up, store, tmp_path / "file", "close") == "backup-folder"


def test_a_disk_that_fills_up_in_the_driver_or_in_the_folder_is_told_so(store, folder, monkeypatch):
    def full(_live, _target):
        raise OSError(28, "no space")

    monkeypatch.setattr(backups, "copy_into", full)
    assert code(back_up, store, folder, "close") == "disk-full"

    def driver_full(_live, _target):
        raise backups.driver.OperationalError("database or disk is full")

    monkeypatch.setattr(backups, "copy_into", driver_full)
    assert code(back_up, store, folder, "close") == "disk-full"

    def refused(_live, _target):
        raise backups.driver.OperationalError("unable to open database file")

    monkeypatch.setattr(backups, "copy_into", refused)
    assert code(back_up, store, folder, "close") == "backup-folder"

    def bug(_live, _target):
        raise backups.driver.OperationalError("syntax error")

    monkeypatch.setattr(backups, "copy_into", bug)
    with pytest.raises(backups.driver.OperationalError):
        back_up(store, folder, "close")


def test_a_backup_leaves_the_store_usable_and_the_reading_connection_clean(store, folder):
    back_up(store, folder, "close")
    assert store.run(add_thing, AddThing("after")).value == 1


def test_a_stick_that_is_pulled_out_while_copying_is_told_so(store, folder, tmp_path, monkeypatch):
    def pulled(_path):
        raise OSError(5, "no such device")

    taken = back_up(store, folder, "close")
    monkeypatch.setattr(backups, "sync_file", pulled)
    assert code(copy_backup, taken, tmp_path / "stick") == "second-folder"
    assert list((tmp_path / "stick").iterdir()) == []
