"""Offers are entries: the best numbered, with reasons; the unfit below a heading, with why not."""

from __future__ import annotations

from openblock import clock
from openblock.errors import Problem, Severity
from openblock.features.roster.queries.rows import Reason, SubstituteOffer, SwapOffer
from openblock.features.roster.ui.offer_lines import substitute_lines, swap_lines
from openblock.ui.entries import MOST_NUMBERED
from tests.features.roster.ui.living import on

BUSY = Problem(
    "duty-that-day",
    facts={"day": on(24), "start": clock.at(on(24), 540), "end": clock.at(on(25), 540)},
)
POST = Problem("post-not-held", Severity.WARNING, {"post": "A"})
REST = Reason("rest-before", {"minutes": 1440})


def offer(number: int, *problems: Problem, fits: bool = True) -> SubstituteOffer:
    return SubstituteOffer(
        number, f"Kalns {number}", "seržants", 1, fits, (REST,) if fits else (), problems
    )


def test_the_best_has_the_first_digit_and_says_why_a_figure_never_parted_from_its_unit():
    (line,) = substitute_lines([offer(7)])
    assert (line.what, line.number, line.fit) == (7, 1, True)
    assert line.aside == "seržants, team 1"
    assert line.reasons == "Rest before: 24\N{NO-BREAK SPACE}h."


def test_the_unfit_stand_under_their_heading_with_why_not():
    first, heading, unfit = substitute_lines([offer(7), offer(8, BUSY, fits=False)])
    assert first.number == 1
    assert (heading.what, heading.title) == (None, "1 unsuitable")
    assert (unfit.what, unfit.number, unfit.sign) == (8, 0, "\N{MULTIPLICATION X}")
    assert "24 Nov" in unfit.reasons


def test_a_warning_stands_beneath_the_reasons_of_one_who_fits():
    (line,) = substitute_lines([offer(7, POST)])
    assert line.fit
    assert "A" in line.warning


def test_those_past_the_digits_have_none():
    lines = substitute_lines([offer(each) for each in range(1, 12)])
    assert [line.number for line in lines][-3:] == [MOST_NUMBERED, 0, 0]


def test_a_swap_says_which_duty_would_be_had_in_return():
    hours = clock.at(on(25), 540), clock.at(on(26), 540)
    (line,) = swap_lines([SwapOffer(3, "Ozols", None, on(25), "24", *hours, True, (REST,), ())])
    assert line.what == (3, "2026-11-25")
    assert line.aside == "24, 25 Nov 09:00–09:00"
