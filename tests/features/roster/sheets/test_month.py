"""What stands on the month roster for the wall, taken from what is planned."""

from datetime import date

import pytest

from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    SaveMinimum,
    change_cells,
    save_minimum,
)
from openblock.features.roster.queries import month_roster
from openblock.features.roster.rules import Minimum
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.sheets import sheet_number, sheet_of, subjects_of, team_name
from tests.factories import with_officer, with_templates
from tests.features.roster.living_rosters import (
    away,
    content,
    difference,
    duty,
    living,
    on,
    state,
)


@pytest.fixture
def month(store):
    with_templates(store)
    first = with_officer(store, "1", "Bērziņš", position="uzraugs")
    with_officer(store, "2", "O'Brien <b>&", given_name="Ķ", team=None)
    edits = (
        CellEdit(first, date(2026, 11, 1), "24"),
        CellEdit(first, date(2026, 11, 3), "B"),
        CellEdit(first, date(2026, 11, 30), "N"),
    )
    store.run(change_cells, ChangeCells(edits))
    store.run(save_minimum, SaveMinimum(Minimum("Diena", 540, 1260, 1)))
    return store.read(month_roster, 2026, 11)


def test_a_wall_copy_shows_surname_and_initial_and_nothing_more(month):
    names = [officer.name for band in sheet_of(month).bands for officer in band.officers]
    assert names == ["Bērziņš J.", "O'Brien <b>& Ķ."]


def test_officers_stand_by_team_and_those_without_one_last(month):
    assert [band.name for band in sheet_of(month).bands] == ["Team 1", "Day posts"]
    assert team_name(4) == "Team 4"


def test_cells_hold_the_codes_and_a_kept_day_its_b(month):
    cells = sheet_of(month).bands[0].officers[0].cells
    assert {number: cell.code for number, cell in enumerate(cells, 1) if cell.code} == {
        1: "24",
        3: "B",
        30: "N",
    }


def test_sums_are_those_of_the_roster(month):
    officer = sheet_of(month).bands[0].officers[0]
    # 24 h on the 1st, and of the night of the 30th the three hours before midnight.
    assert (officer.duties, officer.minutes, officer.night_minutes) == (2, 27 * 60, 10 * 60)
    assert officer.norm_minutes == 160 * 60


def test_the_legend_names_the_codes_on_the_sheet_with_their_times(month):
    legend = dict(sheet_of(month).legend)
    assert legend == {
        "24": "diennakts 09:00–09:00",
        "N": "nakts 21:00–09:00",
        "B": "free",
    }


def test_gaps_stand_in_words_under_the_grid_and_the_norm_after_them(month):
    remarks = sheet_of(month).remarks
    assert remarks[0] == "2 Nov 09:00–21:00, Diena: 0 of 1"
    assert len(remarks) == 29 + 1
    assert remarks[-1] == "Norm: 20 working days × 8 h"


def test_days_say_what_they_are(month):
    kinds = {each.day.day: each.kind for each in sheet_of(month).days}
    assert (kinds[17], kinds[18], kinds[21]) == ("workday", "holiday", "weekend")


def test_decreed_days_look_like_the_days_they_replace(store):
    january = sheet_of(store.read(month_roster, 2026, 1))
    kinds = {each.day.day: each.kind for each in january.days}
    assert (kinds[2], kinds[17]) == ("weekend", "workday")


def test_the_number_and_the_subjects_are_those_of_the_month(month):
    assert sheet_number(month.first, "A3") == "DG-2026-11-A3"
    assert subjects_of(month) == tuple(f"officer:{each.officer_id}" for each in month.officers)


def test_an_empty_month_is_still_a_sheet(store):
    sheet = sheet_of(store.read(month_roster, 2028, 2))
    assert (sheet.bands, sheet.staffing, sheet.legend, len(sheet.days)) == ((), (), (), 29)


def test_a_sick_officer_is_x_whoever_prints_it_and_a_changed_cell_carries_the_mark():
    changed = (difference(1, on(9), content(duty(1, on(9))), content(absence="sick")),)
    absences = {(1, on(9)): away(AbsenceKind.SICK, "S"), (2, on(2)): away(AbsenceKind.LEAVE, "A")}
    sheet = sheet_of(living((), absences, changed))
    first, second, _third = sheet.bands[0].officers
    assert (first.cells[8].absence, first.cells[8].changed) == ("X", True)
    assert (second.cells[1].absence, second.cells[1].changed) == ("A", False)
    assert sheet.away == (("A", "leave"), ("X", "other absence"))
    assert sheet.is_changed


def test_a_cut_duty_keeps_its_code_and_the_legend_the_hours_of_a_whole_one():
    absences = {(1, on(1)): away(AbsenceKind.TRIP, "K")}
    duties = (duty(1, on(1), hours=(9, 14)), duty(2, on(2)))
    sheet = sheet_of(living(duties, absences))
    cell = sheet.bands[0].officers[0].cells[0]
    assert (cell.code, cell.absence) == ("24", "K")
    assert dict(sheet.legend) == {"24": "diennakts 09:00–09:00"}


def test_the_norm_is_the_one_that_absences_leave():
    assert sheet_of(living()).bands[0].officers[0].norm_minutes == 120 * 60


def test_a_version_of_the_past_is_named_and_so_is_the_one_in_force():
    sheet = sheet_of(living(states=(state(number=3, changed=2, posted=1),), number=3), 5)
    assert (sheet.state, sheet.state_detail) == (
        "Version 3",
        "2 changes since version 1 · version 5 is in force",
    )
