"""The grid counted again in the plainest way, from the stored rows, for tests to compare with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.tables import Course, Shadowing, Trainee
from openblock.features.staff.tables import Officer
from openblock.storage.store import Store

HALF_HOUR = timedelta(minutes=30)


class Recount:
    """Every stored row of what the grid is made of, read whole."""

    def __init__(self, store: Store, at: datetime) -> None:
        self.at = at
        with Session(store.engine.execution_options(readonly=True)) as session:
            self.duties = _plain(session, Duty)
            self.shifts = _plain(session, Shadowing)
            self.officers = {each["id"]: each for each in _plain(session, Officer)}
            self.trainees = {each["id"]: each for each in _plain(session, Trainee)}
            self.courses = {each["id"]: each for each in _plain(session, Course)}

    def standings(self) -> Mapping[int, str]:
        """How each shadowing shift stands, by number."""
        return {each["id"]: self._standing(each) for each in self.shifts}

    def minutes(self) -> Mapping[int, Mapping[str, int]]:
        """Minutes by trainee and standing."""
        found: dict[int, Counter[str]] = {number: Counter() for number in self.trainees}
        for each in self.shifts:
            start = each["actual_starts_at"] or each["starts_at"]
            end = each["actual_ends_at"] or each["ends_at"]
            lasted = int((end - start).total_seconds() // 60)
            found[each["trainee_id"]][self._standing(each)] += lasted
        return found

    def beside(self, officer_id: int, day: date) -> int:
        """How many stand beside the officer at most, half hour by half hour of the duty."""
        duty = next(
            each for each in self.duties if (each["officer_id"], each["day"]) == (officer_id, day)
        )
        moment, most = duty["starts_at"], 0
        while moment < duty["ends_at"]:
            most = max(most, sum(self._stands(each, officer_id, moment) for each in self.shifts))
            moment += HALF_HOUR
        return most

    def _stands(self, shift: Mapping[str, Any], officer_id: int, moment: datetime) -> bool:
        start = shift["actual_starts_at"] or shift["starts_at"]
        end = shift["actual_ends_at"] or shift["ends_at"]
        live = shift["state"] == "confirmed" or (shift["state"] == "planned" and not shift["cause"])
        return live and shift["officer_id"] == officer_id and start <= moment < end

    def _standing(self, shift: Mapping[str, Any]) -> str:
        if shift["state"] != "planned":
            return str(shift["state"])
        if shift["cause"] or not self._held(shift) or not self._agreed(shift):
            return "replan"
        return "done" if shift["ends_at"] <= self.at else "planned"

    def _held(self, shift: Mapping[str, Any]) -> bool:
        return any(
            each["officer_id"] == shift["officer_id"]
            and each["starts_at"] <= shift["starts_at"]
            and shift["ends_at"] <= each["ends_at"]
            for each in self.duties
        )

    def _agreed(self, shift: Mapping[str, Any]) -> bool:
        officer = self.officers[shift["officer_id"]]
        trainee = self.trainees[shift["trainee_id"]]
        course = self.courses[trainee["course_id"]]
        first, last = day_of(shift["starts_at"]), day_of(shift["ends_at"] - HALF_HOUR)
        return (
            officer["is_mentor"]
            and officer["active_from"] <= first
            and (officer["last_day"] is None or first <= officer["last_day"])
            and (trainee["left_on"] is None or last <= trainee["left_on"])
            and course["first_day"] <= first
            and last <= course["last_day"]
        )


def _plain(session: Session, table: type) -> list[dict[str, Any]]:
    names = [each.key for each in table.__mapper__.column_attrs]  # type: ignore[attr-defined]
    rows = session.execute(select(*(getattr(table, name) for name in names)))
    return [dict(zip(names, row, strict=True)) for row in rows]
