"""RES-10: after the years of retention a person is made unrecognisable, for good."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert

from openblock import clock
from openblock.errors import NotAllowed
from openblock.features.accounts.commands import (
    ChangeSetting,
    SaveDraft,
    change_setting,
    save_draft,
)
from openblock.features.accounts.queries import own_draft
from openblock.features.accounts.tables import Account
from openblock.features.residents.commands import (
    AddNote,
    CancelArrival,
    ChangeResident,
    EraseResident,
    OpenKeepApart,
    SaveAlert,
    SetPhoto,
    add_note,
    cancel_arrival,
    change_resident,
    erase_resident,
    erases_with,
    erasure,
    open_keep_apart,
    save_alert,
    set_photo,
)
from openblock.features.residents.queries import (
    find_residents,
    pairs_open,
    personal_code,
    residents,
)
from openblock.features.residents.rules.content import AlertContent, ResidentContent, Status
from tests.factories import with_officer, with_resident
from tests.features.residents.doing import (
    DAY,
    JPEG,
    NOW,
    WHY,
    card,
    codes,
    log_of,
    refusal,
    version,
)

LEFT = datetime(2016, 11, 22, 10, tzinfo=UTC)
SECRETS = ("Bērziņš", "Jānis", "16117519996", "1975", "lower_bed", "Noslēpums", "strīds")


ANNA = {
    "id": 1,
    "slot_id": "1",
    "name": "Anna Bērziņa",
    "name_key": "anna berzina",
    "role": "administrator",
    "language": "lv",
    "active": True,
    "must_change_password": False,
    "added_at": LEFT,
    "version": 1,
}


@pytest.fixture
def gone(store):
    """Somebody about whom everything is known, and who left exactly ten years ago."""
    number = with_resident(
        store,
        admitted=LEFT - 300 * DAY,
        discharged=LEFT,
        personal_code="161175-19996",
        birth_date=date(1975, 11, 16),
        needs=("lower_bed",),
        contact_officer_id=with_officer(store),
    )
    store.run(add_note, AddNote(number, "fact", "Noslēpums."))
    alert = AlertContent("conflict", "Noslēpums", date(2016, 1, 1))
    store.run(save_alert, SaveAlert(number, None, 0, alert))
    store.run(set_photo, SetPhoto(number, JPEG))
    other = with_resident(store, "Ozols", "Pēteris")
    store.run(open_keep_apart, OpenKeepApart(number, other, "room", "vecs strīds"))
    return number


def erase(store, number: int, reason: str = WHY) -> EraseResident:
    return EraseResident(number, version(store, number), reason)


def test_nothing_that_says_who_it_was_is_left(store, gone):
    done = store.run(erase_resident, erase(store, gone))
    found = card(store, gone)
    assert done.undo is None
    assert found.row.name == f"Dzēsts {gone}"
    assert found.erased_at == NOW
    assert not any(secret in str(found) for secret in SECRETS)
    assert (found.content.birth_date, found.content.needs, found.photo) == (None, (), None)
    assert store.read(personal_code, gone) == ""
    assert store.read(find_residents, "berzins", NOW) == ()
    assert store.read(find_residents, "dzests", NOW) == ()


def test_what_happened_stays_for_the_figures(store, gone):
    store.run(erase_resident, erase(store, gone))
    found = card(store, gone)
    assert [each.content.discharged for each in found.stays] == [LEFT]
    assert found.row.status is Status.DISCHARGED
    assert [each.kind for each in found.notes] == ["fact"]
    assert len(found.alerts) == len(store.read(pairs_open)) == 1
    assert len(store.read(residents, NOW, with_discharged=True)) == 2


def test_the_log_of_it_names_what_was_emptied_and_not_what_stood_there(store, gone):
    store.run(erase_resident, erase(store, gone))
    row = log_of(store, "erase_resident")
    assert (row.reason, row.subjects) == (WHY, (("resident", str(gone)),))
    person = next(each for each in row.changes if each["table"] == "residents")
    assert {"surname", "personal_code", "birth_date"} <= set(person["old"])
    assert {*person["old"].values(), *person["new"].values()} == {"…"}
    assert not any(secret in str(row) for secret in SECRETS)


@pytest.mark.parametrize(("years", "refused"), [(10, False), (11, True)])
def test_res_10_the_years_of_retention_are_the_blocks_setting(store, gone, years, refused):
    store.run(change_setting, ChangeSetting("retention_years", years))
    if refused:
        error = refusal(store, erase_resident, erase(store, gone))
        assert codes(error) == ["erase-too-early"]
        assert error.problems[0].facts == {"years": 11}
    else:
        store.run(erase_resident, erase(store, gone))


def test_res_10_a_day_before_the_years_are_over_is_too_early(store, gone):
    with clock.standing_at(NOW - DAY):
        error = refusal(store, erase_resident, erase(store, gone))
    assert codes(error) == ["erase-too-early"]


def test_who_is_here_is_not_erased(store):
    number = with_resident(store, admitted=LEFT)
    assert codes(refusal(store, erase_resident, erase(store, number))) == ["erase-too-early"]


def test_who_never_arrived_may_be_erased_at_once(store):
    number = with_resident(store, admitted=NOW + DAY)
    shown = card(store, number).stays[0]
    store.run(cancel_arrival, CancelArrival(shown.stay_id, shown.version, WHY))
    store.run(erase_resident, erase(store, number))
    assert card(store, number).erased_at == NOW


def test_erasing_wants_a_reason_and_the_card_as_it_stands(store, gone):
    assert codes(refusal(store, erase_resident, erase(store, gone, "abcd"))) == ["reason-needed"]
    late = EraseResident(gone, 7, WHY)
    assert refusal(store, erase_resident, late).code == "changed-meanwhile"


def test_nothing_is_entered_about_an_erased_person_any_more(store, gone):
    store.run(erase_resident, erase(store, gone))
    content = ResidentContent("Bērziņš", "Jānis")
    for command, request in (
        (erase_resident, EraseResident(gone, 2, WHY)),
        (change_resident, ChangeResident(gone, 2, content)),
        (add_note, AddNote(gone, "fact", "Ieradās.")),
    ):
        assert refusal(store, command, request).code == "resident-erased"


def test_only_an_administrator_erases(store_as):
    with pytest.raises(NotAllowed):
        store_as("senior_officer").run(erase_resident, EraseResident(1, 1, WHY))


def test_what_anybody_had_half_typed_about_the_person_is_gone_too(store, gone):
    with store.engine.begin() as connection:
        connection.execute(insert(Account), [ANNA])
    for form, about in (("residents.note", gone), ("residents.form", gone + 1)):
        typed = {"form": "note", "resident_id": about, "typed": {"text": "Noslēpums"}}
        store.run(save_draft, SaveDraft(form, typed))
    store.run(erase_resident, erase(store, gone))
    assert store.read(own_draft, 1, "residents.note") is None
    assert store.read(own_draft, 1, "residents.form") is not None


def test_what_other_features_hold_of_the_person_is_emptied_with_the_rest(store, gone, monkeypatch):
    monkeypatch.setattr(erasure, "_erasings", {})
    erased = []
    erases_with("tests", lambda _work, number: erased.append(number))
    store.run(erase_resident, erase(store, gone))
    assert erased == [gone]
