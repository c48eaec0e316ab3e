from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openblock.errors import KnownError, NotAllowed, RuleBroken
from openblock.features.staff.commands import (
    AddOfficer,
    ChangeOfficer,
    ImportOfficers,
    OfficerChange,
    add_officer,
    change_officer,
    import_officers,
)
from openblock.features.staff.queries import officer_card, officers, remembered_mapping
from tests.features.staff.officers import JANIS, add, content, one, stored


def back(store, done):
    """Runs the undo of what was done; what it would take to do it again."""
    return store.run(done.undo.command, done.undo.request, undoes=True)


def refusal(store, command, request) -> KnownError:
    with pytest.raises(KnownError) as found:
        store.run(command, request)
    return found.value


def codes(error: KnownError) -> list[str]:
    assert isinstance(error, RuleBroken)
    return [found.code for found in error.problems]


def test_an_officer_is_stored_tidied(store):
    typed = replace(JANIS, surname="  Bērzgrauds   Ozols ", phone=" 6000\N{NO-BREAK SPACE}0001")
    number = store.run(add_officer, AddOfficer(typed)).value
    kept = stored(store)[number]
    assert (kept.surname, kept.phone) == ("Bērzgrauds Ozols", "6000 0001")


def test_a_name_is_kept_exactly_as_typed(store):
    add(store, surname="O'Brien <b>&")
    assert one(store).surname == "O'Brien <b>&"


def test_a_faulty_officer_is_refused_with_every_problem(store):
    wrong = replace(JANIS, badge="", surname="", team=100)
    assert codes(refusal(store, add_officer, AddOfficer(wrong))) == [
        *("text-missing", "text-missing", "officer-team-out-of-range"),
    ]
    assert stored(store) == {}


def test_a_badge_is_given_once(store):
    add(store)
    assert codes(refusal(store, add_officer, AddOfficer(content("a-1", surname="Cits")))) == [
        "officer-badge-taken"
    ]


def test_a_second_bearer_of_a_name_is_warned_of_and_may_be_confirmed(store):
    add(store)
    assert codes(refusal(store, add_officer, AddOfficer(content("A-2")))) == ["officer-same-name"]
    store.run(add_officer, AddOfficer(content("A-2"), another_person=True))
    assert len(stored(store)) == 2


def test_a_name_once_confirmed_is_not_asked_about_at_every_change(store):
    add(store)
    number = add(store, "A-2")
    changed = content("A-2", phone="6000 0001")
    store.run(change_officer, ChangeOfficer(number, 1, changed))
    assert stored(store)[number] == changed


def test_a_change_into_the_name_of_another_is_warned_of(store):
    add(store)
    number = add(store, "A-2", surname="Cits")
    request = ChangeOfficer(number, 1, content("A-2"))
    assert codes(refusal(store, change_officer, request)) == ["officer-same-name"]


def test_a_faulty_change_is_refused_and_nothing_is_written(store):
    number = add(store)
    wrong = content(last_day=date(2025, 1, 1))
    assert codes(refusal(store, change_officer, ChangeOfficer(number, 1, wrong))) == [
        "officer-leaves-before-start"
    ]
    assert stored(store)[number] == JANIS


def test_an_officer_who_is_gone_cannot_be_changed(store):
    assert refusal(store, change_officer, ChangeOfficer(9, 1, JANIS)).code == "officer-unknown"


def test_the_second_of_two_windows_is_refused_and_shown_the_other_version(store_as):
    first, second = store_as("administrator"), store_as("senior_officer")
    number = add(first)
    seen = second.read(officer_card, number)
    first.run(change_officer, ChangeOfficer(number, seen.version, content(phone="6000 0001")))
    late = ChangeOfficer(number, seen.version, content(phone="6000 0002"))
    error = refusal(second, change_officer, late)
    assert error.code == "changed-meanwhile"
    assert error.facts["who"] == "Anna Bērziņa"
    assert error.facts["theirs"]["phone"] == "6000 0001"
    assert one(second).phone == "6000 0001"


@pytest.mark.parametrize("role", ["duty_officer", "auditor", "trainee", "practice_coordinator"])
def test_only_those_who_plan_may_change_officers(store_as, role):
    with pytest.raises(NotAllowed):
        store_as(role).run(add_officer, AddOfficer(JANIS))


def test_a_trainee_does_not_see_the_officers(store_as):
    with pytest.raises(NotAllowed):
        store_as("trainee").read(officers)


def test_undo_takes_an_addition_back_and_redo_gives_the_same_number(store):
    done = store.run(add_officer, AddOfficer(JANIS))
    again = back(store, done)
    assert stored(store) == {}
    back(store, again)
    assert stored(store) == {done.value: JANIS}


def test_a_number_taken_back_is_never_given_to_somebody_else(store):
    done = store.run(add_officer, AddOfficer(JANIS))
    back(store, done)
    assert add(store, "A-2") > done.value


def test_several_changes_are_undone_one_after_another(store):
    number = add(store)
    steps = []
    for phone in ("1", "2", "3"):
        request = ChangeOfficer(number, one(store).version, content(phone=phone))
        steps.append(store.run(change_officer, request))
    for done, phone in zip(reversed(steps), ("2", "1", ""), strict=True):
        back(store, done)
        assert one(store).phone == phone


def test_undo_refuses_what_somebody_changed_since(store):
    number = add(store)
    done = store.run(change_officer, ChangeOfficer(number, 1, content(phone="1")))
    store.run(change_officer, ChangeOfficer(number, 2, content(phone="2")))
    with pytest.raises(KnownError) as found:
        back(store, done)
    assert found.value.code == "officers-changed-meanwhile"
    assert one(store).phone == "2"


def imported(*changes, headings=None) -> ImportOfficers:
    return ImportOfficers(tuple(changes), "list.csv", headings or {})


def test_an_import_adds_and_changes_in_one_step_and_undo_restores_exactly(store):
    kept, changed = add(store, "A-1"), add(store, "A-2", surname="Cits")
    before = store.read(officers)
    new = [OfficerChange(None, None, content(f"N-{n}", surname=f"Jauns {n}")) for n in range(3)]
    change = OfficerChange(changed, before[1].content, content("A-2", surname="Cits", team=4))
    done = store.run(import_officers, imported(change, *new))
    assert len(stored(store)) == 5
    assert stored(store)[changed].team == 4
    again = back(store, done)
    assert stored(store) == {row.officer_id: row.content for row in before}
    back(store, again)
    assert set(stored(store)) == {kept, *done.value}


def test_one_bad_row_keeps_the_whole_list_out(store):
    rows = [OfficerChange(None, None, content(f"N-{n}", surname=f"Jauns {n}")) for n in range(3)]
    bad = OfficerChange(None, None, content("N-1", surname=""))
    error = refusal(store, import_officers, imported(*rows, bad, headings={"a": "badge"}))
    assert sorted(codes(error)) == ["officer-badge-taken", "officer-badge-taken", "text-missing"]
    assert error.problems[0].facts["officer"]
    assert stored(store) == {}
    assert store.read(remembered_mapping) == {}


def test_a_list_confirmed_on_an_outdated_preview_is_refused(store):
    number = add(store)
    store.run(change_officer, ChangeOfficer(number, 1, content(phone="1")))
    late = OfficerChange(number, JANIS, content(phone="2"))
    error = refusal(store, import_officers, imported(late))
    assert (error.code, error.facts) == (
        "officers-changed-meanwhile",
        {"name": "Bērzgrauds Jānis"},
    )


def test_a_list_that_would_take_officers_out_is_a_bug(store):
    number = add(store)
    with pytest.raises(ValueError, match="takes none out"):
        store.run(import_officers, imported(OfficerChange(number, JANIS, None)))


def test_headings_are_remembered_with_the_import(store):
    store.run(
        import_officers,
        imported(OfficerChange(None, None, JANIS), headings={"nr": "badge", "x": ""}),
    )
    store.run(
        import_officers,
        imported(OfficerChange(None, None, content("B", surname="B")), headings={"x": "post"}),
    )
    assert store.read(remembered_mapping) == {"nr": "badge", "x": "post"}


TEXTS = st.text("aāčšž'<&=- .", min_size=1, max_size=6).map(str.strip).filter(bool)
LISTS = st.lists(st.builds(content, TEXTS, surname=TEXTS, team=st.integers(1, 4)), max_size=6)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LISTS)
def test_a_list_is_written_whole_or_not_at_all_and_comes_off_again(store, contents):
    before = stored(store)
    rows = [OfficerChange(None, None, each) for each in contents]
    try:
        done = store.run(import_officers, imported(*rows))
    except RuleBroken:
        assert stored(store) == before
        return
    assert len(stored(store)) == len(before) + len(contents)
    back(store, done)
    assert stored(store) == before


def test_an_officer_on_a_roster_is_not_taken_out_by_undo(store):
    from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells

    done = store.run(add_officer, AddOfficer(JANIS))
    edit = CellEdit(done.value, date(2026, 5, 1), "B")
    store.run(change_cells, ChangeCells((edit,)))
    with pytest.raises(KnownError) as found:
        back(store, done)
    assert found.value.code == "officer-in-use"
    assert stored(store) == {done.value: JANIS}
