"""The sheets of the roster without a window: printed, named, logged first, refused in words."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import icalendar
import openpyxl
import pytest

from openblock import clock
from openblock.cli import main
from openblock.cli.choices import EVERY_SHEET
from openblock.cli.roster import ROSTER
from openblock.entry import entrance
from openblock.features.accounts.queries import log_rows
from openblock.features.accounts.rights import may
from openblock.features.accounts.session import FirstStart, Wanted
from openblock.features.accounts.session.people import add_person
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.i18n import set_language
from openblock.migrations.upgrade import newest
from openblock.storage import keys
from openblock.storage.log import LogFilter
from openblock.storage.store import Actor, open_store
from tests.conftest import CHEAP
from tests.factories import with_officer, with_templates
from tests.factories.living import with_absence, with_published
from tests.printing.read_back import text

PASSWORD = "maize un piens"
SENIOR, DUTY = "Anna Bērziņa", "Kārlis Cīrulis"
MONTH, DAY = date(2026, 11, 1), date(2026, 11, 24)


@dataclass(frozen=True)
class Block:
    path: Path
    dek: bytes
    zagars: int
    eglitis: int


@pytest.fixture(scope="module")
def block(tmp_path_factory: pytest.TempPathFactory) -> Block:
    """A posted month in which somebody has fallen ill since; closed again."""
    path = tmp_path_factory.mktemp("roster") / "block.openblock"
    with clock.standing_at(clock.at(date(2026, 11, 2), 600)):
        first = FirstStart(entrance(path))
        first.prepare(Wanted(SENIOR, PASSWORD, PASSWORD, "en", {"block_name": "Korpuss"}))
        store = first.finish().store
        with_templates(store)
        zagars = with_officer(store, "A-1", "Žagars", given_name="Edvīns")
        eglitis = with_officer(store, "A-2", "Eglītis")
        edits = [CellEdit(zagars, date(2026, 11, day), "24") for day in (4, 24, 28)]
        edits.append(CellEdit(eglitis, DAY, "N"))
        store.run(change_cells, ChangeCells(tuple(edits)))
        with_published(store, MONTH)
        with_absence(store, zagars, date(2026, 11, 28), date(2026, 11, 29))
        add_person(store, DUTY, "duty_officer", "en", (PASSWORD, PASSWORD))
        dek = store.dek
        store.close()
    for slot in keys.list_slots(path):
        if slot.kind == "password":
            keys.change_password(path, dek, slot.slot_id, PASSWORD, cost=CHEAP)
    return Block(path, dek, zagars, eglitis)


@pytest.fixture(autouse=True)
def at_the_desk(monkeypatch):
    monkeypatch.setenv("OPENBLOCK_PASSWORD", PASSWORD)
    with clock.standing_at(clock.at(DAY, 480)):
        yield
    set_language("en")


def run(block: Block, deed: str, output: Path, *more: str, officer: str = SENIOR) -> int:
    place = ("--database", str(block.path), "--officer", officer, "--language", "en")
    return main(["print", *deed.split(), "--output", str(output), *place, *more])


def logged(block: Block, operation: str = "disclose"):
    """The log without the cost of a password: the newest row first."""
    store = open_store(block.path, block.dek, may=may, newest=newest(), workstation="test")
    try:
        store.actor = Actor(1, SENIOR, "administrator", "en")
        return store.read(log_rows, LogFilter(operation=operation))
    finally:
        store.close()


DEEDS = {
    "week": ("week --date 2026-11-24", "week-roster", "", ("Week 48", "09:00–09:00", "Žagars E.")),
    "officer": (
        "officer --badge a-1 --month 2026-11",
        "own-shifts",
        "Žagars Edvīns",
        ("Žagars Edvīns", "sickness", "Tuesday, 24 Nov"),
    ),
    "changes": (
        "changes --month 2026-11 --since 1",
        "roster-changes",
        "",
        ("version 1 – version 2", "Žagars E.", "X"),
    ),
    "timesheet": (
        "timesheet --month 2026-11",
        "time-sheet",
        "Accounting",
        ("TIME-SHEET", "Žagars Edvīns", "DN", "DRAFT"),
    ),
}


def test_the_sheets_here_are_those_that_are_tried():
    assert set(DEEDS) == set(ROSTER)
    assert set(ROSTER) < set(EVERY_SHEET)


@pytest.mark.parametrize("name", ROSTER)
def test_every_sheet_prints_and_is_logged_as_disclosed_with_its_recipient(block, tmp_path, name):
    deed, key, recipient, words = DEEDS[name]
    output = tmp_path / "sheet.pdf"
    assert run(block, deed, output) == 0
    read = text(output.read_bytes())
    assert all(each in read for each in words)
    row = logged(block)[0]
    assert (row.details["what"], row.recipient) == (key, recipient)
    assert f"Sheet No. {row.details['sheet']}" in read
    assert row.mac[:4] in read
    assert ("officer", str(block.zagars)) in row.subjects
    assert (("officer", str(block.eglitis)) in row.subjects) is (name in {"week", "timesheet"})


def test_a_recipient_that_is_named_stands_in_the_log_instead(block, tmp_path):
    deed = DEEDS["timesheet"][0]
    assert run(block, deed, tmp_path / "x.pdf", "--recipient", "Valsts kontrole") == 0
    assert logged(block)[0].recipient == "Valsts kontrole"


def test_changes_are_those_since_the_posted_version_where_none_is_named(block, tmp_path):
    output = tmp_path / "x.pdf"
    assert run(block, "changes --month 2026-11", output) == 0
    assert "version 1 – version 2" in text(output.read_bytes())


def test_changes_end_with_a_version_where_one_is_named(block, tmp_path):
    output = tmp_path / "x.pdf"
    assert run(block, "changes --month 2026-11 --since 1 --until 1", output) == 0
    read = text(output.read_bytes())
    assert "version 1 – version 1" in read
    assert "0 changed days" in read


def test_a_wall_copy_hides_health_and_a_duty_copy_tells_it_with_the_reason(block, tmp_path):
    output = tmp_path / "x.pdf"
    deed = "changes --month 2026-11 --since 1"
    assert run(block, deed, output) == 0
    assert "as the test wants it" not in text(output.read_bytes())
    assert run(block, f"{deed} --copy duty", output) == 0
    read = text(output.read_bytes())
    assert "as the test wants it" in read
    assert "Žagars Edvīns" in read
    assert run(block, f"{deed} --copy duty", output, officer=DUTY) == 0
    assert "as the test wants it" not in text(output.read_bytes())


def test_own_shifts_leave_as_a_calendar_that_strikes_out_what_was_posted(block, tmp_path):
    output = tmp_path / "own.ics"
    assert run(block, "officer --badge A-1 --month 2026-11 --format ics", output) == 0
    events = {
        str(event["uid"]): str(event["status"])
        for event in icalendar.Calendar.from_ical(output.read_bytes()).walk("VEVENT")
    }
    assert events == {
        f"duty-{block.zagars}-2026-11-04@openblock": "CONFIRMED",
        f"duty-{block.zagars}-2026-11-24@openblock": "CONFIRMED",
        f"duty-{block.zagars}-2026-11-28@openblock": "CANCELLED",
    }
    row = logged(block)[0]
    assert (row.details["what"], row.details["format"]) == ("own-calendar", "ics")


def test_the_time_sheet_leaves_as_a_workbook_and_on_both_papers(block, tmp_path):
    output = tmp_path / "sheet"
    assert run(block, "timesheet --month 2026-11 --format xlsx", output) == 0
    page = openpyxl.load_workbook(io.BytesIO(output.read_bytes())).active
    assert page.title == "UT-2026-11"
    for paper in ("A4", "A3"):
        assert run(block, f"timesheet --month 2026-11 --paper {paper}", output) == 0
        assert logged(block)[0].details["paper"] == paper


@pytest.mark.parametrize(
    "deed",
    [
        "officer --badge nav --month 2026-11",
        "changes --month 2026-11 --since 9",
        "changes --month 2026-11 --since 1 --until 9",
        "changes --month 2026-12",
    ],
)
def test_what_is_not_there_is_refused_in_words_and_nothing_is_written(
    block, tmp_path, deed, capsys
):
    output = tmp_path / "x.pdf"
    before = len(logged(block))
    assert run(block, deed, output) == 1
    assert capsys.readouterr().err.strip()
    assert not output.exists()
    assert len(logged(block)) == before


def test_who_does_not_plan_is_refused_the_time_sheet_and_the_refusal_is_logged(
    block, tmp_path, capsys
):
    output = tmp_path / "x.pdf"
    before = len(logged(block, "refused"))
    assert run(block, "timesheet --month 2026-11", output, officer=DUTY) == 1
    assert capsys.readouterr().err.strip()
    assert not output.exists()
    assert len(logged(block, "refused")) == before + 1


@pytest.mark.parametrize(
    "written",
    [
        ("week", "--date", "24.11.2026"),
        ("week", "--date", "2026-02-30"),
        ("officer", "--month", "2026-11"),
        ("officer", "--badge", "A-1"),
        ("officer", "--badge", "A-1", "--month", "2026-11", "--format", "xlsx"),
        ("changes",),
        ("changes", "--month", "2026-11", "--since", "0"),
        ("changes", "--month", "2026-11", "--since", "trešā"),
        ("timesheet", "--month", "2026-13"),
        ("timesheet", "--month", "2026-11", "--format", "ics"),
        ("timesheet", "--month", "2026-11", "--format", "xlsx", "--paper", "A3"),
        ("roster", "--month", "2026-11", "--of-version", "-1"),
    ],
)
def test_what_cannot_be_meant_ends_with_a_word(tmp_path, written, capsys):
    name, *more = written
    with pytest.raises(SystemExit) as ended:
        main(["print", name, "--demo", "--output", str(tmp_path / "x.pdf"), *more])
    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_the_demonstration_has_a_week_and_says_what_it_is(tmp_path):
    output = tmp_path / "week.pdf"
    written = ["print", "week", "--demo", "--date", "2026-11-24", "--output", str(output)]
    assert main([*written, "--language", "en"]) == 0
    read = text(output.read_bytes())
    assert "DEMONSTRATION" in read
    assert "Ķeņģis-Rudzītis Š." in read


def test_a_past_version_of_the_month_prints_as_it_was_posted(block, tmp_path):
    output = tmp_path / "x.pdf"
    assert run(block, "roster --month 2026-11 --of-version 1", output) == 0
    read = text(output.read_bytes())
    assert "version 2 is in force" in read
    assert logged(block)[0].details["version"] == 1
    assert run(block, "roster --month 2026-11 --of-version 7", tmp_path / "y.pdf") == 1
    assert not (tmp_path / "y.pdf").exists()
