"""The language follows the officer; theme and text size stay with the workstation."""

from __future__ import annotations

from openblock.features.accounts import queries
from openblock.features.accounts.ui.look import account_look, keep_account_look
from openblock.storage.log import LogFilter
from openblock.ui.window.house import Look


def test_the_language_is_the_account_s_wherever_the_officer_signs_in(desk):
    desk.remember("language", "lv")
    assert account_look(desk) == Look("en", "light", 100)


def test_another_language_is_kept_with_the_account_and_another_theme_only_here(desk):
    keep_account_look(desk, Look("en", "night", 150))
    assert desk.read(queries.own_account, 1).language == "en"
    keep_account_look(desk, Look("lv", "night", 150))
    assert desk.read(queries.own_account, 1).language == "lv"
    assert account_look(desk).theme == "night"
    rows = desk.read(queries.log_rows, LogFilter(operation="accounts.change_language"))
    assert len(rows) == 1
