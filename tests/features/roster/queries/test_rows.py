"""No row of a living roster tells why somebody is away to who is not to know it."""

from datetime import date

import pytest

from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import (
    comparison,
    month_roster,
    version_roster,
    versions,
)
from openblock.features.roster.queries.exchanges import open_exchanges
from openblock.features.roster.queries.fairness import fairness
from openblock.features.roster.queries.own_shifts import own_shifts
from openblock.features.roster.queries.working_time import working_time
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence, with_published

MONTH, DAY = date(2026, 11, 1), date(2026, 11, 20)
LAST = date(2026, 11, 30)
WHY = "saslimusi ar gripu"


@pytest.fixture
def ill(store):
    """An officer whose duty sickness took; the posted month says so with its reason."""
    with_templates(store)
    found = with_officer(store, "1", "Liepa", given_name="Anna")
    with_duty(store, found, DAY)
    with_published(store, MONTH)
    with_absence(store, found, DAY)
    edit = CellEdit(found, DAY, "D")
    done = store.run(change_cells, ChangeCells((edit,), reason=WHY))
    store.run(done.undo.command, done.undo.request)
    return found


def told(store, officer):
    """Everything this role reads of the month, as it leaves the store."""
    return repr(
        [
            store.read(month_roster, 2026, 11),
            store.read(version_roster, MONTH, 2),
            store.read(comparison, MONTH, 1),
            store.read(comparison, MONTH, 1, 2),
            store.read(versions, MONTH),
            store.read(open_exchanges),
            store.read(working_time, officer, MONTH),
            store.read(own_shifts, officer, MONTH),
            store.read(fairness, MONTH, LAST),
        ]
    )


@pytest.mark.parametrize("role", ["duty_officer", "practice_coordinator", "programme_coordinator"])
def test_who_may_not_read_the_card_is_told_neither_the_kind_nor_the_reason(
    store, store_as, ill, role
):
    said = told(store_as(role), ill)
    assert "sick" not in said.lower()
    assert WHY not in said


@pytest.mark.parametrize("role", ["senior_officer", "administrator", "auditor"])
def test_who_may_read_the_card_is_told_both(store, store_as, ill, role):
    said = told(store_as(role), ill)
    assert "sick" in said.lower()
    assert WHY in said
