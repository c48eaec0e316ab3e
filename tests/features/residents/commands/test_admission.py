"""People come in, come again, and are corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import NotAllowed, RuleBroken
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.residents.commands import (
    AdmitResident,
    ChangeResident,
    ReadmitResident,
    admit_resident,
    change_resident,
    readmit_resident,
)
from openblock.features.residents.queries import personal_code, residents
from openblock.features.residents.rules.content import ResidentContent, Status, StayContent
from tests.factories import with_officer, with_prison, with_resident
from tests.features.residents.admitting import JANIS, STAY, admit
from tests.features.residents.doing import (
    DAY,
    NOW,
    WHY,
    back,
    card,
    codes,
    fields,
    log_of,
    refusal,
    version,
)


def test_a_person_is_stored_tidied_with_the_first_stay(store):
    officer, prison = with_officer(store), with_prison(store)
    typed = replace(
        JANIS, surname="  Bērziņš  Ozols ", contact_officer_id=officer, needs=("lower_bed",)
    )
    stay = replace(STAY, admitted_from_id=prison, sentence_end=date(2028, 1, 1))
    number = store.run(admit_resident, admit(typed, stay)).value
    found = card(store, number)
    assert (found.row.name, found.row.status) == ("Bērziņš Ozols Jānis", Status.PRESENT)
    assert (found.content.needs, found.contact_officer) == (("lower_bed",), "Bērziņš Jānis")
    assert [each.content for each in found.stays] == [stay]
    assert found.stays[0].admitted_from == "Tālais cietums"
    assert store.read(personal_code, number) == "16117519997"


def test_a_stay_may_be_planned_or_lie_wholly_behind(store):
    planned = with_resident(store, admitted=NOW + DAY)
    past = with_resident(store, "Ozols", admitted=NOW - 9 * DAY, discharged=NOW - DAY)
    assert card(store, planned).row.status is Status.PLANNED
    assert card(store, past).row.status is Status.DISCHARGED


def test_every_problem_of_person_and_stay_is_told_at_once(store):
    wrong = ResidentContent("", "J1", "12", date(2026, 12, 1), "x", ("y",), 99)
    stay = replace(
        STAY, admission_kind="z", admitted_from_id=99, discharged=NOW, transferred_to_id=98
    )
    assert fields(refusal(store, admit_resident, admit(wrong, stay))) == [
        ("surname", "text-missing"),
        ("given_name", "name-sign"),
        ("personal_code", "personal-code-shape"),
        ("birth_date", "birth-date-in-future"),
        ("sex", "choice-unknown"),
        ("needs", "choice-unknown"),
        ("contact_officer_id", "officer-unknown"),
        ("birth_date", "resident-under-age"),
        ("admission_kind", "choice-unknown"),
        ("admitted_from_id", "prison-unknown"),
        ("transferred_to_id", "prison-unknown"),
    ]
    assert store.read(residents, NOW) == ()


def test_a_prison_is_chosen_while_it_is_in_use(store):
    prison = with_prison(store, active_from=date(2026, 11, 21), active_to=date(2026, 11, 22))
    for shift, known in ((-2, False), (-1, True), (0, True), (1, False)):
        stay = replace(STAY, admitted=NOW + shift * DAY, admitted_from_id=prison)
        if known:
            back(store, store.run(admit_resident, admit(stay=stay)))
        else:
            error = refusal(store, admit_resident, admit(stay=stay))
            assert fields(error) == [("admitted_from_id", "prison-not-in-use")]


def test_where_somebody_will_go_is_judged_by_today_while_no_end_is_known(store):
    prison = with_prison(store, active_to=date(2026, 11, 22))
    store.run(admit_resident, admit(stay=replace(STAY, transferred_to_id=prison)))


def test_res_03_a_wrong_check_digit_is_refused_until_a_reason_is_given(store):
    content = replace(JANIS, personal_code="161175-19996")
    assert codes(refusal(store, admit_resident, admit(content))) == ["personal-code-check-digit"]
    number = store.run(admit_resident, admit(content, reason=f"  {WHY} ")).value
    assert log_of(store, "admit_resident").reason == WHY
    assert store.read(personal_code, number) == "16117519996"


@pytest.mark.parametrize(("reason", "done"), [("    abcd   ", False), (" abcde ", True)])
def test_a_reason_for_a_warning_has_five_characters(store, reason, done):
    content = replace(JANIS, personal_code="161175-19996")
    if done:
        assert store.run(admit_resident, admit(content, reason=reason)).value
    else:
        refused = refusal(store, admit_resident, admit(content, reason=reason))
        assert codes(refused) == ["personal-code-check-digit"]


def test_a_reason_that_is_too_long_is_told_so(store):
    content = replace(JANIS, personal_code="161175-19996")
    assert codes(refusal(store, admit_resident, admit(content, reason="x" * 501))) == [
        *("personal-code-check-digit", "reason-needed"),
    ]


def test_a_reason_answers_for_warnings_and_never_for_errors(store):
    content = replace(JANIS, personal_code="161175-19996", surname="")
    assert codes(refusal(store, admit_resident, admit(content, reason=WHY))) == ["text-missing"]
    assert codes(refusal(store, admit_resident, admit(content))) == [
        *("text-missing", "personal-code-check-digit"),
    ]


@pytest.mark.parametrize(("check", "severity"), [("error", "error"), ("off", "")])
def test_res_03_the_blocks_setting_says_how_much_the_check_digit_stops(store, check, severity):
    store.run(change_setting, ChangeSetting("personal_code_check", check))
    content = replace(JANIS, personal_code="161175-19996")
    if not severity:
        assert store.run(admit_resident, admit(content)).value
        return
    error = refusal(store, admit_resident, admit(content, reason=WHY))
    assert [each.severity for each in error.problems] == [severity]


def test_res_04_a_code_is_unique_among_those_who_left_too(store):
    left = with_resident(
        store, personal_code="161175-19997", admitted=NOW - 9 * DAY, discharged=NOW - DAY
    )
    error = refusal(store, admit_resident, admit(replace(JANIS, surname="Cits"), reason=WHY))
    assert fields(error) == [("personal_code", "personal-code-taken")]
    assert error.problems[0].facts == {"resident_id": left, "name": "Bērziņš Jānis"}


def test_res_04_the_same_person_comes_again_with_a_new_stay(store):
    number = with_resident(store, admitted=NOW - 9 * DAY, discharged=NOW - 5 * DAY)
    request = ReadmitResident(number, version(store, number), STAY)
    done = store.run(readmit_resident, request)
    found = card(store, number)
    assert [each.content.admitted for each in found.stays] == [STAY.admitted, NOW - 9 * DAY]
    assert (found.row.stay_id, found.row.status) == (done.value, Status.PRESENT)
    assert log_of(store, "readmit_resident").subjects == (("resident", str(number)),)


@pytest.mark.parametrize(("days", "refused"), [(5, False), (6, True)])
def test_res_06_a_new_stay_may_touch_the_last_one_but_not_overlap_it(store, days, refused):
    number = with_resident(store, admitted=NOW - 9 * DAY, discharged=NOW - 5 * DAY)
    request = ReadmitResident(number, 1, StayContent(NOW - days * DAY))
    if refused:
        error = refusal(store, readmit_resident, request)
        assert fields(error) == [("admitted", "stays-overlap")]
    else:
        store.run(readmit_resident, request)


def test_res_06_nobody_who_is_here_is_admitted_again(store):
    number = with_resident(store)
    error = refusal(store, readmit_resident, ReadmitResident(number, 1, STAY))
    assert codes(error) == ["stays-overlap"]


@pytest.mark.parametrize(
    ("born", "warned"), [(date(2008, 11, 21), False), (date(2008, 11, 22), True)]
)
def test_res_07_exactly_eighteen_at_admission_is_old_enough(store, born, warned):
    content = ResidentContent("Jauns", "Ģirts", birth_date=born)
    if warned:
        error = refusal(store, admit_resident, admit(content))
        assert fields(error) == [("birth_date", "resident-under-age")]
        store.run(admit_resident, admit(content, reason=WHY))
    else:
        store.run(admit_resident, admit(content))


def test_res_07_the_youngest_age_is_the_blocks_setting(store):
    store.run(change_setting, ChangeSetting("minimum_age", 51))
    assert not codes_of_admission(store, replace(JANIS, birth_date=date(1975, 11, 16)))
    store.run(change_setting, ChangeSetting("minimum_age", 52))
    assert codes_of_admission(store, JANIS) == ["resident-under-age"]


def codes_of_admission(store, content) -> list[str]:
    try:
        back(store, store.run(admit_resident, admit(content)))
    except RuleBroken as refused:
        return codes(refused)
    return []


def test_res_08_the_same_name_and_birth_date_is_warned_of_whatever_the_letters(store):
    number = with_resident(store, birth_date=date(1975, 11, 16))
    content = ResidentContent("BERZINS", "Janis", birth_date=date(1975, 11, 16))
    error = refusal(store, admit_resident, admit(content))
    assert fields(error) == [("surname", "resident-may-exist")]
    assert error.problems[0].facts["resident_id"] == number
    twin = store.run(admit_resident, admit(content, reason=WHY)).value
    assert twin != number


def test_res_08_another_birth_date_is_another_person(store):
    with_resident(store, birth_date=date(1975, 11, 17))
    store.run(admit_resident, admit())


def test_an_unknown_person_is_refused_by_every_command(store):
    for command, request in (
        (change_resident, ChangeResident(9, 1, JANIS)),
        (readmit_resident, ReadmitResident(9, 1, STAY)),
    ):
        assert refusal(store, command, request).code == "resident-unknown"


@pytest.mark.parametrize("role", ["auditor", "trainee", "practice_coordinator"])
def test_only_those_on_duty_admit(store_as, role):
    with pytest.raises(NotAllowed):
        store_as(role).run(admit_resident, admit())


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("surname", "text-not-printable"),
        ("given_name", "text-not-printable"),
        ("personal_code", "personal-code-shape"),
    ],
)
def test_what_no_database_can_keep_is_refused_in_words(store, field, code):
    content = replace(JANIS, **{field: "\ud800"})
    error = refusal(store, admit_resident, AdmitResident(content, StayContent(NOW - DAY)))
    assert (field, code) in fields(error)
