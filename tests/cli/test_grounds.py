"""The grounds without a window: each sheet, its refusals, the calendar, and what the log keeps."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import icalendar
import pytest

from openblock import clock
from openblock.cli import main
from openblock.entry import entrance
from openblock.features.accounts.queries import log_rows
from openblock.features.accounts.rights import may
from openblock.features.accounts.session import FirstStart, Wanted
from openblock.features.accounts.session.people import add_person
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.i18n import set_language
from openblock.migrations.upgrade import newest
from openblock.storage.log import LogFilter
from openblock.storage.store import Actor, open_store
from tests.cli.test_practice import cheaply
from tests.factories import (
    with_area,
    with_booking,
    with_officer,
    with_resident,
    with_templates,
)
from tests.printing.read_back import text

PASSWORD = "maize un piens"
CHIEF, TRAINEE = "Anna Bērziņa", "Elīna Zariņa"
DAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Block:
    path: Path
    dek: bytes
    field: int
    booking: int


@pytest.fixture(scope="module")
def block(tmp_path_factory: pytest.TempPathFactory) -> Block:
    """A block with one area, booked once under an officer on duty, and a trainee; closed again."""
    path = tmp_path_factory.mktemp("grounds") / "block.openblock"
    with clock.standing_at(clock.at(date(2026, 11, 23), 600)):
        first = FirstStart(entrance(path))
        first.prepare(Wanted(CHIEF, PASSWORD, PASSWORD, "en", {"block_name": "Korpuss"}))
        store = first.finish().store
        with_templates(store)
        officer = with_officer(store, surname="Roķe", given_name="Ināra")
        store.run(change_cells, ChangeCells((CellEdit(officer, DAY, "24"),)))
        person = with_resident(store, "Ģērmanis", "Ķirils")
        field = with_area(store, "Sporta laukums")
        booking = with_booking(
            store,
            field,
            (person,),
            clock.at(DAY, 840),
            clock.at(DAY, 930),
            purpose="Futbols",
            officer_id=officer,
        )
        add_person(store, TRAINEE, "trainee", "en", (PASSWORD, PASSWORD))
        dek = store.dek
        store.close()
    cheaply(path, dek)
    return Block(path, dek, field, booking)


@pytest.fixture(autouse=True)
def at_the_desk(monkeypatch):
    """Everybody's password is at hand, on the morning of the booking."""
    monkeypatch.setenv("OPENBLOCK_PASSWORD", PASSWORD)
    with clock.standing_at(clock.at(DAY, 480)):
        yield
    set_language("en")


def run(block: Block, deed: str, output: Path, *more: str, officer: str = CHIEF) -> int:
    place = ("--database", str(block.path), "--officer", officer, "--language", "en")
    return main([*deed.split(), "--output", str(output), *place, *more])


def logged(block: Block):
    """What left, as the log has it: the newest row first."""
    store = open_store(block.path, block.dek, may=may, newest=newest(), workstation="test")
    try:
        store.actor = Actor(1, CHIEF, "administrator", "en")
        return store.read(log_rows, LogFilter(operation="disclose"))
    finally:
        store.close()


@pytest.mark.parametrize(
    ("more", "number", "named"),
    [
        (("--week", "2026-W48"), "TP-2026-48", False),
        ((), "TP-2026-48", False),
        (("--copy", "duty"), "TP-2026-48-D", True),
        (("--day", "2026-11-24"), "TD-2026-11-24", True),
        (("--date", "2026-11-24", "--copy", "none"), "TD-2026-11-24-N", False),
        (("--area", "sporta laukums", "--week", "2026-W48"), "TV-1-2026-48", False),
        (("--area", "1", "--copy", "duty"), "TV-1-2026-48-D", True),
        (("--fair-use", "--month", "2026-11"), "TI-2026-11", True),
        (("--fair-use",), "TI-2026-11", True),
    ],
)
def test_every_sheet_prints_and_is_logged_with_those_it_names(block, tmp_path, more, number, named):
    output = tmp_path / "sheet.pdf"
    assert run(block, "print grounds", output, "--recipient", "Dežūra", *more) == 0
    read = text(output.read_bytes())
    assert f"Sheet No. {number}\n" in read or f"Sheet No. {number} " in read
    assert ("Ģērmanis Ķirils" in read) is named
    row = logged(block)[0]
    assert (row.recipient, row.details["sheet"]) == ("Dežūra", number)
    assert (("resident", "1") in row.subjects) is named


@pytest.mark.parametrize(
    "more",
    [
        ("--week", "2026-W48", "--day", "2026-11-24"),
        ("--week", "2026-W48", "--month", "2026-11"),
        ("--month", "2026-11"),
        ("--fair-use", "--week", "2026-W48"),
        ("--fair-use", "--area", "1"),
        ("--day", "2026-11-24", "--area", "1"),
        ("--week", "2026-W54"),
        ("--copy", "everything"),
    ],
)
def test_what_contradicts_itself_is_not_understood_and_nothing_is_written(
    block, tmp_path, more, capsys
):
    output = tmp_path / "sheet.pdf"
    with pytest.raises(SystemExit) as ended:
        run(block, "print grounds", output, *more)
    assert ended.value.code == 2
    assert capsys.readouterr().err.strip()
    assert not output.exists()


@pytest.mark.parametrize("deed", ["print grounds", "calendar"])
def test_an_area_that_is_not_there_is_refused_in_words(block, tmp_path, capsys, deed):
    output = tmp_path / "nothing"
    assert run(block, deed, output, "--area", "Baseins") == 1
    assert capsys.readouterr().err.strip()
    assert not output.exists()


@pytest.mark.parametrize("deed", ["print grounds", "print grounds --fair-use", "calendar --area 1"])
def test_a_trainee_is_refused_and_nothing_is_written(block, tmp_path, capsys, deed):
    output = tmp_path / "nothing"
    assert run(block, deed, output, officer=TRAINEE) == 1
    assert capsys.readouterr().err.strip()
    assert not output.exists()


def test_an_area_s_calendar_is_written_and_logged(block, tmp_path):
    output = tmp_path / "laukums.ics"
    assert run(block, "calendar", output, "--area", "Sporta laukums") == 0
    (event,) = icalendar.Calendar.from_ical(output.read_bytes()).walk("VEVENT")
    assert str(event["uid"]) == f"booking-{block.booking}@openblock"
    assert event.start == clock.at(DAY, 840)
    assert "Ģērmanis" not in output.read_text(encoding="utf-8")
    assert logged(block)[0].subjects == (("officer", "1"),)


def test_a_calendar_is_of_a_trainee_or_of_an_area(block, tmp_path):
    with pytest.raises(SystemExit) as ended:
        run(block, "calendar", tmp_path / "x.ics", "--area", "1", "--trainee", "1")
    assert ended.value.code == 2


PRINTED_ALONE = """
import sys
from openblock.cli import main
from openblock.features.roster.queries.joined import joined
code = main(sys.argv[1:])
print(code, *(each.key for each in joined()))
"""


def test_the_roster_is_printed_with_all_that_hangs_on_it_as_in_the_window(block, tmp_path):
    output = tmp_path / "roster.pdf"
    place = ("--database", str(block.path), "--officer", CHIEF, "--output", str(output))
    asked = [sys.executable, "-c", PRINTED_ALONE, "print", "roster", "--month", "2026-11", *place]
    # A process of its own: here everything has joined long ago.
    ran = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "0 grounds shadowing"
    assert "Roķe I." in text(output.read_bytes())
