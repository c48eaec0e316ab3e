"""The grounds told again from the log alone, instant by instant, in plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from tests.features.rooms.replay import Replay
from tests.features.shadowing import replay as practice
from tests.travels.retold import Held, Row, day_of, differences, minute_of, planned, within

OPEN = {"requested", "approved"}
AHEAD = OPEN | {"in-use"}
LIVE = AHEAD | {"finished"}


def taken(row: Row) -> range:
    """The minutes a booking takes: to its end, or to when the group was back, one at the least."""
    hours = planned(row)
    if row["ended_at"] is None:
        return hours
    back = max(minute_of(row["ended_at"]), hours.start + 1)
    return range(hours.start, min(hours.stop, back))


def coming(replay: Replay, number: int) -> tuple[int, ...]:
    """Who takes part in a booking, without those who were missing."""
    return tuple(
        row["resident_id"]
        for _key, row in sorted(replay.rows("participants").items())
        if row["booking_id"] == number and row["came"]
    )


def held(replay: Replay) -> list[Held]:
    """What everybody is meant to be at."""
    found = practice.held(replay)
    for number, row in replay.rows("bookings").items():
        if row["state"] in LIVE:
            minutes = taken(row)
            found += (
                (f"resident:{who}", "booking", number, minutes.start, minutes.stop)
                for who in coming(replay, number)
            )
    return sorted(found)


def broken(replay: Replay, diary: Iterable[Held]) -> list[str]:
    """GR-03, GR-07, GR-09 for all time, and the diary beside what the log makes of it."""
    return [
        *differences(diary, held(replay)),
        *_crowded(replay),
        *_miscounted(replay),
        *_gone(replay),
        *_shut(replay),
        *_overseen(replay),
    ]


def _of(replay: Replay, states: Iterable[str]) -> Mapping[int, Row]:
    return {key: row for key, row in replay.rows("bookings").items() if row["state"] in states}


def _crowded(replay: Replay) -> Iterator[str]:
    """Most are somewhere at an instant at which somebody comes."""
    live = _of(replay, LIVE)
    for area_id, area in replay.rows("areas").items():
        here = {key: row for key, row in live.items() if row["area_id"] == area_id}
        for instant in {taken(row).start for row in here.values()}:
            there = [key for key, row in here.items() if instant in taken(row)]
            heads = sum(len(coming(replay, key)) for key in there)
            if heads > area["capacity"]:
                yield f"{heads} on {area['name']} at {day_of(instant)}: {there}"
            if area["exclusive"] and len(there) > 1:
                yield f"not alone on {area['name']} at {day_of(instant)}: {there}"


def _miscounted(replay: Replay) -> Iterator[str]:
    for key, row in _of(replay, LIVE).items():
        if row["heads"] != len(coming(replay, key)):
            yield f"{row['heads']} heads, but {coming(replay, key)} come to {key}"


def _gone(replay: Replay) -> Iterator[str]:
    """Somebody is to take part who is not here then."""
    stays = [
        (row["resident_id"], range(minute_of(row["admitted"]), minute_of(row["discharged"])))
        for row in replay.rows("stays").values()
    ]
    for key, row in _of(replay, OPEN).items():
        for who in coming(replay, key):
            if not any(who == one and within(planned(row), stay) for one, stay in stays):
                yield f"{who} is not here for {key}"


def _shut(replay: Replay) -> Iterator[str]:
    for closure in replay.rows("area_closures").values():
        for key, row in _of(replay, OPEN).items():
            if row["area_id"] == closure["area_id"] and _meet(planned(row), planned(closure)):
                yield f"{key} within {closure}"


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _overseen(replay: Replay) -> Iterator[str]:
    """More are under one officer's eyes than the strictest ratio of what is watched then."""
    areas, ahead = replay.rows("areas"), _of(replay, AHEAD).values()
    watched = [
        (row["officer_id"], planned(row), row["heads"], areas[row["area_id"]]["ratio"])
        for row in ahead
        if row["officer_id"] is not None and areas[row["area_id"]]["ratio"]
    ]
    for officer_id, minutes, _heads, _ratio in watched:
        now = [each for each in watched if each[0] == officer_id and minutes.start in each[1]]
        heads, ratio = sum(each[2] for each in now), min(each[3] for each in now)
        if heads > ratio:
            yield f"{heads} under the eyes of {officer_id} at {day_of(minutes.start)}, not {ratio}"


def lost(replay: Replay, now: datetime) -> dict[int, bool]:
    """Of each booking ahead, whether nobody watches over it who has to or was to (GR-06)."""
    minute = int(now.timestamp()) // 60
    officers = replay.rows("officers")
    duties = [
        (row["officer_id"], planned(row))
        for row in replay.rows("duties").values()
        if _serves(officers[row["officer_id"]], row["day"])
    ]
    found = {}
    for key, row in _of(replay, AHEAD).items():
        hours = planned(row)
        if hours.stop <= minute:
            continue
        if row["officer_id"] is None:
            laid = any(_meet(hours, duty) for _who, duty in duties)
            found[key] = bool(replay.rows("areas")[row["area_id"]]["ratio"]) and laid
        else:
            on = {each for who, duty in duties if who == row["officer_id"] for each in duty}
            found[key] = not on.issuperset(hours)
    return found


def _serves(officer: Row, day: str) -> bool:
    """Whether the officer is on the staff that day: the roster may go on showing who has left."""
    last = officer["last_day"]
    return bool(officer["active_from"] <= day and (not last or day <= last))


def out_there(replay: Replay, now: datetime) -> Counter[int]:
    """How many are out on each area; a group that is a day late is no longer looked for."""
    minute = int(now.timestamp()) // 60
    found: Counter[int] = Counter()
    for row in _of(replay, {"in-use"}).values():
        if planned(row).stop > minute - 24 * 60:
            found[row["area_id"]] += row["heads"]
    return found


def shares(replay: Replay, first: date, last: date, now: datetime) -> Mapping[int, Counter[str]]:
    """Everybody's times, those missed and those ahead, of bookings that begin in those days."""
    found: dict[int, Counter[str]] = {number: Counter() for number in replay.rows("residents")}
    minute = int(now.timestamp()) // 60
    for part in replay.rows("participants").values():
        row = replay.rows("bookings")[part["booking_id"]]
        state, hours = row["state"], planned(row)
        if state == "cancelled" or not first <= day_of(hours.start) <= last:
            continue
        if state in OPEN:
            found[part["resident_id"]]["ahead"] += hours.stop > minute
        elif state == "no-show" or not part["came"]:
            found[part["resident_id"]]["missed"] += 1
        else:
            found[part["resident_id"]]["times"] += 1
    return found
