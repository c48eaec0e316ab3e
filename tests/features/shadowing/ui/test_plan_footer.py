"""The foot of the popover says how it stands, and asks for a reason only where one is due."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from openblock.errors import Severity
from openblock.features.shadowing.ui.plan_footer import PlanFooter
from tests.features.shadowing.ui.test_offers_model import NO_MENTOR, PART, offer
from tests.rig import settle

WARNING = replace(NO_MENTOR, severity=Severity.WARNING)


@pytest.fixture
def footer(qtbot) -> PlanFooter:
    made = PlanFooter()
    qtbot.addWidget(made)
    return made


def test_kept_rules_let_the_button_plan_the_hours(footer):
    footer.judge(offer(1), PART, fit=True)
    assert footer.plan_button.isEnabled()
    assert footer.plan_button.text() == "Plan 12 h"
    assert footer.verdict.text() == "rules kept"
    assert footer.reason.isHidden()
    footer.start(changing=True)
    footer.judge(offer(1), PART, fit=True)
    assert footer.plan_button.text() == "Change: 12 h"


@pytest.mark.parametrize(
    ("given", "span", "fit"),
    [(None, PART, False), (offer(1, NO_MENTOR), PART, False), (offer(1), None, True)],
)
def test_nobody_an_unfit_one_and_no_hours_shut_the_button(footer, given, span, fit):
    footer.judge(given, span, fit=fit)
    assert not footer.plan_button.isEnabled()
    assert footer.verdict.text() in ("nobody is chosen", "not possible")


def test_a_warning_asks_for_five_letters(footer):
    footer.judge(offer(1, WARNING), PART, fit=True)
    assert footer.plan_button.isEnabled()
    assert not footer.reason.isHidden()
    for typed, lacking in (("", True), ("čett", True), ("piect", False)):
        footer.reason.set_value(typed)
        assert footer.lacks_reason() is lacking
    assert footer.answer() == "piect"


def test_a_reason_is_not_sent_where_none_is_asked_for(footer):
    footer.judge(offer(1, WARNING), PART, fit=True)
    footer.reason.set_value("apmācība")
    footer.judge(offer(2), PART, fit=True)
    assert footer.answer() == ""
    assert not footer.lacks_reason()


def test_a_refusal_stands_over_the_buttons_until_the_next_opening(footer):
    footer.say("O'Brien <b>& has no place left.")
    assert not footer.trouble.isHidden()
    assert footer.trouble.text() == "O'Brien <b>& has no place left."
    footer.start(changing=False)
    assert footer.trouble.isHidden()


def test_with_little_width_the_words_stand_above_the_buttons(footer):
    footer.judge(offer(1), PART, fit=True)
    footer.show()
    for width, above in ((520, False), (250, True), (520, False)):
        footer.resize(width, 120)
        settle()
        bottom = footer.verdict.mapTo(footer, footer.verdict.rect().bottomLeft()).y()
        assert (bottom < footer.plan_button.mapTo(footer, QPoint()).y()) is above
        assert footer.plan_button.width() >= footer.plan_button.minimumSizeHint().width()
