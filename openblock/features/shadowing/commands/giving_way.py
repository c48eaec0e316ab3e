"""Planned shadowing shifts give way to the trainee's own time, and come back when it is free."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy import select

from openblock.clock import FOREVER
from openblock.errors import Problem, Severity
from openblock.features.diary.queries import clashes, commitments, in_parts
from openblock.features.diary.rules import CommitmentKind
from openblock.features.diary.rules import trainee as in_diary
from openblock.features.shadowing.commands.judging import UPSETTING, wished
from openblock.features.shadowing.commands.ledger import Ledger
from openblock.features.shadowing.commands.stored import mentor_name, name_of
from openblock.features.shadowing.queries.wishing import Planner
from openblock.features.shadowing.rules.content import Span, State, Upset
from openblock.features.shadowing.tables import Shadowing
from openblock.storage.acts import plain_values
from openblock.storage.store import Work

#: What takes the time of a planned shift away, and what the shift is then said to suffer from.
CAUSES: Mapping[str, Upset] = {
    CommitmentKind.CLASS: Upset.CLASS,
    CommitmentKind.UNAVAILABLE: Upset.TRAINEE_AWAY,
}
ALWAYS = Span(datetime(1, 1, 1, tzinfo=UTC), FOREVER)


class InTheWay:
    """The planned shadowing shifts that the rows just written overlap, as warnings and as rows."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._work = ledger.work
        found = clashes(self._work.session, ledger.keeping.wanted())
        self._kinds: dict[int, str] = {}
        for wanted, stored in found:
            if stored.kind == CommitmentKind.SHADOWING and wanted.kind in CAUSES:
                self._kinds.setdefault(stored.source_id, wanted.kind)
        self.rows = [row for row in self._stored() if row.state == State.PLANNED]

    def _stored(self) -> Iterable[Shadowing]:
        for some in in_parts(self._kinds):
            asked = select(Shadowing).where(Shadowing.id.in_(some))
            yield from self._work.session.scalars(asked.order_by(Shadowing.starts_at, Shadowing.id))

    def problems(self) -> tuple[Problem, ...]:
        """Each of them, as a warning: with a reason it needs planning anew."""
        return tuple(
            Problem(
                "practice-in-the-way",
                Severity.WARNING,
                {
                    "trainee": name_of(self._work, row.trainee_id),
                    "name": mentor_name(self._work, row.officer_id),
                    "start": row.starts_at,
                    "end": row.ends_at,
                    "kind": str(self._kinds[row.id]),
                },
                "starts_at",
            )
            for row in self.rows
        )

    def give_way(self) -> None:
        """Take their time away; the diary is written after that."""
        for row in self.rows:
            self._ledger.change(row, cause=CAUSES[self._kinds[row.id]].value)
        self._ledger.settle()


def come_back(ledger: Ledger, trainee_ids: Iterable[int], span: Span = ALWAYS) -> None:
    """Give planned shifts of these trainees their time back where nothing takes it any more.

    One whose time something else of the trainee's own takes is said to suffer from that; one that
    has no place any more, or too little rest, goes on needing to be planned anew.
    """
    work = ledger.work
    ledger.settle()
    for some in in_parts(trainee_ids):
        asked = (
            select(Shadowing)
            .where(
                Shadowing.trainee_id.in_(some),
                Shadowing.state == State.PLANNED,
                Shadowing.cause != "",
                Shadowing.starts_at < span.end,
                Shadowing.ends_at > span.start,
            )
            .order_by(Shadowing.starts_at, Shadowing.id)
        )
        for row in work.session.scalars(asked).all():
            ledger.change(row, cause=_cause_now(work, row))
            ledger.settle()


def _cause_now(work: Work, row: Shadowing) -> str:
    held = commitments(work.session, (in_diary(row.trainee_id),), row.starts_at, row.ends_at)
    for each in held:
        if each.kind in CAUSES:
            return CAUSES[each.kind].value
    found = Planner(work.session).problems(wished(row.id, plain_values(row)))
    refused = (
        each for each in found if each.severity is Severity.ERROR and each.code not in UPSETTING
    )
    return row.cause if any(refused) else ""
