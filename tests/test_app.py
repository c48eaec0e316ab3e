"""The programme put together: one window, before a new file, a known one, or a demonstration."""

from __future__ import annotations

import pytest

from openblock import clock
from openblock.app import open_window
from openblock.app.restoring import RestoreAtDoor
from openblock.demonstration import PASSWORD
from openblock.entry import usual_backup_folder
from openblock.features.accounts import commands as accounts
from openblock.features.accounts.rights import Role
from openblock.features.roster.queries import templates
from openblock.features.shadowing.queries import items
from openblock.features.shadowing.rules.content import ItemKind
from openblock.features.staff.queries import officers
from openblock.migrations.upgrade import newest
from openblock.storage.backup import back_up
from openblock.storage.store import open_store
from tests.conftest import PASSWORD as BLANK_PASSWORD
from tests.journeys.test_first_evening import set_up
from tests.rig import MOMENT, at_the_door, close, demonstration, settle


def test_the_demonstration_is_open_signed_in_and_says_what_it_is(qapp):
    with clock.standing_at(MOMENT):
        programme, window = open_window(None, demonstration=True, language="en")
        window.show()
        settle()
        assert window.desk.actor.role == Role.SENIOR_OFFICER
        assert PASSWORD in window.desk.block.demonstration
        folder = programme.path.parent
        close(window, programme)
    assert not folder.exists()


def test_a_demonstration_is_never_backed_up(qapp):
    with demonstration() as window:
        assert window.house.keeper(window.desk.store) is None


def test_a_new_block_begins_with_the_usual_shifts_and_lists_and_its_holidays(qapp, tmp_path):
    with at_the_door(tmp_path / "block.openblock") as window:
        set_up(window)
        store = window.desk.store
        assert {each.code for each in store.read(templates)} == {"24", "D", "N", "8"}
        assert {kind: len(store.read(items, kind)) for kind in ItemKind} == {
            ItemKind.CLEARANCE: 3,
            ItemKind.COMPETENCE: 5,
        }
        assert window.house.keeper(store) is not None
        assert window.desk.block.demonstration == ""


def test_a_known_block_waits_at_the_door(qapp, blank_file):
    with at_the_door(blank_file.path) as window:
        assert window.desk is None
        assert window.door is not None


@pytest.fixture
def backed_up(blank_file, store):
    """A backup of a block that has one officer more by now."""
    request = accounts.SetUp(blank_file.keys.slot.slot_id, "Anna Bērziņa", "en", {})
    store.run(accounts.set_up, request)
    made = back_up(store, usual_backup_folder(blank_file.path), "asked")
    store.close()
    return made


def test_a_backup_is_restored_at_the_door_with_the_password_of_its_day(
    qtbot, backed_up, blank_file
):
    from openblock.features.accounts.rights import may

    blank_file.path.write_bytes(b"")
    dialog = RestoreAtDoor(blank_file.path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.go.isEnabled()
    dialog.password.setText("nepareizi vārdi")
    dialog.go.click()
    assert dialog.trouble.text()
    assert dialog.isVisible()
    dialog.password.setText(BLANK_PASSWORD)
    dialog.go.click()
    assert not dialog.isVisible()
    store = open_store(blank_file.path, blank_file.dek, may=may, newest=newest())
    store.close()


def test_a_folder_without_backups_is_said_so(qtbot, tmp_path):
    dialog = RestoreAtDoor(tmp_path / "block.openblock")
    qtbot.addWidget(dialog)
    assert not dialog.go.isEnabled()
    assert "backups" in dialog.trouble.text()
    dialog.show_folder(tmp_path)
    assert not dialog.go.isEnabled()


def test_the_block_opened_from_the_door_is_the_one_that_is_read(qapp, tmp_path):
    with at_the_door(tmp_path / "block.openblock") as window:
        set_up(window)
        assert window.desk.store.read(officers) == ()
