"""Who changed a cell meanwhile, also where nothing stands there any more."""

from datetime import date, timedelta

import pytest

from openblock.errors import KnownError
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.storage.store import Actor
from tests.factories import with_officer, with_templates
from tests.factories.living import with_absence
from tests.features.roster.days import DAY, NEXT
from tests.features.roster.living import typed

IEVA = Actor(2, "Ieva Ozola", "senior_officer", "en")


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def told(store, officer, day, seen):
    with pytest.raises(KnownError, match="cell-changed-meanwhile") as refused:
        store.run(change_cells, ChangeCells((CellEdit(officer, day, "N", seen),)))
    facts = refused.value.facts
    return facts["yours"], facts["theirs"], facts["who"], facts["when"] is not None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("D", "8", "8"),
        ("D", None, ""),
        ("D", "B", "B"),
        ("B", None, ""),
        ("S", None, ""),
        (None, "S", "S"),
        ("A", "S", "S"),
        ("D", "A", "A"),
    ],
)
def test_a_conflict_says_both_values_and_who_put_the_other_there(
    store, officer, before, after, expected
):
    typed(store, officer, (DAY, before), (NEXT, "8"))
    store.sign_in(IEVA)
    typed(store, officer, (DAY, after))
    store.sign_in(Actor(1, "Anna Bērziņa", "administrator", "en"))
    typed(store, officer, (NEXT, "D"))
    assert told(store, officer, DAY, before or "") == ("N", expected, "Ieva Ozola", True)


def test_a_day_in_the_middle_of_a_spell_is_known_by_the_spell(store, officer):
    store.sign_in(IEVA)
    with_absence(store, officer, DAY - timedelta(days=3), DAY + timedelta(days=3))
    store.sign_in(Actor(1, "Anna Bērziņa", "administrator", "en"))
    with_absence(store, officer, date(2026, 1, 5))
    assert told(store, officer, DAY, "") == ("N", "S", "Ieva Ozola", True)


def test_who_lengthened_another_spell_of_the_officer_is_not_blamed(store, officer):
    store.sign_in(IEVA)
    typed(store, officer, (DAY, "A"))
    store.sign_in(Actor(1, "Anna Bērziņa", "administrator", "en"))
    later = DAY + timedelta(days=5)
    typed(store, officer, (later, "S"))
    typed(store, officer, (later + timedelta(days=1), "S"))
    assert told(store, officer, DAY, "") == ("N", "A", "Ieva Ozola", True)


def test_who_lengthened_the_spell_over_the_day_is_named(store, officer):
    typed(store, officer, (DAY, "A"))
    store.sign_in(IEVA)
    typed(store, officer, (NEXT, "A"))
    store.sign_in(Actor(1, "Anna Bērziņa", "administrator", "en"))
    assert told(store, officer, NEXT, "") == ("N", "A", "Ieva Ozola", True)


def test_nobody_is_named_where_the_log_knows_nobody(store, officer):
    assert told(store, officer, DAY, "D") == ("N", "", "", False)
