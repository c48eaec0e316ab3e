"""Week, own shifts and changes on paper, and what a living month shows in its grid; read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.features.roster.queries.rows import Comparison
from openblock.features.roster.rules.absence import DEFAULT_LETTERS, AbsenceKind
from openblock.features.roster.rules.versions import NOTHING
from openblock.features.roster.sheets import SheetCell, sheet_of
from openblock.features.roster.sheets.changes import changes_of
from openblock.features.roster.sheets.own import own_of
from openblock.features.roster.sheets.week import week_of
from openblock.features.roster.sheets_pdf import month_roster_pdf, week_roster_pdf
from openblock.features.roster.sheets_pdf.changes import changes_pdf
from openblock.features.roster.sheets_pdf.columns import Columns
from openblock.features.roster.sheets_pdf.layout import draw_month_roster, draw_week_roster
from openblock.features.roster.sheets_pdf.own import own_pdf
from openblock.features.roster.sheets_pdf.style import STYLES
from openblock.printing.style import MM, SECTION
from tests.features.roster.living_rosters import (
    MONTH,
    away,
    content,
    difference,
    duty,
    living,
    on,
    plain_days,
)
from tests.features.roster.own_months import own_month
from tests.features.roster.roster_sheets import IMPRINT, roster_sheet, with_first
from tests.printing.read_back import fonts, pages, reader, text, unbroken, words

WEEK = plain_days(date(2026, 11, 23), date(2026, 11, 29))


def week_pdf(**facts: object) -> bytes:
    duties = (
        duty(1, date(2026, 11, 23)),
        duty(2, date(2026, 11, 24), "N", (21, 33)),
    )
    absences = {(3, date(2026, 11, 25)): away(AbsenceKind.SICK, "S")}
    return week_roster_pdf(week_of(living(duties, absences, days=WEEK, **facts)), IMPRINT)


def test_a_week_lies_on_a4_with_the_times_of_every_duty():
    pdf = week_pdf()
    read = text(pdf)
    for said in ("Week 48", "23 Nov", "29 Nov", "09:00–09:00", "21:00–09:00", "Žagars E."):
        assert said in read
    assert "O'Brien <b>& Ķ." in read
    assert "Norm" not in read
    box = reader(pdf).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (842, 595)
    assert week_pdf() == pdf
    assert all(fonts(pdf).values())


def test_times_stand_in_the_column_of_their_day_beside_the_code():
    sheet = week_of(living((duty(1, date(2026, 11, 25)),), days=WEEK))
    (leaf,) = draw_week_roster(sheet, IMPRINT)
    (times,) = [each for each in leaf.texts if each.words == "09:00–09:00"]
    (head,) = [each for each in leaf.texts if each.words == "25 Nov"]
    codes = [each for each in leaf.texts if each.words == "24" and each.baseline < 300]
    assert abs(times.x - head.x) < 40
    assert codes[0].x < times.x
    assert times.size >= 7


def test_an_absence_is_one_bar_a_spell_broken_by_its_letter_and_hatch_stays_away():
    absences = {(1, on(day)): away(AbsenceKind.LEAVE, "A") for day in range(16, 30)}
    absences |= {(2, on(3)): away(AbsenceKind.SICK, "S")}
    sheet = sheet_of(living((), absences))
    (leaf,) = draw_month_roster(sheet, IMPRINT, "A4")
    bars = [line for line in leaf.lines[SECTION] if line[1] == line[3]]
    columns = Columns(sheet, STYLES["A4"][0])
    across = [line for line in bars if columns.days[15] <= line[0] and line[2] <= columns.days[29]]
    # Fourteen letters cut the bar into fifteen pieces, all on one height.
    assert len({round(line[1], 2) for line in across}) == 1
    assert len(across) == 15
    assert sum(each.words == "A" for each in leaf.texts) == 14 + 1
    assert not any(each.words == "S" for each in leaf.texts)
    assert sum(each.words == "X" for each in leaf.texts) == 1 + 1


def test_a_cell_other_than_posted_has_a_black_corner_and_the_legend_says_so():
    changed = (difference(1, on(9), content(duty(1, on(9))), NOTHING),)
    sheet = sheet_of(living((duty(1, on(1)),), changed=changed))
    (leaf,) = draw_month_roster(sheet, IMPRINT, "A3")
    columns = Columns(sheet, STYLES["A3"][0])
    side = 1.75 * MM
    corners = [bar for bar in leaf.bars if round(bar[2] - bar[0], 2) == round(side, 2)]
    assert len(corners) == 2  # in its cell and in the legend
    assert corners[0][2] == pytest.approx(columns.days[9])
    read = text(month_roster_pdf(sheet, IMPRINT, "A3"))
    assert "changed since it was posted" in read
    assert "■ 9 Nov Žagars E.: 24 → –" in read
    assert "Version 3" in read
    assert "published 20/11/2026 07:55" in read


def test_a_plain_month_has_no_legend_for_what_is_not_on_it():
    read = text(month_roster_pdf(sheet_of(living((duty(1, on(1)),))), IMPRINT, "A4"))
    assert "changed since" not in read
    assert "other absence" not in read


def test_a_minimum_that_asks_nothing_on_a_day_leaves_the_day_blank():
    sheet = roster_sheet(4, teams=1)
    first, *others = sheet.staffing
    blank = replace(first, counts=(None, *first.counts[1:]))
    (leaf,) = draw_month_roster(replace(sheet, staffing=(blank, *others)), IMPRINT, "A4")
    (whole,) = draw_month_roster(sheet, IMPRINT, "A4")
    assert sum(each.words == "6" for each in whole.texts) == 1 + sum(
        each.words == "6" for each in leaf.texts
    )


def test_a_cut_duty_keeps_its_box_between_the_pieces_of_the_bar():
    cells = (
        SheetCell("", absence="A"),
        SheetCell("24", absence="A"),
        SheetCell("", absence="A"),
        *[SheetCell("")] * 28,
    )
    sheet = with_first(roster_sheet(1, teams=1), cells=cells)
    (leaf,) = draw_month_roster(sheet, IMPRINT, "A4")
    assert sum(each.words == "A" for each in leaf.texts) == 2


def test_own_shifts_stand_upright_on_one_page_with_every_day_and_the_sums():
    pdf = own_pdf(own_of(own_month(), DEFAULT_LETTERS), IMPRINT)
    (read,) = pages(pdf)
    for said in (
        "Žagars Edvīns",
        "Sunday, 1 Nov",
        "Monday, 30 Nov",
        "09:00–09:00",
        "sickness",
        "183 h",
        "−7.5 h",
        "Badge A-1",
        "■",
    ):
        assert said in read
    assert "Žagars" not in str(reader(pdf).metadata["/Title"])
    box = reader(pdf).pages[0].mediabox
    assert float(box.height) > float(box.width)


@pytest.mark.parametrize("name", ["O'Brien <b>& Ķ", "Ģarš" * 22 + "Ņē"])
def test_an_officer_of_any_name_is_given_the_own_shifts_whole(name):
    sheet = replace(own_of(own_month(), DEFAULT_LETTERS), name=name)
    assert name.replace(" ", "") in unbroken(own_pdf(sheet, IMPRINT))


def test_changes_read_back_line_by_line_and_nothing_says_nothing():
    found = Comparison(
        MONTH,
        3,
        5,
        (
            difference(3, on(9), content(duty(3, on(9))), content(absence="leave")),
            difference(1, on(13), NOTHING, content(duty(1, on(13))), 5, "samainījās ar Eglīti"),
        ),
    )
    names = {1: "Žagars E.", 3: "O'Brien <b>& Ķ."}
    pdf = changes_pdf(changes_of(found, names, DEFAULT_LETTERS, for_wall=True), IMPRINT)
    lines = text(pdf)
    for said in ("version 3 – version 5", "2 changed days", "O'Brien <b>& Ķ."):
        assert said in lines
    assert "samainījās" not in lines
    whole = changes_pdf(changes_of(found, names, DEFAULT_LETTERS, for_wall=False), IMPRINT)
    assert "samainījās ar Eglīti" in text(whole)
    rows = [[word["text"] for word in page] for page in words(pdf)]
    flat = rows[0]
    at = flat.index("O'Brien")
    assert flat[at + 3 : at + 6] == ["24", "→", "A"]
    empty = changes_of(replace(found, differences=()), {}, DEFAULT_LETTERS, for_wall=True)
    assert "Nothing differs between these versions." in text(changes_pdf(empty, IMPRINT))


def test_a_long_name_in_a_week_leaves_the_times_large_enough_to_read():
    roster = living((duty(1, date(2026, 11, 24)),), days=WEEK)
    first, *others = roster.officers
    surname = "Ģarš" * 22 + "Ņē"
    long = replace(first, surname=surname, position="priekšnieka dežurējošais palīgs")
    sheet = week_of(replace(roster, officers=(long, *others)))
    (leaf,) = draw_week_roster(sheet, IMPRINT)
    (times,) = [each for each in leaf.texts if each.words == "09:00–09:00"]
    assert times.size >= 7
    assert f"{surname}E." in unbroken(week_roster_pdf(sheet, IMPRINT))
