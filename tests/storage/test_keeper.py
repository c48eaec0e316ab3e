"""Tests of when a backup is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock import clock
from openblock.errors import StorageTrouble
from openblock.storage.backup import list_backups
from openblock.storage.keeper import Keeper
from tests.storage.things import AddThing, add_thing

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


def tick(keeper, minutes):
    moment = START + timedelta(minutes=minutes)
    with clock.standing_at(moment):
        return keeper.tick(moment)


@pytest.fixture
def keeper(store, tmp_path):
    return Keeper(store, tmp_path / "backups")


def test_the_first_backup_is_due_at_once_and_the_next_in_half_an_hour_of_changes(keeper, store):
    assert keeper.latest is None
    assert keeper.age(START) is None
    assert keeper.is_worrying(START)
    assert tick(keeper, 0) is not None
    assert tick(keeper, 60) is None
    store.run(add_thing, AddThing("x"))
    assert tick(keeper, 29) is None
    assert tick(keeper, 61) is not None
    assert keeper.latest.rows["test_thing"] == 1
    assert keeper.latest.reason == "regular"


def test_a_backup_a_day_old_is_worrying(keeper):
    tick(keeper, 0)
    assert not keeper.is_worrying(START + timedelta(hours=24))
    assert keeper.is_worrying(START + timedelta(hours=24, seconds=1))
    assert keeper.age(START + timedelta(hours=1)) == timedelta(hours=1)


def test_a_clock_set_back_does_not_stop_the_backups(keeper, store):
    tick(keeper, 0)
    store.run(add_thing, AddThing("x"))
    assert tick(keeper, -600) is not None


def test_a_failed_try_is_repeated_in_five_minutes(store, tmp_path):
    (tmp_path / "backups").touch()
    keeper = Keeper(store, tmp_path / "backups")
    with pytest.raises(StorageTrouble):
        tick(keeper, 0)
    assert tick(keeper, 4) is None
    (tmp_path / "backups").unlink()
    assert tick(keeper, 5) is not None


def test_on_closing_there_is_a_backup_only_of_what_is_new(keeper, store):
    assert keeper.closing().reason == "close"
    assert keeper.closing() is None
    store.run(add_thing, AddThing("x"))
    assert keeper.closing() is not None


def test_a_backup_before_an_import_is_always_taken_and_goes_to_both_places(store, tmp_path):
    keeper = Keeper(store, tmp_path / "one", second=tmp_path / "two")
    keeper.take("import")
    keeper.take("import")
    assert len(list_backups(tmp_path / "one")) == len(list_backups(tmp_path / "two")) == 2


def test_the_next_start_knows_of_the_backups_there_are(keeper, store):
    taken = keeper.take("asked")
    again = Keeper(store, keeper.folder)
    assert again.latest == taken
    assert not again.has_changed()


def test_the_next_start_sweeps_up_what_a_killed_backup_left(keeper, store):
    keeper.take("asked")
    junk = keeper.folder / "block-1.backup.tmp"
    junk.touch()
    with clock.standing_at(clock.now() + timedelta(hours=1)):
        Keeper(store, keeper.folder)
    assert not junk.exists()
