"""A fair share goes by the days served, among those who are shown."""

import pytest

from openblock.features.roster.queries.figures import FairShare
from openblock.features.roster.ui.fairness_lines import (
    averages,
    columns,
    figure,
    of_team,
    rows_of,
    spoken,
    team_options,
)
from openblock.i18n import set_language


def share(officer_id, team=1, nights=0, minutes=0, served=30):
    return FairShare(
        officer_id, f"Officer {officer_id}", team, nights, nights, 0, 0, minutes, served
    )


SHARES = (share(1, 1, 6, 9600), share(2, None, 0, 9600), share(3, 2, 3, 4800, 15))


def test_who_served_half_of_the_days_has_half_of_the_share():
    first, _second, third = rows_of(SHARES)
    assert first.fair["nights"] == pytest.approx(9 / 75 * 30)
    assert third.fair["nights"] == pytest.approx(9 / 75 * 15)
    assert sum(each.fair["nights"] for each in rows_of(SHARES)) == pytest.approx(9)


def test_the_longest_bar_is_the_most_anybody_has_or_should_have():
    rows = rows_of((share(1, nights=1), share(2, nights=1, served=300)))
    assert rows[0].most["nights"] == pytest.approx(600 / 330)
    assert rows_of(SHARES)[0].most["nights"] == 6
    assert rows_of(SHARES)[0].most["holidays"] == 0


def test_those_of_one_team_share_among_themselves():
    assert [each.officer_id for each in filter(of_team(None), SHARES)] == [2]
    assert [each.officer_id for each in filter(of_team(""), SHARES)] == [1, 2, 3]
    (only,) = rows_of([each for each in SHARES if of_team(1)(each)])
    assert only.fair["nights"] == 6
    assert [team for team, _words in team_options(SHARES)] == ["", 1, 2, None]


def test_nobody_at_all_and_nobody_who_served_share_nothing():
    assert (rows_of(()), averages(())) == ((), "")
    (row,) = rows_of((share(1, minutes=60, served=0),))
    assert row.fair == dict.fromkeys(row.fair, 0.0)


def test_figures_are_whole_counts_hours_and_shares_to_one_decimal():
    assert [figure("nights", 7), figure("nights", 5.46), figure("minutes", 9630)] == [
        "7",
        "5.5",
        "160",
    ]
    set_language("lv")
    assert figure("nights", 5.46) == "5,5"


def test_a_column_shows_and_sorts_by_its_figure_and_says_what_would_be_fair():
    rows = rows_of(SHARES)
    nights = columns()[2]
    assert [nights.show(row) for row in rows] == ["6", "0", "3"]
    assert min(rows, key=nights.sort).share.officer_id == 2
    assert spoken(rows[0], "nights") == "6, fair would be 3.6"


def test_the_average_of_each_figure_is_said_in_one_sentence():
    said = averages(rows_of(SHARES))
    assert said == "On average: nights 3, weekends 0, holidays 0, hours 133."
