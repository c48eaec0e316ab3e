"""How the roster is shared out over pages: nothing split, nothing lost, everything readable."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from openblock.features.roster.sheets_pdf import month_roster_pdf
from openblock.features.roster.sheets_pdf.columns import Columns
from openblock.features.roster.sheets_pdf.layout import draw_month_roster
from openblock.features.roster.sheets_pdf.pages import label, label_height
from openblock.features.roster.sheets_pdf.style import STYLES
from openblock.features.roster.sheets_pdf.tail import lay_remarks
from openblock.printing.fonts import width
from tests.features.roster.roster_sheets import IMPRINT, band, name_of, roster_sheet, with_first
from tests.printing.read_back import pages, text, words

PAPERS = ("A4", "A3")


def row_of(page, name):
    """The words on the line of an officer, from the name on; none where the name is not there."""
    surname, initial = name.split(" ")
    for place, (word, after) in enumerate(pairwise(page)):
        if (word["text"], after["text"]) == (surname, initial):
            middle = (word["top"] + word["bottom"]) / 2
            return [
                each["text"]
                for each in page[place:]
                if abs((each["top"] + each["bottom"]) / 2 - middle) < 3
            ]
    return []


def test_sixty_officers_and_31_days_fit_one_a3_page_in_nine_points():
    sheet = roster_sheet(60)
    (leaf,) = draw_month_roster(sheet, IMPRINT, "A3")
    names = {name_of(number) for number in range(60)}
    sizes = [each.size for each in leaf.texts if each.words in names]
    assert len(sizes) == 60
    assert min(sizes) >= 9
    assert all(each.size >= 8 for each in leaf.texts if each.words == "24")


@pytest.mark.parametrize(("paper", "officers"), [("A4", 60), ("A4", 131), ("A3", 26), ("A3", 200)])
def test_each_officers_row_stands_whole_on_one_page(paper, officers):
    sheet = roster_sheet(officers)
    read = words(month_roster_pdf(sheet, IMPRINT, paper))
    for officer in (each for team in sheet.bands for each in team.officers):
        (row,) = [found for page in read if (found := row_of(page, officer.name))]
        assert row.count("24") == officer.duties
        assert f"1 {officer.minutes // 60 - 1000:03d} 64 160" in " ".join(row)


@pytest.mark.parametrize("officers", [60, 131])
def test_head_and_foot_stand_on_every_page(officers):
    read = pages(month_roster_pdf(roster_sheet(officers), IMPRINT, "A4"))
    assert len(read) > 1
    for number, page in enumerate(read, 1):
        assert f"Page {number} of {len(read)}" in page
        assert "Sheet No. DG-2026-11" in page
        assert "chain head 7c41 e09a 52d8" in page
        assert "Surname, init." in page
        assert "Shifts" in page
        assert "31" in page
        assert "On this page" in page


def test_page_sums_add_up_to_the_sum_of_the_table():
    sheet = roster_sheet(60)
    read = pages(month_roster_pdf(sheet, IMPRINT, "A4"))
    found = [int(page.split("On this page")[1].split()[0]) for page in read]
    assert sum(found) == sum(each.duties for team in sheet.bands for each in team.officers)


def test_one_page_has_no_page_sum():
    assert "On this page" not in text(month_roster_pdf(roster_sheet(), IMPRINT, "A4"))


def test_pages_break_between_teams_where_teams_fit():
    sheet = roster_sheet(60)
    read = pages(month_roster_pdf(sheet, IMPRINT, "A4"))
    for team in sheet.bands:
        on = {
            number
            for number, page in enumerate(read)
            for each in team.officers
            if each.name in page
        }
        assert len(on) == 1


def test_a_team_longer_than_a_page_goes_on_with_its_name_repeated():
    sheet = replace(roster_sheet(1, teams=1), bands=(band("1. maiņa", range(80), 31),))
    read = pages(month_roster_pdf(sheet, IMPRINT, "A4"))
    assert len(read) == 3
    assert all("1. maiņa" in page for page in read)
    assert sum(page.count(name_of(number)) for page in read for number in range(80)) == 80


@pytest.mark.parametrize("officers", range(24, 40))
def test_staffing_and_signatures_always_find_room(officers):
    """Around the number that just fills a page, the tail must move with somebody, never alone."""
    leaves = draw_month_roster(roster_sheet(officers, teams=1), IMPRINT, "A4")
    said = [each.words for each in leaves[-1].texts]
    assert "Naktī 21:00–09:00" in said
    assert "Apstiprināja priekšnieks" in said
    assert any(name_of(number) in said for number in range(officers))
    for leaf in leaves:
        foot = next(each.baseline for each in leaf.texts if each.words.startswith("Sheet No."))
        rule = foot - 9
        table = [bottom for boxes in leaf.boxes.values() for *_edges, bottom in boxes]
        assert max(table) <= rule - 5.6  # 2 mm of air


def test_many_remarks_get_a_page_of_their_own_and_none_is_lost():
    remarks = tuple(f"{number}. piezīme: 21:00–09:00, Naktī: 4 no 5" for number in range(300))
    read = pages(month_roster_pdf(replace(roster_sheet(), remarks=remarks), IMPRINT, "A4"))
    assert len(read) > 2
    assert "Remarks and signatures are on the last page." in read[0]
    assert "Apstiprināja priekšnieks" in read[-1]
    joined = "\n".join(read)
    assert all(joined.count(f"\n{remark}") == 1 for remark in remarks)


def test_a_dozen_remarks_leave_sixty_officers_on_one_a3_page():
    remarks = tuple(f"{number}.10. 21:00–09:00, Naktī: 4 no 5" for number in range(12))
    sheet = replace(roster_sheet(60), remarks=remarks)
    assert len(draw_month_roster(sheet, IMPRINT, "A3")) == 1


def test_remarks_of_an_empty_roster_stay_on_its_page():
    assert len(draw_month_roster(replace(roster_sheet(), bands=()), IMPRINT, "A4")) == 1


def test_remarks_of_uneven_length_each_stay_in_one_column():
    remarks = ("garš vārds " * 40, "otrā", "trešā " * 60, "ceturtā", "piektā")
    laid = lay_remarks(remarks, 8, 700)
    assert laid.rest == ()
    assert len(laid.columns) == 3
    starts = [line for column in laid.columns for line in column]
    assert {"otrā", "ceturtā", "piektā"} <= set(starts)
    assert " ".join(starts).count("trešā") == 60


def test_an_empty_team_between_others_takes_no_page():
    sheet = roster_sheet(60)
    empty = band("Tukša maiņa", range(0), 31)
    with_empty = replace(sheet, bands=(sheet.bands[0], empty, *sheet.bands[1:]))
    plain, other = (pages(month_roster_pdf(each, IMPRINT, "A4")) for each in (sheet, with_empty))
    assert plain == other


def test_a_remark_longer_than_its_column_wraps():
    remark = "garš vārds " * 60
    sheet = replace(roster_sheet(), remarks=(remark, "b", "c"))
    read = text(month_roster_pdf(sheet, IMPRINT, "A4"))
    assert read.replace("\n", " ").count("garš vārds") == 60


def test_a_roster_without_remarks_staffing_and_signatures_still_has_its_sum():
    sheet = replace(roster_sheet(), remarks=(), staffing=(), signatures=())
    read = text(month_roster_pdf(sheet, IMPRINT, "A3"))
    assert "Total" in read


def test_a_single_officer_with_a_huge_name_may_fill_a_page():
    sheet = with_first(roster_sheet(2, teams=1), name="Ļoti gara vārda daļa " * 110)
    pdf = month_roster_pdf(sheet, IMPRINT, "A4")
    assert text(pdf).replace("\n", " ").count("Ļoti gara vārda daļa") == 110
    assert name_of(1) in text(pdf)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("month", [2, 11, 10])
def test_columns_fill_the_page_and_days_are_equal(paper, month):
    sheet = roster_sheet(26, 2026, month)
    for style in STYLES[paper]:
        columns = Columns(sheet, style)
        assert columns.right == pytest.approx(style.page.right_edge)
        day = columns.days[1] - columns.days[0]
        steps = [right - left for left, right in pairwise(columns.days)]
        assert steps == pytest.approx([day] * len(sheet.days))
        low, high = style.day_width
        assert low - 0.01 <= day <= high + 0.01
        natural = max(width(name_of(number), style.name_face, style.name) for number in range(26))
        assert columns.name_room >= min(natural, style.name_width[1] - 6)


def test_a_teams_name_is_whole_at_the_height_it_asks_for():
    height = label_height("Dienas posteņi bez maiņas", 16)
    fitted = label("Dienas posteņi bez maiņas", height, 10)
    assert " ".join(fitted.lines) == "Dienas posteņi bez maiņas"
    assert len(fitted.lines) <= 2
    assert label("1. maiņa", 200, 10).lines == ("1. maiņa",)


def test_nothing_stands_outside_the_margins():
    for paper in PAPERS:
        for leaf in draw_month_roster(roster_sheet(60, 2026, 11), IMPRINT, paper):
            style = STYLES[paper][0].page
            for each in leaf.texts:
                end = 0 if each.turned else width(each.words, each.face, each.size)
                assert each.x >= style.left - 0.01
                assert each.x + end <= style.right_edge + 0.01
