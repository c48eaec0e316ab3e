from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import Problem, Severity
from openblock.importing.columns import headed
from openblock.importing.preview import Intake, Outcome, Stored, preview
from openblock.importing.table import read_table
from tests.importing.samples import BLANK, COLUMNS, csv_file, intake, previewed, told, xlsx_file

STORED = {"code": "K1", "name": "Vecais", "day": date(2020, 1, 1), "count": 3, "open": True}


def test_rows_are_told_apart_as_new_changed_and_unchanged(tmp_path):
    path = csv_file(
        tmp_path,
        "Kods;Nosaukums;Diena;Skaits;Atvērts\n"
        "K1;Jaunais;;3;jā\nk1b;x;;;\nK2;Otrais;02.03.2026;4;nē\n",
    )
    second = {**BLANK, "code": "K2", "name": "Otrais", "day": date(2026, 3, 2), "count": 4}
    found = previewed(path, intake([STORED, second]))
    assert [row.outcome for row in found.rows] == [Outcome.CHANGED, Outcome.NEW, Outcome.UNCHANGED]
    assert found.rows[0].changes == {"name": ("Vecais", "Jaunais")}
    assert found.rows[1].values == {**BLANK, "code": "k1b", "name": "x"}
    assert [row.number for row in found.to_write] == [2, 3]
    assert found.faults == ()


def test_an_empty_cell_clears_what_may_be_cleared_and_keeps_the_rest(tmp_path):
    found = previewed(csv_file(tmp_path, "Kods;Diena;Skaits\nK1;;\n"), intake([STORED]))
    assert found.rows[0].changes == {"count": (3, None)}


def test_a_column_that_is_not_in_the_file_leaves_its_values_alone(tmp_path):
    found = previewed(csv_file(tmp_path, "Kods\nK1\n"), intake([STORED]))
    assert found.rows[0].outcome is Outcome.UNCHANGED


def test_the_identity_is_recognised_whatever_its_case(tmp_path):
    found = previewed(csv_file(tmp_path, "Kods\nk1\n"), intake([STORED]))
    assert found.rows[0].changes == {"code": ("K1", "k1")}


def test_every_fault_of_a_row_is_told_by_row_column_and_heading(tmp_path):
    path = csv_file(tmp_path, "Kods;Diena;Skaits;Atvērts\nK1;32.01.2026;12;varbūt\nK2;;;\n")
    found = previewed(path)
    assert told(found) == [
        (2, "B", "Diena", "cell-no-such-date"),
        (2, "C", "Skaits", "cell-number-out-of-range"),
        (2, "D", "Atvērts", "cell-not-yes-or-no"),
    ]
    assert [row.outcome for row in found.rows] == [Outcome.FAULTY, Outcome.NEW]


def test_rows_with_the_same_identity_are_both_faulty_and_name_each_other(tmp_path):
    found = previewed(csv_file(tmp_path, "Kods;Skaits\nK1;1\nK2;2\nk1;3\n"))
    assert told(found) == [(2, "A", "Kods", "import-twice"), (4, "A", "Kods", "import-twice")]
    assert [each.problem.facts["other_row"] for each in found.faults] == [4, 2]


def test_rules_are_told_beside_the_column_they_name(tmp_path):
    def judge(final):
        names = [values["name"] for values in final.values()]

        def problems(_owner, values):
            if names.count(values["name"]) > 1:
                return (Problem("same-name", Severity.WARNING, field="name"),)
            return () if values["name"] else (Problem("name-missing", field="name"),)

        return problems

    path = csv_file(tmp_path, "Kods;Nosaukums\nK1;a\nK2;a\nK3;\n")
    found = previewed(path, intake(judge=judge))
    assert told(found) == [
        (2, "B", "Nosaukums", "same-name"),
        (3, "B", "Nosaukums", "same-name"),
        (4, "B", "Nosaukums", "name-missing"),
    ]
    assert [row.outcome for row in found.rows] == [Outcome.NEW, Outcome.NEW, Outcome.FAULTY]


def test_a_rule_says_nothing_more_of_a_cell_that_could_not_be_read(tmp_path):
    def judge(_final):
        return lambda _owner, _values: (Problem("count-missing", field="count"),)

    found = previewed(csv_file(tmp_path, "Kods;Skaits\nK1;x\n"), intake(judge=judge))
    assert told(found) == [(2, "B", "Skaits", "cell-not-a-number")]


def test_a_problem_of_no_column_is_told_of_the_row(tmp_path):
    def judge(_final):
        return lambda _owner, _values: (Problem("row-odd"),)

    found = previewed(csv_file(tmp_path, "Kods\nK1\n"), intake(judge=judge))
    assert told(found) == [(2, "", "", "row-odd")]


def test_cells_beyond_the_headings_are_an_error_in_csv(tmp_path):
    found = previewed(csv_file(tmp_path, "Kods;Nosaukums\nK1;a;b\nK2;a;\n"))
    assert told(found) == [(2, "C", "", "cell-beyond-headings")]
    assert found.rows[0].outcome is Outcome.FAULTY


def test_cells_beyond_the_headings_are_a_remark_in_a_workbook(tmp_path):
    def fill(_book, sheet):
        sheet.append(["Kods"])
        sheet.append(["K1", "piezīme malā"])

    found = previewed(xlsx_file(tmp_path, fill))
    assert told(found) == [(2, "B", "", "cell-beyond-headings")]
    assert found.rows[0].outcome is Outcome.NEW


def test_a_row_cut_short_is_doubted(tmp_path):
    found = previewed(csv_file(tmp_path, "Kods;Nosaukums;Skaits\nK1;a\n"))
    assert told(found) == [(2, "", "", "row-too-short")]
    assert found.rows[0].outcome is Outcome.NEW


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("=1+1", "cell-formula-without-value"),
        ("#N/A", "cell-error"),
        (45000, "cell-number-for-date"),
    ],
)
def test_what_a_workbook_cannot_tell_is_a_fault_of_its_cell(tmp_path, value, code):
    def fill(_book, sheet):
        sheet.append(["Kods", "Diena"])
        sheet.append(["K1", value])

    assert told(previewed(xlsx_file(tmp_path, fill))) == [(2, "B", "Diena", code)]


def test_a_cell_under_a_merged_one_is_a_fault_only_where_a_column_is_read(tmp_path):
    def fill(_book, sheet):
        sheet.append(["Kods", "Skaits", "Piezīmes"])
        sheet.append(["K1", 4, "x"])
        sheet.append(["K2", None, None])
        sheet.merge_cells("B2:B3")
        sheet.merge_cells("C2:C3")

    assert told(previewed(xlsx_file(tmp_path, fill))) == [(3, "B", "Skaits", "cell-merged")]


def test_nothing_is_previewed_while_a_needed_column_is_missing(tmp_path):
    found = previewed(csv_file(tmp_path, "Nosaukums\na\n"))
    assert [each.key for each in found.missing] == ["code"]
    assert found.rows == ()


def test_a_long_preview_tells_how_far_it_is_and_can_be_stopped(tmp_path):
    file = headed(read_table(csv_file(tmp_path, "Kods\n" + "K\n" * 500)), COLUMNS, {})
    heard = []
    preview(file, {0: "code"}, intake(), lambda done, total: heard.append((done, total)))
    assert heard[0] == (0, 1000)
    assert heard == sorted(heard)

    class Stopped(Exception):
        pass

    def stop(done, _total):
        if done > 200:
            raise Stopped

    with pytest.raises(Stopped):
        preview(file, {0: "code"}, intake(), stop)


def test_an_empty_cell_of_a_needed_column_is_a_fault(tmp_path):
    found = previewed(csv_file(tmp_path, "Kods;Nosaukums\n;a\n"))
    assert told(found) == [(2, "A", "Kods", "text-missing")]


def _two_keys(stored=()) -> Intake:
    """Things known by their code, or by name and day where a row has none."""
    plain = intake(stored)

    def recognise(given):
        if given.get("code"):
            return (f"code {given['code']}",)
        return (f"name {given.get('name')}",) if given.get("name") else ()

    entries = {each["code"]: Stored(each["code"], each) for each in stored}
    keyed = {f"code {code}": entry for code, entry in entries.items()}
    keyed.update({f"name {entry.values['name']}": entry for entry in entries.values()})
    columns = tuple(replace(each, needed=False, when_empty="keep") for each in plain.columns)
    return replace(
        plain,
        columns=columns,
        stored=keyed,
        recognise=recognise,
        named=lambda values: values["name"],
        settle=lambda stored, given: (
            {key: value for key, value in given.items() if key != "count"} if stored else given
        ),
    )


def test_a_row_may_be_recognised_by_another_value_where_the_first_is_missing(tmp_path):
    path = csv_file(tmp_path, "Kods;Nosaukums\n;Vecais\n;Jaunais\n")
    found = previewed(path, _two_keys([STORED]))
    assert [row.outcome for row in found.rows] == [Outcome.UNCHANGED, Outcome.NEW]
    assert found.rows[0].values["code"] == "K1"


def test_two_rows_that_mean_one_stored_entry_by_different_keys_name_each_other(tmp_path):
    path = csv_file(tmp_path, "Kods;Nosaukums\nK1;Vecais\n;Vecais\n")
    found = previewed(path, _two_keys([STORED]))
    assert [(each.row, each.problem.code) for each in found.faults] == [
        (2, "import-twice"),
        (3, "import-twice"),
    ]
    assert found.faults[0].problem.facts == {"shown": "Vecais", "other_row": 3}


def test_rows_without_any_key_are_not_taken_for_one_another(tmp_path):
    found = previewed(csv_file(tmp_path, "Kods;Skaits\n;1\n;2\n"), _two_keys())
    assert found.faults == ()


def test_a_feature_may_leave_out_what_a_row_says_of_a_stored_entry(tmp_path):
    path = csv_file(tmp_path, "Kods;Skaits\nK1;9\nK2;9\n")
    found = previewed(path, _two_keys([STORED]))
    assert [row.values["count"] for row in found.rows] == [3, 9]


def test_headings_printed_again_on_every_page_are_no_rows(tmp_path):
    found = previewed(csv_file(tmp_path, "Kods;Skaits\nK1;1\nKods;Skaits\nK2;2\n"))
    assert [(row.number, row.outcome) for row in found.rows] == [(2, "new"), (4, "new")]
