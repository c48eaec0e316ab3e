"""Ctrl+P on the rooms tab: the list for the wall first, all of the moment on show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from openblock import clock
from openblock.features.accounts.rights import may
from openblock.features.rooms.ui.offers import report_period, sheet_offers
from openblock.storage.store import Store
from openblock.ui.desk import Desk
from tests.factories import with_house, with_placement, with_resident
from tests.features.roster.roster_sheets import IMPRINT
from tests.printing.read_back import text

DAY = date(2026, 11, 22)


@pytest.fixture
def own_desk(qapp: QApplication, store: Store) -> Iterator[Desk]:
    made = Desk(store, may=may)
    yield made
    made.worker.close()
    made.close()


def test_the_room_list_is_the_usual_sheet_and_every_sheet_can_be_made(own_desk, store):
    place = with_house(store)
    person = with_resident(store)
    with_placement(store, person, place.beds["101 A"])
    with clock.standing_at(clock.at(DAY, 600)):
        offers = sheet_offers(own_desk, clock.at(DAY, 600))
        made = {each.key: text(each.make(IMPRINT, "A4")) for each in offers}
    assert list(made) == [
        *("room-list", "door-labels", "resident-list"),
        *("placement-order", "empty-beds", "occupancy"),
    ]
    assert offers[0].subjects == (f"resident:{person}",)
    assert "Bērziņš J." in made["room-list"]
    assert "22/11/2026 10:00" in made["room-list"]
    assert all(each.consultation for each in offers if each.key != "occupancy")
    assert all(each.orientation == "portrait" for each in offers)


def test_labels_of_the_chosen_rooms_alone_are_about_those_who_sleep_there(own_desk, store):
    place = with_house(store)
    for name in ("101 A", "102 A"):
        with_placement(
            store,
            with_resident(store, f"Ozols{chr(96 + len(name))}{'x' * int(name[2])}"),
            place.beds[name],
        )
    with clock.standing_at(clock.at(DAY, 600)):
        labels = sheet_offers(own_desk, clock.at(DAY, 600), frozenset({place.rooms["102"]}))[1]
    assert labels.title == "Door label, 102"
    assert len(labels.subjects) == 1


@pytest.mark.parametrize(
    ("shown", "first", "last"),
    [
        (date(2026, 11, 22), date(2026, 11, 1), date(2026, 11, 22)),
        (date(2026, 12, 24), date(2026, 11, 1), date(2026, 11, 22)),
        (date(2026, 9, 1), date(2026, 8, 1), date(2026, 8, 31)),
    ],
)
def test_a_report_covers_the_month_on_show_and_no_day_that_is_still_to_come(shown, first, last):
    with clock.standing_at(clock.at(DAY, 600)):
        assert report_period(shown) == (first, last)
