"""Cells of the roster: set, cleared, pasted, refused, taken back and done again."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    ChangeLimits,
    RetireTemplate,
    change_cells,
    change_limits,
    retire_template,
)
from openblock.features.roster.queries import month_roster
from openblock.features.roster.rules import Limits
from tests.factories import with_officer, with_templates

DAY = date(2026, 11, 22)
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def set_cell(store, officer, day, code, seen=None):
    return store.run(change_cells, ChangeCells((CellEdit(officer, day, code, seen),)))


def shown(store, month=11):
    roster = store.read(month_roster, 2026, month)
    cells = {key: duty.code for key, duty in roster.duties.items()}
    cells |= {key: "B" for key, visible in roster.kept_free.items() if visible}
    return cells


def test_a_code_sets_a_duty_that_crosses_midnight(store, officer):
    assert set_cell(store, officer, DAY, "24").value == 1
    duty = store.read(month_roster, 2026, 11).duties[officer, DAY]
    assert (duty.starts_at, duty.ends_at) == (at(DAY, 540), at(NEXT, 540))
    assert (duty.code, duty.origin, duty.changed_by) == ("24", "typed", "Anna Bērziņa")


def test_a_small_letter_means_the_same_code(store, officer):
    set_cell(store, officer, DAY, " n ")
    assert shown(store) == {(officer, DAY): "N"}


def test_setting_what_stands_there_already_changes_nothing_and_needs_no_undo(store, officer):
    set_cell(store, officer, DAY, "D")
    done = set_cell(store, officer, DAY, "D")
    assert (done.value, done.undo) == (0, None)


def test_delete_clears_a_typed_cell(store, officer):
    set_cell(store, officer, DAY, "D")
    set_cell(store, officer, DAY, None)
    assert shown(store) == {}
    assert store.read(month_roster, 2026, 11).kept_free == {}


def test_b_keeps_a_day_free_and_takes_the_duty_away(store, officer):
    set_cell(store, officer, DAY, "D")
    set_cell(store, officer, DAY, "B")
    assert shown(store) == {(officer, DAY): "B"}
    set_cell(store, officer, DAY, "N")
    assert shown(store) == {(officer, DAY): "N"}


def test_undo_and_redo_bring_back_every_content_exactly(store, officer):
    set_cell(store, officer, DAY, "D")
    set_cell(store, officer, NEXT, "B")
    before = _contents(store)
    edits = (CellEdit(officer, DAY, "24"), CellEdit(officer, NEXT, None))
    done = store.run(change_cells, ChangeCells(edits))
    after = _contents(store)
    undone = store.run(done.undo.command, done.undo.request, undoes=True)
    assert _contents(store) == before
    store.run(undone.undo.command, undone.undo.request, undoes=True)
    assert _contents(store) == after != before


def _contents(store):
    roster = store.read(month_roster, 2026, 11)
    duties = {
        key: (each.code, each.starts_at, each.ends_at, each.post, each.origin, each.template_id)
        for key, each in roster.duties.items()
    }
    return duties, dict(roster.kept_free)


def test_an_unknown_code_is_refused_and_the_whole_paste_with_it(store, officer):
    edits = (CellEdit(officer, DAY, "D"), CellEdit(officer, NEXT, "Q"))
    with pytest.raises(RuleBroken) as refused:
        store.run(change_cells, ChangeCells(edits))
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["code"], problem.facts["day"]) == (
        "unknown-code",
        "Q",
        NEXT,
    )
    assert shown(store) == {}


def test_a_retired_template_is_an_unknown_code(store, officer):
    template = store.read(month_roster, 2026, 11).templates[0]
    store.run(retire_template, RetireTemplate(template.template_id))
    with pytest.raises(RuleBroken):
        set_cell(store, officer, DAY, template.code)


def test_ro_03_an_overlapping_duty_is_refused_with_both_times(store, officer):
    set_cell(store, officer, DAY, "24")
    with pytest.raises(RuleBroken) as refused:
        set_cell(store, officer, NEXT, "8")
    (problem,) = refused.value.problems
    assert problem.code == "duty-overlaps"
    assert problem.facts["other_end"] == at(NEXT, 540)
    assert problem.facts["name"] == "Bērziņš Jānis"


def test_ro_03_touching_duties_are_accepted(store, officer):
    set_cell(store, officer, DAY, "24")
    set_cell(store, officer, NEXT, "24")
    assert len(shown(store)) == 2


def test_ro_03_is_judged_on_how_a_paste_ends_not_on_the_way_there(store, officer):
    set_cell(store, officer, DAY, "24")
    # The day's 24 would overlap the next day's 8 until it becomes a D itself.
    edits = (CellEdit(officer, NEXT, "8"), CellEdit(officer, DAY, "8"))
    store.run(change_cells, ChangeCells(edits))
    assert set(shown(store).values()) == {"8"}


def test_duties_that_change_places_pass_the_guard_of_the_database(store, officer):
    later = NEXT + timedelta(days=1)
    set_cell(store, officer, DAY, "24")
    set_cell(store, officer, later, "8")
    edits = (
        CellEdit(officer, DAY, "8"),
        CellEdit(officer, NEXT, "24"),
        CellEdit(officer, later, "N"),
    )
    done = store.run(change_cells, ChangeCells(edits))
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert shown(store) == {(officer, DAY): "24", (officer, later): "8"}


def test_a_day_before_the_first_or_after_the_last_is_refused(store, officer):
    gone = with_officer(
        store, "2", "Kalniņa", active_from=date(2026, 11, 10), last_day=date(2026, 11, 20)
    )
    for day, fine in ((10, True), (9, False), (20, True), (21, False)):
        if fine:
            set_cell(store, gone, date(2026, 11, day), "8")
        else:
            with pytest.raises(RuleBroken) as refused:
                set_cell(store, gone, date(2026, 11, day), "8")
            assert refused.value.problems[0].code == "officer-not-active"


def test_what_the_editor_saw_must_still_stand_there(store, officer):
    set_cell(store, officer, DAY, "D")
    with pytest.raises(KnownError) as refused:
        set_cell(store, officer, DAY, "N", seen="")
    assert refused.value.code == "cell-changed-meanwhile"
    facts = refused.value.facts
    assert (facts["yours"], facts["theirs"], facts["who"]) == ("N", "D", "Anna Bērziņa")
    set_cell(store, officer, DAY, "N", seen="D")
    assert shown(store) == {(officer, DAY): "N"}


def test_undo_is_refused_where_somebody_has_changed_the_cell_since(store, officer):
    done = set_cell(store, officer, DAY, "D")
    set_cell(store, officer, DAY, "N")
    with pytest.raises(KnownError) as refused:
        store.run(done.undo.command, done.undo.request, undoes=True)
    assert refused.value.code == "cell-changed-meanwhile"
    assert shown(store) == {(officer, DAY): "N"}


def test_ro_04_short_rest_is_saved_and_marked_or_refused_as_the_settings_say(store, officer):
    set_cell(store, officer, DAY, "24")
    done = set_cell(store, officer, NEXT, "N")
    codes = [each.problem.code for each in store.read(month_roster, 2026, 11).problems]
    assert codes == ["rest-too-short"]
    store.run(done.undo.command, done.undo.request, undoes=True)
    store.run(change_limits, ChangeLimits(Limits(rest_severity=Severity.ERROR)))
    with pytest.raises(RuleBroken) as refused:
        set_cell(store, officer, NEXT, "N")
    assert refused.value.problems[0].code == "rest-too-short"
    assert shown(store) == {(officer, DAY): "24"}


def test_ro_04_as_an_error_refuses_only_the_short_rest_a_change_makes_itself(store, officer):
    later = NEXT + timedelta(days=1)
    set_cell(store, officer, DAY, "24")
    set_cell(store, officer, NEXT, "N")
    cleared = set_cell(store, officer, NEXT, None)
    store.run(cleared.undo.command, cleared.undo.request, undoes=True)
    store.run(change_limits, ChangeLimits(Limits(rest_severity=Severity.ERROR)))
    # The older short rest is next to this day, and is not made by it.
    set_cell(store, officer, later, "B")
    with pytest.raises(RuleBroken):
        set_cell(store, officer, later, "D")
    mended = set_cell(store, officer, NEXT, None)
    store.run(mended.undo.command, mended.undo.request, undoes=True)
    assert shown(store) == {(officer, DAY): "24", (officer, NEXT): "N", (officer, later): "B"}


def test_an_unknown_officer_and_an_endless_paste_are_refused(store, officer):
    with pytest.raises(KnownError, match="officer-unknown"):
        set_cell(store, officer + 99, DAY, "D")
    edits = tuple(CellEdit(officer, DAY + timedelta(days=n), "D") for n in range(20_001))
    with pytest.raises(RuleBroken):
        store.run(change_cells, ChangeCells(edits))
    assert store.run(change_cells, ChangeCells(())).value == 0


def test_the_post_of_the_officer_goes_onto_the_duty(store):
    with_templates(store)
    officer = with_officer(store, post="vārti")
    set_cell(store, officer, DAY, "D")
    assert store.read(month_roster, 2026, 11).duties[officer, DAY].post == "vārti"


def test_a_full_year_may_be_pasted_across_the_clock_changes(store, officer):
    days = [date(2028, 1, 1) + timedelta(days=n) for n in range(366)]
    edits = tuple(CellEdit(officer, day, "8") for day in days)
    assert store.run(change_cells, ChangeCells(edits)).value == 366
