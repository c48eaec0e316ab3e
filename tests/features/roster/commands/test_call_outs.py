"""Call-outs are entered, changed and removed, and nobody is at two things at once (RO-03)."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.errors import KnownError, NotAllowed, RuleBroken
from openblock.features.roster.commands.call_outs import remove_call_out, save_call_out
from openblock.features.roster.commands.requests import RemoveCallOut, SaveCallOut
from openblock.features.roster.queries.call_outs import call_outs
from tests.factories import with_duty, with_officer, with_templates
from tests.features.roster.closing import close

DAY = date(2026, 1, 10)
NIGHT = at(DAY, 23 * 60)
HOUR = timedelta(hours=1)
WHY = "ugunsgrēka trauksme"


def call_out(officer, start=NIGHT, hours=2, **facts):
    return SaveCallOut(officer, start, start + hours * HOUR, WHY, **facts)


def back(store, done):
    return store.run(done.undo.command, done.undo.request, undoes=True)


def rows(store):
    return store.read(call_outs, date(2026, 1, 1), date(2026, 1, 31))


def spans(store):
    return [(each.starts_at, each.ends_at) for each in rows(store)]


def test_a_call_out_is_entered_changed_and_removed_and_every_step_taken_back(store):
    officer = with_officer(store)
    added = store.run(save_call_out, call_out(officer))
    (row,) = rows(store)
    assert (row.call_out_id, row.name, row.reason) == (added.value, "Bērziņš Jānis", WHY)
    longer = call_out(officer, hours=3, call_out_id=added.value, version=row.version)
    changed = store.run(save_call_out, longer)
    request = RemoveCallOut(added.value, rows(store)[0].version)
    removed = store.run(remove_call_out, request)
    assert spans(store) == []
    back(store, removed)
    assert spans(store) == [(NIGHT, NIGHT + 3 * HOUR)]
    back(store, changed)
    assert spans(store) == [(NIGHT, NIGHT + 2 * HOUR)]
    redone = back(store, added)
    assert spans(store) == []
    back(store, redone)
    assert spans(store) == [(NIGHT, NIGHT + 2 * HOUR)]


@pytest.mark.parametrize(("start", "clashes"), [(NIGHT, True), (at(DAY, 21 * 60), False)])
def test_ro_03_a_call_out_during_a_duty_is_refused_and_one_right_after_it_is_not(
    store, start, clashes
):
    officer = with_officer(store)
    with_templates(store)
    with_duty(store, officer, DAY, "24" if clashes else "D")
    if not clashes:
        assert store.run(save_call_out, call_out(officer, start)).value
        return
    with pytest.raises(RuleBroken) as refused:
        store.run(save_call_out, call_out(officer, start))
    (found,) = refused.value.problems
    assert (found.code, found.field) == ("commitment-clashes", "starts_at")


def test_ro_03_two_call_outs_may_touch_and_not_overlap(store):
    officer = with_officer(store)
    store.run(save_call_out, call_out(officer))
    store.run(save_call_out, call_out(officer, NIGHT + 2 * HOUR))
    with pytest.raises(RuleBroken, match="commitment-clashes"):
        store.run(save_call_out, call_out(officer, NIGHT + 3 * HOUR))


def test_an_undo_is_refused_where_the_time_is_taken_by_now(store):
    officer = with_officer(store)
    number = store.run(save_call_out, call_out(officer)).value
    removed = store.run(remove_call_out, RemoveCallOut(number, rows(store)[0].version))
    store.run(save_call_out, call_out(officer))
    with pytest.raises(RuleBroken, match="commitment-clashes"):
        back(store, removed)


def test_a_call_out_in_a_closed_month_is_refused(store):
    officer = with_officer(store)
    number = store.run(save_call_out, call_out(officer, NIGHT + 24 * HOUR)).value
    close(store, DAY)
    for command, request in (
        (save_call_out, call_out(officer)),
        (remove_call_out, RemoveCallOut(number, 1)),
    ):
        with pytest.raises(KnownError, match="month-closed"):
            store.run(command, request)


def test_a_call_out_over_the_midnight_of_a_closed_month_is_refused(store):
    officer = with_officer(store)
    close(store, DAY)
    late = at(date(2026, 1, 31), 23 * 60)
    store.run(save_call_out, call_out(officer, late + HOUR))
    with pytest.raises(KnownError, match="month-closed"):
        store.run(save_call_out, call_out(officer, late - HOUR, hours=2))


def test_a_call_out_somebody_has_changed_or_removed_meanwhile_is_not_changed(store):
    officer = with_officer(store)
    number = store.run(save_call_out, call_out(officer)).value
    store.run(save_call_out, call_out(officer, hours=3, call_out_id=number, version=1))
    with pytest.raises(KnownError, match="changed-meanwhile"):
        store.run(save_call_out, call_out(officer, hours=4, call_out_id=number, version=1))
    with pytest.raises(KnownError, match="call-out-unknown"):
        store.run(remove_call_out, RemoveCallOut(99, 1))


def test_a_call_out_without_a_reason_and_backwards_is_refused_by_both_fields(store):
    officer = with_officer(store)
    with pytest.raises(RuleBroken) as refused:
        store.run(save_call_out, SaveCallOut(officer, NIGHT, NIGHT, " a "))
    assert {each.field for each in refused.value.problems} == {"ends_at", "reason"}


def test_only_who_plans_enters_call_outs(store_as):
    officer = with_officer(store_as("administrator"))
    with pytest.raises(NotAllowed):
        store_as("duty_officer").run(save_call_out, call_out(officer))
