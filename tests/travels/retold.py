"""What the log says when it is read on its own, in plain Python, minute by minute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

from tests.features.rooms.replay import Replay

RIGA = ZoneInfo("Europe/Riga")

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


def within(inner: range, outer: range) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop


def differences(stored: Iterable[Held], told: Iterable[Held]) -> Iterator[str]:
    """Where the diary and what the log makes of it are not the same, and who is in two places."""
    stored, told = sorted(stored), sorted(told)
    yield from (f"in the diary, not in the log: {each}" for each in stored if each not in told)
    yield from (f"in the log, not in the diary: {each}" for each in told if each not in stored)
    yield from _at_two_things(stored)


def held_by(replay: Replay, table: str, kind: str, who: str) -> Iterator[Held]:
    """The planned time of every row of a table, held by its officer or trainee."""
    for number, row in replay.rows(table).items():
        yield (f"{who}:{row[f'{who}_id']}", kind, number, *ends(planned(row)))


def ends(minutes: range) -> tuple[int, int]:
    return minutes.start, minutes.stop


def _at_two_things(diary: Iterable[Held]) -> Iterator[str]:
    for one, other in combinations(diary, 2):
        if one[0] == other[0] and one[3] < other[4] and other[3] < one[4]:
            yield f"at two things at once: {one} and {other}"
