from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from openblock import i18n
from openblock.features.shadowing.queries.entries import ItemRow
from openblock.features.shadowing.rules.content import ItemKind
from openblock.features.shadowing.sheets.list_file import (
    item_key,
    trainees_columns,
    trainees_list_head,
    trainees_list_rows,
)
from openblock.importing.columns import guess_mapping
from openblock.importing.export import write_csv, write_xlsx
from openblock.importing.preview import Outcome
from tests.features.shadowing.lists import ITEMS, a_trainee, previewed, roll

OWN_ITEM = ItemRow(9, 1, ItemKind.CLEARANCE, "", "Instruktāža par ieročiem", 9, True)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Mācību grupa", "group"),
        ("Mob. tālr.", "phone"),
        ("Konfidencialitāte", item_key(2)),
        ("Darba drošības instruktāža", item_key(3)),
        ("Work safety", item_key(3)),
        ("Uzvārds, vārds", "surname_first"),
        ("Atskaitīts", "left_on"),
    ],
)
def test_columns_are_known_by_what_the_training_centre_calls_them(heading, key):
    assert guess_mapping((heading,), trainees_columns(ITEMS), {}) == {0: key}


def test_an_item_of_the_blocks_own_is_a_column_by_its_name():
    columns = trainees_columns((*ITEMS, OWN_ITEM))
    head = ("Instruktāža", "Instruktāža par ieročiem")
    assert guess_mapping(head, columns, {}) == {0: item_key(1), 1: item_key(9)}


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_exported_heading_but_the_course_is_known_to_the_import(language):
    i18n.set_language(language)
    head = trainees_list_head((*ITEMS, OWN_ITEM))
    mapped = guess_mapping(head, trainees_columns((*ITEMS, OWN_ITEM)), {})
    assert sorted(mapped) == list(range(len(head) - 1))


@pytest.mark.parametrize(
    ("name", "write"), [("l.csv", write_csv), ("l.xlsx", partial(write_xlsx, sheet="Trainees"))]
)
def test_an_exported_list_comes_back_as_what_is_stored(tmp_path, name, write):
    people = (
        a_trainee(1, "Zariņa", "Elīna", phone="2600 0001", clearances={1: date(2026, 9, 7)}),
        a_trainee(2, "Ābola", "O'Brien <b>&", left_on=date(2026, 10, 1)),
    )
    path = tmp_path / name
    write(path, trainees_list_head(ITEMS), trainees_list_rows(people, ITEMS))
    found = previewed(path, roll(*people))
    assert [row.outcome for row in found.rows] == [Outcome.UNCHANGED] * 2
    assert [row.values["surname"] for row in found.rows] == ["Ābola", "Zariņa"]


def test_a_list_is_in_order_of_courses_and_names():
    one, other = a_trainee(1, "Zariņa", "Elīna"), a_trainee(2, "Ābola", "Anna")
    early = replace(one, trainee_id=3, course="1. kurss")
    rows = trainees_list_rows((one, other, early), ITEMS)
    assert [(row[-1], row[0]) for row in rows] == [
        *(("1. kurss", "Zariņa"), ("2. kurss", "Ābola"), ("2. kurss", "Zariņa")),
    ]
