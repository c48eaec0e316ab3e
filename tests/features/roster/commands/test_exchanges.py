"""Substitutes and swaps: judged as it all ends, by whose leave, taken back (RO-11)."""

from datetime import date

import pytest

from openblock.clock import at, standing_at
from openblock.errors import Severity
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    ChangeLimits,
    change_cells,
    change_limits,
)
from openblock.features.roster.commands.absences import save_absence
from openblock.features.roster.commands.exchanges import (
    put_in_substitute,
    swap_duties,
)
from openblock.features.roster.commands.requests import (
    PutInSubstitute,
    SaveAbsence,
    SwapDuties,
)
from openblock.features.roster.queries import join, joined, month_roster
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence
from tests.features.roster.exchanging import DAY, LATER, NEXT, NOON, cells, exchange
from tests.features.roster.living import back_and_again, refusals, rows, typed
from tests.features.roster.practising import Practice, Shadow


@pytest.fixture
def pair(store):
    with_templates(store)
    with standing_at(NOON):
        yield with_officer(store), with_officer(store, "2", "Kalniņa")


def substitute(store, officer, day, other, **facts):
    duty = store.read(month_roster, day.year, day.month).duties[officer, day]
    return PutInSubstitute(
        officer, day, duty.code, duty.starts_at, duty.ends_at, duty.post, other, **facts
    )


def test_ro_11_a_substitute_takes_the_duty_and_the_cycle_leaves_the_giver_free(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "24")
    before = rows(store)
    done = store.run(put_in_substitute, substitute(store, one, DAY, other))
    assert cells(store) == {(other, DAY): "24"}
    assert store.read(month_roster, 2026, 11).kept_free == {(one, DAY): False}
    row = exchange(store)
    assert (row["state"], row["asked_by"], row["agreed_by"], row["decided_by"]) == (
        "done",
        "Bērziņš Jānis",
        "Kalniņa Jānis",
        "Anna Bērziņa",
    )
    back_and_again(store, before, done)


def test_who_was_only_told_has_not_agreed(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "D")
    request = substitute(store, one, DAY, other, agreed=False, asked_by="Chief")
    store.run(put_in_substitute, request)
    assert (exchange(store)["agreed_by"], exchange(store)["asked_by"]) == ("", "Chief")


def test_a_duty_an_absence_took_is_put_into_another_hand_once(store, pair):
    one, other = pair
    third = with_officer(store, "3", "Ozols")
    with_duty(store, one, DAY, "24")
    request = substitute(store, one, DAY, other)
    with_absence(store, one, DAY)
    before = rows(store)
    done = store.run(put_in_substitute, request)
    assert cells(store) == {(other, DAY): "24"}
    again = PutInSubstitute(*(getattr(request, name) for name in _NAMED), third)
    assert refusals(store, put_in_substitute, again) == ["exchange-moved"]
    back_and_again(store, before, done)


_NAMED = ("officer_id", "day", "code", "starts_at", "ends_at", "post")


def test_the_rest_of_a_duty_cut_at_midnight_is_the_substitutes_on_the_day_after(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "24")
    with_absence(store, one, NEXT)
    request = PutInSubstitute(one, DAY, "24", at(NEXT), at(NEXT, 540), "", other)
    store.run(put_in_substitute, request)
    assert cells(store) == {(one, DAY): "24", (other, NEXT): "24"}


def test_a_duty_of_somebody_who_is_there_and_has_none_is_nobodys_to_take(store, pair):
    one, other = pair
    request = PutInSubstitute(one, DAY, "24", at(DAY, 540), at(NEXT, 540), "", other)
    assert refusals(store, put_in_substitute, request) == ["exchange-moved"]
    with_duty(store, one, DAY, "D")
    assert refusals(store, put_in_substitute, request) == ["exchange-moved"]


def test_ro_03_a_substitute_has_one_duty_a_day_and_none_that_overlaps(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "N")
    with_duty(store, other, DAY, "8")
    request = substitute(store, one, DAY, other, reason="nobody else")
    assert refusals(store, put_in_substitute, request) == ["duty-that-day"]
    typed(store, other, (DAY, None), (NEXT, "8"))
    assert refusals(store, put_in_substitute, request) == ["duty-overlaps"]
    typed(store, other, (NEXT, None))
    with_absence(store, other, NEXT)
    assert refusals(store, put_in_substitute, request) == ["officer-absent"]


@pytest.mark.parametrize(("severity", "reason", "refused"), [
    (Severity.WARNING, "", True),
    (Severity.WARNING, "four", True),
    (Severity.WARNING, "nobody else", False),
    (Severity.ERROR, "nobody else", True),
])  # fmt: skip
def test_ro_04_short_rest_takes_a_reason_or_is_refused_as_the_settings_say(
    store, pair, severity, reason, refused
):
    one, other = pair
    store.run(change_limits, ChangeLimits(Limits(rest_severity=severity)))
    with_duty(store, one, NEXT, "N")
    with_duty(store, other, DAY, "24")
    request = substitute(store, one, NEXT, other, reason=reason)
    if refused:
        assert refusals(store, put_in_substitute, request) == ["rest-too-short"]
    else:
        store.run(put_in_substitute, request)


def test_ro_12_practice_that_must_stay_holds_a_duty_back_from_a_substitute_and_an_absence(
    store, pair, monkeypatch
):
    monkeypatch.setattr(joined, "_joined", {})
    one, other = pair
    with_duty(store, one, DAY, "D")
    practice = Practice(Shadow(one, DAY, confirmed=True))
    join(practice.join)
    absence = SaveAbsence(AbsenceContent(one, AbsenceKind.SICK, DAY, DAY))
    for each in (
        (put_in_substitute, substitute(store, one, DAY, other)),
        (save_absence, absence),
        (change_cells, ChangeCells((CellEdit(one, DAY, "S"),))),
    ):
        assert refusals(store, *each) == ["practice-confirmed-on-duty"]
    assert cells(store) == {(one, DAY): "D"}
    afternoon = AbsenceContent(one, AbsenceKind.SICK, DAY, DAY, from_minute=20 * 60)
    practice.shadows[:] = [Shadow(one, DAY, end=19 * 60, confirmed=True)]
    store.run(save_absence, SaveAbsence(afternoon))


@pytest.mark.parametrize(
    ("own", "others"),
    [
        ((DAY, "24"), (LATER, "24")),
        ((DAY, "D"), (DAY, "N")),
        # Each alone would overlap: the 24 of one reaches into the 8 of the day after.
        ((DAY, "24"), (NEXT, "8")),
        ((NEXT, "8"), (DAY, "24")),
        ((date(2026, 10, 31), "24"), (date(2026, 11, 1), "D")),
        ((date(2026, 11, 30), "24"), (date(2026, 12, 1), "N")),
        ((date(2026, 10, 24), "24"), (date(2026, 10, 25), "N")),
    ],
)
def test_ro_03_a_swap_is_one_transaction_judged_on_its_final_state(store, pair, own, others):
    one, other = pair
    with_duty(store, one, *own)
    with_duty(store, other, *others)
    before = rows(store)
    request = SwapDuties(one, own[0], other, others[0], reason="the two agreed")
    done = store.run(swap_duties, request)
    assert cells(store) == {(other, own[0]): own[1], (one, others[0]): others[1]}
    row = exchange(store)
    assert (row["kind"], row["state"], row["agreed_by"]) == ("swap", "done", "Kalniņa Jānis")
    back_and_again(store, before, done)


def test_a_swap_with_nothing_to_give_or_to_get_is_refused(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "24")
    request = SwapDuties(one, DAY, other, LATER)
    assert refusals(store, swap_duties, request) == ["exchange-moved"]
    assert refusals(store, swap_duties, SwapDuties(one, DAY, one, DAY)) == ["exchange-same-officer"]


def test_ro_03_a_swap_onto_a_day_with_another_duty_is_refused(store, pair):
    one, other = pair
    with_duty(store, one, DAY, "24")
    typed(store, other, (DAY, "8"), (LATER, "24"))
    request = SwapDuties(one, DAY, other, LATER, reason="the two agreed")
    assert refusals(store, swap_duties, request) == ["duty-that-day"]


def test_a_duty_that_was_swapped_away_is_not_taken_from_who_falls_ill_afterwards(store, pair):
    one, other = pair
    third = with_officer(store, "3", "Ozols")
    with_duty(store, one, DAY, "D")
    with_duty(store, other, LATER, "D")
    request = substitute(store, other, LATER, third)
    store.run(swap_duties, SwapDuties(one, DAY, other, LATER))
    with_absence(store, other, LATER)
    assert refusals(store, put_in_substitute, request) == ["exchange-moved"]
    typed(store, other, (LATER, "S"))
    assert refusals(store, put_in_substitute, request) == ["exchange-moved"]
    assert cells(store) == {(other, DAY): "D", (one, LATER): "D"}


def test_a_duty_taken_off_its_substitute_by_hand_can_be_put_into_another_hand(store, pair):
    one, other = pair
    third = with_officer(store, "3", "Ozols")
    with_duty(store, one, DAY, "24")
    request = substitute(store, one, DAY, other)
    with_absence(store, one, DAY)
    store.run(put_in_substitute, request)
    # Away as well, the substitute is who has lost it.
    with_absence(store, other, DAY)
    again = PutInSubstitute(*(getattr(request, name) for name in _NAMED), third)
    assert refusals(store, put_in_substitute, again) == ["exchange-moved"]
    typed(store, other, (DAY, None))
    store.run(put_in_substitute, again)
    assert cells(store) == {(third, DAY): "24"}
