"""Cells of the practice grid are typed, pasted and cut: a mentor's usual part, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from openblock.clock import MINUTES_OF_DAY, at, day_of
from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.diary.queries import in_parts
from openblock.features.residents.rules.reasons import tidy_reason
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.commands.judging import answer
from openblock.features.shadowing.commands.ledger import Ledger
from openblock.features.shadowing.commands.planning import Plan, write_plan
from openblock.features.shadowing.commands.requests import (
    ChangePractice,
    PlanShadowing,
    PracticeEdit,
)
from openblock.features.shadowing.commands.standings import standing_now
from openblock.features.shadowing.commands.stored import lock, locked, mentor_name, name_of
from openblock.features.shadowing.queries.wishing import Planner
from openblock.features.shadowing.rules.content import Span, Standing, State
from openblock.features.shadowing.rules.parts import usual_part
from openblock.features.shadowing.tables import Shadowing
from openblock.storage.conflicts import who_changed
from openblock.storage.store import Done, Work

MOST_CELLS = 2_000
Cell = tuple[int, date]
Rows = Sequence[Shadowing]


def change_practice(work: Work, request: ChangePractice) -> Done:
    """Sets the cells, all or none; the value is how many changed.

    RuleBroken with every problem of every cell (facts hold the trainee and the day): errors
    always, warnings until ``reason`` answers them. KnownError ``practice-changed-meanwhile``
    where ``seen`` is out of date, ``practice-locked`` where a cut cell holds nothing but what is
    settled, ``trainee-unknown``, ``officer-unknown``.
    """
    edits = {(each.trainee_id, each.day): each for each in request.edits}
    if not edits:
        return Done(0)
    if len(edits) > MOST_CELLS:
        raise RuleBroken(Problem("cells-too-many", facts={"most": MOST_CELLS}, field="cells"))
    officers = {each.officer_id for each in edits.values() if each.officer_id is not None}
    lock(work, {trainee_id for trainee_id, _day in edits}, officers)
    return _Sweep(work, request.reason).run(edits)


class _Sweep:
    """One sweep over cells: what gives way goes first, then each mentor is judged and written."""

    def __init__(self, work: Work, reason: str) -> None:
        self._work = work
        self._reason = tidy_reason(reason)
        self._planner = Planner(work.session)
        self._ledger = Ledger(work)
        self._problems: list[Problem] = []
        self._cells: dict[Cell, list[Shadowing]] = {}
        self._unsettled: set[int] = set()

    def run(self, edits: Mapping[Cell, PracticeEdit]) -> Done:
        """All of it, or the refusal with everything that is wrong."""
        wishes: list[PlanShadowing] = []
        giving_way: list[Shadowing] = []
        changed = 0
        self._read(edits)
        for cell, edit in edits.items():
            rows = self._cells.get(cell, ())
            self._demand_seen(edit, rows)
            leaving, wish = self._cut(rows) if edit.officer_id is None else self._set(edit, rows)
            giving_way += leaving
            wishes += [wish] if wish is not None else []
            changed += bool(leaving or wish)
        for row in giving_way:
            self._ledger.remove(row)
        self._ledger.settle()
        # Day after day, so that the diary is written for many at once before it is asked again.
        for wish in sorted(wishes, key=lambda each: each.starts_at):
            self._plan(wish)
        answer(self._work, self._problems, self._reason)
        return self._ledger.done(changed)

    def _read(self, cells: Collection[Cell]) -> None:
        """The shadowing shifts that begin on the days from the first to the last, by start."""
        days = [day for _trainee_id, day in cells]
        for some in in_parts({trainee_id for trainee_id, _day in cells}):
            asked = (
                select(Shadowing)
                .where(
                    Shadowing.trainee_id.in_(some),
                    Shadowing.starts_at >= at(min(days)),
                    Shadowing.starts_at < at(max(days), MINUTES_OF_DAY),
                )
                .order_by(Shadowing.starts_at, Shadowing.id)
            )
            for row in self._work.session.scalars(asked):
                cell = (row.trainee_id, day_of(row.starts_at))
                self._cells.setdefault(cell, []).append(row)

    def _demand_seen(self, edit: PracticeEdit, rows: Rows) -> None:
        """KnownError with who changed the cell last and what is in it, if it is not as seen."""
        there = {row.id: row.version for row in rows}
        seen = dict(edit.seen)
        if there == seen:
            return
        moved = next(
            number for number in {**there, **seen} if there.get(number) != seen.get(number)
        )
        row = next((each for each in rows if each.id == moved), Shadowing(id=moved))
        last = who_changed(self._work.session, row)
        raise KnownError(
            "practice-changed-meanwhile",
            trainee=name_of(self._work, edit.trainee_id),
            day=edit.day,
            who=last["who"],
            when=last["when"],
            theirs=tuple(mentor_name(self._work, each.officer_id) for each in rows),
        )

    def _cut(self, rows: Rows) -> tuple[Rows, None]:
        """What goes from a cell that is cut: what is planned; never what is settled."""
        planned = [row for row in rows if row.state == State.PLANNED]
        if rows and not planned:
            raise locked(self._work, rows[0])
        return planned, None

    def _set(self, edit: PracticeEdit, rows: Rows) -> tuple[Rows, PlanShadowing | None]:
        """What gives way to the mentor typed into a cell, and what is wished for in its place.

        What is over stays, confirmed or not: the new one comes beside it, if the rules let it.
        """
        standing = {row.id: standing_now(self._planner, row, self._work.now) for row in rows}
        leaving = [row for row in rows if standing[row.id] in {Standing.PLANNED, Standing.REPLAN}]
        wish = self._wish(edit)
        if wish is None:
            return (), None
        there = [(row.officer_id, row.starts_at, row.ends_at, standing[row.id]) for row in leaving]
        if there == [(wish.officer_id, wish.starts_at, wish.ends_at, Standing.PLANNED)]:
            return (), None
        return leaving, wish

    def _wish(self, edit: PracticeEdit) -> PlanShadowing | None:
        """The usual part of the mentor's duty; None, and a problem, where there is no duty.

        A cell is the day it begins on: of a night from yesterday that is the morning of today.
        """
        learner, limits = self._planner.learner(edit.trainee_id), self._planner.limits
        officer_id = edit.officer_id or 0
        duties = self._duties(officer_id, edit.day)
        for duty in duties.values():
            part = usual_part(duty, limits, learner.course)
            if part is not None and day_of(part.start) == edit.day:
                return PlanShadowing(edit.trainee_id, officer_id, part.start, part.end)
        own = duties.get(edit.day)
        if own is None:
            name = mentor_name(self._work, officer_id)
            facts = {"trainee": learner.name, "name": name, "day": edit.day}
            self._problems.append(Problem("practice-no-duty", facts=facts, field="officer"))
            return None
        # Nothing of it can be taken; judged as it is, the rules say why.
        end = min(own.end, own.start + timedelta(minutes=limits.longest))
        return PlanShadowing(edit.trainee_id, officer_id, own.start, end)

    def _duties(self, officer_id: int, day: date) -> Mapping[date, Span]:
        """The officer's duties that can begin for a trainee on a day: its own, then yesterday's."""
        asked = (
            select(Duty.day, Duty.starts_at, Duty.ends_at)
            .where(Duty.officer_id == officer_id, Duty.day.in_((day, day - timedelta(days=1))))
            .order_by(Duty.day.desc())
        )
        found = self._work.session.execute(asked)
        return {day: Span(start, end) for day, start, end in found}

    def _plan(self, wish: PlanShadowing) -> None:
        if wish.trainee_id in self._unsettled:
            self._ledger.settle()
            self._unsettled.clear()
        found = self._planner.problems(wish)
        day = day_of(wish.starts_at)
        self._problems += [replace(each, facts={"day": day, **each.facts}) for each in found]
        if any(each.severity is Severity.ERROR for each in found):
            return
        warned = any(each.severity is Severity.WARNING for each in found)
        span = Span(wish.starts_at, wish.ends_at)
        override = self._reason if warned else ""
        write_plan(self._ledger, Plan(wish.trainee_id, wish.officer_id, span, override))
        self._unsettled.add(wish.trainee_id)
