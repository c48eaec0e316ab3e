"""Mentors stand best first with digits and reasons in words; the unfit below, with why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock import clock
from openblock.errors import Problem, Severity
from openblock.features.shadowing.queries import MentorOffer, MentorOffers, Reason, TraineeRow
from openblock.features.shadowing.rules.content import Span, TraineeContent
from openblock.features.shadowing.ui.offers_model import (
    MOST_NUMBERED,
    OffersModel,
    lines_of,
    places_words,
    shared_problems,
)
from openblock.ui.entry_paint import LINE_ROLE

DAY = date(2026, 11, 28)
PART = Span(clock.at(DAY, 540), clock.at(DAY, 1260))
DUTY = Span(clock.at(DAY, 540), clock.at(DAY, 540 + 1440))
TRAINEE = TraineeRow(1, 1, TraineeContent(1, "Zariņa", "Elīna"), "2. kurss", ())
NOT_CLEARED = Problem(
    "practice-not-cleared",
    facts={"trainee": "Zariņa Elīna", "items": ("Briefing",), "day": DAY},
    field="starts_at",
)
NO_MENTOR = Problem("practice-no-mentor", facts={"trainee": "Zariņa Elīna", "name": "Rūķis"})


def offer(number: int, *problems: Problem, reasons: tuple[Reason, ...] = ()) -> MentorOffer:
    return MentorOffer(
        number, f"M{number}", f"Mentor {number}", "", DUTY, PART, 0, 2, reasons, problems
    )


def offers(fit: tuple[MentorOffer, ...], unfit: tuple[MentorOffer, ...] = ()) -> MentorOffers:
    return MentorOffers(TRAINEE, DAY, fit, unfit)


def test_the_best_has_the_first_digit_and_says_hours_duty_and_reasons():
    reasons = (Reason("new-mentor"), Reason("alone"), Reason("rest-before", {"minutes": 5040}))
    (line,) = lines_of(offers((offer(7, reasons=reasons),)))
    assert (line.number, line.title, line.aside) == (1, "Mentor 7", "free")
    assert line.reasons == (
        "09:00–21:00 of the duty 09:00–09:00. Not yet on a shift together. Rest before: 84 h."
    )
    assert line.spoken.startswith("M7 Mentor 7. free. 09:00")


def test_a_mentor_past_the_digits_has_none():
    many = tuple(offer(each) for each in range(1, 12))
    assert [line.number for line in lines_of(offers(many))][-3:] == [MOST_NUMBERED, 0, 0]


def test_places_that_are_taken_are_counted():
    assert places_words(0, 2) == "free"
    assert places_words(1, 2) == "1 of 2 places taken"


def test_a_warning_stands_beneath_the_reasons_of_one_who_fits():
    warning = replace(NO_MENTOR, severity=Severity.WARNING)
    (line,) = lines_of(offers((offer(1, warning),)))
    assert line.fit
    assert "Rūķis" in line.warning


def test_the_unfit_stand_under_a_heading_that_cannot_be_chosen(qtbot):
    model = OffersModel()
    model.show_lines(lines_of(offers((offer(1),), (offer(2, NO_MENTOR),))))
    heading, unfit = model.index(1), model.index(2)
    assert heading.data() == "1 unsuitable"
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert unfit.flags() & Qt.ItemFlag.ItemIsSelectable
    line = unfit.data(LINE_ROLE)
    assert (line.number, line.sign, line.fit) == (0, "\N{MULTIPLICATION X}", False)
    assert "not a mentor" in line.reasons


def test_what_rules_out_the_trainee_is_said_once_and_not_at_each_name():
    wanted = offers((), (offer(1, NOT_CLEARED), offer(2, NOT_CLEARED, NO_MENTOR)))
    assert shared_problems(wanted) == (NOT_CLEARED,)
    _heading, first, second = lines_of(wanted)
    assert first.reasons == ""
    assert "Briefing" not in second.reasons
    assert "not a mentor" in second.reasons


def test_one_mentors_own_trouble_is_never_the_trainees():
    assert shared_problems(offers((), (offer(1, NO_MENTOR),))) == ()
    assert shared_problems(offers((offer(1),), (offer(2, NOT_CLEARED),))) == ()


@pytest.mark.parametrize("fit", [0, 3])
def test_the_model_keeps_what_qt_asks_of_models(qtbot, fit):
    model = OffersModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    model.show_lines(lines_of(offers(tuple(offer(n) for n in range(fit)), (offer(9, NO_MENTOR),))))
    model.show_lines(())
    assert model.rowCount() == 0


def test_names_on_hover_are_no_markup():
    model = OffersModel()
    model.show_lines(lines_of(offers((replace(offer(1), name="O'Brien <b>&"),))))
    assert "&lt;b&gt;&amp;" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
