"""The practice grid as a picture."""

from __future__ import annotations

from datetime import date

from openblock.features.shadowing.queries.rows import Hours
from openblock.features.shadowing.ui.period import FORTNIGHT, MONTH
from openblock.features.shadowing.ui.picture import codes_of, picture_of
from openblock.i18n import set_language
from openblock.ui.grid import BARS, TITLE
from tests.features.shadowing.ui.grids import (
    AGNESE,
    ARTURS,
    ELINA,
    grid,
    line,
    mentor,
    shift,
    trainee,
)


def test_trainees_stand_over_a_title_and_the_mentors() -> None:
    picture = picture_of(grid(), FORTNIGHT)
    assert [row.kind for row in picture.rows] == ["", TITLE, BARS]
    assert picture.rows[0].key == ELINA


def test_columns_say_weekday_weekend_holiday_and_today() -> None:
    picture = picture_of(grid(holidays={date(2026, 11, 18): "Proclamation Day"}), FORTNIGHT)
    assert len(picture.columns) == 14
    grounds = [column.ground for column in picture.columns[:7]]
    assert grounds == ["", "", "holiday", "", "", "weekend", "weekend"]
    assert [column.key.day for column in picture.columns if column.today] == [22]
    assert picture.columns[2].spoken.endswith("Proclamation Day")
    assert (picture.columns[0].head, picture.columns[0].subhead) == ("16 Nov", "Mo")


def test_this_moment_has_its_place_among_the_columns_while_today_is_shown() -> None:
    assert picture_of(grid(), FORTNIGHT).now == 6 + 10 / 24


def test_a_month_has_narrow_cells_with_the_day_alone_above() -> None:
    picture = picture_of(grid(shadowings=(shift(18),)), MONTH)
    assert picture.columns[0].head == "16"
    assert picture.sample
    assert picture.cells[ELINA, date(2026, 11, 18)].detail == "P"


def test_required_hours_stand_in_the_heading_where_they_are_the_same_for_all() -> None:
    same = picture_of(grid(), FORTNIGHT)
    assert same.leads[1].subhead == "done + planned of 120 h"
    others = (line(), line(Hours(60), trainee(ARTURS, "Kalniņš")))
    assert picture_of(grid(lines=others), FORTNIGHT).leads[1].subhead == "done + planned"


def test_codes_carry_the_names_of_the_mentors() -> None:
    (code,) = codes_of(grid())
    assert (code.code, code.name) == ("AL", "Liepa Agnese")


def test_one_more_shift_changes_one_cell_and_leaves_every_mentor_as_it_was() -> None:
    before = picture_of(grid(shadowings=(shift(17),)), FORTNIGHT)
    after = picture_of(grid(shadowings=(shift(17), shift(25))), FORTNIGHT)
    assert after.same_shape(before)
    changed = {key for key in after.cells if after.cells[key] is not before.cells.get(key)}
    assert changed == {(ELINA, date(2026, 11, 25))}
    assert after.rows[-1] is before.rows[-1]


def test_the_words_follow_the_language() -> None:
    english = picture_of(grid(mentors=(mentor(17, officer_id=AGNESE),)), FORTNIGHT)
    set_language("lv")
    latvian = picture_of(grid(mentors=(mentor(17, officer_id=AGNESE),)), FORTNIGHT)
    assert english.columns[0].subhead == "Mo"
    assert latvian.columns[0].subhead == "P"
