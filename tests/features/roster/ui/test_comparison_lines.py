"""What stood in a cell and what stands there now, in words for the table of two versions."""

from datetime import date

import pytest

from openblock.clock import at
from openblock.features.roster.queries.rows import Comparison, Difference, VersionRow
from openblock.features.roster.rules import DEFAULT_LETTERS, NOTHING, CellContent
from openblock.features.roster.ui.comparison_lines import (
    cell_words,
    columns_of,
    since_options,
    summary_of,
    until_options,
    usual_since,
)

DAY = date(2026, 11, 22)
DUTY = CellContent("24", at(DAY, 540), at(DAY, 1980), "vārti")
NOW = at(DAY, 600)
ROWS = tuple(
    VersionRow(n, kind, "", "Vītola K.", NOW, 2)
    for n, kind in ((3, "changed"), (2, "changed"), (1, "published"))
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (DUTY, "24 09:00–09:00"),
        (NOTHING, "no duty"),
        (CellContent(free=True), "B"),
        (CellContent(absence="sick"), "S sickness"),
        (CellContent(absence="X"), "X away"),
        (CellContent("24", DUTY.starts_at, at(DAY, 1320), "", "leave"), "24 09:00–22:00, leave"),
    ],
)
def test_a_cell_says_duty_times_and_kind_of_absence_and_nothing_that_is_hidden(content, said):
    assert cell_words(content, DEFAULT_LETTERS) == said


def test_a_comparison_starts_from_the_posted_version_or_the_posted_one_before_it():
    assert usual_since(ROWS, 1) == 1
    again = (VersionRow(4, "published", "", "Vītola K.", NOW, 0), *ROWS)
    assert usual_since(again, 4) == 1
    assert usual_since(ROWS[2:], 1) == 1
    assert usual_since(ROWS, None) == 3
    assert usual_since((), None) is None


def difference(**facts):
    values = {"number": 3, "reason": "slims", "made_by": "Vītola K.", "made_at": NOW}
    return Difference(1, "O'Brien <b>&", DAY, DUTY, NOTHING, **(values | facts))


def test_a_line_reads_from_before_to_after_and_who_changed_it_when_and_why():
    shown = Comparison(date(2026, 11, 1), 1, 3, (difference(),))
    columns = columns_of(shown, DEFAULT_LETTERS, until_now=True)
    assert [each.title for each in columns[2:4]] == ["v1", "→ now"]
    row = shown.differences[0]
    assert [each.show(row) for each in columns] == [
        "Su 22 Nov",
        "O'Brien <b>&",
        "24 09:00–09:00",
        "→ no duty",
        "v3",
        "slims",
        "Vītola K.",
        "22/11/2026 10:00",
    ]
    assert columns_of(shown, DEFAULT_LETTERS, until_now=False)[3].title == "→ v3"


def test_a_change_no_version_knows_of_claims_neither_a_number_nor_a_time():
    shown = Comparison(date(2026, 11, 1), 1, 3, (difference(number=0),))
    columns = columns_of(shown, DEFAULT_LETTERS, until_now=True)
    assert (columns[4].show(shown.differences[0]), columns[7].show(shown.differences[0])) == (
        "",
        "",
    )


def test_a_version_is_compared_with_now_and_with_every_later_one():
    assert [number for number, _words in since_options(ROWS)] == [3, 2, 1]
    assert [number for number, _words in until_options(ROWS, 1)] == [None, 3, 2]
    assert [number for number, _words in until_options(ROWS, 3)] == [None]


def test_the_summary_counts_cells_and_officers():
    two = (difference(), Difference(2, "A", DAY, NOTHING, DUTY, 2, "", "", NOW))
    assert summary_of(Comparison(DAY, 1, 3, two)) == "2 cells differ, 2 officers"
    assert summary_of(Comparison(DAY, 1, 3, ())) == "Nothing differs between these two."
