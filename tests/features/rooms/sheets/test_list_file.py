from __future__ import annotations

import pytest

from openblock import i18n
from openblock.features.rooms.queries import house
from openblock.features.rooms.sheets.list_file import (
    area_text,
    floor_key,
    floor_name,
    kind_word,
    rooms_columns,
    rooms_list_head,
    rooms_list_rows,
)
from openblock.importing.cells import Unreadable
from openblock.importing.columns import guess_mapping
from openblock.importing.export import write_csv, write_xlsx
from tests.features.rooms.lists import bring_in, csv, previewed


def read(key: str, cell):
    (column,) = [each for each in rooms_columns() if each.key == key]
    return column.read(cell)


@pytest.mark.parametrize(
    ("cell", "beds"),
    [
        ("4", 4),
        (4, 4),
        ("4 gultas", 4),
        ("2 beds", 2),
        ("0", 0),
        ("A, B;C/D", ("A", "B", "C", "D")),
        ("A B C", ("A", "B", "C")),
        ("A–D", ("A", "B", "C", "D")),
        ("b - c", ("B", "C")),
        ("A", ("A",)),
        ("augša, apakša", ("augša", "apakša")),
    ],
)
def test_beds_are_read_as_a_number_or_as_labels(cell, beds):
    assert read("beds", cell) == beds


@pytest.mark.parametrize(
    "cell", ["13", "D-A", "četras gultas katrā pusē", "A,B,C,D,E,F,G,H,I,J,K,L,M"]
)
def test_what_names_no_beds_is_refused(cell):
    with pytest.raises(Unreadable) as reason:
        read("beds", cell)
    assert reason.value.code == "list-no-beds"


@pytest.mark.parametrize(
    ("key", "cell", "value"),
    [
        ("sex", "Sieviešu", "female"),
        ("sex", "V", "male"),
        ("sex", "visiem", ""),
        ("section_sex", "For men", "male"),
        ("kind", "Palīgtelpa", "other"),
        ("kind", "living", "living"),
        ("attributes", "pieejama; sava tualete", ("accessible", "own_toilet")),
        ("area", "17,40 m²", 1740),
        ("code", 101, "101"),
    ],
)
def test_cells_are_read_as_people_write_them(key, cell, value):
    assert read(key, cell) == value


def test_one_floor_is_known_by_its_number():
    assert floor_key("1") == floor_key("1.") == floor_key("1. stāvs") == "1"
    assert floor_key("Pagrabs") == floor_key("PAGRABS") != floor_key("Bēniņi")
    assert floor_key("1.–2. stāvs") != "1"
    assert (floor_name("2."), floor_name("Pagrabs")) == ("Floor 2", "Pagrabs")


@pytest.mark.parametrize(("area", "text"), [(1740, "17.4"), (1200, "12"), (5, "0.05"), (0, "")])
def test_an_area_is_written_without_needless_decimals(area, text):
    assert area_text(area) == text
    i18n.set_language("lv")
    assert area_text(area) == text.replace(".", ",")


def test_every_exported_heading_is_known_to_the_import():
    for language in ("lv", "en"):
        i18n.set_language(language)
        head = rooms_list_head()
        mapped = guess_mapping(head, rooms_columns(), {})
        assert [mapped[place] for place in range(len(head))] == [
            column.key for column in rooms_columns()
        ]


def test_a_kind_without_words_stands_for_itself():
    assert [kind_word(kind) for kind in ("living", "other", "cellar")] == [
        *("living", "other", "cellar"),
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_exported_list_is_imported_unchanged(store, tmp_path, kind, language):
    bring_in(store, csv(tmp_path))
    i18n.set_language(language)
    path = tmp_path / f"out.{kind}"
    head, rows = rooms_list_head(), rooms_list_rows(store.read(house))
    if kind == "csv":
        write_csv(path, head, rows)
    else:
        write_xlsx(path, head, rows, sheet="Rooms")
    found = previewed(store, path)
    assert found.faults == ()
    assert [row.outcome for row in found.rows] == ["unchanged"] * 4
