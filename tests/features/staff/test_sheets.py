from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openblock import i18n
from openblock.errors import Severity
from openblock.features.staff.commands import import_officers
from openblock.features.staff.queries import OfficerRow, officers
from openblock.features.staff.rules import FIELDS, OfficerContent
from openblock.features.staff.sheets import (
    staff_columns,
    staff_import,
    staff_intake,
    staff_list_head,
    staff_list_rows,
)
from openblock.importing.columns import guess_mapping, headed
from openblock.importing.export import write_csv, write_xlsx
from openblock.importing.preview import Outcome, preview
from openblock.importing.table import read_table
from openblock.resources import resource
from tests.features.staff.officers import add, content, stored

TODAY = date(2026, 11, 22)
SAMPLES = ("officers.csv", "officers-windows-1257.csv", "officers.xlsx")


def previewed(path, rows=()):
    what = staff_intake(rows, TODAY)
    file = headed(read_table(path), what.columns, {})
    return preview(file, guess_mapping(file.head, what.columns, {}), what)


def written(folder, text: str):
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_brings_26_people_without_a_fault(store, name):
    found = previewed(resource("samples", name))
    assert len(found.of(Outcome.NEW)) == 26
    assert found.faults == ()
    store.run(import_officers, staff_import(found, name))
    rows = store.read(officers)
    assert [sum(1 for row in rows if row.team == team) for team in (1, 2, 3, 4, None)] == [
        *(5, 5, 5, 5, 6),
    ]
    assert {row.name for row in rows} >= {"Ģērķlauks Žanis", "Ķeņģis-Rudzītis Šarlis"}


def test_the_three_samples_hold_the_same_officers():
    kept = [[row.values for row in previewed(resource("samples", name)).rows] for name in SAMPLES]
    assert kept[0] == kept[1] == kept[2]


def test_the_names_of_the_samples_hold_every_latvian_letter():
    rows = previewed(resource("samples", "officers.csv")).rows
    letters = "".join(f"{row.values['surname']}{row.values['given_name']}" for row in rows)
    assert set("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ") <= set(letters)


def test_the_faulty_sample_shows_each_kind_of_fault_once_by_row_and_column():
    found = previewed(resource("samples", "officers-with-faults.csv"))
    assert [(each.row, each.letter, each.problem.code) for each in found.faults] == [
        (2, "B", "import-twice"),
        (3, "B", "text-missing"),
        (4, "J", "cell-no-such-date"),
        (5, "H", "cell-not-a-number"),
        (6, "L", "cell-not-yes-or-no"),
        (7, "B", "import-twice"),
        (8, "E", "text-missing"),
        (9, "M", "cell-number-for-date"),
        (10, "K", "officer-leaves-before-start"),
        (11, "D", "text-not-printable"),
        (12, "N", "cell-beyond-headings"),
        (13, "E", "text-too-long"),
    ]
    assert found.to_write == ()


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Vārds, uzvārds", "Anna Marija Ozolzara"),
        ("Vārds, uzvārds", "Anna Marija, Ozolzara"),
        ("Uzvārds, vārds", "Ozolzara Anna Marija"),
        ("Uzvārds, vārds", "Ozolzara, Anna Marija"),
    ],
)
def test_a_name_in_one_column_is_cut_in_two(tmp_path, heading, cell):
    found = previewed(written(tmp_path, f'Žetons;"{heading}"\n1;"{cell}"\n'))
    values = found.rows[0].values
    assert (values["given_name"], values["surname"]) == ("Anna Marija", "Ozolzara")


@pytest.mark.parametrize("cell", ["Anna", "A, B, C", "Anna,"])
def test_a_name_that_cannot_be_cut_is_a_fault(tmp_path, cell):
    found = previewed(written(tmp_path, f'Žetons;"Vārds, uzvārds"\n1;"{cell}"\n'))
    assert "cell-one-name" in {each.problem.code for each in found.faults if each.letter == "B"}
    assert found.rows[0].outcome is Outcome.FAULTY


def test_a_new_officer_serves_from_the_first_of_the_month_unless_the_list_says(tmp_path):
    found = previewed(written(tmp_path, "Žetons;Uzvārds;Vārds;Maiņa\n1;Ozolzara;Anna;-\n"))
    assert found.rows[0].values["active_from"] == date(2026, 11, 1)
    assert found.rows[0].values["team"] is None


def test_a_name_the_block_has_already_is_doubted_but_not_refused(store, tmp_path):
    add(store, "A-1")
    text = "Žetons;Uzvārds;Vārds\nB-9;Bērzgrauds;Jānis\n"
    found = previewed(written(tmp_path, text), store.read(officers))
    assert [(f.letter, f.problem.code, f.problem.severity) for f in found.faults] == [
        ("B", "officer-same-name", Severity.WARNING)
    ]
    assert found.rows[0].outcome is Outcome.NEW


def test_a_changed_list_changes_only_what_differs(store, tmp_path):
    number = add(store, "A-1", phone="6000 0001")
    text = "Žetons;Uzvārds;Vārds;Maiņa\na-1;Bērzgrauds;Jānis;4. maiņa\n"
    found = previewed(written(tmp_path, text), store.read(officers))
    store.run(import_officers, staff_import(found, "list.csv", {"zetons": "badge"}))
    assert stored(store) == {number: content("a-1", phone="6000 0001", team=4)}


# A ditto mark says what stands above it and is no text of its own.
PLAIN = (
    st.text("AaĀāŠšņ'<&=+-@;\"0123 ", max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: not text or text.strip("-\"' "))
)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
CONTENTS = st.builds(
    OfficerContent,
    badge=PLAIN.filter(bool),
    given_name=PLAIN.filter(bool),
    surname=PLAIN.filter(bool),
    active_from=st.dates(date(1950, 1, 1), date(2020, 1, 1)),
    rank=PLAIN,
    position=PLAIN,
    post=PLAIN,
    team=st.none() | st.integers(1, 99),
    is_mentor=st.booleans(),
    mentor_certified_until=st.none() | DAYS,
    phone=PLAIN,
    last_day=st.none() | st.dates(date(2020, 1, 2), date(2100, 12, 31)),
)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["lv", "en"])
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(CONTENTS, max_size=5, unique_by=lambda each: each.badge.casefold()))
def test_an_exported_list_is_imported_unchanged(tmp_path, kind, language, contents):
    rows = [
        OfficerRow(officer_id=number, version=1, **{name: getattr(each, name) for name in FIELDS})
        for number, each in enumerate(contents)
    ]
    path = tmp_path / f"list.{kind}"
    i18n.set_language(language)
    try:
        head, lines = staff_list_head(), staff_list_rows(rows)
        if kind == "csv":
            write_csv(path, head, lines)
        else:
            write_xlsx(path, head, lines, sheet="Officers")
        found = previewed(path, rows)
    finally:
        i18n.set_language("en")
    assert [row.outcome for row in found.rows] == [Outcome.UNCHANGED] * len(rows)


def test_every_exported_heading_is_known_to_the_import():
    head = staff_list_head()
    mapped = guess_mapping(head, staff_columns(), {})
    assert [mapped[place] for place in range(len(head))] == [
        column.key for column in staff_columns() if not column.gives
    ]


def test_an_exported_list_stands_by_the_latvian_alphabet(store):
    for badge, surname in (("1", "Zaķzars"), ("2", "Čiekurs"), ("3", "Cukurs"), ("4", "Ābele")):
        add(store, badge, surname=surname)
    names = [row[1] for row in staff_list_rows(store.read(officers))]
    assert names == ["Ābele", "Cukurs", "Čiekurs", "Zaķzars"]
