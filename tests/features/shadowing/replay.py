"""Practice told again from the log alone, minute by minute, in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from tests.features.rooms.replay import Replay
from tests.travels.retold import (
    Held,
    Row,
    day_of,
    differences,
    ends,
    held_by,
    minute_of,
    planned,
    within,
)

BESIDE_ONE, IN_THE_BLOCK = 2, 4


def taken(row: Row) -> range:
    """The minutes as they were once somebody has confirmed them, else as they were planned."""
    if row.get("actual_starts_at") is None:
        return planned(row)
    return range(minute_of(row["actual_starts_at"]), minute_of(row["actual_ends_at"]))


def lives(row: Row) -> bool:
    return row["state"] == "confirmed" or (row["state"] == "planned" and not row["cause"])


def broken(replay: Replay, diary: Iterable[Held]) -> list[str]:
    """TR-04, TR-06, TR-07, TR-12 for all time: the diary beside what the log makes of it."""
    return [
        *differences(diary, held(replay)),
        *_outside(replay),
        *_crowded(replay),
    ]


def held(replay: Replay) -> list[Held]:
    """What everybody is meant to be at."""
    found = [
        *held_by(replay, "duties", "duty", "officer"),
        *held_by(replay, "unavailabilities", "unavailable", "trainee"),
        *(
            (f"trainee:{row['trainee_id']}", "shadowing", number, *ends(taken(row)))
            for number, row in replay.rows("shadowings").items()
            if lives(row)
        ),
        *_in_class(replay),
    ]
    return sorted(found)


def _in_class(replay: Replay) -> Iterator[Held]:
    """The longest part of each class in which each of its people was nowhere else."""
    elsewhere: dict[int, set[int]] = defaultdict(set)
    confirmed = [row for row in replay.rows("shadowings").values() if row["state"] == "confirmed"]
    for row in (*replay.rows("unavailabilities").values(), *confirmed):
        elsewhere[row["trainee_id"]] |= set(taken(row))
    for number, row in replay.rows("classes").items():
        for trainee_id, person in replay.rows("trainees").items():
            if _attends(person, row):
                free = [each for each in planned(row) if each not in elsewhere[trainee_id]]
                if free:
                    yield (f"trainee:{trainee_id}", "class", number, *_longest(free))


def _attends(person: Row, lesson: Row) -> bool:
    left_on = person["left_on"]
    gone = left_on and day_of(planned(lesson).start) > date.fromisoformat(left_on)
    same = person["course_id"] == lesson["course_id"]
    return bool(same and not gone and lesson["group"] in {"", person["group"]})


def _longest(minutes: Iterable[int]) -> tuple[int, int]:
    """The longest row of minutes without a gap, the first of equals."""
    best = run = (0, 0)
    for each in minutes:
        run = (run[0], each + 1) if each == run[1] else (each, each + 1)
        best = run if run[1] - run[0] > best[1] - best[0] else best
    return best


def _outside(replay: Replay) -> Iterator[str]:
    """Confirmed hours that no duty of their officer holds."""
    duties = replay.rows("duties").values()
    for number, row in replay.rows("shadowings").items():
        if row["state"] == "confirmed" and not _held(row["officer_id"], taken(row), duties):
            yield f"confirmed outside every duty: {number} {row}"


def _held(officer_id: int, minutes: range, duties: Iterable[Row]) -> bool:
    return any(
        each["officer_id"] == officer_id and within(minutes, planned(each)) for each in duties
    )


def _crowded(replay: Replay) -> Iterator[str]:
    """More are somewhere at most at a minute at which one of them comes."""
    rows = [
        (row["officer_id"], taken(row)) for row in replay.rows("shadowings").values() if lives(row)
    ]
    for instant in {minutes.start for _officer_id, minutes in rows}:
        here = Counter(officer_id for officer_id, minutes in rows if instant in minutes)
        if here.total() > IN_THE_BLOCK or max(here.values()) > BESIDE_ONE:
            yield f"too many on {day_of(instant)}: {dict(here)}"


def standings(replay: Replay, now: datetime) -> Mapping[int, str]:
    """How each shadowing shift stands at a moment, by number."""
    return {
        number: _standing(replay, row, int(now.timestamp()) // 60)
        for number, row in replay.rows("shadowings").items()
    }


def _standing(replay: Replay, row: Row, now: int) -> str:
    if row["state"] != "planned":
        return str(row["state"])
    hours = planned(row)
    stands = (
        not row["cause"]
        and _held(row["officer_id"], hours, replay.rows("duties").values())
        and _mentors(replay.rows("officers")[row["officer_id"]], hours)
        and _learns(replay, row["trainee_id"], hours)
    )
    if not stands:
        return "replan"
    return "done" if hours.stop <= now else "planned"


def _mentors(officer: Row, hours: range) -> bool:
    day = day_of(hours.start).isoformat()
    last = officer["last_day"]
    return bool(
        officer["is_mentor"] and officer["active_from"] <= day and (not last or day <= last)
    )


def _learns(replay: Replay, trainee_id: int, hours: range) -> bool:
    trainee = replay.rows("trainees")[trainee_id]
    course = replay.rows("courses")[trainee["course_id"]]
    first, last = day_of(hours.start).isoformat(), day_of(hours.stop - 1).isoformat()
    left = trainee["left_on"]
    return course["first_day"] <= first and last <= min(left or last, course["last_day"])


def hours_of(replay: Replay, now: datetime) -> Mapping[int, Mapping[str, int]]:
    """Minutes by trainee and standing, each minute looked at; nobody has one twice."""
    stand = standings(replay, now)
    lived: dict[int, dict[int, str]] = {number: {} for number in replay.rows("trainees")}
    found = {number: Counter[str]() for number in lived}
    for number, row in replay.rows("shadowings").items():
        for minute in taken(row):
            if stand[number] in {"planned", "done", "confirmed"}:
                assert minute not in lived[row["trainee_id"]], (number, minute)
                lived[row["trainee_id"]][minute] = stand[number]
            else:
                found[row["trainee_id"]][stand[number]] += 1
    for number, minutes in lived.items():
        found[number].update(minutes.values())
    return found
