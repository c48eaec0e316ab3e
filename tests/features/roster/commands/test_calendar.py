"""The calendar: the library's days at hand, and the administrator's own over them."""

from datetime import date

import pytest
from sqlalchemy import text

from openblock.errors import KnownError, RuleBroken
from openblock.features.roster.commands import (
    RefreshCalendar,
    RemoveCalendarDay,
    SaveCalendarDay,
    refresh_calendar,
    remove_calendar_day,
    save_calendar_day,
)
from openblock.features.roster.queries import calendar_days, own_days, stale_years
from openblock.features.roster.rules import DayKind
from openblock.i18n import set_language

INDEPENDENCE = date(2026, 11, 18)


def kind_of(store, day):
    (found,) = store.read(calendar_days, day, day)
    return found.kind, found.name


def test_stored_library_days_are_those_of_the_library_itself(store):
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    read_now = store.read(calendar_days, first, last)
    assert store.read(stale_years, 2026, 2027) == (2026, 2027)
    assert store.run(refresh_calendar, RefreshCalendar(2026, 2027)).value == 2
    assert store.read(stale_years, 2026, 2027) == ()
    assert store.read(calendar_days, first, last) == read_now
    assert store.run(refresh_calendar, RefreshCalendar(2026, 2027)).value == 0


def test_days_read_from_an_older_library_are_read_again(store):
    store.run(refresh_calendar, RefreshCalendar(2026, 2026))
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE library_years SET source = '0.1'"))
    assert store.read(stale_years, 2026, 2026) == (2026,)
    assert store.run(refresh_calendar, RefreshCalendar(2026, 2026)).value == 1


def test_a_holiday_is_named_in_the_language_spoken(store):
    store.run(refresh_calendar, RefreshCalendar(2026, 2026))
    assert "Republic" in kind_of(store, INDEPENDENCE)[1]
    set_language("lv")
    assert "Proklamēšanas" in kind_of(store, INDEPENDENCE)[1]


def test_what_an_administrator_decides_stands_over_the_library(store):
    store.run(save_calendar_day, SaveCalendarDay(INDEPENDENCE, DayKind.WORKDAY))
    assert kind_of(store, INDEPENDENCE) == (DayKind.WORKDAY, "")
    store.run(remove_calendar_day, RemoveCalendarDay(INDEPENDENCE))
    assert kind_of(store, INDEPENDENCE)[0] is DayKind.HOLIDAY


def test_an_own_day_is_changed_and_taken_back_step_by_step(store):
    day = date(2026, 11, 23)
    first = store.run(save_calendar_day, SaveCalendarDay(day, DayKind.MOVED_OFF, " brīvs  "))
    second = store.run(save_calendar_day, SaveCalendarDay(day, DayKind.HOLIDAY, "svētki"))
    assert [(row.kind, row.name) for row in store.read(own_days, day, day)] == [
        (DayKind.HOLIDAY, "svētki")
    ]
    store.run(second.undo.command, second.undo.request, undoes=True)
    assert kind_of(store, day) == (DayKind.MOVED_OFF, "brīvs")
    store.run(first.undo.command, first.undo.request, undoes=True)
    assert kind_of(store, day) == (DayKind.WORKDAY, "")


def test_a_nameless_holiday_and_an_old_version_are_refused(store):
    with pytest.raises(RuleBroken):
        store.run(save_calendar_day, SaveCalendarDay(INDEPENDENCE, DayKind.HOLIDAY, " "))
    store.run(save_calendar_day, SaveCalendarDay(INDEPENDENCE, DayKind.HOLIDAY, "a"))
    store.run(save_calendar_day, SaveCalendarDay(INDEPENDENCE, DayKind.HOLIDAY, "b", version=1))
    with pytest.raises(KnownError, match="changed-meanwhile"):
        store.run(save_calendar_day, SaveCalendarDay(INDEPENDENCE, DayKind.HOLIDAY, "c", version=1))


def test_an_ordinary_saturday_is_a_weekend(store):
    assert kind_of(store, date(2026, 11, 21)) == (DayKind.WEEKEND, "")
