"""An exchange is between two, and each step has its place."""

from datetime import UTC, date, datetime, timedelta

import pytest

from openblock.features.roster.rules import (
    OPEN_STATES,
    ExchangeAct,
    ExchangeState,
    asking_problems,
    exchange_problems,
    state_after,
)

NOW = datetime(2026, 11, 22, 7, tzinfo=UTC)


def test_an_exchange_is_agreed_before_it_is_done_and_an_end_stays_an_end():
    leads = {
        (state, act): after
        for state in ExchangeState
        for act in ExchangeAct
        if (after := state_after(state, act)) is not None
    }
    assert leads == {
        (ExchangeState.ASKED, ExchangeAct.AGREE): ExchangeState.AGREED,
        (ExchangeState.AGREED, ExchangeAct.APPROVE): ExchangeState.DONE,
        (ExchangeState.ASKED, ExchangeAct.DECLINE): ExchangeState.DECLINED,
        (ExchangeState.AGREED, ExchangeAct.DECLINE): ExchangeState.DECLINED,
        (ExchangeState.ASKED, ExchangeAct.WITHDRAW): ExchangeState.WITHDRAWN,
        (ExchangeState.AGREED, ExchangeAct.WITHDRAW): ExchangeState.WITHDRAWN,
    }
    assert {state for state, _act in leads} == OPEN_STATES


@pytest.mark.parametrize(
    ("other", "reason", "codes"),
    [
        (2, "", []),
        (1, "", ["exchange-same-officer"]),
        (2, "x" * 500, []),
        (2, "x" * 501, ["roster-reason-long"]),
        (2, "a wedding\u202e", ["text-not-printable"]),
    ],
)
def test_an_exchange_is_between_two_officers_and_its_reason_fits(other, reason, codes):
    assert [each.code for each in exchange_problems(1, other, reason)] == codes


def test_a_duty_is_asked_away_until_the_minute_it_begins():
    day = date(2026, 11, 22)
    assert asking_problems(day, NOW + timedelta(minutes=1), NOW) == ()
    assert [each.code for each in asking_problems(day, NOW, NOW)] == ["exchange-too-late"]
