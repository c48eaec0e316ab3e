"""Settings of the block and the own password."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from openblock.features.accounts import commands, queries
from openblock.features.accounts.rules.settings import SETTINGS
from openblock.features.accounts.ui.password_dialog import PasswordDialog
from openblock.features.accounts.ui.setting_words import default_words
from openblock.features.accounts.ui.settings_dialog import SettingsDialog
from openblock.storage.log import LogFilter
from tests.conftest import PASSWORD
from tests.features.accounts.acting import NEW

#: What the grounds are judged by, whatever the rule.
GROUNDS = {key for key, setting in SETTINGS.items() if setting.source.startswith("GR-")}


def test_only_changed_settings_are_saved_each_with_its_own_row_in_the_log(desk, show_dialog, qtbot):
    dialog = show_dialog(SettingsDialog)
    dialog.form.fill({"idle_minutes": 9, "shift_start": 480})
    dialog.form.fields["block_name"].setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    rows = desk.read(queries.log_rows, LogFilter(operation="accounts.change_setting"))
    assert {row.subjects[0][1] for row in rows} == {"idle_minutes", "shift_start"}
    assert desk.read(queries.settings)["idle_minutes"] == 9
    desk.undo()
    desk.undo()
    assert desk.read(queries.settings)["idle_minutes"] == 5


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("block_name", "  "),
        ("block_name", "x" * 81),
        ("shift_start", None),
        ("latitude", None),
        ("latitude", 9001),
        ("longitude", -18001),
    ],
)
def test_a_bad_setting_is_told_beside_its_field_and_nothing_is_saved(desk, show_dialog, key, value):
    dialog = show_dialog(SettingsDialog)
    dialog.form.fill({"idle_minutes": 9, key: value})
    if value is None:
        dialog.form.fields[key].editor.setText("25:99")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.form.fields[key].problem()
    assert desk.read(queries.settings)["idle_minutes"] == 5


def test_whether_names_are_listed_reaches_the_door(block, show_dialog):
    dialog = show_dialog(SettingsDialog)
    dialog.form.fill({"list_names": False})
    dialog.save()
    assert not block.entrance.lists_names()


def test_a_setting_somebody_else_changed_meanwhile_is_not_overwritten(desk, show_dialog):
    dialog = show_dialog(SettingsDialog)
    desk.store.run(commands.change_setting, commands.ChangeSetting("block_name", "Theirs"))
    dialog.form.fill({"block_name": "Ours"})
    dialog.save()
    assert dialog.isVisible()
    assert dialog.refusal.text()
    assert dialog.form.values()["block_name"] == "Ours"
    assert desk.read(queries.settings)["block_name"] == "Theirs"


def test_half_changed_settings_survive_the_lock(desk, show_dialog):
    dialog = show_dialog(SettingsDialog)
    dialog.form.fill({"block_name": "Half a na"})
    dialog.keep_draft()
    dialog.reject()
    again = show_dialog(SettingsDialog)
    assert again.form.values()["block_name"] == "Half a na"
    again.reject()
    assert desk.read(queries.own_draft, 1, "accounts.settings") is None


def test_every_setting_tells_its_default_and_where_it_comes_from(qapp):
    told = {key: default_words(setting) for key, setting in SETTINGS.items()}
    assert told["idle_minutes"] == "Default: 5 minutes (SEC-06)"
    assert told["shift_start"] == "Default: 09:00"
    assert told["list_names"] == "Default: yes"
    assert told["block_name"] == ""


def test_the_figures_of_practice_stand_together_under_their_heading(desk, show_dialog):
    dialog = show_dialog(SettingsDialog)
    practice = next(each for each in dialog.findChildren(QLabel) if each.text() == "Practice")
    fields = {key: field.y() for key, field in dialog.form.fields.items()}
    grounds = next(each for each in dialog.findChildren(QLabel) if each.text() == "Grounds")
    between = {key for key, top in fields.items() if practice.y() < top < grounds.y()}
    assert between == {key for key in SETTINGS if key.startswith("shadow_")}
    assert {key for key, top in fields.items() if top > grounds.y()} == GROUNDS
    dialog.form.fill({"shadow_most_per_mentor": 3, "shadow_deduct_breaks": True})
    dialog.save()
    stored = desk.read(queries.settings)
    assert (stored["shadow_most_per_mentor"], stored["shadow_deduct_breaks"]) == (3, True)


def test_a_count_tells_its_default_as_a_plain_number(qapp):
    assert default_words(SETTINGS["shadow_most_per_block"]) == "Default: 4 (TR-06)"
    assert default_words(SETTINGS["shadow_week_hours"]) == "Default: 48 hours (TR-08)"


def test_the_grounds_tell_their_defaults_in_their_units(qapp):
    told = {key: default_words(SETTINGS[key]) for key in GROUNDS}
    assert told["night_rest_to"] == "Default: 06:30 (GR-05)"
    assert told["grounds_count_guard"] == "Default: 10 minutes (GR-05)"
    assert told["daylight_mode"] == "Default: from sunrise to sunset (GR-04)"
    assert told["latitude"] == "Default: 56.79\N{DEGREE SIGN} (GR-04)"
    assert told["grounds_week_quota"] == "Default: no limit (GR-12)"
    assert told["grounds_approval"] == "Default: no (GR-11)"
    assert all(told.values())


def test_where_the_block_lies_is_typed_in_degrees_as_a_map_gives_them(desk, show_dialog, qtbot):
    dialog = show_dialog(SettingsDialog)
    line = dialog.form.fields["latitude"].editor
    assert line.text() == "56.79"
    line.selectAll()
    qtbot.keyClicks(line, "-33,8688")
    line.editingFinished.emit()
    assert line.text() == "\N{MINUS SIGN}33.87"
    dialog.form.fill({"daylight_mode": "civil", "grounds_week_quota": 2})
    dialog.save()
    assert not dialog.isVisible()
    stored = desk.read(queries.settings)
    assert stored["latitude"] == -3387
    assert (stored["daylight_mode"], stored["grounds_week_quota"]) == ("civil", 2)


def test_no_quota_reads_as_no_limit_and_not_as_nothing_at_all(show_dialog):
    quota = show_dialog(SettingsDialog).form.fields["grounds_week_quota"].editor
    assert quota.text() == "no limit"
    quota.setValue(2)
    assert quota.text() == "2"


def test_the_own_password_is_changed_by_keyboard(desk, show_dialog, qtbot, block):
    dialog = show_dialog(PasswordDialog)
    for text in (PASSWORD, "three green cats", "three green cats"):
        qtbot.keyClicks(dialog.focusWidget(), text)
        last = dialog.focusWidget() is dialog.form.fields["again"].editor
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return if last else Qt.Key.Key_Tab)
    assert not dialog.isVisible()
    block.entrance.sign_in(block.slot_id, "three green cats").store.close()


def test_a_wrong_present_password_is_told_beside_it_and_nothing_is_lost(show_dialog):
    dialog = show_dialog(PasswordDialog)
    dialog.current.fill({"current": "not this one"})
    dialog.form.fill({"password": NEW, "again": NEW})
    dialog.save()
    assert dialog.current.fields["current"].problem()
    assert dialog.form.password == NEW
    dialog.form.fill({"password": "short"})
    dialog.save()
    assert dialog.form.fields["password"].problem()


def test_esc_leaves_the_password_dialog(show_dialog, qtbot):
    dialog = show_dialog(PasswordDialog)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
