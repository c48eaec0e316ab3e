"""What may be done to accounts, settings and drafts, through the store and into the log."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError, RuleBroken
from openblock.features.accounts import commands, queries
from openblock.storage.log import LogFilter


def refused(store, command, request):
    with pytest.raises(RuleBroken) as raised:
        store.run(command, request)
    return [(problem.code, problem.field) for problem in raised.value.problems]


def add(store, name="Bērziņš Andris", role="duty_officer", slot="s2", language="lv"):
    return store.run(commands.add_account, commands.AddAccount(slot, name, role, language)).value


def account(store, account_id):
    return store.read(queries.own_account, account_id)


def last_row(store):
    return store.read(queries.log_rows, LogFilter(limit=1))[0]


def test_the_first_set_up_makes_an_administrator_and_the_settings(anna):
    (mine,) = anna.read(queries.accounts)
    assert (mine.name, mine.role, mine.active) == ("Anna Bērziņa", "administrator", True)
    assert anna.read(queries.settings)["block_name"] == "Model block"


def test_a_file_is_set_up_only_once(anna):
    request = commands.SetUp("s9", "Intruder", "en")
    assert refused(anna, commands.set_up, request) == [("already-set-up", "")]


def test_a_new_person_must_change_the_given_password(anna):
    number = add(anna, "  O'Brien   <b>  ")
    made = account(anna, number)
    assert (made.name, made.role, made.must_change_password) == (
        "O'Brien <b>",
        "duty_officer",
        True,
    )


def test_the_same_name_twice_is_refused_whatever_its_case(anna):
    add(anna)
    request = commands.AddAccount("s3", "BĒRZIŅŠ andris", "auditor", "lv")
    assert refused(anna, commands.add_account, request) == [("name-taken", "name")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": " "}, ("name-missing", "name")),
        ({"role": "king"}, ("role-unknown", "role")),
        ({"language": "xx"}, ("language-unknown", "language")),
    ],
)
def test_a_person_with_something_wrong_is_refused_beside_the_field(anna, change, expected):
    typed = {"slot_id": "s2", "name": "Andris", "role": "auditor", "language": "lv", **change}
    assert refused(anna, commands.add_account, commands.AddAccount(**typed)) == [expected]
    assert len(anna.read(queries.accounts)) == 1


def test_the_last_administrator_keeps_the_role_and_the_right_to_sign_in(anna):
    add(anna)
    mine = account(anna, 1)
    change = commands.ChangeRole(1, "auditor", mine.version)
    assert refused(anna, commands.change_role, change) == [("last-administrator", "role")]
    away = commands.DeactivateAccount(1)
    assert refused(anna, commands.deactivate_account, away) == [("last-administrator", "role")]
    assert account(anna, 1) == mine


def test_an_administrator_may_go_once_another_one_is_there(anna):
    add(anna, role="administrator")
    mine = account(anna, 1)
    anna.run(commands.change_role, commands.ChangeRole(1, "auditor", mine.version))
    assert account(anna, 1).role == "auditor"


def test_an_inactive_administrator_does_not_count_as_one(anna):
    other = add(anna, role="administrator")
    anna.run(commands.deactivate_account, commands.DeactivateAccount(other))
    away = commands.DeactivateAccount(1)
    assert refused(anna, commands.deactivate_account, away) == [("last-administrator", "role")]


def test_a_changed_role_is_in_the_log_with_old_and_new_and_can_be_undone(anna):
    number = add(anna)
    change = commands.ChangeRole(number, "auditor", account(anna, number).version)
    done = anna.run(commands.change_role, change)
    (changes,) = last_row(anna).changes
    assert (changes["old"], changes["new"]) == ({"role": "duty_officer"}, {"role": "auditor"})
    assert last_row(anna).subjects == (("account", str(number)),)
    anna.run(done.undo.command, done.undo.request, undoes=True)
    assert account(anna, number).role == "duty_officer"


def test_a_stale_form_is_refused_and_says_who_was_quicker(anna):
    number = add(anna)
    seen = account(anna, number).version
    anna.run(commands.rename_account, commands.RenameAccount(number, "Bērziņš A.", seen))
    with pytest.raises(KnownError) as raised:
        anna.run(commands.rename_account, commands.RenameAccount(number, "Bērziņš B.", seen))
    assert raised.value.code == "changed-meanwhile"
    assert raised.value.facts["who"] == "Anna Bērziņa"
    assert account(anna, number).name == "Bērziņš A."


def test_a_person_keeps_the_own_name_when_renamed_in_another_case(anna):
    number = add(anna)
    seen = account(anna, number).version
    anna.run(commands.rename_account, commands.RenameAccount(number, "BĒRZIŅŠ Andris", seen))
    assert account(anna, number).name == "BĒRZIŅŠ Andris"


def test_a_leaver_has_no_slot_and_comes_back_with_a_new_one(anna):
    number = add(anna)
    done = anna.run(commands.deactivate_account, commands.DeactivateAccount(number))
    assert done.value == "s2"
    assert (account(anna, number).active, account(anna, number).slot_id) == (False, None)
    anna.run(commands.reactivate_account, commands.ReactivateAccount(number, "s7"))
    back = account(anna, number)
    assert (back.active, back.slot_id, back.must_change_password) == (True, "s7", True)


def test_an_account_that_is_gone_is_told_as_gone(anna):
    with pytest.raises(KnownError) as raised:
        anna.run(commands.deactivate_account, commands.DeactivateAccount(99))
    assert raised.value.code == "account-gone"


def test_a_given_and_a_changed_password_are_logged_without_the_password(anna):
    anna.run(commands.note_password_given, commands.NotePasswordGiven(1))
    assert account(anna, 1).must_change_password
    anna.run(commands.note_password_changed, commands.NotePasswordChanged())
    assert not account(anna, 1).must_change_password
    assert last_row(anna).operation == "accounts.note_password_changed"


def test_a_renewed_recovery_key_is_logged(anna):
    anna.run(commands.note_recovery_key_renewed, commands.NoteRecoveryKeyRenewed())
    assert last_row(anna).subjects == (("recovery_key", ""),)


def test_a_changed_setting_is_in_the_log_with_old_and_new_and_can_be_undone(anna):
    anna.run(commands.change_setting, commands.ChangeSetting("idle_minutes", 7, 0))
    done = anna.run(commands.change_setting, commands.ChangeSetting("idle_minutes", 9, 1))
    (changes,) = last_row(anna).changes
    assert (changes["old"], changes["new"]) == ({"value": 7}, {"value": 9})
    anna.run(done.undo.command, done.undo.request, undoes=True)
    assert anna.read(queries.settings)["idle_minutes"] == 7


def test_a_setting_out_of_range_is_refused_and_nothing_is_stored(anna):
    request = commands.ChangeSetting("idle_minutes", 16)
    assert refused(anna, commands.change_setting, request) == [
        ("setting-out-of-range", "idle_minutes")
    ]
    assert anna.read(queries.settings)["idle_minutes"] == 5


def test_a_stale_setting_is_refused(anna):
    anna.run(commands.change_setting, commands.ChangeSetting("idle_minutes", 7, 0))
    anna.run(commands.change_setting, commands.ChangeSetting("idle_minutes", 8, 1))
    with pytest.raises(KnownError) as raised:
        anna.run(commands.change_setting, commands.ChangeSetting("idle_minutes", 9, 1))
    assert raised.value.code == "changed-meanwhile"


def test_a_setting_somebody_set_first_is_not_overwritten_from_a_form_that_saw_the_default(anna):
    anna.run(commands.change_setting, commands.ChangeSetting("idle_minutes", 7, 0))
    with pytest.raises(KnownError) as raised:
        anna.run(commands.change_setting, commands.ChangeSetting("idle_minutes", 9, 0))
    assert raised.value.code == "changed-meanwhile"


def test_a_draft_is_kept_replaced_and_dropped_and_its_text_is_not_in_the_log(anna):
    for text in ("half", "half a name"):
        anna.run(commands.save_draft, commands.SaveDraft("person", {"name": text}))
    assert anna.read(queries.own_draft, 1, "person") == {"name": "half a name"}
    rows = anna.read(queries.log_rows, LogFilter(operation="accounts.save_draft"))
    assert len(rows) == 2
    assert "half" not in str(rows)
    anna.run(commands.discard_draft, commands.DiscardDraft("person"))
    anna.run(commands.discard_draft, commands.DiscardDraft("person"))
    assert anna.read(queries.own_draft, 1, "person") is None


def test_language_and_look_are_kept_with_the_account(anna):
    anna.run(commands.change_language, commands.ChangeLanguage("lv"))
    anna.run(commands.change_preferences, commands.ChangePreferences("night", 150))
    mine = account(anna, 1)
    assert (mine.language, mine.theme, mine.text_size) == ("lv", "night", 150)


@pytest.mark.parametrize(
    ("command", "request_", "code"),
    [
        (commands.change_language, commands.ChangeLanguage("xx"), "language-unknown"),
        (commands.change_preferences, commands.ChangePreferences("pink", 100), "theme-unknown"),
        (
            commands.change_preferences,
            commands.ChangePreferences("dark", 250),
            "text-size-unknown",
        ),
    ],
)
def test_an_unknown_language_or_look_is_refused(anna, command, request_, code):
    assert [found for found, _field in refused(anna, command, request_)] == [code]
