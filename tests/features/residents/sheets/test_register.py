"""The list of residents: what a wall may show, and what duty needs."""

from __future__ import annotations

from datetime import UTC, date, datetime

from openblock.clock import FOREVER
from openblock.features.residents.queries import ResidentRow
from openblock.features.residents.rules.content import Status
from openblock.features.residents.sheets import Copy, ResidentLine, resident_list

AT = datetime(2026, 11, 24, 6, 41, tzinfo=UTC)


def row(number: int, surname: str, status: Status = Status.PRESENT) -> ResidentRow:
    return ResidentRow(
        resident_id=number,
        surname=surname,
        given_name="Jānis",
        birth_date=date(1980, 5, 6),
        sex="male",
        needs=("accessible",),
        status=status,
        stay_id=number,
        admitted=AT,
        discharged=FOREVER,
        sentence_end=date(2027, 6, 17),
        alerts=("health", "conflict"),
        apart=1,
        contact_officer_id=None,
        version=1,
    )


def test_a_wall_copy_holds_initial_and_room_and_nothing_else():
    sheet = resident_list((row(1, "Ābele"),), {1: "105 A"}, AT, Copy.WALL)
    assert sheet.lines == (ResidentLine("Ābele J.", "105 A"),)


def test_a_duty_copy_holds_names_dates_and_alert_marks():
    sheet = resident_list((row(1, "Ābele"),), {}, AT, Copy.DUTY)
    (line,) = sheet.lines
    assert (line.name, line.room) == ("Ābele Jānis", "")
    assert (line.birth_date, line.sentence_end) == (date(1980, 5, 6), date(2027, 6, 17))
    assert line.alerts == ("Health", "Conflict")


def test_only_those_who_are_here_stand_on_it_in_the_order_of_the_register():
    rows = (
        row(1, "Žagars"),
        row(2, "Ābele"),
        row(3, "Nāk", Status.PLANNED),
        row(4, "Bija", Status.DISCHARGED),
    )
    sheet = resident_list(rows, {}, AT, Copy.WALL)
    assert [line.name for line in sheet.lines] == ["Žagars J.", "Ābele J."]
