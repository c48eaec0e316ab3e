"""The sheets of the grounds made ready: read for whoever may, numbered, with whose data."""

from __future__ import annotations

from datetime import date

import icalendar
import pytest

from openblock.errors import KnownError, NotAllowed
from openblock.features.grounds.commands import CancelBooking, cancel_booking
from openblock.features.grounds.queries import light_of
from openblock.features.grounds.sheets_pdf.ready import (
    area_named,
    ready_area,
    ready_calendar,
    ready_day,
    ready_week,
)
from openblock.features.grounds.sheets_pdf.ready_fair_use import ready_fair_use
from openblock.features.residents.sheets import Copy
from openblock.i18n import format_time
from tests.features.grounds.outside import NOW, TODAY
from tests.features.roster.roster_sheets import IMPRINT
from tests.printing.read_back import text


def test_the_week_for_the_wall_is_about_officers_only_and_of_the_monday_s_number(block):
    ready = ready_week(block.store.read, TODAY, NOW)
    assert (ready.number, ready.file_name) == ("TP-2026-38", "grounds-2026-W38")
    assert {each.partition(":")[0] for each in ready.subjects} == {"officer"}
    read = text(ready.make(IMPRINT))
    assert "15:00–16:30" in read
    assert "Futbols" in read
    assert "Agneseska J." in read
    assert "Apsītis" not in read
    assert "Korpuss" not in read.replace("Atklātā cietuma korpuss", "")


@pytest.mark.parametrize(
    ("copy", "shown"), [(Copy.WALL, "Apsītis J."), (Copy.DUTY, "Apsītis Jānis")]
)
def test_a_copy_with_names_has_its_own_number_and_tells_the_log_whose(block, copy, shown):
    ready = ready_week(block.store.read, TODAY, NOW, copy)
    assert ready.number != ready_week(block.store.read, TODAY, NOW).number
    assert f"resident:{block.a}" in ready.subjects
    assert shown in text(ready.make(IMPRINT))


def test_the_day_for_the_door_names_everybody_with_the_time_of_sunset(block):
    ready = ready_day(block.store.read, TODAY, NOW)
    assert ready.number == "TD-2026-09-16"
    assert {f"resident:{each}" for each in block.people("abcdgh")} <= set(ready.subjects)
    assert f"resident:{block.e}" not in ready.subjects
    read = text(ready.make(IMPRINT))
    assert "Apsītis Jānis" in read
    light = light_of(TODAY, 56.79, 23.94)
    assert f"▼ {format_time(light.sunset)}" in read


def test_what_was_ticked_stands_on_the_day_it_was(block):
    read = text(ready_day(block.store.read, date(2026, 9, 15), NOW).make(IMPRINT))
    assert "Out at 15:00" in " ".join(read.split())
    assert "Back at 16:00" in " ".join(read.split())


def test_an_area_is_found_by_its_name_or_number_and_a_building_is_none(block):
    read = block.store.read
    assert area_named(read, " sporta LAUKUMS ") == block.field
    assert area_named(read, str(block.hall)) == block.hall
    for unknown in ("Korpuss", str(block.house), "nav tādas", "9" * 40):
        with pytest.raises(KnownError, match="area-unknown"):
            area_named(read, unknown)


def test_the_list_of_an_area_shows_no_other_area_s_bookings(block):
    ready = ready_area(block.store.read, block.field, TODAY, NOW, Copy.DUTY)
    read = text(ready.make(IMPRINT))
    assert "Futbols" in read
    assert "Ravēšana" not in read
    assert f"resident:{block.g}" not in ready.subjects
    with pytest.raises(KnownError, match="area-unknown"):
        ready_area(block.store.read, 999, TODAY, NOW)


def test_fair_use_names_everybody_who_lived_here_in_the_month(block):
    ready = ready_fair_use(block.store.read, TODAY, NOW)
    assert ready.number == "TI-2026-09"
    assert {f"resident:{each}" for each in block.people("abcdefgh")} == set(ready.subjects)
    assert "Hofmanis Jānis" in text(ready.make(IMPRINT))


def test_a_calendar_keeps_its_numbers_and_says_what_was_cancelled(block):
    def events():
        made = ready_calendar(block.store.read, block.field, NOW)
        found = icalendar.Calendar.from_ical(made.content).walk("VEVENT")
        return {str(each["uid"]): each for each in found}

    before = events()
    uid = f"booking-{block.football}@openblock"
    assert (str(before[uid]["status"]), before[uid].start.utcoffset().total_seconds()) == (
        "CONFIRMED",
        0,
    )
    request = CancelBooking(block.football, 1, "lietus")
    block.store.run(cancel_booking, request)
    after = events()
    assert set(after) == set(before)
    assert str(after[uid]["status"]) == "CANCELLED"
    assert after[uid]["sequence"] > before[uid]["sequence"]
    assert not any("Apsītis" in str(each["summary"]) for each in after.values())


@pytest.mark.parametrize("prepare", [ready_week, ready_day, ready_fair_use])
def test_a_trainee_is_given_no_sheet_of_days(block, prepare):
    block.sign_in("trainee")
    with pytest.raises(NotAllowed):
        prepare(block.store.read, TODAY, NOW)


def test_a_trainee_is_given_nothing_of_one_area(block):
    block.sign_in("trainee")
    with pytest.raises(NotAllowed):
        ready_area(block.store.read, block.field, TODAY, NOW)
    with pytest.raises(NotAllowed):
        ready_calendar(block.store.read, block.field, NOW)
