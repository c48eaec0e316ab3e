"""What reads of a living roster give stays as it was read, and holds nothing of the store."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import UTC, datetime

import pytest

from openblock.features.roster.queries import rows
from openblock.features.roster.queries.rows import AbsenceDay, DutyLost, Reason, VersionRow
from openblock.storage.outgoing import demand_plain

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ROWS = (
    AbsenceDay(1, None, "X"),
    DutyLost(1, NOON.date(), "24", "", NOON, NOON, None, ("Zariņa E. 09:00–21:00",)),
    Reason("rested", {"rest": 660}),
    VersionRow(2, "changed", "as the test wants it", "Anna Bērziņa", NOON, 1),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_a_row_cannot_be_changed_by_who_shows_it_and_may_leave_the_store(row):
    with pytest.raises(FrozenInstanceError):
        setattr(row, fields(row)[0].name, None)
    demand_plain(row, "a test")


def test_every_row_is_frozen_and_takes_no_more_than_it_says():
    made = [each for each in vars(rows).values() if is_dataclass(each)]
    own = [each for each in made if each.__module__ == rows.__name__]
    assert len(own) > len(ROWS)
    assert all(each.__dataclass_params__.frozen and "__slots__" in vars(each) for each in own)


def test_the_facts_of_one_reason_are_not_those_of_another():
    first, second = Reason("free"), Reason("free")
    assert first.facts == second.facts == {}
    assert first.facts is not second.facts
