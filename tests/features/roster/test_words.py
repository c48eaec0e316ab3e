"""Each code of the roster has words of its own; a hidden kind of absence gives nothing away."""

from __future__ import annotations

from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.exchange import ExchangeState
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.words import (
    exchange_kind_name,
    exchange_state_name,
    kind_name,
    standing_name,
    version_kind_name,
    version_name,
)


def test_every_kind_of_absence_has_its_own_words():
    assert len({kind_name(kind) for kind in (*AbsenceKind, None)}) == len(AbsenceKind) + 1


def test_a_kind_that_is_nobodys_business_says_only_that_somebody_is_away():
    assert kind_name(None) == "away"


def test_every_standing_kind_of_version_and_state_of_an_exchange_has_its_own_words():
    assert len({standing_name(each) for each in MonthStanding}) == len(MonthStanding)
    assert len({version_kind_name(each) for each in ("published", "changed", "withdrawn")}) == 3
    assert len({exchange_state_name(each) for each in ExchangeState}) == len(ExchangeState)
    assert exchange_kind_name(is_swap=True) != exchange_kind_name(is_swap=False)
    assert version_name(3) == "Version 3"
