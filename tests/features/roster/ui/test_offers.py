"""Ctrl+P on the roster: what is on show first, and only what the role may see."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.accounts.rights import may
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.ui.offers import sheet_offers
from openblock.features.roster.ui.period import Period
from openblock.i18n import set_language
from openblock.ui.desk import Desk
from tests.factories.living import with_absence, with_published
from tests.features.roster.roster_sheets import IMPRINT
from tests.features.roster.ui.conftest import TODAY
from tests.printing.read_back import text

MONTH = date(2026, 11, 1)


@pytest.fixture
def desk(block, qtbot):
    made = Desk(block.store, may=may)
    edits = (CellEdit(block.berzins, TODAY, "24"), CellEdit(block.kalns, date(2026, 11, 24), "N"))
    block.store.run(change_cells, ChangeCells(edits))
    return made


def keys(offers):
    return [each.key for each in offers]


def test_the_month_comes_first_or_the_week_where_a_week_is_shown(desk, block):
    assert keys(sheet_offers(desk, Period(TODAY))) == ["month-roster", "week-roster", "time-sheet"]
    assert keys(sheet_offers(desk, Period(TODAY, by_week=True)))[:2] == [
        "week-roster",
        "month-roster",
    ]


def test_a_trainee_is_offered_what_hangs_on_the_wall_of_a_posted_month_too(desk, block, store_as):
    with_published(block.store, MONTH)
    trainee = Desk(store_as("trainee"), may=may)
    assert keys(sheet_offers(trainee, Period(TODAY), officer_id=block.berzins)) == [
        "month-roster",
        "week-roster",
    ]


def test_changes_are_offered_once_the_month_is_posted_and_own_shifts_of_who_is_selected(
    desk, block
):
    with_published(block.store, MONTH)
    with_absence(block.store, block.berzins, TODAY, kind=AbsenceKind.SICK)
    offers = sheet_offers(desk, Period(TODAY), officer_id=block.berzins)
    assert keys(offers) == [
        "month-roster",
        "week-roster",
        "own-shifts",
        "roster-changes",
        "time-sheet",
    ]
    month, week, own, changes, form = offers
    assert month.papers == ("A4", "A3")
    assert own.recipient == "Bērziņš Jānis"
    assert own.orientation == "portrait"
    assert own.subjects == (f"officer:{block.berzins}",)
    assert form.recipient == "Accounting"
    assert {month.recipient, week.recipient, changes.recipient} == {None}
    assert len(form.subjects) == 3
    assert changes.subjects == (f"officer:{block.berzins}",)
    for offer in offers:
        read = text(offer.make(IMPRINT, offer.papers[0]))
        assert f"Sheet No. {offer.number}" in read
        assert "Bērziņš J" in read
        assert offer.consultation is not None
    assert "sickness" not in text(changes.make(IMPRINT, "A4"))
    assert "DN" in text(form.make(IMPRINT, "A3"))


def test_each_paper_says_which_it_is_in_the_language_asked_for(desk):
    month = sheet_offers(desk, Period(TODAY))[0]
    assert "DG-2026-11-A3" in text(month.make(IMPRINT, "A3"))
    set_language("lv")
    read = text(month.make(IMPRINT, "A4"))
    assert "DG-2026-11-A4" in read
    assert "2026. gada novembris" in read


def test_a_past_version_is_printed_as_it_was(desk, block):
    with_published(block.store, MONTH)
    with_absence(block.store, block.berzins, TODAY)
    (then, *_others) = sheet_offers(desk, Period(TODAY), number=1)
    read = text(then.make(IMPRINT, "A4"))
    assert "Version 1" in read
    assert "version 2 is in force" in read
    assert "DG-2026-11-A4-V1" in read


def test_who_does_not_plan_is_offered_no_time_sheet(block, store_as, qtbot):
    desk = Desk(store_as("duty_officer"), may=may)
    assert keys(sheet_offers(desk, Period(TODAY))) == ["month-roster", "week-roster"]


def test_a_week_of_two_months_is_about_the_month_of_the_day_one_stands_on(desk):
    week = Period(date(2026, 11, 30), by_week=True)
    months = [
        sheet_offers(desk, week, day=day)[1].number
        for day in (date(2026, 11, 30), date(2026, 12, 2), date(2027, 5, 1))
    ]
    assert months == ["DG-2026-11-A4", "DG-2026-12-A4", "DG-2026-11-A4"]


def test_the_tab_offers_the_shifts_of_whom_the_keyboard_stands_on(block, tab):
    tab.grid.go_to(block.kalns, TODAY)
    own = [each for each in tab.sheets() if each.key == "own-shifts"]
    assert [each.subjects for each in own] == [(f"officer:{block.kalns}",)]
