"""Fair shares of a period that is chosen, of all or of one team."""

from datetime import date

import pytest

from openblock.features.accounts.rights import may
from openblock.features.roster.ui.fairness_dialog import FairnessDialog
from openblock.ui.desk import Desk
from tests.factories import with_duty

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


@pytest.fixture
def dialog(qtbot, block):
    with_duty(block.store, block.berzins, date(2026, 11, 20))
    with_duty(block.store, block.ozols, date(2026, 10, 20), "N")
    desk = Desk(block.store, may=may)
    made = FairnessDialog(desk, FIRST, LAST)
    qtbot.addWidget(made)
    made.show()
    yield made
    desk.worker.close()
    desk.close()


def nights(dialog):
    return {row.share.name.partition(" ")[0]: row.value("nights") for row in dialog.model.rows}


def test_it_opens_on_the_days_that_were_on_show(dialog):
    assert (dialog.first.value(), dialog.last.value()) == (FIRST, LAST)
    assert nights(dialog) == {"Bērziņš": 1, "Kalns": 0, "Ozols": 0}
    assert dialog.said.text() == "On average: nights 0.3, weekends 0.3, holidays 0, hours 8."


def test_other_days_are_typed_and_what_is_no_period_says_why_and_keeps_what_is_shown(dialog):
    dialog.first.setText("01.10.2026")
    assert nights(dialog)["Ozols"] == 1
    dialog.last.setText("01.09.2026")
    assert dialog.trouble.text() == "The last day is before the first."
    assert nights(dialog)["Ozols"] == 1
    dialog.last.setText("nonsense")
    assert "Type both days" in dialog.trouble.text()
    dialog.last.setText("01.10.2036")
    assert dialog.trouble.text() == "Choose two years at most."
    dialog.last.setText("30.11.2026")
    assert dialog.trouble.isHidden()


def test_the_usual_periods_are_one_click_away(dialog):
    month, reference, year = dialog.spans
    for button, first, last in (
        (reference, date(2026, 9, 1), date(2026, 12, 31)),
        (year, date(2026, 1, 1), date(2026, 12, 31)),
        (month, FIRST, LAST),
    ):
        button.click()
        assert (dialog.first.value(), dialog.last.value()) == (first, last)


def test_one_team_shares_among_itself(dialog):
    dialog.team.set_value(2)
    assert nights(dialog) == {"Ozols": 0}
    assert dialog.team.value() == 2
    dialog.choose(date(2026, 10, 1), LAST)
    assert nights(dialog) == {"Ozols": 1}


def test_days_nobody_served_say_so(dialog):
    dialog.choose(date(2019, 1, 1), date(2019, 1, 31))
    assert dialog.said.text() == "Nobody served in these days."
    assert dialog.model.rows == ()
