"""A posted month changes with a reason and as a new version, a closed one not at all (RO-10)."""

from datetime import date

import pytest

from openblock.clock import at, standing_at
from openblock.features.roster.commands import (
    AskExchange,
    CellEdit,
    ChangeCells,
    LayCycle,
    PutInSubstitute,
    RemoveAbsence,
    SaveAbsence,
    SaveCallOut,
    SwapDuties,
    ask_exchange,
    change_cells,
    lay_cycle,
    put_in_substitute,
    remove_absence,
    save_absence,
    save_call_out,
    swap_duties,
)
from openblock.features.roster.commands.recording import taken_back as reason_back
from openblock.features.roster.queries import TeamCycle, month_state, versions
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from openblock.features.roster.rules.versions import NOTHING
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence, with_closed, with_published
from tests.features.roster.living import refusals, rows, taken_back, typed, version_of

MONTH, NEXT = date(2026, 11, 1), date(2026, 12, 1)
REASON = "as the test wants it"
WHEN = at(date(2026, 12, 20), 720)


@pytest.fixture
def pair(store):
    with_templates(store)
    with standing_at(WHEN):
        yield with_officer(store), with_officer(store, "2", "Kalniņa", team=2)


def day(number, month=11):
    return date(2026, month, number)


def made(store, month=MONTH):
    return [(each.number, each.kind, each.reason) for each in store.read(versions, month)][::-1]


def every_way(store, one, other):
    """Each command that changes what stands in November, without the reason."""
    typed(store, one, (day(5), "24"), (day(6), None), (day(15), "24"))
    with_duty(store, other, day(9), "24")
    absence = with_absence(store, one, day(20))
    content = AbsenceContent(one, AbsenceKind.LEAVE, day(5), day(6))
    cycle = (TeamCycle(2, ("D", "", "", ""), day(1)),)
    duty = (one, day(5), "24", at(day(5), 540), at(day(6), 540), "", other)
    return (
        (change_cells, lambda why: ChangeCells((CellEdit(one, day(3), "D"),), why)),
        (change_cells, lambda why: ChangeCells((CellEdit(one, day(3), "A"),), why)),
        (change_cells, lambda why: ChangeCells((CellEdit(one, day(3), "B"),), why)),
        (save_absence, lambda why: SaveAbsence(content, reason=why)),
        # What is taken out comes back as a new row of the old number.
        (remove_absence, lambda why: RemoveAbsence(absence, 1, why)),
        (save_absence, lambda why: SaveAbsence(content, absence, 1, why)),
        (lay_cycle, lambda why: LayCycle(day(1), day(30), cycle, why)),
        (put_in_substitute, lambda why: PutInSubstitute(*duty, why)),
        (swap_duties, lambda why: SwapDuties(one, day(5), other, day(9), why)),
    )


def test_ro_10_every_change_of_a_posted_month_asks_why_and_is_one_version(store, pair):
    ways = every_way(store, *pair)
    with_published(store, MONTH)
    number = 1
    for command, asked in ways:
        before = rows(store)
        for why in ("", "four"):
            assert refusals(store, command, asked(why)) == ["roster-reason-needed"], command
        assert rows(store) == before
        posted = version_of(store, MONTH, number)
        done = store.run(command, asked(REASON))
        assert store.read(month_state, MONTH).number == number + 1
        changed = version_of(store, MONTH, number + 1)
        assert changed != posted
        taken_back(store, done)
        assert version_of(store, MONTH, number + 2) == posted
        assert made(store)[-2:] == [
            (number + 1, "changed", REASON),
            (number + 2, "changed", f"↶ {REASON}"),
        ]
        number += 2


def test_ro_10_no_way_changes_a_closed_month_and_no_undo_does(store, pair):
    ways = every_way(store, *pair)
    done = typed(store, pair[0], (day(28), "8"))
    with_published(store, MONTH)
    posted = typed(store, pair[0], (day(26), "8"), reason=REASON)
    with_closed(store, MONTH)
    before, newest = rows(store), made(store)
    for command, asked in ways:
        assert refusals(store, command, asked(REASON)) == ["month-closed"], command
    called = SaveCallOut(pair[0], at(day(2), 600), at(day(2), 660), REASON)
    assert refusals(store, save_call_out, called) == ["month-closed"]
    assert refusals(store, ask_exchange, AskExchange(pair[0], day(5), pair[1])) == ["month-closed"]
    for undo in (done.undo, posted.undo):
        assert refusals(store, undo.command, undo.request, undoes=True) == ["month-closed"]
    assert (rows(store), made(store)) == (before, newest)


def test_ro_10_a_sweep_that_leaves_a_posted_month_as_it_is_needs_no_reason(store, pair):
    one, _other = pair
    typed(store, one, (day(30), "8"))
    with_published(store, MONTH)
    done = typed(store, one, (day(30), "8"), (day(1, 12), "8"))
    assert (done.value, made(store)) == (1, [(1, "published", "")])


def test_ro_10_one_change_of_two_posted_months_is_a_version_of_each(store, pair):
    one, other = pair
    with_duty(store, one, day(30), "24")
    with_duty(store, other, day(2, 12), "24")
    with_published(store, MONTH)
    with_published(store, NEXT)
    done = store.run(swap_duties, SwapDuties(one, day(30), other, day(2, 12), REASON))
    assert [each[0] for each in made(store)] == [each[0] for each in made(store, NEXT)] == [1, 2]
    assert set(version_of(store, MONTH, 2)) == {(other, day(30))}
    assert set(version_of(store, NEXT, 2)) == {(one, day(2, 12))}
    taken_back(store, done)
    assert version_of(store, NEXT, 3) == version_of(store, NEXT, 1)


def test_an_absence_at_the_turn_of_the_month_cuts_the_duty_of_the_month_before(store, pair):
    one, _other = pair
    with_duty(store, one, day(30), "24")
    with_published(store, MONTH)
    typed(store, one, (day(1, 12), "S"), reason=REASON)
    assert version_of(store, MONTH, 2)[one, day(30)].ends_at == at(day(1, 12))
    assert store.read(month_state, NEXT).number == 0


def test_what_was_changed_before_it_was_posted_is_not_taken_back_without_a_reason(store, pair):
    done = typed(store, pair[0], (day(3), "D"))
    with_published(store, MONTH)
    undo = done.undo
    assert refusals(store, undo.command, undo.request, undoes=True) == ["roster-reason-needed"]


def test_a_version_keeps_the_cell_before_and_after(store, pair):
    one, _other = pair
    with_published(store, MONTH)
    typed(store, one, (day(3), "D"), reason="  a   wedding ")
    assert version_of(store, MONTH, 1).get((one, day(3)), NOTHING) == NOTHING
    assert version_of(store, MONTH, 2)[one, day(3)].code == "D"
    assert made(store)[-1] == (2, "changed", "a wedding")


def test_back_and_back_again_is_the_first_reason():
    assert reason_back("a wedding") == "↶ a wedding"
    assert reason_back(reason_back("a wedding")) == "a wedding"
    assert reason_back("") == ""


def test_the_longest_reason_can_be_taken_back_as_well(store, pair):
    with_published(store, MONTH)
    done = typed(store, pair[0], (day(3), "D"), reason="r" * 500)
    undone = taken_back(store, done)
    assert made(store)[-1][2].startswith("↶ rrr")
    taken_back(store, undone)
    assert made(store)[-1] == (4, "changed", "r" * 500)
