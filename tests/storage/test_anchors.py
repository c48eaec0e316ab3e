"""Tests of heads kept in backups, and of what a restore does to them."""

from __future__ import annotations

from openblock.storage import keys
from openblock.storage.anchors import backup_heads
from openblock.storage.backup import back_up, back_up_file, list_backups
from openblock.storage.check import check
from openblock.storage.engine import create_file
from openblock.storage.restoring import restore
from openblock.storage.rotation import Keep
from tests.storage.things import AddThing, add_thing


def test_the_heads_of_the_backups_prove_the_log(store, tmp_path):
    taken = [back_up(store, tmp_path / "b", "close")]
    store.run(add_thing, AddThing("x"))
    taken.append(back_up(store, tmp_path / "b", "close"))
    heads = backup_heads(store, tmp_path / "b")
    assert heads == (taken[1].head, taken[0].head)
    assert check(store, anchors=heads).is_clean


def test_heads_of_the_branch_a_restore_has_left_prove_nothing_any_more(
    things_file, open_things, tmp_path
):
    store = open_things()
    early = back_up(store, tmp_path / "b", "close")
    store.run(add_thing, AddThing("x"))
    store.run(add_thing, AddThing("y"))
    back_up(store, tmp_path / "b", "close")
    store.close()
    restore(early.path, things_file.path, things_file.dek)
    store = open_things()
    later = back_up(store, tmp_path / "b", "close")
    heads = backup_heads(store, tmp_path / "b")
    assert heads == (later.head, early.head)
    assert check(store, anchors=heads).is_clean
    every = [each.head for each in list_backups(tmp_path / "b")]
    assert not check(store, anchors=every).is_clean


def test_another_blocks_backups_in_the_same_folder_are_neither_heads_nor_rotated(
    store, things_file, tmp_path
):
    other, dek = tmp_path / "other.openblock", bytes(32)
    create_file(other, dek)
    foreign = back_up_file(other, dek, tmp_path / "b", "close")
    own = back_up(store, tmp_path / "b", "close", keep=Keep(0, 0, 0, 0))
    assert backup_heads(store, tmp_path / "b") == (own.head,)
    assert [each.path for each in list_backups(tmp_path / "b")] == [own.path, foreign.path]
    assert keys.proves(own.path, things_file.dek)
