"""The desk: refusals worded, undo and redo as compensating commands, preferences."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError, NotAllowed
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.accounts.queries import settings
from openblock.features.accounts.rights import may
from openblock.ui.desk import Desk, Notice
from tests.ui.conftest import name_of, rename


def test_a_command_is_run_said_and_can_be_taken_back_and_done_again(desk, qtbot):
    before = name_of(desk.store)
    with qtbot.waitSignal(desk.said) as said:
        rename(desk, "Korpuss A")
    assert said.args == ["named Korpuss A"]
    assert (desk.can_undo, desk.can_redo, desk.undo_label) == (True, False, "named Korpuss A")
    assert desk.undo()
    assert name_of(desk.store) == before
    assert (desk.can_undo, desk.can_redo, desk.redo_label) == (False, True, "named Korpuss A")
    assert desk.redo()
    assert name_of(desk.store) == "Korpuss A"


def test_taking_back_is_a_command_of_its_own_in_the_log(desk):
    rename(desk, "Korpuss A")
    before = desk.store.head().number
    desk.undo()
    assert desk.store.head().number == before + 1


def test_a_new_command_forgets_what_could_be_done_again(desk):
    rename(desk, "Korpuss A")
    desk.undo()
    rename(desk, "Korpuss B")
    assert not desk.can_redo


def test_a_refusal_goes_to_the_message_bar_and_leaves_nothing_to_take_back(desk, qtbot):
    with qtbot.waitSignal(desk.refused) as refused:
        done = desk.run(change_setting, ChangeSetting("no_such_key", 1))
    assert done is None
    assert isinstance(refused.args[0], KnownError)
    assert not desk.can_undo


def test_attempt_gives_the_refusal_back_to_the_form(desk):
    with pytest.raises(KnownError):
        desk.attempt(change_setting, ChangeSetting("no_such_key", 1))


def test_what_cannot_be_taken_back_any_more_is_refused_and_dropped(desk, qtbot):
    rename(desk, "Korpuss A")
    # The step demands a right this role never had, as when a role changed meanwhile.
    desk.store.actor = type(desk.actor)(1, "Anna", "trainee", "en")
    with qtbot.waitSignal(desk.refused) as refused:
        assert not desk.undo()
    assert isinstance(refused.args[0], NotAllowed)
    assert not desk.can_undo


def test_undo_with_nothing_to_take_back_does_nothing(desk):
    assert not desk.undo()
    assert not desk.redo()


def test_only_the_last_steps_are_kept(desk, monkeypatch):
    monkeypatch.setattr("openblock.ui.desk.UNDO_DEPTH", 2)
    for letter in "ABC":
        rename(desk, f"Korpuss {letter}")
    assert [desk.undo(), desk.undo(), desk.undo()] == [True, True, False]
    assert name_of(desk.store) == "Korpuss A"


def test_show_says_whether_the_reading_went_well(desk, qtbot):
    assert desk.show(lambda: desk.read(settings))
    desk.store.actor = None
    with qtbot.waitSignal(desk.refused):
        assert not desk.show(lambda: desk.read(settings))


def test_a_committed_command_announces_its_tables_until_the_desk_closes(desk, qtbot):
    with qtbot.waitSignal(desk.changed) as changed:
        rename(desk, "Korpuss A")
    assert "settings" in changed.args[0]
    store = desk.store
    desk.close()
    with qtbot.assertNotEmitted(desk.changed):
        store.run(change_setting, ChangeSetting("block_name", "Korpuss C"))
    assert not desk.can_undo


def test_closing_twice_does_no_harm(desk):
    desk.close()
    desk.close()


def test_rights_are_asked_for_the_role_that_is_signed_in(store_as, dressed):
    desk = Desk(store_as("trainee"), may=may)
    assert desk.may("roster.roster")
    assert not desk.may("roster.change_cells")
    desk.close()


def test_nobody_signed_in_is_a_refusal_not_a_crash(desk):
    desk.store.actor = None
    with pytest.raises(KnownError, match="signed-out"):
        _ = desk.actor


def test_news_withdrawals_and_tabs_wanted_are_passed_on(desk, qtbot):
    with qtbot.waitSignal(desk.noticed) as noticed:
        desk.notify(Notice("news", "Something new.", key="k"))
    assert noticed.args[0].sentence == "Something new."
    with qtbot.waitSignal(desk.withdrawn):
        desk.withdraw("k")
    with qtbot.waitSignal(desk.tab_wanted) as wanted:
        desk.open_tab("roster", {"day": 3})
    assert wanted.args == ["roster", {"day": 3}]
    with qtbot.waitSignal(desk.said):
        desk.say("Done.")


def test_background_work_comes_back_and_its_refusal_goes_to_the_bar(desk, qtbot):
    results = []
    desk.work(lambda _progress: desk.store.head().number, results.append)
    desk.worker.finish()
    assert results == [desk.store.head().number]

    def refuse(_progress):
        raise KnownError("disk-full")

    with qtbot.waitSignal(desk.refused):
        desk.work(refuse, results.append)


def test_preferences_of_a_desk_without_a_file_last_as_long_as_it(desk):
    desk.remember("width", 12)
    assert desk.prefer("width") == 12
    assert desk.prefer("height", 7) == 7
