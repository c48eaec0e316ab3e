"""The roster's PDF costs no more than it must."""

from __future__ import annotations

from openblock.features.roster.sheets_pdf import month_roster_pdf
from openblock.features.roster.sheets_pdf.layout import draw_month_roster
from tests.benchmarks.printing import against_the_canvas, bare
from tests.features.roster.roster_sheets import IMPRINT, roster_sheet
from tests.printing.read_back import unbroken


def test_the_bare_canvas_draws_the_same_words():
    sheet = roster_sheet(60)
    drawn = unbroken(bare(draw_month_roster(sheet, IMPRINT, "A3")))
    assert sorted(drawn) == sorted(unbroken(month_roster_pdf(sheet, IMPRINT, "A3")))


def test_a_roster_of_sixty_takes_at_most_twice_the_bare_canvas():
    assert against_the_canvas(rounds=5).holds
