"""Sheets of practice as they are made ready: what they show, whose data, under which number."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import KnownError, NotAllowed
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.shadowing.sheets_pdf.own import (
    Trainee,
    ready_calendar,
    ready_completion,
    ready_diary,
    ready_schedule,
)
from openblock.features.shadowing.sheets_pdf.ready import ready_month, ready_week
from tests.factories import with_officer
from tests.features.roster.roster_sheets import IMPRINT
from tests.features.shadowing.practising import ELINA, NOW, TODAY
from tests.printing.read_back import text

OF_ONE = (ready_schedule, ready_diary, ready_completion)


def made(ready) -> str:
    return text(ready.make(replace(IMPRINT, sheet_number=ready.number)))


def own(block, trainee_id=None) -> Trainee:
    actor = block.store.actor
    return Trainee(block.store.read, actor.role, trainee_id)


def test_a_week_is_that_of_any_of_its_days_and_names_whose_data_it_shows(block):
    ready = ready_week(block.store.read, TODAY, NOW)
    assert ready.number == "PN-2026-13"
    assert ready.file_name == "practice-2026-W13"
    read = made(ready)
    for words in ("Zariņa E.", "Lācis N.", "Balode S.", "Straume G.", "Liepa A.", "20:00–08:00"):
        assert words in read
    assert {f"trainee:{number}" for number in block.trainees.values()} < set(ready.subjects)
    assert f"officer:{block.normunds}" in ready.subjects


def test_the_team_of_most_stands_over_a_day_and_day_posts_are_left_aside(block):
    officers = {
        team: with_officer(block.store, f"9{team}", f"Osis{team}", team=team) for team in (2, 3)
    }
    posts = [with_officer(block.store, f"8{place}", "Postenis", team=None) for place in range(3)]
    edits = [CellEdit(number, TODAY, "24") for number in (officers[2], *posts)]
    edits += [CellEdit(number, date(2026, 3, 24), "24") for number in officers.values()]
    block.store.run(change_cells, ChangeCells(tuple(edits)))
    read = made(ready_week(block.store.read, TODAY, NOW))
    assert read.count("Team 2") == 1  # on Wednesday; on Tuesday most are of team 1
    assert "Team 3" not in read


def test_a_course_alone_counts_the_others_among_those_there_at_once(block):
    block.plan(block.gatis, block.andris, 26, (9, 19))
    ready = ready_week(block.store.read, TODAY, NOW, block.courses["third"])
    assert ready.number == f"PN-2026-13-K{block.courses['third']}"
    read = made(ready)
    assert "Straume G." in read
    assert "Zariņa E." not in read
    assert f"trainee:{block.elina}" not in ready.subjects
    counts = re.search(r"At once \(most 4\)\s+((?:\d\s+){7})", read)
    assert counts is not None
    assert counts.group(1).split() == ["0", "0", "0", "3", "0", "1", "1"]


def test_a_month_is_numbered_for_its_paper_and_has_the_codes_of_its_mentors(block):
    a4, a3 = (ready_month(block.store.read, TODAY, NOW, paper) for paper in ("A4", "A3"))
    assert (a4.number, a3.number) == ("PM-2026-03-A4", "PM-2026-03-A3")
    assert "Liepa A." in made(a3)
    assert "March 2026" in made(a4)


def test_what_a_roster_change_upset_is_told_on_the_wall(block):
    block.duty(block.normunds, 26, None)
    read = made(ready_week(block.store.read, TODAY, NOW))
    assert "! 26 Mar Zariņa E., 09:00–21:00, mentor Lācis N.: the duty is gone" in read


@pytest.mark.parametrize("ready", OF_ONE)
def test_the_sheets_of_one_trainee_are_about_that_trainee_and_name_nobody_in_their_names(
    block, ready
):
    sheet = ready(own(block, block.elina), NOW)
    assert sheet.subjects == (f"trainee:{block.elina}",)
    assert sheet.number.endswith(f"-{block.elina}-2026-03-25")
    assert "Zariņa" not in sheet.file_name + sheet.title
    assert "Zariņa Elīna" in made(sheet)


def test_every_sheet_of_one_trainee_has_a_number_of_its_own(block):
    numbers = {ready(own(block, block.elina), NOW).number for ready in OF_ONE}
    assert len(numbers) == 3


@pytest.mark.parametrize("ready", [*OF_ONE, ready_calendar])
def test_tr_15_a_trainee_has_the_own_sheets_and_no_other(block, ready):
    block.sign_in(ELINA, "trainee")
    assert ready(own(block), NOW).subjects == (f"trainee:{block.elina}",)
    assert ready(own(block, block.elina), NOW).subjects == (f"trainee:{block.elina}",)
    with pytest.raises(NotAllowed):
        ready(own(block, block.arturs), NOW)


@pytest.mark.parametrize("ready", [*OF_ONE, ready_calendar])
def test_tr_15_an_account_that_is_nobody_s_own_has_no_sheet(block, ready):
    block.sign_in(99, "trainee")
    with pytest.raises(KnownError, match="trainee-unknown"):
        ready(own(block), NOW)
    with pytest.raises(NotAllowed):
        ready(own(block, block.elina), NOW)


def test_tr_15_staff_names_whose_sheet_it_wants(block):
    with pytest.raises(NotAllowed):
        ready_diary(own(block), NOW)
    with pytest.raises(KnownError, match="trainee-unknown"):
        ready_diary(own(block, 9_999), NOW)


def test_tr_15_the_wall_sheets_are_refused_to_a_trainee(block):
    block.sign_in(ELINA, "trainee")
    with pytest.raises(NotAllowed):
        ready_week(block.store.read, TODAY, NOW)
    with pytest.raises(NotAllowed):
        ready_month(block.store.read, TODAY, NOW, "A4")


def test_a_calendar_has_the_shifts_that_stand_and_the_classes_of_the_own_group(block):
    content = ready_calendar(own(block, block.elina), NOW).content.decode()
    assert content.count("BEGIN:VEVENT") == 5  # seen, next, later, and two classes of all groups
    assert "Lācis Normunds" in content.replace("\r\n ", "")
    assert ready_calendar(own(block, block.elina), NOW).content.decode() == content


def test_the_statement_deducts_breaks_where_the_block_does(block):
    from openblock.features.accounts.commands import ChangeSetting, change_setting

    before = made(ready_completion(own(block, block.elina), NOW))
    assert "11.5" in before
    block.store.run(change_setting, ChangeSetting("shadow_deduct_breaks", True, 0))
    after = made(ready_completion(own(block, block.elina), NOW))
    assert "11.5" not in after
    assert "11 h confirmed of" in after
