"""Ctrl+P on the residents tab: the wall copy first, an extract only for whoever may make one."""

from __future__ import annotations

from openblock.features.accounts.rights import may
from openblock.features.residents.ui.offers import resident_offers
from openblock.i18n import set_language
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from tests.factories import with_resident
from tests.features.roster.roster_sheets import IMPRINT
from tests.printing.read_back import text


def test_the_wall_copy_is_the_usual_one_and_names_whose_data_it_is(desk, store):
    person = with_resident(store)
    wall, duty = resident_offers(desk)
    assert (wall.number[-2:], duty.number[-2:]) == ("22", "-D")
    assert wall.subjects == (f"resident:{person}",)
    assert (wall.papers, wall.orientation) == (("A4",), "portrait")
    assert wall.consultation == Consultation("resident-list", "wall")
    assert "Bērziņš J." in text(wall.make(IMPRINT, "A4"))
    assert "Bērziņš Jānis" in text(duty.make(IMPRINT, "A4"))


def test_a_persons_extract_is_offered_where_the_person_is_shown(desk, store):
    person = with_resident(store, personal_code="161175-19997")
    extract = resident_offers(desk, person)[-1]
    assert extract.consultation == Consultation("resident", str(person), "request")
    assert extract.subjects == (f"resident:{person}",)
    assert "161175-19997" in text(extract.make(IMPRINT, "A4"))


def test_a_role_that_may_not_see_codes_is_offered_no_extract(store_as, store, qapp):
    person = with_resident(store)
    desk = Desk(store_as("duty_officer"), may=may)
    assert [each.key for each in resident_offers(desk, person)] == ["resident-list"] * 2
    desk.close()


def test_a_sheet_is_made_in_the_language_of_the_sheet_and_from_the_data_of_that_moment(desk, store):
    wall = resident_offers(desk)[0]
    with_resident(store, "Ķirsis")
    set_language("lv")
    read = text(wall.make(IMPRINT, "A4"))
    assert "Ķirsis J." in read
    assert "Uzvārds" in read
