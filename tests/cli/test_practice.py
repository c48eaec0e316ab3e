"""The sheets of practice without a window, and that a trainee gets nobody else's (TR-15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import icalendar
import pytest

from openblock import clock
from openblock.cli import main
from openblock.cli.choices import EVERY_SHEET
from openblock.cli.practice import PRACTICE
from openblock.entry import entrance
from openblock.features.accounts.queries import accounts, log_rows
from openblock.features.accounts.rights import may
from openblock.features.accounts.session import FirstStart, Wanted
from openblock.features.accounts.session.people import add_person
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.shadowing.commands import (
    LinkTrainee,
    StartPractice,
    link_trainee,
    start_practice,
)
from openblock.features.shadowing.queries import trainees
from openblock.i18n import set_language
from openblock.migrations.upgrade import newest
from openblock.storage import keys
from openblock.storage.log import LogFilter
from openblock.storage.store import Actor, open_store
from tests.conftest import CHEAP
from tests.factories import (
    with_class,
    with_course,
    with_officer,
    with_shadowing,
    with_templates,
    with_trainee,
)
from tests.printing.read_back import text

PASSWORD = "maize un piens"
COORDINATOR, TRAINEE = "Anna Bērziņa", "Elīna Zariņa"
DAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Block:
    path: Path
    dek: bytes
    elina: int
    ivars: int
    course: int


@pytest.fixture(scope="module")
def block(tmp_path_factory: pytest.TempPathFactory) -> Block:
    """A block with a mentor on duty and two trainees, one of whom may sign in; closed again."""
    path = tmp_path_factory.mktemp("practice") / "block.openblock"
    with clock.standing_at(clock.at(date(2026, 11, 2), 600)):
        first = FirstStart(entrance(path))
        first.prepare(Wanted(COORDINATOR, PASSWORD, PASSWORD, "en", {"block_name": "Korpuss"}))
        store = first.finish().store
        store.run(start_practice, StartPractice())
        with_templates(store)
        facts = {"is_mentor": True, "mentor_certified_until": date(2027, 1, 1), "phone": "6120"}
        mentor = with_officer(store, surname="Ģērmane", given_name="Dace", **facts)
        store.run(change_cells, ChangeCells((CellEdit(mentor, DAY, "24"),)))
        course = with_course(store, "2026/2")
        elina = with_trainee(store, course, "Zariņa", "Elīna")
        ivars = with_trainee(store, course, "Ķirsis", "Ivars")
        for number in (elina, ivars):
            with_shadowing(store, number, mentor, DAY)
        start = clock.at(date(2026, 11, 26), 540)
        with_class(store, course, start, clock.at(date(2026, 11, 26), 960))
        add_person(store, TRAINEE, "trainee", "en", (PASSWORD, PASSWORD))
        (own,) = [each for each in store.read(accounts) if each.role == "trainee"]
        (row,) = [each for each in store.read(trainees) if each.trainee_id == elina]
        store.run(link_trainee, LinkTrainee(elina, row.version, own.account_id))
        dek = store.dek
        store.close()
    cheaply(path, dek)
    return Block(path, dek, elina, ivars, course)


def cheaply(path: Path, dek: bytes) -> None:
    """Let the passwords open quickly: every test here signs in, and none is about that."""
    for slot in keys.list_slots(path):
        if slot.kind == "password":
            keys.change_password(path, dek, slot.slot_id, PASSWORD, cost=CHEAP)


@pytest.fixture(autouse=True)
def at_the_desk(monkeypatch):
    """Everybody's password is at hand, on the morning of the shift."""
    monkeypatch.setenv("OPENBLOCK_PASSWORD", PASSWORD)
    with clock.standing_at(clock.at(DAY, 480)):
        yield
    set_language("en")


def run(block: Block, deed: str, output: Path, *more: str, officer: str = COORDINATOR) -> int:
    place = ("--database", str(block.path), "--officer", officer, "--language", "en")
    return main([*deed.split(), "--output", str(output), *place, *more])


def logged(block: Block, operation: str):
    """The log without the cost of a password: the newest row first."""
    store = open_store(block.path, block.dek, may=may, newest=newest(), workstation="test")
    try:
        store.actor = Actor(1, COORDINATOR, "administrator", "en")
        return store.read(log_rows, LogFilter(operation=operation))
    finally:
        store.close()


WORDS = {
    "shadowing": ("Zariņa E.", "Ģērmane D.", "09:00–21:00", "Week 48"),
    "shift": ("Zariņa Elīna", "Ģērmane Dace", "6120", "Shift list"),
    "practice": ("Zariņa Elīna", "Practice diary", "Mentor’s"),
    "schedule": ("Zariņa Elīna", "Likumi", "Tuesday, 24 Nov"),
    "completion": ("Zariņa Elīna", "Practice not completed"),
}


@pytest.mark.parametrize("name", PRACTICE)
def test_every_sheet_prints_and_is_logged_as_disclosed(block, tmp_path, name):
    output = tmp_path / "sheet.pdf"
    of_one = name in {"practice", "schedule", "completion"}
    more = ("--trainee", str(block.elina)) if of_one else ()
    assert run(block, f"print {name}", output, "--recipient", "Mācību centrs", *more) == 0
    read = text(output.read_bytes())
    assert all(words in read for words in WORDS[name])
    row = logged(block, "disclose")[0]
    assert row.recipient == "Mācību centrs"
    assert f"Sheet No. {row.details['sheet']}" in read
    assert ("trainee", str(block.elina)) in row.subjects
    assert (("trainee", str(block.ivars)) in row.subjects) is not of_one


def test_all_sheets_have_different_names_and_help():
    assert set(PRACTICE) < set(EVERY_SHEET)
    helps = [choice.help() for choice in EVERY_SHEET.values()]
    assert len(set(helps)) == len(helps)


def test_a_month_prints_on_both_papers_and_a_week_is_found_by_its_number(block, tmp_path):
    output = tmp_path / "sheet.pdf"
    for paper in ("A4", "A3"):
        assert run(block, f"print shadowing --month 2026-11 --paper {paper}", output) == 0
        assert f"PM-2026-11-{paper}" in text(output.read_bytes())
    assert run(block, "print shadowing --week 2026-W49", output) == 0
    read = text(output.read_bytes())
    assert "30 Nov–06/12/2026" in read
    assert "PN-2026-49" in read


@pytest.mark.parametrize("named", ["2026/2", "number"])
def test_a_course_is_found_by_its_name_or_its_number(block, tmp_path, named):
    output = tmp_path / "sheet.pdf"
    course = str(block.course) if named == "number" else named
    assert run(block, "print shadowing", output, "--course", course) == 0
    assert f"PN-2026-48-K{block.course}" in text(output.read_bytes())


def test_an_unknown_course_or_trainee_is_refused_in_words_and_nothing_is_written(
    block, tmp_path, capsys
):
    output = tmp_path / "sheet.pdf"
    for deed in (
        "print shadowing --course nekāds",
        "print practice --trainee 999",
        "calendar --trainee 999",
    ):
        assert run(block, deed, output) == 1
        assert capsys.readouterr().err.strip()
        assert not output.exists()


# TR-15: a trainee sees the own practice and nobody else's


@pytest.mark.parametrize("deed", ["print practice", "print schedule", "print completion"])
@pytest.mark.parametrize("named", [True, False])
def test_tr_15_a_trainee_prints_the_own_sheets_named_or_not(block, tmp_path, deed, named):
    output = tmp_path / "sheet.pdf"
    more = ("--trainee", str(block.elina)) if named else ()
    assert run(block, deed, output, *more, officer=TRAINEE) == 0
    read = text(output.read_bytes())
    assert "Zariņa Elīna" in read
    assert "Ķirsis" not in read


@pytest.mark.parametrize(
    "deed",
    [
        *("print practice", "print schedule", "print completion", "calendar"),
        *("print shadowing", "print shadowing --month 2026-11", "print shift"),
        *("print residents", "print rooms"),
    ],
)
def test_tr_15_everything_else_is_refused_to_a_trainee_logged_and_not_written(
    block, tmp_path, deed, capsys
):
    output = tmp_path / "sheet.pdf"
    of_one = deed in {"print practice", "print schedule", "print completion", "calendar"}
    more = ("--trainee", str(block.ivars)) if of_one else ()
    before = len(logged(block, "refused"))
    assert run(block, deed, output, *more, officer=TRAINEE) == 1
    assert capsys.readouterr().err.strip()
    assert not output.exists()
    assert len(logged(block, "refused")) == before + 1


def test_tr_15_staff_has_no_own_practice_and_has_to_name_whose(block, tmp_path):
    output = tmp_path / "sheet.pdf"
    assert run(block, "print practice", output) == 1
    assert not output.exists()


def test_a_calendar_file_holds_the_shift_and_the_class_in_utc_and_is_logged(block, tmp_path):
    output = tmp_path / "own.ics"
    assert run(block, "calendar", output, officer=TRAINEE) == 0
    events = list(icalendar.Calendar.from_ical(output.read_bytes()).walk("VEVENT"))
    assert [event.start for event in events] == [
        clock.at(DAY, 540),
        clock.at(date(2026, 11, 26), 540),
    ]
    assert "mentor Ģērmane Dace" in str(events[0]["summary"])
    row = logged(block, "disclose")[0]
    assert row.details["what"] == "practice-calendar"
    assert row.subjects == (("trainee", str(block.elina)),)


@pytest.mark.parametrize(
    "written",
    [
        ("shadowing", "--week", "2026-48"),
        ("shadowing", "--week", "2026-W54"),
        ("shadowing", "--week", "1800-W01"),
        ("shadowing", "--week", "2026-W48-2"),
        ("shadowing", "--week", "2026-W48", "--month", "2026-11"),
        ("shadowing", "--paper", "A5"),
        ("practice", "--trainee", "Zariņa"),
        ("shift", "--date", "2026-02-30"),
    ],
)
def test_what_cannot_be_meant_ends_with_a_word(tmp_path, written, capsys):
    name, *more = written
    with pytest.raises(SystemExit) as ended:
        main(["print", name, "--demo", "--output", str(tmp_path / "x.pdf"), *more])
    assert ended.value.code == 2
    assert capsys.readouterr().err
