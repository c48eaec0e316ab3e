"""People are corrected, and whatever was entered goes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openblock.clock import FOREVER
from openblock.errors import KnownError
from openblock.features.accounts.queries import log_rows
from openblock.features.residents.commands import (
    ChangeResident,
    ReadmitResident,
    admit_resident,
    change_resident,
    readmit_resident,
)
from openblock.features.residents.queries import find_residents, personal_code, residents
from openblock.features.residents.rules.content import ResidentContent, Status, StayContent
from openblock.storage.log import LogFilter
from tests.factories import with_resident
from tests.features.residents.admitting import JANIS, STAY, admit, changed
from tests.features.residents.doing import (
    DAY,
    NOW,
    WHY,
    back,
    card,
    codes,
    fields,
    refusal,
    stands,
)


def test_a_change_is_stored_and_found_by_the_new_name(store):
    number = with_resident(store)
    content = replace(JANIS, surname="Čakste", needs=("own_toilet", "accessible"))
    store.run(change_resident, changed(store, number, content))
    found = card(store, number)
    assert replace(found.content, personal_code="") == replace(content, personal_code="")
    assert [each.resident_id for each in store.read(find_residents, "cakste", NOW)] == [number]
    assert store.read(find_residents, "berzins", NOW) == ()


def test_a_code_sent_back_masked_stays_as_it_is(store):
    number = with_resident(store, personal_code="161175-19997")
    shown = card(store, number).content
    assert shown.personal_code == "******-*9997"
    store.run(change_resident, changed(store, number, replace(shown, given_name="Juris")))
    assert store.read(personal_code, number) == "16117519997"


def test_a_code_is_taken_away_by_emptying_it_and_never_guessed_from_a_mask(store):
    number = with_resident(store, personal_code="161175-19997")
    shown = card(store, number).content
    wrong = changed(store, number, replace(shown, personal_code="******-*9998"))
    assert fields(refusal(store, change_resident, wrong)) == [
        ("personal_code", "personal-code-shape")
    ]
    store.run(change_resident, changed(store, number, replace(shown, personal_code="")))
    assert store.read(personal_code, number) == ""


def test_a_warning_once_answered_is_not_asked_about_at_every_change(store):
    content = replace(JANIS, personal_code="161175-19996")
    number = store.run(admit_resident, admit(content, reason=WHY)).value
    store.run(change_resident, changed(store, number, replace(content, sex="")))
    error = refusal(
        store,
        change_resident,
        changed(store, number, replace(content, birth_date=date(1975, 11, 17))),
    )
    assert codes(error) == ["personal-code-other-date"]


def test_a_warning_comes_back_with_another_value(store):
    """The check digit of a second wrong code is asked about again once the first was mended."""
    content = replace(JANIS, personal_code="161175-19996")
    number = store.run(admit_resident, admit(content, reason=WHY)).value
    store.run(change_resident, changed(store, number, JANIS))
    error = refusal(store, change_resident, changed(store, number, content))
    assert codes(error) == ["personal-code-check-digit"]


def test_another_code_that_is_wrong_too_wants_its_own_reason(store):
    content = replace(JANIS, personal_code="161175-19996")
    number = store.run(admit_resident, admit(content, reason=WHY)).value
    other = replace(content, personal_code="161175-19995")
    error = refusal(store, change_resident, changed(store, number, other))
    assert codes(error) == ["personal-code-check-digit"]
    store.run(change_resident, changed(store, number, other, reason="dokumentā tā"))
    store.run(change_resident, changed(store, number, replace(other, sex="")))


def test_a_change_may_make_a_person_too_young_for_the_stay_that_lasts(store):
    number = with_resident(store, admitted=NOW - DAY)
    content = ResidentContent("Bērziņš", "Jānis", birth_date=date(2009, 1, 1))
    error = refusal(store, change_resident, changed(store, number, content))
    assert codes(error) == ["resident-under-age"]
    left = with_resident(store, "Ozols", admitted=NOW - 9 * DAY, discharged=NOW - DAY)
    store.run(change_resident, changed(store, left, replace(content, surname="Ozols")))


def test_the_second_of_two_windows_is_shown_the_other_version_without_the_code(store_as):
    first, second = store_as("administrator"), store_as("duty_officer")
    number = with_resident(first, personal_code="161175-19997")
    first.run(change_resident, ChangeResident(number, 1, replace(JANIS, given_name="Juris")))
    error = refusal(second, change_resident, ChangeResident(number, 1, JANIS))
    assert error.code == "changed-meanwhile"
    assert error.facts["theirs"]["given_name"] == "Juris"
    assert error.facts["theirs"]["personal_code"] == "******-*9997"


def test_undo_takes_an_admission_back_and_redo_gives_the_same_numbers(store):
    done = store.run(admit_resident, admit())
    stood = stands(store)
    again = back(store, done)
    assert store.read(residents, NOW, with_discharged=True) == ()
    back(store, again)
    assert stands(store) == stood


def test_a_number_taken_back_is_never_given_to_somebody_else(store):
    done = store.run(admit_resident, admit())
    back(store, done)
    assert with_resident(store, "Cits") > done.value


CONTENTS = st.builds(
    ResidentContent,
    surname=st.sampled_from(["Bērziņš", "Ozols", "O'Brien", "Čakste-Ģērmane"]),
    given_name=st.sampled_from(["Jānis", "Žanis"]),
    personal_code=st.sampled_from(["", "161175-19997", "161175-19996", "328673-00679"]),
    birth_date=st.sampled_from([None, date(1975, 11, 16), date(2010, 1, 1)]),
    sex=st.sampled_from(["", "male", "female"]),
    needs=st.sampled_from([(), ("lower_bed",), ("lower_bed", "accessible")]),
)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(contents=st.lists(CONTENTS, min_size=1, max_size=4))
def test_undoing_everything_in_turn_meets_every_state_again(store, contents):
    number = with_resident(store, "Sākums")
    states, steps = [], []
    for content in contents:
        states.append(stands(store))
        steps.append(store.run(change_resident, changed(store, number, content, WHY)))
    for done, stood in zip(reversed(steps), reversed(states), strict=True):
        if done.undo is not None:
            back(store, done)
        assert stands(store) == stood


def test_a_change_of_nothing_is_nothing_to_undo(store):
    number = store.run(admit_resident, admit()).value
    assert store.run(change_resident, changed(store, number, JANIS)).undo is None


def test_undo_refuses_what_somebody_changed_since(store):
    number = store.run(admit_resident, admit()).value
    done = store.run(change_resident, changed(store, number, replace(JANIS, sex="")))
    store.run(change_resident, changed(store, number, replace(JANIS, given_name="Juris")))
    with pytest.raises(KnownError) as found:
        back(store, done)
    assert found.value.code == "residents-changed-meanwhile"


def test_an_admission_something_later_builds_on_is_not_taken_back(store):
    done = store.run(admit_resident, admit(stay=replace(STAY, discharged=NOW)))
    store.run(readmit_resident, ReadmitResident(done.value, 1, StayContent(NOW, FOREVER)))
    with pytest.raises(KnownError) as found:
        back(store, done)
    assert found.value.code == "resident-built-upon"
    assert card(store, done.value).row.status is Status.PRESENT


def test_sec_01_nobody_who_reads_the_log_reads_a_personal_code(store):
    number = with_resident(store, personal_code="161175-19997")
    shown = card(store, number).content
    done = store.run(
        change_resident, changed(store, number, replace(shown, personal_code="161175-19996"), WHY)
    )
    back(store, done)
    written = store.read(log_rows, LogFilter())
    assert len([row for row in written if "personal_code" in str(row.changes)]) == 3
    assert not any(code in str(written) for code in ("16117519997", "161175-1999", "16117519996"))


def test_a_save_that_meets_anothers_shows_the_code_masked(store):
    number = with_resident(store, personal_code="161175-19997")
    request = changed(store, number, JANIS)
    store.run(change_resident, replace(request, content=replace(JANIS, given_name="Juris")))
    met = refusal(store, change_resident, request)
    assert met.facts["theirs"]["personal_code"] == "******-*9997"
