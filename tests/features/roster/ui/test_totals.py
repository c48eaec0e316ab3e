"""The columns beside the days: what they say, when they warn, and what each is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.features.roster.queries import Roster, RosterOfficer
from openblock.features.roster.queries.figures import Counters
from openblock.features.roster.ui.totals import (
    Accounts,
    signed,
    tenths,
    total_heads,
    total_texts,
)
from openblock.i18n import set_language
from openblock.ui.grid import GridText

HOUR = 60
LAST = date(2026, 11, 30)
MONTH = Roster(date(2026, 11, 1), LAST, (), (), {}, {}, (), (), (), 168 * HOUR)
COUNTED = Counters(
    absent_days=2,
    norm=152 * HOUR,
    overtime=40 * HOUR,
    period_overtime=144 * HOUR,
    average=48 * HOUR,
)
OFFICER = RosterOfficer(
    1, "1", "Bērziņš", "Jānis", "", "", 1, 8, 192 * HOUR, 64 * HOUR, 168 * HOUR, COUNTED
)


def texts(officer: RosterOfficer = OFFICER, accounts: Accounts | None = None) -> list[GridText]:
    return list(total_texts(officer, LAST, accounts or Accounts(), "en"))


def counted(**changes: object) -> RosterOfficer:
    return replace(OFFICER, counters=replace(COUNTED, **changes))


def test_the_figures_stand_in_order_with_the_norm_and_the_limits_over_them() -> None:
    assert [each.text for each in texts()] == ["192", "64", "+40", "+144", "48"]
    heads = total_heads(MONTH, Accounts())
    assert [(each.head, each.subhead) for each in heads] == [
        ("Total", "h"),
        ("Night", "h"),
        ("Bal.", "168\N{NO-BREAK SPACE}h"),
        ("4 mo.", "≤144\N{NO-BREAK SPACE}h"),
        ("Avg.", "≤48\N{NO-BREAK SPACE}h"),
    ]


def test_exactly_the_limit_is_no_warning_and_over_it_is_told_by_a_sign_and_a_tone() -> None:
    fine = texts()[3:]
    assert [each.tone for each in fine] == ["secondary", "secondary"]
    over = texts(
        counted(period_overtime=144 * HOUR + 1, overtime_over=True, average=2881, average_over=True)
    )[3:]
    assert [each.tone for each in over] == ["bad", "bad"]
    assert over[0].text.startswith("▲ +144")
    # A begun tenth of an hour counts as a whole one: 48:01 does not read as 48.
    assert over[1].text == "▲ 48.1"
    assert all(each.hint.startswith("Over the limit") for each in over)


def test_the_balance_says_what_it_is_made_of_and_what_absences_took_from_the_norm() -> None:
    hint = texts()[2].hint.replace("\N{NO-BREAK SPACE}", " ")
    assert hint == ("192 h worked, norm 152 h: +40 h; 2 days of absence are left out of the norm")
    assert "absence" not in texts(counted(absent_days=0))[2].hint


def test_the_period_says_since_when_it_runs_and_where_every_shift_is_listed() -> None:
    hint = texts()[3].hint
    assert "since September 2026" in hint
    assert "F4" in hint


def test_accounts_that_are_not_the_askers_business_are_left_out() -> None:
    theirs = Accounts(are_shown=False)
    assert len(texts(accounts=theirs)) == len(total_heads(MONTH, theirs)) == 3


@pytest.mark.parametrize(("minutes", "said"), [(0, "0"), (90, "+1.5"), (-450, "\N{MINUS SIGN}7.5")])
def test_a_balance_carries_its_sign(minutes: int, said: str) -> None:
    assert signed(minutes) == said


def test_decimals_are_written_as_latvian_writes_them() -> None:
    set_language("lv")
    assert tenths(2910) == "48,5"
