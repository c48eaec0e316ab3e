"""Small blocks around the two nights in which the clock is changed, to travel through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from openblock.clock import at, standing_at
from openblock.features.accounts.rights import may
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    LayCycle,
    RefreshCalendar,
    change_cells,
    lay_cycle,
    refresh_calendar,
)
from openblock.features.roster.queries import TeamCycle
from openblock.features.shadowing.commands import StartPractice, start_practice
from openblock.migrations.upgrade import newest
from openblock.storage.store import Store, open_store
from tests.conftest import BlankFile
from tests.factories import (
    with_class,
    with_course,
    with_mentor,
    with_officer,
    with_shadowing,
    with_templates,
    with_trainee,
)
from tests.features.rooms.conftest import copied
from tests.travels.traveller import ANNA

# The days on whose morning the clock is put forward, and back.
SHORT, LONG = date(2026, 3, 29), date(2026, 10, 25)


def built_around_nights(
    template_file: BlankFile, folder: Path, build: Callable[[Store, date], None]
) -> Mapping[date, Path]:
    """A block around the night of 23 hours, and one around the night of 25."""
    found = {}
    for night in (SHORT, LONG):
        path = found[night] = folder / f"{night}.openblock"
        copied(template_file.path, path)
        store = open_store(path, template_file.dek, may=may, newest=newest(), workstation="test")
        store.sign_in(ANNA)
        with standing_at(at(night - timedelta(days=2), 12 * 60)):
            build(store, night)
        store.close()
    return found


def build_practice(store: Store, night: date) -> None:
    """Two courses, by day and with nights; five mentors and one who is none; some shifts."""
    first = night - timedelta(days=12)
    days = [first + timedelta(days=each) for each in range(40)]
    store.run(refresh_calendar, RefreshCalendar(night.year, night.year))
    store.run(start_practice, StartPractice())
    with_templates(store)
    mentors = [
        with_mentor(store, str(team), name, team=team) for team, name in enumerate("ABCDE", start=1)
    ]
    other = with_officer(store, "9", "F", team=1)
    store.run(lay_cycle, LayCycle(days[0], days[-1], (TeamCycle(2, ("24", ""), days[0]),)))
    laid = ((0, "24", 1, 2), (2, "D", 0, 1), (3, "N", 0, 2), (4, "24", 0, 3))
    edits = [
        CellEdit(mentors[who], day, code)
        for who, code, start, step in laid
        for day in days[start::step]
    ]
    edits += [CellEdit(other, day, "24") for day in days[::2]]
    store.run(change_cells, ChangeCells(tuple(edits)))
    two_weeks = timedelta(days=14)
    nights = with_course(
        store, "1. kurss", first_day=first, last_day=night + two_weeks, night_allowed=True
    )
    by_day = with_course(store, "2. kurss", first_day=first, last_day=night + two_weeks / 2)
    courses = (nights, nights, nights, nights, by_day, by_day)
    names = ("Ozola", "Priede", "Egle", "Liepa", "Vītola", "Kārkla")
    people = [
        with_trainee(store, course, name, group=group, cleared=first)
        for name, course, group in zip(names, courses, ("A", "A", "B", "", "", "B"), strict=True)
    ]
    with_class(store, nights, at(night, 600), at(night, 900), group="B")
    with_shadowing(store, people[0], mentors[2], night - timedelta(days=4))
    with_shadowing(store, people[1], mentors[2], night)
