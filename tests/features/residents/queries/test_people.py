"""The register and the search in it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event

from openblock.clock import FOREVER
from openblock.errors import NotAllowed
from openblock.features.residents.commands import (
    OpenKeepApart,
    ReadmitResident,
    SaveAlert,
    open_keep_apart,
    readmit_resident,
    save_alert,
)
from openblock.features.residents.queries import find_residents, people, residents
from openblock.features.residents.rules.content import AlertContent, Status, StayContent
from tests.factories import with_resident
from tests.features.residents.doing import DAY, MINUTE, NOW, WHY


@pytest.fixture
def three(store):
    """One who is here, one who comes, one who was here."""
    return (
        with_resident(store, "Čakste", birth_date=date(1980, 1, 1), sex="male"),
        with_resident(store, "Cielava", admitted=NOW + DAY),
        with_resident(store, "Āboliņš", admitted=NOW - 9 * DAY, discharged=NOW - DAY),
    )


def names(rows) -> list[str]:
    return [row.surname for row in rows]


def test_those_here_and_those_who_come_stand_by_the_latvian_alphabet(store, three):
    rows = store.read(residents, NOW)
    assert [(row.surname, row.status) for row in rows] == [
        ("Cielava", Status.PLANNED),
        ("Čakste", Status.PRESENT),
    ]
    assert (rows[1].name, rows[1].initialled) == ("Čakste Jānis", "Čakste J.")
    assert (rows[1].birth_date, rows[1].sex) == (date(1980, 1, 1), "male")
    assert not hasattr(rows[1], "personal_code")


def test_those_who_were_here_stand_with_them_on_request(store, three):
    rows = store.read(residents, NOW, with_discharged=True)
    assert names(rows) == ["Āboliņš", "Cielava", "Čakste"]
    assert (rows[0].status, rows[0].discharged) == (Status.DISCHARGED, NOW - DAY)


@pytest.mark.parametrize(
    ("at", "status"),
    [
        (NOW - MINUTE, Status.PLANNED),
        (NOW, Status.PRESENT),
        (NOW + DAY - MINUTE, Status.PRESENT),
    ],
)
def test_res_11_who_is_here_is_said_to_the_minute(store, at, status):
    with_resident(store, admitted=NOW, discharged=NOW + DAY)
    (row,) = store.read(residents, at)
    assert row.status is status
    assert store.read(residents, NOW + DAY) == ()


def test_a_person_with_several_stays_stands_once_with_the_one_that_matters(store):
    number = with_resident(store, admitted=NOW - 9 * DAY, discharged=NOW - 5 * DAY)
    again = StayContent(NOW + DAY, NOW + 2 * DAY, sentence_end=date(2027, 5, 5))
    planned = store.run(readmit_resident, ReadmitResident(number, 1, again)).value
    later = StayContent(NOW + 5 * DAY)
    last = store.run(readmit_resident, ReadmitResident(number, 1, later)).value
    for at, stay_id, status in (
        (NOW - 6 * DAY, 1, Status.PRESENT),
        (NOW, planned, Status.PLANNED),
        (NOW + DAY, planned, Status.PRESENT),
        (NOW + 3 * DAY, last, Status.PLANNED),
        (NOW + 9 * DAY, last, Status.PRESENT),
    ):
        for rows in (
            store.read(residents, at),
            store.read(residents, at, with_discharged=True),
            tuple(store.read(people, [number], at).values()),
        ):
            assert [(row.stay_id, row.status) for row in rows] == [(stay_id, status)]
    assert store.read(people, [number], NOW)[number].sentence_end == date(2027, 5, 5)


def test_alert_marks_show_the_days_they_hold_and_each_kind_once(store):
    number = with_resident(store)
    for kind, first, last in (
        ("conflict", date(2026, 11, 22), date(2026, 11, 22)),
        ("conflict", date(2026, 11, 1), None),
        ("health", date(2026, 11, 22), None),
        ("escape", date(2026, 11, 23), None),
        ("other", date(2026, 11, 1), date(2026, 11, 21)),
    ):
        content = AlertContent(kind, "kāpēc", first, last)
        store.run(save_alert, SaveAlert(number, None, 0, content))
    (row,) = store.read(residents, NOW)
    assert row.alerts == ("health", "conflict")
    assert store.read(people, [number], NOW + DAY)[number].alerts == (
        *("health", "conflict", "escape"),
    )


def test_open_pairs_are_counted_on_both_sides(store):
    one, two, three = (with_resident(store, name) for name in ("Aa", "Bb", "Cc"))
    for other in (two, three):
        store.run(open_keep_apart, OpenKeepApart(one, other, "room", WHY))
    assert [row.apart for row in store.read(residents, NOW)] == [2, 1, 1]
    assert store.read(people, [two], NOW)[two].apart == 1
    assert store.read(people, [two], NOW - DAY)[two].apart == 0


def test_people_gives_exactly_those_asked_for(store, three):
    rows = store.read(people, [three[2], three[0], three[0], 99], NOW)
    assert {number: row.surname for number, row in rows.items()} == {
        three[0]: "Čakste",
        three[2]: "Āboliņš",
    }
    assert store.read(people, [], NOW) == {}


def test_an_open_stay_ends_with_forever(store, three):
    assert store.read(people, three, NOW)[three[0]].discharged == FOREVER


def test_the_register_asks_as_much_for_one_as_for_many(store):
    counts = []
    with_resident(store, "Aa")
    for more in ("Bb", "Cc", "Dd"):
        counts.append(statements(store, lambda: store.read(residents, NOW, with_discharged=True)))
        with_resident(store, more)
    assert len(set(counts)) == 1
    assert counts[0] <= 3


def statements(store, read) -> int:
    """How many SELECTs it took."""
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        read()
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
    return sum(each.startswith("SELECT") for each in seen)


def found(store, typed: str, limit: int = 8) -> list[tuple[str, int, Status]]:
    return [
        (each.name, each.rank, each.status)
        for each in store.read(find_residents, typed, NOW, limit)
    ]


def test_a_surname_that_begins_so_stands_first_without_case_and_diacritics(store):
    with_resident(store, "Kalniņš", "Bērtulis")
    with_resident(store, "Bērziņš")
    assert found(store, "BER") == [
        ("Bērziņš Jānis", 0, Status.PRESENT),
        ("Kalniņš Bērtulis", 1, Status.PRESENT),
    ]


def test_those_here_stand_before_those_who_come_before_those_who_were_here(store):
    with_resident(store, "Bēra", admitted=NOW - 9 * DAY, discharged=NOW)
    with_resident(store, "Bērs", admitted=NOW + DAY)
    with_resident(store, "Bērziņš")
    assert [(name[:4], status) for name, _rank, status in found(store, "ber")] == [
        ("Bērz", Status.PRESENT),
        ("Bērs", Status.PLANNED),
        ("Bēra", Status.DISCHARGED),
    ]


def test_one_wrong_letter_is_forgiven_where_room_is_left(store):
    with_resident(store, "Bērziņš")
    with_resident(store, "Bērzons")
    assert [name for name, _rank, _status in found(store, "bērziņš")] == [
        *("Bērziņš Jānis", "Bērzons Jānis"),
    ]
    assert len(found(store, "bērziņš", 1)) == 1
    assert found(store, "brziņš")[0][0] == "Bērziņš Jānis"


@pytest.mark.parametrize("typed", ["", "  ", "qqqqq", "%", "_"])
def test_nothing_typed_and_nothing_like_it_finds_nobody(store, typed):
    with_resident(store)
    assert found(store, typed) == []


def test_the_search_gives_no_more_than_asked_for(store):
    for number in range(5):
        with_resident(store, "Bērziņš", "Jānis" + "s" * number)
    assert len(found(store, "ber", 3)) == 3


def test_an_auditor_reads_the_register_and_a_trainee_does_not(store_as):
    with_resident(store_as("administrator"))
    assert len(store_as("auditor").read(residents, NOW)) == 1
    for query, facts in ((residents, (NOW,)), (find_residents, ("ber", NOW)), (people, ([1], NOW))):
        with pytest.raises(NotAllowed):
            store_as("trainee").read(query, *facts)
