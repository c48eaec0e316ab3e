from __future__ import annotations

from datetime import date, datetime

import pytest

from openblock import clock, i18n
from openblock.features.residents.queries.lists import known_people, listed_residents
from openblock.features.residents.sheets.list_file import (
    residents_columns,
    residents_list_head,
    residents_list_rows,
    wall_moment,
)
from openblock.importing.cells import Unreadable
from openblock.importing.columns import guess_mapping
from openblock.importing.export import write_csv, write_xlsx
from openblock.importing.preview import Outcome
from tests.factories import with_prison, with_resident
from tests.features.residents.lists import MOMENT, block, previewed

PRISONS = ("Jelgavas cietums", "Liepājas cietums")


@pytest.fixture(autouse=True)
def standing():
    with clock.standing_at(MOMENT):
        yield


def read(key: str, cell):
    (column,) = [each for each in residents_columns(PRISONS) if each.key == key]
    return column.read(cell)


def refused(key: str, cell) -> Unreadable:
    with pytest.raises(Unreadable) as reason:
        read(key, cell)
    return reason.value


@pytest.mark.parametrize(
    ("key", "cell", "value"),
    [
        ("sex", "S", "female"),
        ("sex", "Vīr.", "male"),
        ("sex", "Woman", "female"),
        ("needs", "apakšējā gulta; nesmēķētājiem", ("non_smoking", "lower_bed")),
        ("admitted", "12.10.2026 14:30", datetime(2026, 10, 12, 14, 30)),  # noqa: DTZ001
        ("admitted", "12.10.2026", date(2026, 10, 12)),
        ("admitted_from", "LIEPAJAS CIETUMS", "Liepājas cietums"),
        ("personal_code", 32510000008, "32510000008"),
        ("given_first", "Anna Marija Ozolzara", ("Anna Marija", "Ozolzara")),
    ],
)
def test_cells_are_read_as_people_write_them(key, cell, value):
    assert read(key, cell) == value


@pytest.mark.parametrize("cell", [1019015267, "1019015267", "10190-15267"])
def test_a_code_that_lost_its_first_zero_to_a_spreadsheet_is_told(cell):
    assert refused("personal_code", cell).code == "cell-lost-zero"


def test_a_prison_that_is_not_in_the_list_is_told_with_the_nearest():
    reason = refused("admitted_from", "Liepaja")
    assert (reason.code, reason.facts["nearest"]) == ("list-prison-unknown", "Liepājas cietums")
    assert refused("admitted_from", "Zzz").facts["nearest"] == ""


def test_an_arrival_is_shown_by_the_wall_clock_and_at_midnight_as_a_day():
    assert wall_moment(clock.at(date(2026, 7, 1), 0)) == date(2026, 7, 1)
    summer = wall_moment(clock.at(date(2026, 7, 1), 90))
    assert summer == datetime(2026, 7, 1, 1, 30)  # noqa: DTZ001 - the wall clock's


def test_every_exported_heading_but_the_bed_is_known_to_the_import():
    for language in ("lv", "en"):
        i18n.set_language(language)
        head = residents_list_head(codes=True)
        mapped = guess_mapping(head, residents_columns(PRISONS), {})
        keys = [each.key for each in residents_columns() if not each.gives]
        assert [mapped.get(place) for place in range(len(head))] == [*keys, None]


def people(store) -> None:
    prison = with_prison(store)
    with_resident(
        store,
        "O'Brien",
        "Žanis",
        personal_code="161175-19997",
        birth_date=date(1975, 11, 16),
        sex="male",
        needs=("lower_bed", "non_smoking"),
        admitted_from_id=prison,
        admitted=clock.at(date(2026, 10, 25), 3 * 60 + 30),
        sentence_end=date(2030, 1, 1),
    )
    with_resident(store, "Ābele", "Zane", birth_date=date(1990, 4, 3), sex="female")


def test_personal_codes_stand_in_a_list_only_where_they_are_given(store):
    people(store)
    rows = store.read(listed_residents, clock.now())
    plain = residents_list_rows(rows, {})
    assert len(plain[0]) == len(residents_list_head())
    assert "161175-19997" not in [str(cell) for row in plain for cell in row]
    (coded,) = [each.resident_id for each in rows if each.content.surname == "O'Brien"]
    shown = residents_list_rows(rows, {coded: "105 A"}, {coded: "16117519997"})
    assert [row[0] for row in shown] == ["Ābele", "O'Brien"]
    assert shown[1][2] == "161175-19997"
    assert [row[-1] for row in shown] == ["", "105 A"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("with_codes", [True, False])
def test_an_exported_list_is_imported_unchanged(store, tmp_path, kind, language, with_codes):
    people(store)
    known = store.read(known_people, clock.now())
    codes = {each.resident_id: each.content.personal_code for each in known} if with_codes else None
    i18n.set_language(language)
    head, rows = residents_list_head(codes=with_codes), residents_list_rows(known, {}, codes)
    path = tmp_path / f"list.{kind}"
    if kind == "csv":
        write_csv(path, head, rows)
    else:
        write_xlsx(path, head, rows, sheet="Residents")
    found = previewed(path, block(store))
    assert found.faults == ()
    assert [row.outcome for row in found.rows] == [Outcome.UNCHANGED] * 2
