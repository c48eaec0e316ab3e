"""Practice told again from the log alone, minute by minute, in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

from tests.features.rooms.replay import Replay

RIGA = ZoneInfo("Europe/Riga")
BESIDE_ONE, IN_THE_BLOCK = 2, 4

Row = Mapping[str, Any]
#: Whose time, for what, which row of that, and the minutes from the first to the last.
Held = tuple[str, str, int, int, int]


class Retold(Replay):
    """The log read on; a column that it did not name when a row came in was empty."""

    def _follow(self, change: Mapping[str, Any]) -> None:
        rows = self._tables.setdefault(change["table"], {})
        row, old, new = rows.get(change["id"]), change.get("old"), change.get("new")
        assert (row is None) == (old is None)
        if old is None:
            rows[change["id"]] = _Row(new)
            return
        assert {name: row[name] for name in old} == dict(old)
        if new is None:
            del rows[change["id"]]
        else:
            row.update(new)


class _Row(dict[str, Any]):
    def __missing__(self, _name: str) -> None:
        return None


def minute_of(stored: str) -> int:
    """An instant as it is stored, in minutes since 1970."""
    moment = datetime.fromisoformat(stored)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()) // 60


def day_of(minute: int) -> date:
    return datetime.fromtimestamp(minute * 60, RIGA).date()


def planned(row: Row) -> range:
    return range(minute_of(row["starts_at"]), minute_of(row["ends_at"]))


def taken(row: Row) -> range:
    """The minutes as they were once somebody has confirmed them, else as they were planned."""
    if row.get("actual_starts_at") is None:
        return planned(row)
    return range(minute_of(row["actual_starts_at"]), minute_of(row["actual_ends_at"]))


def lives(row: Row) -> bool:
    return row["state"] == "confirmed" or (row["state"] == "planned" and not row["cause"])


def within(inner: range, outer: range) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop


def broken(replay: Replay, diary: Iterable[Held]) -> list[str]:
    """TR-04, TR-06, TR-07, TR-12 for all time: the diary beside what the log makes of it."""
    stored, told = sorted(diary), held(replay)
    return [
        *(f"in the diary, not in the log: {each}" for each in stored if each not in told),
        *(f"in the log, not in the diary: {each}" for each in told if each not in stored),
        *_at_two_things(stored),
        *_outside(replay),
        *_crowded(replay),
    ]


def held(replay: Replay) -> list[Held]:
    """What everybody is meant to be at."""
    found = [
        *_of(replay, "duties", "duty", "officer"),
        *_of(replay, "unavailabilities", "unavailable", "trainee"),
        *(
            (f"trainee:{row['trainee_id']}", "shadowing", number, *_ends(taken(row)))
            for number, row in replay.rows("shadowings").items()
            if lives(row)
        ),
        *_in_class(replay),
    ]
    return sorted(found)


def _of(replay: Replay, table: str, kind: str, who: str) -> Iterator[Held]:
    for number, row in replay.rows(table).items():
        yield (f"{who}:{row[f'{who}_id']}", kind, number, *_ends(planned(row)))


def _ends(minutes: range) -> tuple[int, int]:
    return minutes.start, minutes.stop


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


def _at_two_things(diary: Iterable[Held]) -> Iterator[str]:
    for one, other in combinations(diary, 2):
        if one[0] == other[0] and one[3] < other[4] and other[3] < one[4]:
            yield f"at two things at once: {one} and {other}"


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
