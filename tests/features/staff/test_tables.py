from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from openblock.features.staff.tables import Officer
from openblock.storage.store import Done

GOOD = {
    "badge": "A-1",
    "given_name": "Jānis",
    "surname": "Bērzgrauds",
    "active_from": date(2026, 1, 1),
}


def write(work, facts) -> Done:
    work.session.add(Officer(**{**GOOD, **facts}))
    work.session.flush()
    return Done()


# The door asks which feature a command belongs to.
write.__module__ = "openblock.features.staff.commands"
write.__name__ = "add_officer"


@pytest.mark.parametrize(
    "facts",
    [
        {"badge": ""},
        {"surname": ""},
        {"given_name": ""},
        {"team": 0},
        {"team": 100},
        {"last_day": date(2025, 12, 31)},
    ],
)
def test_the_database_itself_refuses_what_the_rules_refuse(store, facts):
    store.run(write, {"badge": "other"})
    with pytest.raises(IntegrityError):
        store.run(write, facts)


def test_the_database_itself_refuses_a_second_bearer_of_a_badge(store):
    store.run(write, {})
    with pytest.raises(IntegrityError):
        store.run(write, {"surname": "Cits"})
