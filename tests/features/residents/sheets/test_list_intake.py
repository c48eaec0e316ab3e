"""A list of residents adds and corrects people; it doubles nobody and decides nothing."""

from __future__ import annotations

import csv as csv_writer
import io
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openblock import clock
from openblock.features.residents.commands.importing import import_residents
from openblock.features.residents.queries.lists import known_people
from openblock.features.residents.sheets.list_intake import residents_import
from openblock.importing.preview import Outcome
from openblock.resources import resource
from openblock.ui.messages import has_words
from tests.factories import with_prison, with_resident
from tests.features.residents.lists import MOMENT, block, csv, previewed, told

CODE = "161175-19997"
BORN = date(1975, 11, 16)
HEAD = "Uzvārds;Vārds;Personas kods;Dzimšanas datums;Uzņemts;Soda beigas\n"


@pytest.fixture(autouse=True)
def standing():
    with clock.standing_at(MOMENT):
        yield


def janis(store, **facts) -> int:
    own = {"personal_code": CODE, "birth_date": BORN, **facts}
    return with_resident(store, "Bērziņš", "Jānis", **own)


def seen(store, folder, *rows: str):
    return previewed(csv(folder, HEAD + "".join(f"{row}\n" for row in rows)), block(store))


@pytest.mark.parametrize("name", ["residents.csv", "residents-windows-1257.csv", "residents.xlsx"])
def test_each_sample_brings_24_people_without_a_fault(store, name):
    known = block(store)
    found = previewed(resource("samples", name), known)
    assert found.faults == ()
    assert len(found.of(Outcome.NEW)) == 24
    store.run(import_residents, residents_import(found, known, name))
    assert len(store.read(known_people, clock.now())) == 24


def test_the_faulty_sample_names_every_row(store):
    found = previewed(resource("samples", "residents-with-faults.csv"), block(store))
    assert told(found) == {
        (2, "D", "cell-no-such-date"),
        (3, "F", "cell-no-such-date"),
        (4, "A", "list-names-swapped"),
        (5, "C", "personal-code-check-digit"),
        (6, "C", "import-twice"),
        (7, "C", "import-twice"),
        (8, "G", "list-prison-unknown"),
        (9, "E", "cell-not-one-of"),
        (10, "F", "cell-short-year"),
        (11, "I", "sentence-ends-before-start"),
        (12, "A", "name-sign"),
        (13, "J", "cell-not-one-of"),
        (14, "F", "list-no-arrival"),
        (15, "D", "list-unrecognisable"),
    }
    assert found.to_write == ()


@pytest.mark.parametrize(
    "row",
    [
        "Bērziņš;Jānis;161175-19997;;;",
        "Bērziņš;Jānis;161175 19997;16.11.1975;;",
        "BĒRZIŅŠ;JĀNIS;16117519997;;05.01.2026;",
        "Berzins;Janis;;16.11.1975;;",
    ],
)
def test_somebody_known_is_recognised_by_code_or_else_by_name_and_birth_date(store, tmp_path, row):
    janis(store)
    (found,) = seen(store, tmp_path, row).rows
    assert (found.outcome, found.faults) == (Outcome.UNCHANGED, ())


def test_what_the_preview_holds_of_the_block_shows_no_personal_code(store, tmp_path):
    janis(store)
    (found,) = seen(store, tmp_path, "Bērziņš;Jānis;;16.11.1975;;").rows
    assert found.values["personal_code"] == "******-*9997"


def test_a_changed_list_changes_only_what_differs(store, tmp_path):
    janis(store, sex="male", needs=("lower_bed",))
    known = block(store)
    found = seen(store, tmp_path, "Bērziņš-Kalns;Jānis;161175-19997;;;01.02.2030")
    assert found.rows[0].changes == {
        "surname": ("Bērziņš", "Bērziņš-Kalns"),
        "sentence_end": (None, date(2030, 2, 1)),
    }
    store.run(import_residents, residents_import(found, known))
    (stored,) = store.read(known_people, clock.now())
    assert stored.content.personal_code == CODE.replace("-", "")
    assert (stored.content.sex, stored.content.needs) == ("male", ("lower_bed",))
    assert stored.stay.sentence_end == date(2030, 2, 1)


def test_one_person_in_two_rows_by_code_and_by_name_is_told(store, tmp_path):
    janis(store)
    rows = ("Bērziņš;Jānis;161175-19997;;;", "Bērziņš;Jānis;;16.11.1975;;")
    assert told(seen(store, tmp_path, *rows)) == {
        (2, "C", "import-twice"),
        (3, "C", "import-twice"),
    }


def test_one_new_person_in_two_rows_by_code_and_by_name_is_told(store, tmp_path):
    rows = ("Liepa;Zane;161175-19997;16.11.1975;1.10.2026;", "Liepa;Zane;;16.11.1975;1.10.2026;")
    assert told(seen(store, tmp_path, *rows)) == {
        (2, "A", "import-twice"),
        (3, "A", "import-twice"),
    }


def test_a_code_under_another_name_is_refused_as_after_sorting_one_column(store, tmp_path):
    janis(store)
    assert told(seen(store, tmp_path, "Liepa;Zane;161175-19997;;;")) == {
        (2, "A", "list-other-name")
    }


def test_a_new_code_for_a_name_that_is_known_is_left_to_the_officer(store, tmp_path):
    janis(store, personal_code="")
    found = seen(store, tmp_path, "Bērziņš;Jānis;161175-19997;16.11.1975;1.10.2026;")
    assert told(found) == {(2, "A", "resident-may-exist")}


def test_two_people_of_one_name_and_birth_date_are_not_guessed_between(store, tmp_path):
    janis(store)
    janis(store, personal_code="")
    found = seen(store, tmp_path, "Bērziņš;Jānis;;16.11.1975;1.10.2026;")
    assert found.rows[0].outcome is Outcome.FAULTY
    assert told(found) == {(2, "A", "resident-may-exist")}


def test_nobody_is_admitted_again_by_a_list(store, tmp_path):
    janis(store, discharged=clock.now() - timedelta(days=9))
    found = seen(store, tmp_path, "Bērziņš;Jānis;161175-19997;;20.11.2026;")
    assert (2, "", "list-been-here") in told(found)
    assert found.to_write == ()


def test_an_arrival_is_not_moved_by_a_list(store, tmp_path):
    janis(store)
    assert told(seen(store, tmp_path, "Bērziņš;Jānis;161175-19997;;6.01.2026;")) == {
        (2, "E", "list-other-arrival")
    }


def test_a_warning_answered_on_the_card_does_not_keep_a_row_out(store, tmp_path):
    janis(store, personal_code="161175-19996")
    found = seen(store, tmp_path, "Bērziņš;Jānis;161175-19996;;;01.02.2030")
    assert found.faults == ()
    known = block(store)
    store.run(import_residents, residents_import(found, known))
    assert store.read(known_people, clock.now())[0].stay.sentence_end == date(2030, 2, 1)


def test_a_planned_arrival_comes_in_as_planned(store, tmp_path):
    known = block(store)
    found = seen(store, tmp_path, "Liepa;Zane;;16.11.1975;24.11.2026 9:30;")
    store.run(import_residents, residents_import(found, known))
    (stored,) = store.read(known_people, clock.now())
    assert stored.stay.admitted == clock.at(date(2026, 11, 24), 9 * 60 + 30)
    assert stored.status == "planned"


def test_a_prison_closed_by_then_is_told(store, tmp_path):
    with_prison(store, "Vecais cietums", active_to=date(2020, 1, 1))
    head = "Uzvārds;Vārds;Dzimšanas datums;Uzņemts;Uzņemts no\n"
    row = "Liepa;Zane;1.2.1980;1.10.2026;Vecais cietums\n"
    found = previewed(csv(tmp_path, head + row), block(store))
    assert told(found) == {(2, "E", "prison-not-in-use")}


def test_the_night_the_clock_goes_back_is_read_as_its_first_hour(store, tmp_path):
    known = block(store)
    found = seen(store, tmp_path, "Liepa;Zane;;16.11.1975;25.10.2026 3:30;")
    store.run(import_residents, residents_import(found, known))
    again = seen(store, tmp_path, "Liepa;Zane;;16.11.1975;25.10.2026 3:30;")
    assert [row.outcome for row in again.rows] == [Outcome.UNCHANGED]


CELLS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            *("Jānis", "Bērziņš", "161175-19997", "161175-19996", "16.11.1975", "3/4/2026", "V"),
            *(
                "S",
                "",
                "-",
                "46348",
                "=1+1",
                "@x",
                "\x00",
                "Jelgavas cietums",
                "nav",
                "25.10.2026 3:30",
            ),
            *("31.02.2026", "O'Brien <b>&", "x" * 200, '-"-', "#REF!", "Ā" * 90),
        ]
    ),
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: f"{day:%d.%m.%Y}"),
    st.integers(0, 10**12).map(str),
)
COLUMNS = ("Uzvārds", "Vārds", "Personas kods", "Dzimšanas datums", "Dzimums", "Uzņemts")


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(st.lists(CELLS, min_size=0, max_size=8), max_size=6),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1257", "utf-16"]),
    delimiter=st.sampled_from([";", ",", "\t"]),
)
def test_whatever_stands_in_a_list_is_told_and_not_stumbled_over(
    store, tmp_path, rows, encoding, delimiter
):
    """200 lists of anything: each row is new, known or told with words; what is new can be in."""
    page = io.StringIO(newline="")
    csv_writer.writer(page, delimiter=delimiter).writerows([COLUMNS, *rows])
    path = tmp_path / "any.csv"
    path.write_bytes(page.getvalue().encode(encoding, errors="replace"))
    known = block(store)
    found = previewed(path, known)
    for row in found.rows:
        assert (row.outcome is Outcome.FAULTY) == any(fault.is_error for fault in row.faults)
    assert all(has_words(fault.problem.code) for fault in found.faults)
    done = store.run(import_residents, residents_import(found, known))
    assert len(store.read(known_people, clock.now())) == len(found.of(Outcome.NEW))
    if done.undo is not None:
        store.run(done.undo.command, done.undo.request, undoes=True)
    assert store.read(known_people, clock.now()) == ()
