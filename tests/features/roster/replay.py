"""What stood in every version of a month, told from the log alone, in plain Python."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from sqlalchemy import text

from tests.travels.retold import Held, Retold, held_by, minute_of, planned

Cell = tuple[int, str]
Content = Mapping[str, object]
#: The tables that take an officer's time, and how the diary calls them.
TAKING = (("duties", "duty"), ("absences", "absence"), ("call_outs", "call-out"))


class Told(Retold):
    """The log read row by row: what a month held when each of its versions was made."""

    def __init__(self, store) -> None:
        super().__init__(store)
        #: Month and number → what stood in the cells then.
        self.versions: dict[tuple[str, int], Mapping[Cell, Content]] = {}

    def read_on(self) -> None:
        asked = text("SELECT number, changes FROM audit_row WHERE number > :last ORDER BY number")
        with self._engine.connect() as connection:
            rows = connection.execute(asked, {"last": self.last}).all()
        for number, changes in rows:
            self.last = number
            told = json.loads(changes)
            for each in told:
                self._follow(each)
            for each in told:
                if each["table"] == "roster_versions":
                    made = each["new"]
                    self.versions[made["month"], made["number"]] = self.month(made["month"])

    def month(self, month: str) -> Mapping[Cell, Content]:
        """What stands in every cell of a month that is not empty."""
        found: dict[Cell, dict[str, object]] = {}
        for row in self.rows("duties").values():
            if row["day"][:7] == month[:7]:
                found[row["officer_id"], row["day"]] = {
                    "code": row["code"],
                    "minutes": (minute_of(row["starts_at"]), minute_of(row["ends_at"])),
                    "post": row["post"],
                }
        for row in self.rows("days_kept_free").values():
            if row["day"][:7] == month[:7] and row["shown"]:
                found.setdefault((row["officer_id"], row["day"]), {})["free"] = True
        for cell, kind in self._absent():
            if cell[1][:7] == month[:7]:
                found.setdefault(cell, {}).setdefault("absence", kind)
        return found

    def _absent(self) -> Iterator[tuple[Cell, str]]:
        """Every day of every absence; where two share one, the earlier has it."""
        rows = self.rows("absences").values()
        for row in sorted(rows, key=lambda row: minute_of(row["starts_at"])):
            day, last = date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
            while day <= last:
                yield (row["officer_id"], day.isoformat()), row["kind"]
                day += timedelta(days=1)

    def states(self) -> Mapping[str, tuple[str, int]]:
        """Each month that was ever published: its state and its newest version."""
        return {
            row["month"]: (row["state"], row["number"])
            for row in self.rows("roster_months").values()
        }

    def held(self) -> list[Held]:
        """What the diary has to hold of the roster."""
        return [each for table, kind in TAKING for each in held_by(self, table, kind, "officer")]

    def overlaps(self) -> Iterator[str]:
        """RO-03 for all time, by comparing all with all."""
        taken: dict[int, list[tuple[range, str]]] = {}
        for table, kind in TAKING:
            for row in self.rows(table).values():
                taken.setdefault(row["officer_id"], []).append((planned(row), kind))
        for officer, spans in taken.items():
            for (one, first), (other, second) in combinations(spans, 2):
                if one.start < other.stop and other.start < one.stop:
                    yield f"officer {officer}: {first} {one} and {second} {other}"


def plain_content(content) -> Content:
    """A cell of a version as the log's rows are compared with it."""
    found: dict[str, object] = {}
    if content.code:
        minutes = tuple(
            int(each.timestamp()) // 60 for each in (content.starts_at, content.ends_at)
        )
        found |= {"code": content.code, "minutes": minutes, "post": content.post}
    if content.free:
        found["free"] = True
    if content.absence:
        found["absence"] = content.absence
    return found
