"""The log read from its first row on, and what stood when answered from it in plain Python."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import datetime
from itertools import combinations
from typing import Any

from sqlalchemy import text

from openblock.storage.store import Store

Span = tuple[datetime, datetime]


class Replay:
    """Every row of every table as the log says it stands, by table and number."""

    def __init__(self, store: Store) -> None:
        self._engine = store.engine.execution_options(readonly=True)
        self.last = 0
        self._tables: dict[str, dict[str, dict[str, Any]]] = {}

    def read_on(self) -> None:
        """Follow the log to its end."""
        asked = text("SELECT number, changes FROM audit_row WHERE number > :last ORDER BY number")
        with self._engine.connect() as connection:
            rows = connection.execute(asked, {"last": self.last}).all()
        for number, changes in rows:
            self.last = number
            for each in json.loads(changes):
                self._follow(each)

    def _follow(self, change: Mapping[str, Any]) -> None:
        rows = self._tables.setdefault(change["table"], {})
        old, new = change.get("old"), change.get("new")
        if new is None:
            assert rows.pop(change["id"]) == old
        elif old is None:
            assert change["id"] not in rows
            rows[change["id"]] = dict(new)
        else:
            assert {name: rows[change["id"]][name] for name in old} == old
            rows[change["id"]] |= new

    def standing(self) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        """A copy of everything, to be compared with later."""
        return {name: deepcopy(rows) for name, rows in self._tables.items() if rows}

    def rows(self, table: str) -> Mapping[int, Mapping[str, Any]]:
        """The rows of one table by number."""
        return {int(number): row for number, row in self._tables.get(table, {}).items()}

    def spans(self, table: str) -> Iterator[tuple[Mapping[str, Any], Span]]:
        """The rows of a table with an interval, and the interval."""
        first, last = ("admitted", "discharged") if table == "stays" else ("starts_at", "ends_at")
        if table == "keep_apart":
            first, last = "opened_at", "closed_at"
        for row in self.rows(table).values():
            yield row, (datetime.fromisoformat(row[first]), datetime.fromisoformat(row[last]))

    def at(self, table: str, moment: datetime) -> list[tuple[Mapping[str, Any], Span]]:
        """What holds at an instant."""
        return [each for each in self.spans(table) if each[1][0] <= moment < each[1][1]]

    def places(self) -> Mapping[int, Mapping[str, int]]:
        """Every bed with the numbers of what it stands in, by the scopes of closures."""
        rooms = self.rows("rooms")
        return {
            number: {
                "bed": number,
                "room": bed["room_id"],
                "section": rooms[bed["room_id"]]["section_id"],
                "building": rooms[bed["room_id"]]["building_id"],
            }
            for number, bed in self.rows("beds").items()
        }

    def edges(self) -> list[datetime]:
        """Every instant at which somebody comes into a bed or leaves one."""
        return sorted({edge for _row, span in self.spans("assignments") for edge in span})


def meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def broken(replay: Replay) -> list[str]:
    """ROOM-02, ROOM-03, ROOM-04, KAP-03, ROOM-15 for all time, by comparing all with all."""
    return [
        *_double(replay),
        *_outside(replay),
        *_shut_in(replay),
        *_together(replay),
        *_twice(replay),
    ]


def _double(replay: Replay) -> Iterator[str]:
    for (one, first), (other, second) in combinations(replay.spans("assignments"), 2):
        for owner in ("bed_id", "resident_id"):
            if one[owner] == other[owner] and meet(first, second):
                yield f"{owner} {one[owner]} twice: {one} and {other}"


def _outside(replay: Replay) -> Iterator[str]:
    for sleep, (start, end) in replay.spans("assignments"):
        if not any(
            stay["resident_id"] == sleep["resident_id"] and admitted <= start and end <= discharged
            for stay, (admitted, discharged) in replay.spans("stays")
        ):
            yield f"outside every stay: {sleep}"


def _shut_in(replay: Replay) -> Iterator[str]:
    places = replay.places()
    for closure, shut in replay.spans("closures"):
        for sleep, span in replay.spans("assignments"):
            place = places[sleep["bed_id"]]
            if place[closure["scope"]] == closure["subject_id"] and meet(shut, span):
                yield f"{sleep} within {closure}"


def _together(replay: Replay) -> Iterator[str]:
    """Only for pairs that were opened while the two shared no room and were not to (KAP-05)."""
    places = replay.places()
    pairs = [
        ((pair["first_id"], pair["second_id"]), span) for pair, span in replay.spans("keep_apart")
    ]
    for (one, first), (other, second) in combinations(replay.spans("assignments"), 2):
        people = tuple(sorted((one["resident_id"], other["resident_id"])))
        shared = (max(first[0], second[0]), min(first[1], second[1]))
        same = places[one["bed_id"]]["room"] == places[other["bed_id"]]["room"]
        if same and shared[0] < shared[1]:
            for pair, open_for in pairs:
                if pair == people and meet(open_for, shared):
                    yield f"{one} and {other} in one room"


def _twice(replay: Replay) -> Iterator[str]:
    for (one, first), (other, second) in combinations(replay.spans("holds"), 2):
        if one["bed_id"] == other["bed_id"] and meet(first, second):
            yield f"one bed kept twice: {one} and {other}"


def figures(replay: Replay, moment: datetime) -> Mapping[str, int]:
    """The roll of §4.3, counted."""
    places = replay.places()
    sleeping = [row for row, _span in replay.at("assignments", moment)]
    people = {row["resident_id"] for row in sleeping}
    staying = {row["resident_id"] for row, _span in replay.at("stays", moment)}
    shut = [row for row, _span in replay.at("closures", moment)]
    closed = {
        bed
        for bed, place in places.items()
        if any(place[row["scope"]] == row["subject_id"] for row in shut)
    }
    kept = {row["bed_id"] for row, _span in replay.at("holds", moment)}
    return {
        "beds": len(places),
        "out_of_service": len(closed),
        "beds_in_use": len({row["bed_id"] for row in sleeping}),
        "inside": len(people & staying),
        "outside": 0,
        "without_bed": len(staying - people),
        "held": len(kept - closed - {row["bed_id"] for row in sleeping}),
    }
