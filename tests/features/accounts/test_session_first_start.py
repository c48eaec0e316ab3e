"""The first start: aside, confirmed, moved into place, mended."""

from __future__ import annotations

import pytest

from openblock.errors import RuleBroken
from openblock.features.accounts import queries
from openblock.features.accounts.session import (
    FirstStart,
    Wanted,
)
from openblock.features.accounts.session.opening import release
from tests.features.accounts.acting import NEW, code_of
from tests.features.accounts.conftest import door


def wanted(**change):
    answers = {
        "name": "Vītola  Kristīne",
        "password": NEW,
        "again": NEW,
        "language": "lv",
        "settings": {"block_name": "Paraugkorpuss", "shift_start": 480},
    }
    return Wanted(**{**answers, **change})


@pytest.fixture
def new_block(tmp_path):
    return door(tmp_path / "new" / "block.openblock")


def test_a_first_start_makes_a_block_that_opens(new_block):
    assert new_block.is_new
    start = FirstStart(new_block)
    key = start.prepare(wanted())
    assert new_block.is_new
    opened = start.finish()
    assert (opened.account.name, opened.account.role) == ("Vītola Kristīne", "administrator")
    settings = opened.store.read(queries.settings)
    assert (settings["block_name"], settings["shift_start"]) == ("Paraugkorpuss", 480)
    release(opened.store)
    new_block.recover(key).store.close()
    left = {path.suffix for path in new_block.path.parent.iterdir()}
    assert left == {".keys", ".openblock", ".waits"}


def test_an_abandoned_first_start_leaves_nothing(new_block):
    start = FirstStart(new_block)
    start.prepare(wanted())
    start.abandon()
    assert new_block.is_new
    assert list(new_block.path.parent.iterdir()) == []


def test_everything_wrong_with_the_answers_is_told_at_once(new_block):
    bad = wanted(name="", password="x", again="y", settings={"block_name": "", "idle_minutes": 0})
    with pytest.raises(RuleBroken) as raised:
        FirstStart(new_block).prepare(bad)
    assert {problem.field for problem in raised.value.problems} == {
        "name",
        "password",
        "again",
        "block_name",
        "idle_minutes",
    }
    assert new_block.is_new


def test_a_first_start_never_writes_over_a_block(block):
    assert code_of(lambda: FirstStart(block.entrance).prepare(wanted())) == "block-file-exists"


def test_a_first_start_cut_between_its_two_moves_is_mended(new_block):
    start = FirstStart(new_block)
    start.prepare(wanted())
    aside = new_block.path.with_name(new_block.path.name + ".setup")
    (aside / new_block.path.name).rename(new_block.path)
    FirstStart(new_block).mend()
    assert not aside.exists()
    (slot,) = new_block.people()
    opened = new_block.sign_in(slot.slot_id, NEW)
    assert opened.account.name == "Vītola Kristīne"
    release(opened.store)


def test_names_can_be_kept_from_the_door_from_the_first_start_on(new_block):
    start = FirstStart(new_block)
    start.prepare(wanted(settings={"block_name": "B", "list_names": False}))
    release(start.finish().store)
    assert not new_block.lists_names()


def test_finishing_what_was_never_prepared_is_refused(new_block):
    assert code_of(FirstStart(new_block).finish) == "signed-out"
