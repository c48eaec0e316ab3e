"""An officer's duties in a calendar: numbers that stay, nothing of why somebody is away."""

from dataclasses import replace

from openblock.clock import at
from openblock.features.roster.queries.rows import Comparison
from openblock.features.roster.rules.versions import NOTHING, MonthStanding
from openblock.features.roster.sheets.appointments import appointments
from tests.features.roster.living_rosters import MONTH, content, difference, duty, on, state
from tests.features.roster.own_months import own_month


def test_every_duty_is_one_appointment_and_absences_are_none():
    found = appointments(own_month())
    assert [each.uid for each in found] == [
        "duty-1-2026-11-01@openblock",
        "duty-1-2026-11-28@openblock",
    ]
    assert (found[0].title, found[0].details, found[0].revision) == ("Duty 24", "Postenis 1", 3)
    assert (found[1].starts_at, found[1].ends_at) == (at(on(28), 21 * 60), at(on(29), 9 * 60))
    assert not any(each.is_open or each.is_cancelled for each in found)


def test_a_month_that_is_not_posted_is_undecided():
    own = replace(own_month(), state=state(MonthStanding.DRAFT, 0, 0))
    assert all(each.is_open for each in appointments(own))


def test_a_duty_that_was_posted_and_is_gone_is_struck_out_and_nobody_else_s():
    gone = (
        difference(1, on(2), content(duty(1, on(2))), content(absence="sick")),
        difference(2, on(2), content(duty(2, on(2))), NOTHING),
        difference(1, on(28), NOTHING, content(duty(1, on(28), "N", (21, 33)))),
    )
    found = appointments(own_month(), Comparison(MONTH, 1, 3, gone))
    struck = [each for each in found if each.is_cancelled]
    assert [each.uid for each in struck] == ["duty-1-2026-11-02@openblock"]
    assert struck[0].title == "No duty: 24"
    assert "sick" not in repr(struck)
