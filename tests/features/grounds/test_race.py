"""Tests of two officers in two programmes who want the last places of an area at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import text

from openblock.clock import at
from openblock.features.grounds.commands import BookSeries, book_series
from openblock.features.grounds.rules import series_days
from openblock.features.grounds.rules.content import BookingContent, Repeat, SeriesContent
from tests.factories import with_area, with_resident

ROUNDS = 1_000 if "OPENBLOCK_THOROUGH" in os.environ else 12
OFFICERS = 2
CAPACITY = 12
FIRST = date(2050, 1, 3)
# Ten rounds a day, an hour each, from eight in the morning: half a year would do for 1,800.
A_DAY = 10

# Each officer books round by round for a group of their own, at one agreed moment each: together
# the two are one too many.
OFFICER = """
    import json, sys, time
    from datetime import datetime
    from pathlib import Path
    from openblock.errors import RuleBroken
    from openblock.features.accounts.rights import may
    from openblock.features.grounds.commands import BookArea, book_area
    from openblock.features.grounds.rules.content import BookingContent
    from openblock.migrations.upgrade import newest
    from openblock.storage.store import Actor, open_store

    asked = json.loads(sys.stdin.read())
    store = open_store(Path(asked["path"]), bytes.fromhex(asked["dek"]), may=may, newest=newest())
    store.sign_in(Actor(asked["officer"], asked["name"], "duty_officer", "en"))
    won, lost = [], []
    for number, (start, end) in enumerate(asked["rounds"]):
        ready = Path(asked["folder"], f"{number}-{asked['officer']}")
        ready.touch()
        for _ in range(60_000):  # a minute and more: the other has died
            if all(Path(asked["folder"], f"{number}-{each}").exists()
                   for each in range(asked["officers"])):
                break
            time.sleep(0.001)
        content = BookingContent(asked["area"], datetime.fromisoformat(start),
                                 datetime.fromisoformat(end), tuple(asked["residents"]))
        try:
            store.run(book_area, BookArea(content))
            won.append(number)
        except RuleBroken as refusal:
            lost.append([(each.code, str(each.facts["by"]), str(each.facts["when"]),
                          each.facts["heads"], each.facts["taken"])
                         for each in refusal.problems])
    store.close()
    print(json.dumps({"won": won, "lost": lost}))
"""


def _officer(asked):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(OFFICER)],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    process.stdin.write(json.dumps(asked))
    process.stdin.close()
    return process


def _rounds():
    hours = [(FIRST + timedelta(days=n // A_DAY), 8 + n % A_DAY) for n in range(ROUNDS)]
    return [(at(day, hour * 60), at(day, (hour + 1) * 60)) for day, hour in hours]


def _laid(store):
    """An area with seven of its twelve places taken all day; it, and two groups of four."""
    area = with_area(store, capacity=CAPACITY, ratio=0, indoor=True, longest=24 * 60)
    people = [with_resident(store, f"Racer{chr(65 + n)}") for n in range(15)]
    last = _rounds()[-1][0].date()
    first = BookingContent(area, at(FIRST, 8 * 60), at(FIRST, 18 * 60), tuple(people[:7]))
    series = SeriesContent(first, Repeat.DAILY, last)
    assert store.run(book_series, BookSeries(series)).value == len(series_days(series))
    return area, (people[7:11], people[11:])


def test_gr_03_of_officers_racing_for_the_last_places_one_gets_them_and_the_other_is_told_who(
    blank_file, store, tmp_path
):
    area, groups = _laid(store)
    rounds = [(start.isoformat(), end.isoformat()) for start, end in _rounds()]
    booking = [
        _officer(
            {
                "path": str(blank_file.path),
                "dek": blank_file.dek.hex(),
                "folder": str(tmp_path),
                "officer": officer,
                "officers": OFFICERS,
                "name": f"Officer {officer}",
                "area": area,
                "residents": group,
                "rounds": rounds,
            }
        )
        for officer, group in enumerate(groups)
    ]
    told = []
    for each in booking:
        with each:
            told.append(json.loads(each.stdout.read()))
    assert [each.returncode for each in booking] == [0] * OFFICERS

    assert sorted(number for each in told for number in each["won"]) == list(range(ROUNDS))
    for officer, each in enumerate(told):
        assert len(each["lost"]) == ROUNDS - len(each["won"])
        for ((code, by, when, heads, taken),) in each["lost"]:
            assert (code, heads, taken) == ("area-full", 4, 11)
            assert f"Officer {1 - officer}" in by
            assert when
    most = max(_at_once(store).values())
    assert most == 11
    won = [len(each["won"]) for each in told]
    print(f"{ROUNDS} rounds for 5 of {CAPACITY} places: won {won}, {most} at once")  # noqa: T201


def _at_once(store):
    """How many are on the area in each round, counted where somebody begins."""
    asked = (
        "SELECT b.starts_at, (SELECT SUM(t.heads) FROM bookings t "
        "WHERE t.starts_at <= b.starts_at AND b.starts_at < t.ends_at) FROM bookings b"
    )
    with store.engine.connect() as connection:
        return dict(tuple(row) for row in connection.execute(text(asked)))
