"""An exchange says whose duty, for whose, who did which step and when, and what it waits for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock import clock
from openblock.features.roster.queries.rows import ExchangeRow
from openblock.features.roster.ui.exchange_lines import exchange_lines, ordered
from tests.features.roster.ui.living import on

ASKED = ExchangeRow(
    exchange_id=1,
    kind="swap",
    state="asked",
    officer_id=1,
    name="Bērziņš Jānis",
    day=on(24),
    code="24",
    starts_at=clock.at(on(24), 540),
    ends_at=clock.at(on(25), 540),
    other_id=2,
    other_name="O'Brien <b>&",
    other_day=on(26),
    other_code="24",
    other_starts_at=clock.at(on(26), 540),
    other_ends_at=clock.at(on(27), 540),
    reason="",
    asked_by="Bērziņš Jānis",
    asked_at=clock.at(on(20), 600),
    agreed_by="",
    agreed_at=None,
    decided_by="",
    decided_at=None,
    refusal="",
    version=1,
    stands=True,
    may_agree=False,
    may_decide=False,
    may_withdraw=False,
)


def line(**facts):
    (made,) = exchange_lines([replace(ASKED, **facts)])
    return made


def test_a_swap_names_both_duties_and_who_asked():
    shown = line()
    assert shown.title == "Bērziņš Jānis ↔ O'Brien <b>&"
    assert shown.aside == "? asked for"
    assert shown.reasons == (
        "24, 24 Nov 09:00–09:00, for 24, 26 Nov 09:00–09:00\n"
        "Asked: Bērziņš Jānis, 20/11/2026 10:00."
    )
    assert shown.warning == ""


def test_every_step_that_was_done_is_told_in_order():
    at = clock.at(on(21), 600)
    shown = line(
        state="declined",
        agreed_by="Kalns",
        agreed_at=at,
        decided_by="Anna",
        decided_at=at,
        reason="birthday",
        refusal="too few rest",
    )
    said = [each.split(":")[0] for each in shown.reasons.split("\n")[1:]]
    assert said == ["Asked", "Agreed", "Declined", "Reason", "Why not"]


def test_a_substitute_who_was_only_told_is_not_said_to_have_agreed():
    at = clock.at(on(21), 600)
    shown = line(state="done", other_day=None, decided_by="Anna", decided_at=at)
    assert shown.title == "Bērziņš Jānis → O'Brien <b>&"
    assert "was told" in shown.reasons
    assert "Agreed" not in shown.reasons


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"may_agree": True}, "Waits for your answer."),
        ({"state": "agreed", "may_decide": True}, "Waits to be approved."),
        ({"stands": False, "may_agree": True}, "others by now"),
        ({"state": "done", "stands": False}, ""),
    ],
)
def test_what_it_waits_for_is_said_to_who_may_do_it(facts, said):
    shown = line(**facts).warning
    assert said in shown
    assert bool(said) == bool(shown)


def test_what_waits_for_whoever_looks_is_first_and_what_is_settled_last():
    rows = [
        replace(ASKED, exchange_id=1, state="done"),
        replace(ASKED, exchange_id=2),
        replace(ASKED, exchange_id=3, may_agree=True),
        replace(ASKED, exchange_id=4, state="done", starts_at=clock.at(on(28), 540)),
    ]
    assert [row.exchange_id for row in ordered(rows)] == [3, 2, 4, 1]
