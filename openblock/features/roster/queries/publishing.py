"""What a month is posted with: what is still wrong with it, and all that is kept of it (RO-10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from openblock.clock import at, days_of_month
from openblock.errors import Problem
from openblock.features.roster.queries.calendar import calendar_days
from openblock.features.roster.queries.contents import contents_between, month_contents
from openblock.features.roster.queries.grid import month_roster, people_shown
from openblock.features.roster.queries.lines import lines_between
from openblock.features.roster.queries.months import first_of, month_state
from openblock.features.roster.queries.problems import RosterProblem
from openblock.features.roster.queries.rows import PublishPreview
from openblock.features.roster.queries.settings import limits, minimums, templates
from openblock.features.roster.queries.worked import Worked, worked_between
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.versions import Cell, CellContent, stored
from openblock.features.roster.rules.working_time import period_so_far
from openblock.features.staff.queries import OfficerRow, officers

# No duty is longer than 25 hours: what reaches into a month began two days before it at most.
_REACHING = timedelta(days=2)


def publish_preview(session: Session, month: date) -> PublishPreview:
    """What is still wrong with a month; gaps forbid to post it where the settings say so (RO-09).

    ``kept`` is how many warnings stay as they are for a reason that somebody gave.
    """
    month = first_of(month)
    shown = month_roster(session, month.year, month.month)
    open_ones = [each for each in shown.problems if each.accepted is None]
    gaps = tuple(each.problem for each in open_ones if each.officer_id is None)
    return PublishPreview(
        state=month_state(session, month),
        problems=tuple(_named(each) for each in open_ones if each.officer_id is not None),
        gaps=gaps,
        is_blocked=bool(gaps) and limits(session).block_publish,
        kept=len(shown.problems) - len(open_ones),
    )


def _named(each: RosterProblem) -> Problem:
    facts = {"name": each.name, "day": each.day, **each.problem.facts}
    return replace(each.problem, facts=facts)


#: The limits that a month's sums are made by.
_COUNTED_BY = ("night_from", "night_to", "working_day")


def snapshot_of(session: Session, month: date) -> dict[str, Any]:
    """All of a month that is kept when it is posted, so that it can be shown as it was.

    Beside what stands in the cells, and in those before the month whose duties reach into it, that
    is who served, what they had worked in the earlier months of the reference period, what kind
    of day each was, and what the sums were made by. Contents that many cells share are kept once:
    ``cells`` and ``reaching`` say officer, day, and which content.
    """
    month = first_of(month)
    days = days_of_month(month.year, month.month)
    lines = lines_between(session, days[0] - _REACHING, days[-1])
    people = people_shown(officers(session), lines, (), days[0], days[-1])
    in_force = limits(session)
    kept = _Contents()
    before = contents_between(session, days[0] - _REACHING, days[0] - timedelta(days=1))
    return {
        "people": _people(session, people, period_so_far(month, in_force)[:-1], in_force),
        "cells": kept.cells(month_contents(session, month)),
        "reaching": kept.cells(
            {
                cell: content
                for cell, content in before.items()
                if content.ends_at is not None and content.ends_at > at(month)
            }
        ),
        "contents": kept.found,
        "kinds": [each.kind.value for each in calendar_days(session, days[0], days[-1])],
        "limits": {name: getattr(in_force, name) for name in _COUNTED_BY},
        "templates": [
            [each.code, each.name, each.start_minute, each.length_minutes, each.post]
            for each in templates(session)
        ],
        "minimums": [list(astuple(each.minimum)) for each in minimums(session)],
    }


def _people(
    session: Session, people: Sequence[OfficerRow], earlier: Sequence[date], in_force: Limits
) -> list[dict[str, object]]:
    worked = worked_between(session, earlier[0], earlier[-1], in_force) if earlier else None
    return [
        {
            "id": each.officer_id,
            "badge": each.badge,
            "surname": each.surname,
            "given_name": each.given_name,
            "rank": each.rank,
            "position": each.position,
            "post": each.post,
            "team": each.team,
            "active_from": each.active_from.isoformat(),
            "last_day": None if each.last_day is None else each.last_day.isoformat(),
            "earlier": _earlier(worked, each, earlier),
        }
        for each in people
    ]


def _earlier(worked: Worked | None, officer: OfficerRow, months: Sequence[date]) -> list[int]:
    """Minutes, counted days and overtime of the earlier months of the period."""
    if worked is None:
        return [0, 0, 0]
    sums = [worked.month_sum(officer, month) for month in months]
    return [
        sum(each.worked + each.corrected for each in sums),
        sum(worked.of_month(officer, month).counted_days for month in months),
        sum(each.overtime for each in sums),
    ]


class _Contents:
    """Numbers contents as they come, the same ones alike."""

    def __init__(self) -> None:
        self.found: list[dict[str, Any]] = []
        self._numbers: dict[CellContent, int] = {}

    def cells(self, contents: dict[Cell, CellContent]) -> list[list[object]]:
        return [
            [officer_id, day.isoformat(), self._number(content)]
            for (officer_id, day), content in sorted(contents.items(), key=lambda item: item[0])
        ]

    def _number(self, content: CellContent) -> int:
        if content not in self._numbers:
            self._numbers[content] = len(self.found)
            self.found.append(stored(content))
        return self._numbers[content]
