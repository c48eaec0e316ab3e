"""A person's own extract: all that is theirs in full, and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from openblock import clock
from openblock.features.residents.commands import (
    AddNote,
    OpenKeepApart,
    SaveAlert,
    add_note,
    open_keep_apart,
    save_alert,
)
from openblock.features.residents.queries.extract import resident_extract
from openblock.features.residents.rules.content import AlertContent
from openblock.features.residents.sheets import ExtractSheet, extract_sheet
from openblock.features.residents.sheets.extract import hyphenated
from openblock.storage.store import Store
from tests.factories import (
    with_area,
    with_booking,
    with_house,
    with_placement,
    with_prison,
    with_resident,
)

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def standing_clock() -> Iterator[None]:
    with clock.standing_at(NOW):
        yield


@pytest.fixture
def person(store: Store) -> int:
    prison = with_prison(store, "Tālais cietums")
    return with_resident(
        store,
        *("O'Braiens", "Ģirts"),
        personal_code="161175-19997",
        birth_date=date(1975, 11, 16),
        admitted_from_id=prison,
        sentence_start=date(2024, 2, 1),
        sentence_end=date(2027, 2, 1),
    )


def sheet_of(store: Store, person: int) -> ExtractSheet:
    return extract_sheet(store.read(resident_extract, person, NOW), NOW)


def test_the_personal_code_stands_in_full_for_it_is_the_persons_own(store, person):
    assert ("Personal code", "161175-19997") in sheet_of(store, person).person
    assert hyphenated("") == ""


def test_what_is_not_known_is_a_dash_and_not_a_gap(store):
    lines = dict(sheet_of(store, with_resident(store)).person)
    assert lines["Personal code"] == lines["Photograph"] == lines["Contact person"] == "–"


def test_a_stay_says_how_it_began_and_the_sentence(store, person):
    (stay,) = sheet_of(store, person).stays
    assert stay == (
        "05/01/2026 11:00",
        "",
        "Transfer from another prison, Tālais cietums",
        "01/02/2024–01/02/2027",
        "",
    )


def test_placements_say_from_which_bed_to_which_why_and_on_whose_decision(store, person):
    beds = with_house(store).beds
    with_placement(store, person, beds["101 A"])
    moved = NOW - timedelta(days=3)
    with_placement(
        store,
        person,
        beds["102 B"],
        moved,
        reason="commission",
        remark="pēc lūguma",
        decision_number="12/3",
    )
    newest, first = sheet_of(store, person).placements
    assert newest[2] == "101 A → 102 B"
    assert newest[3] == "Decision of the placement commission, pēc lūguma, decision No. 12/3"
    assert newest[1] == ""
    assert first == ("05/01/2026 11:00", "19/11/2026 12:00", "101 A", "Admission")


def test_bookings_of_the_grounds_say_when_where_and_what_became_of_them_and_nothing_of_others(
    store, person
):
    other = with_resident(store, "Zvirgzds", "Otto")
    garden = with_area(store, "Dārzs", ratio=0, indoor=True)
    starts, ends = NOW + timedelta(hours=1), NOW + timedelta(hours=2)
    with_booking(store, garden, (person, other), starts, ends, purpose="ravēšana")
    sheet = sheet_of(store, person)
    when = ("22/11/2026 13:00", "22/11/2026 14:00")
    assert sheet.uses == ((*when, "Dārzs", "booked, ravēšana"),)
    assert "Zvirgzds" not in repr(sheet)


def test_who_the_person_is_kept_apart_from_and_why_is_on_no_line(store, person):
    other = with_resident(store, "Zvirgzds", "Otto")
    request = OpenKeepApart(person, other, "section", "Zvirgzds threatened him")
    store.run(open_keep_apart, request)
    sheet = sheet_of(store, person)
    assert sheet.apart == (("22/11/2026 12:00", "", "Not in one section"),)
    assert "Zvirgzds" not in repr(sheet)
    assert "threatened" not in repr(sheet)


def test_notes_are_marked_fact_or_assessment_and_do_not_name_their_author(store, person):
    first = store.run(add_note, AddNote(person, "fact", "Came back at 19:40.")).value
    store.run(add_note, AddNote(person, "assessment", "It was 19:20.", corrects_id=first))
    sheet = sheet_of(store, person)
    assert {(kind, text) for _when, kind, text in sheet.notes} == {
        ("Fact", "Came back at 19:40."),
        ("Assessment, corrects the note of 22/11/2026 12:00", "It was 19:20."),
    }
    assert "Anna" not in repr(sheet.notes)


def test_an_alert_mark_stands_with_its_days_kind_and_words(store, person):
    content = AlertContent("health", "asthma", date(2026, 11, 1), date(2026, 12, 1))
    store.run(save_alert, SaveAlert(person, None, 0, content))
    assert sheet_of(store, person).alerts == (("01/11/2026", "01/12/2026", "Health", "asthma"),)
