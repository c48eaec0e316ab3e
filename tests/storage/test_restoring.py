"""Tests of restoring: the backup is proved first, and what was there is set aside."""

from __future__ import annotations

import errno
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from openblock import clock
from openblock.errors import NotAllowed, StorageTrouble
from openblock.storage import keys, restoring
from openblock.storage.backup import back_up
from openblock.storage.check import check_file
from openblock.storage.log import LogFilter, log_rows
from openblock.storage.restoring import restore
from openblock.storage.slots import key_file_of
from openblock.storage.store import Actor
from tests.conftest import CHEAP
from tests.storage.test_backup import flip
from tests.storage.things import AddThing, add_thing, names


@pytest.fixture
def taken(open_things, tmp_path):
    """A backup with one thing in it; the live file has one more, and is closed."""
    store = open_things()
    store.run(add_thing, AddThing("saved"))
    taken = back_up(store, tmp_path / "backups", "close")
    store.run(add_thing, AddThing("later"))
    store.close()
    return taken


def code(call, *args, **options):
    with pytest.raises(StorageTrouble) as refused:
        call(*args, **options)
    return refused.value.code


def content_of(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_the_backup_becomes_the_live_file_and_the_old_one_is_set_aside(
    taken, things_file, open_things
):
    keys.add_slot(things_file.path, things_file.dek, "Zane", "x", cost=CHEAP)
    before = content_of(things_file.path.parent)
    done = restore(taken.path, things_file.path, things_file.dek, actor=Actor(1, "Anna", "x"))
    assert content_of(done.quarantine) == before
    assert len(keys.list_slots(things_file.path)) == 2
    store = open_things()
    assert store.read(names) == ("saved",)
    (row,) = store.read(log_rows, LogFilter(operation="restore"))
    assert (row.number, row.actor) == (taken.head.number + 1, "Anna")
    assert row.details == {"backup": taken.path.name}
    assert done.head.number == row.number
    assert check_file(things_file.path, things_file.dek, anchors=[taken.head]).is_clean


def test_a_damaged_file_is_replaced_and_kept(taken, things_file, open_things):
    flip(things_file.path, 100)
    damaged = things_file.path.read_bytes()
    done = restore(taken.path, things_file.path, things_file.dek)
    assert (done.quarantine / things_file.path.name).read_bytes() == damaged
    assert open_things().read(names) == ("saved",)


def test_a_lost_file_is_restored_with_its_keys(taken, things_file, open_things):
    things_file.path.unlink()
    key_file_of(things_file.path).unlink()
    assert restore(taken.path, things_file.path, things_file.dek).quarantine is None
    assert open_things().read(names) == ("saved",)


def test_only_the_recovery_key_and_a_backup_are_enough(taken, things_file, tmp_path):
    elsewhere = tmp_path / "new computer" / "block.openblock"
    elsewhere.parent.mkdir()
    dek = keys.unlock_with_recovery(taken.path, things_file.keys.recovery_key)
    restore(taken.path, elsewhere, dek)
    assert check_file(elsewhere, dek).is_clean


def test_a_damaged_backup_is_refused_and_the_live_file_stays(taken, things_file):
    before = content_of(things_file.path.parent)
    flip(taken.path)
    assert code(restore, taken.path, things_file.path, things_file.dek) == "backup-damaged"
    assert content_of(things_file.path.parent) == before


def test_a_plain_file_or_none_is_no_backup(taken, things_file, tmp_path):
    other = tmp_path / "other.backup"
    assert code(restore, other, things_file.path, things_file.dek) == "backup-damaged"
    other.write_bytes(b"SQLite format 3\0" + bytes(8000))
    assert code(restore, other, things_file.path, things_file.dek) == "backup-damaged"


def test_a_backup_with_a_broken_log_gives_the_data_back_and_names_the_row(
    taken, things_file, open_things
):
    from openblock.storage.cipher import connect

    connection = connect(taken.path, things_file.dek)
    connection.execute("DROP TRIGGER audit_row_no_update")
    connection.execute("UPDATE audit_row SET actor = 'x' WHERE number = 1")
    connection.close()
    done = restore(taken.path, things_file.path, things_file.dek)
    assert [(each.code, each.facts["number"]) for each in done.doubts] == [("audit-row-altered", 1)]
    store = open_things()
    assert store.read(names) == ("saved",)
    (row,) = store.read(log_rows, LogFilter(operation="restore"))
    assert row.details["findings"] == ["audit-row-altered 1"]


def test_a_failed_restore_of_a_lost_file_leaves_nothing(taken, things_file, tmp_path, monkeypatch):
    def fail(*_args):
        raise StorageTrouble("file-busy")

    monkeypatch.setattr(restoring, "_swap_in", fail)
    monkeypatch.setattr(restoring, "_log_restore", fail)
    target = tmp_path / "empty" / "block.openblock"
    target.parent.mkdir()
    assert code(restore, taken.path, target, things_file.dek) == "file-busy"
    assert list(target.parent.iterdir()) == []


def test_nothing_is_restored_over_a_file_open_here(taken, things_file, open_things):
    store = open_things()
    assert code(restore, taken.path, things_file.path, things_file.dek) == "file-busy"
    assert store.read(names) == ("saved", "later")


HOLD = """
    import sys
    from pathlib import Path
    from openblock.storage.engine import open_file
    engine = open_file(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        connection.rollback()
        print("open", flush=True)
        sys.stdin.read()
"""


def test_nothing_is_restored_over_a_file_another_process_has_open(taken, things_file):
    script = [sys.executable, "-c", textwrap.dedent(HOLD), things_file.path, things_file.dek.hex()]
    with subprocess.Popen(script, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"open\n"
        assert code(restore, taken.path, things_file.path, things_file.dek) == "file-busy"
        holder.stdin.close()
    restore(taken.path, things_file.path, things_file.dek)


@pytest.mark.parametrize(
    ("number", "told"), [(errno.ENOSPC, "disk-full"), (errno.EACCES, "file-read-only")]
)
def test_a_copy_that_cannot_be_made_leaves_the_live_file(
    taken, things_file, monkeypatch, number, told
):
    def fail(_path):
        raise OSError(number, "no")

    before = content_of(things_file.path.parent)
    monkeypatch.setattr(restoring, "sync_file", fail)
    assert code(restore, taken.path, things_file.path, things_file.dek) == told
    assert content_of(things_file.path.parent) == before


def test_a_copy_that_came_out_different_is_not_used(taken, things_file, monkeypatch):
    monkeypatch.setattr(restoring, "digest", str)
    before = content_of(things_file.path.parent)
    assert code(restore, taken.path, things_file.path, things_file.dek) == "backup-damaged"
    assert content_of(things_file.path.parent) == before


def test_two_restores_in_one_second_are_set_aside_apart(taken, things_file):
    with clock.standing_at(clock.now()):
        first = restore(taken.path, things_file.path, things_file.dek)
        second = restore(taken.path, things_file.path, things_file.dek)
    assert first.quarantine != second.quarantine
    assert isinstance(second.quarantine, Path)


def test_a_swap_that_cannot_be_made_is_taken_back(taken, things_file, monkeypatch):
    before = content_of(things_file.path.parent)
    replace, seen = Path.replace, []

    def refuse_once(self, target):
        if self.name.endswith(".restoring.keys") and not seen.append(target):
            raise OSError(errno.EACCES, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_once)
    assert code(restore, taken.path, things_file.path, things_file.dek) == "file-read-only"
    assert content_of(things_file.path.parent) == before
    for each in (things_file.path, key_file_of(things_file.path)):
        each.unlink()
    seen.clear()
    assert code(restore, taken.path, things_file.path, things_file.dek) == "file-read-only"
    assert content_of(things_file.path.parent) == {}


def test_a_backup_that_never_had_keys_is_restored_without(blank_file, tmp_path):
    from openblock.storage.backup import back_up_file

    key_file_of(blank_file.path).unlink()
    taken = back_up_file(blank_file.path, blank_file.dek, tmp_path / "backups", "close")
    done = restore(taken.path, blank_file.path, blank_file.dek)
    assert [each.name for each in done.quarantine.iterdir()] == [blank_file.path.name]
    assert not key_file_of(blank_file.path).exists()


class Stopped(BaseException):
    """The programme ends here, as after a kill: nothing more is done, nothing tidied."""


@pytest.mark.parametrize("moves", range(8))
def test_a_restore_cut_short_at_any_move_is_finished_or_has_not_begun(
    taken, things_file, open_things, monkeypatch, moves
):
    replace, left = Path.replace, [moves]

    def count(self, target):
        if not left[0]:
            raise Stopped
        left[0] -= 1
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", count)
        try:
            restore(taken.path, things_file.path, things_file.dek)
            cut = False
        except Stopped:
            cut = True
    finished = restoring.finish_restore(things_file.path)
    assert finished == (cut and moves > 1)
    assert not restoring.finish_restore(things_file.path)
    expected = ("saved",) if moves > 1 else ("saved", "later")
    assert open_things().read(names) == expected
    assert check_file(things_file.path, things_file.dek).is_clean
    left_over = [each.name for each in things_file.path.parent.glob("*restoring*")]
    assert left_over == []


def test_a_backup_of_a_newer_programme_is_refused_before_anything_is_moved(taken, things_file):
    before = content_of(things_file.path.parent)
    known = taken.schema - 1
    assert code(restore, taken.path, things_file.path, things_file.dek, newest=known) == (
        "file-newer"
    )
    assert content_of(things_file.path.parent) == before


def test_whoever_may_not_restore_leaves_the_live_file_where_it_was(taken, things_file):
    def refuse(_session):
        raise NotAllowed("storage.restore", "trainee")

    before = content_of(things_file.path.parent)
    with pytest.raises(NotAllowed):
        restore(taken.path, things_file.path, things_file.dek, admit=refuse)
    assert content_of(things_file.path.parent) == before


def test_a_folder_in_the_place_of_a_staged_restore_is_no_restore(things_file, open_things):
    things_file.path.with_name(things_file.path.name + ".restoring").mkdir()
    assert not restoring.finish_restore(things_file.path)
    assert open_things().read(names) == ()


def test_no_room_for_the_shelf_leaves_the_live_file_where_it_was(taken, things_file, open_things):
    things_file.path.with_name(things_file.path.name + ".quarantine").write_bytes(b"")
    assert code(restore, taken.path, things_file.path, things_file.dek) == "file-read-only"
    assert not restoring.finish_restore(things_file.path)
    assert open_things().read(names) == ("saved", "later")
