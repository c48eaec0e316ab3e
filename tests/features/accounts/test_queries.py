"""What is read of accounts, settings, drafts and the log."""

from __future__ import annotations

import pytest

from openblock.features.accounts import commands, queries
from openblock.features.accounts.rules.settings import SETTINGS
from openblock.storage.log import LogFilter
from openblock.storage.store import Actor


@pytest.fixture
def people(anna):
    names = ("Žagata Līga", "Čakste Jānis", "Celms Juris", "Āboliņa Ilze")
    for place, name in enumerate(names, 2):
        request = commands.AddAccount(f"s{place}", name, "duty_officer", "lv")
        anna.run(commands.add_account, request)
    return anna


def test_people_stand_in_latvian_order_and_leavers_last(people):
    people.run(commands.deactivate_account, commands.DeactivateAccount(4))
    assert [row.name for row in people.read(queries.accounts)] == [
        "Āboliņa Ilze",
        "Anna Bērziņa",
        "Čakste Jānis",
        "Žagata Līga",
        "Celms Juris",
    ]


def test_settings_answer_with_defaults_until_somebody_changes_them(anna):
    read = anna.read(queries.settings)
    assert set(read) == set(SETTINGS)
    assert (read["shift_start"], read["list_names"]) == (540, True)


def test_setting_rows_tell_which_were_changed(anna):
    versions = {row.key: row.version for row in anna.read(queries.setting_rows)}
    assert list(versions) == list(SETTINGS)
    assert (versions["block_name"], versions["idle_minutes"]) == (1, 0)


def test_a_draft_belongs_to_one_person_only(people):
    people.run(commands.save_draft, commands.SaveDraft("person", {"name": "x"}))
    assert people.read(queries.own_draft, 1, "person") == {"name": "x"}
    assert people.read(queries.own_draft, 2, "person") is None


def test_nobody_reads_what_another_has_half_typed_or_another_account(people):
    people.run(commands.save_draft, commands.SaveDraft("person", {"name": "x"}))
    people.sign_in(Actor(2, "Jānis", "trainee"))
    assert people.read(queries.own_draft, 1, "person") is None
    assert people.read(queries.own_account, 1) is None
    assert people.read(queries.own_account, 2) is not None


def test_an_unknown_account_is_none(anna):
    assert anna.read(queries.own_account, 99) is None


def test_the_log_can_be_filtered_by_person_and_deed(people):
    choices = people.read(queries.log_choices)
    assert (1, "Anna Bērziņa") in choices.people
    assert "accounts.add_account" in choices.operations
    rows = people.read(queries.log_rows, LogFilter(operation="accounts.add_account"))
    assert len(rows) == 4
    assert rows[0].number > rows[-1].number
