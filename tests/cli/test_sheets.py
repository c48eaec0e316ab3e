"""The sheets of residents and rooms without a window: made, named in the log, refused in words."""

from __future__ import annotations

from datetime import date

import pytest

from openblock import clock
from openblock.cli import main
from openblock.cli.sheets import SHEETS, moment_of
from openblock.entry import entrance
from openblock.features.accounts.queries import log_rows
from openblock.features.accounts.session import FirstStart, Wanted
from openblock.i18n import set_language
from openblock.storage.log import LogFilter
from tests.factories import with_house, with_placement, with_resident
from tests.printing.read_back import text

PASSWORD = "maize un piens"


@pytest.fixture(autouse=True)
def speak_english():
    yield
    set_language("en")


@pytest.fixture
def block(tmp_path, monkeypatch):
    """A block with one resident in a bed; nobody is signed in, the password is at hand."""
    path = tmp_path / "block.openblock"
    first = FirstStart(entrance(path))
    first.prepare(Wanted("Anna Bērziņa", PASSWORD, PASSWORD, "en", {"block_name": "Korpuss"}))
    store = first.finish().store
    person = with_resident(store, "Ģērmanis", "Ķirils", personal_code="161175-19997")
    with_placement(store, person, with_house(store).beds["101 A"])
    store.close()
    monkeypatch.setenv("OPENBLOCK_PASSWORD", PASSWORD)
    return path


def print_sheet(name, output, *more):
    return main(["print", name, "--output", str(output), "--language", "en", *more])


def disclosed(block):
    door = entrance(block)
    store = door.sign_in(door.people()[0].slot_id, PASSWORD).store
    try:
        rows = store.read(log_rows, LogFilter(operation="disclose"))
    finally:
        store.close()
    return rows[0]


WORDS = {
    "rooms": "Ģērmanis Ķ.",
    "residents": "Ģērmanis Ķ.",
    "door-labels": "Ģērmanis Ķ.",
    "placement-order": "Ģērmanis Ķirils",
    "empty-beds": "102",
    "occupancy": "Day by day",
    "resident-extract": "161175-19997",
}
MORE = {
    "placement-order": ("--date", "2026-01-05"),
    "door-labels": ("--room", "101"),
    "occupancy": ("--from", "2026-01-01", "--to", "2026-01-31"),
    "resident-extract": ("--resident", "1", "--purpose", "request"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_prints_and_is_logged_as_disclosed(block, tmp_path, name):
    output = tmp_path / "sheet.pdf"
    more = ("--database", str(block), "--recipient", "Notice board", *MORE.get(name, ()))
    assert print_sheet(name, output, *more) == 0
    read = text(output.read_bytes())
    assert WORDS[name] in read
    row = disclosed(block)
    assert row.recipient == "Notice board"
    assert row.purpose == ("request" if name == "resident-extract" else "duty")
    assert f"Sheet No. {row.details['sheet']}" in read
    assert row.mac[:4] in read
    about = () if name in {"empty-beds", "occupancy"} else (("resident", "1"),)
    assert row.subjects == about


def test_a_duty_copy_has_full_names_and_a_wall_copy_has_none(block, tmp_path):
    output = tmp_path / "sheet.pdf"
    assert print_sheet("residents", output, "--database", str(block), "--copy", "duty") == 0
    assert "Ģērmanis Ķirils" in text(output.read_bytes())
    assert disclosed(block).details["copy"] == "duty"
    assert print_sheet("residents", output, "--database", str(block)) == 0
    assert "Ķirils" not in text(output.read_bytes())


def test_the_demonstration_prints_a_list_of_its_residents_and_says_what_it_is(tmp_path):
    output = tmp_path / "sheet.pdf"
    assert print_sheet("residents", output, "--demo", "--date", "2026-11-24") == 0
    read = text(output.read_bytes())
    assert "DEMONSTRATION" in read
    assert " A" in read  # everybody's bed: rooms have joined


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("door-labels", ("--room", "999")),
        ("resident-extract", ("--resident", "999")),
        ("resident-extract", ("--resident", "9" * 30)),
    ],
)
def test_what_is_not_there_is_refused_in_words_and_nothing_is_written(
    block, tmp_path, name, more, capsys
):
    output = tmp_path / "sheet.pdf"
    assert print_sheet(name, output, "--database", str(block), *more) == 1
    assert capsys.readouterr().err.strip()
    assert not output.exists()


@pytest.mark.parametrize(
    "written",
    [
        ("rooms", "--date", "24.11.2026"),
        ("rooms", "--date", "2026-02-30"),
        ("occupancy", "--from", "2026-02-02", "--to", "2026-02-01"),
        ("occupancy", "--from", "2024-01-01", "--to", "2026-02-01"),
        ("occupancy", "--from", "2099-12-31"),
        ("occupancy", "--from", "2024-01-01"),
        ("residents", "--copy", "all"),
        ("resident-extract",),
        ("resident-extract", "--resident", "Bērziņš"),
    ],
)
def test_what_cannot_be_meant_ends_with_a_word(tmp_path, written, capsys):
    with pytest.raises(SystemExit) as ended:
        print_sheet(written[0], tmp_path / "x.pdf", "--demo", *written[1:])
    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_a_list_shows_this_moment_today_and_the_end_of_any_other_day():
    noon = clock.at(date(2026, 11, 24), 720)
    with clock.standing_at(noon):
        assert moment_of(None) == moment_of(date(2026, 11, 24)) == noon
        assert moment_of(date(2026, 11, 20)) == clock.at(date(2026, 11, 20), 1439)
