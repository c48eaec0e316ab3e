"""Before a month is posted its gaps, open problems and changes are told, each under its count."""

from __future__ import annotations

from dataclasses import replace

from openblock import clock
from openblock.errors import Problem, Severity
from openblock.features.roster.queries.rows import Difference, MonthState, PublishPreview
from openblock.features.roster.rules import DEFAULT_LETTERS, NOTHING, CellContent, MonthStanding
from openblock.features.roster.ui.publish_words import change_words, preview_parts, version_line
from tests.features.roster.ui.living import NOVEMBER, on
from tests.features.roster.ui.test_gap_words import gap

AT = clock.at(on(20), 600)
DRAFT = MonthState(NOVEMBER, MonthStanding.DRAFT, 0, 0, 0)
POSTED = MonthState(NOVEMBER, MonthStanding.PUBLISHED, 3, 2, 1, "Anna", AT)
CLEAN = PublishPreview(DRAFT, (), (), is_blocked=False, kept=0)
DUTY = CellContent("24", clock.at(on(24), 540), clock.at(on(25), 540))
CHANGE = Difference(1, "Bērziņš Jānis", on(24), DUTY, NOTHING, 3, "moved house", "Anna", AT)


def text(preview: PublishPreview, *changes: Difference) -> str:
    parts = preview_parts(preview, changes, DEFAULT_LETTERS)
    return "\n".join(line for title, lines, _kind in parts if lines for line in (title, *lines))


def test_a_first_version_of_a_clean_month_says_so():
    assert version_line(DRAFT) == "This will be version 1. Nothing is posted yet."
    assert text(CLEAN) == "\nNothing is wrong with it."


def test_gaps_are_counted_by_day_and_kept_problems_by_number():
    open_one = Problem("post-not-held", Severity.WARNING, {"post": "A", "name": "Kalns"})
    shown = text(replace(CLEAN, gaps=(gap(24, 0, 60), gap(24, 90, 120)), problems=(open_one,)))
    assert "Short of officers on 1 day" in shown
    assert "1 problem is open" in shown
    assert "Nothing is wrong" not in shown
    assert "2 problems are kept with a reason." in text(replace(CLEAN, kept=2))


def test_what_differs_from_the_posted_version_is_listed_with_what_stood_there():
    assert version_line(POSTED).startswith("This will be version 4. Posted now: version 2,")
    shown = text(replace(CLEAN, state=POSTED), CHANGE)
    assert "1 cell differs from the posted version" in shown
    assert change_words(CHANGE, DEFAULT_LETTERS) in shown
    assert "24 Nov, Bērziņš Jānis: 24 09:00–09:00 → no duty" in shown
    assert "Nothing differs" in text(replace(CLEAN, state=POSTED))
