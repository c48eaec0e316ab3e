"""What a version of a roster holds cell by cell, and how two versions differ (RO-10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from openblock.errors import Problem, Severity
from openblock.features.residents.rules.names import unseen_problems
from openblock.features.residents.rules.reasons import LONGEST_REASON, SHORTEST_REASON

#: Before the reason of what is taken back.
BACK = "↶ "


class MonthStanding(StrEnum):
    """Where a month stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CellContent:
    """What stands in one cell: a duty, a kind of absence, a day kept free, or nothing.

    A duty cut by an absence of the same day keeps its cell; the absence stands beside it.
    """

    code: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    post: str = ""
    absence: str = ""
    free: bool = False


NOTHING = CellContent()
Cell = tuple[int, date]


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of two versions that differs."""

    officer_id: int
    day: date
    before: CellContent
    after: CellContent


def stored(content: CellContent) -> dict[str, Any]:
    """The content as JSON keeps it: only what stands there, instants as ISO texts in UTC."""
    found: dict[str, Any] = {}
    if content.code:
        found["code"] = content.code
    if content.starts_at is not None and content.ends_at is not None:
        found["starts_at"] = content.starts_at.astimezone(UTC).isoformat()
        found["ends_at"] = content.ends_at.astimezone(UTC).isoformat()
    if content.post:
        found["post"] = content.post
    if content.absence:
        found["absence"] = content.absence
    if content.free:
        found["free"] = True
    return found


def read(kept: Mapping[str, Any]) -> CellContent:
    """The content that :func:`stored` wrote."""
    return CellContent(
        code=kept.get("code", ""),
        starts_at=_instant(kept.get("starts_at")),
        ends_at=_instant(kept.get("ends_at")),
        post=kept.get("post", ""),
        absence=kept.get("absence", ""),
        free=kept.get("free", False),
    )


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def differences(
    before: Mapping[Cell, CellContent], after: Mapping[Cell, CellContent]
) -> tuple[CellChange, ...]:
    """Every cell in which two contents differ, by day and officer; a cell left out is empty."""
    cells = sorted(before.keys() | after.keys(), key=lambda cell: (cell[1], cell[0]))
    pairs = ((cell, before.get(cell, NOTHING), after.get(cell, NOTHING)) for cell in cells)
    return tuple(CellChange(*cell, old, new) for cell, old, new in pairs if old != new)


def reason_problem(reason: str, month: date, number: int) -> Problem | None:
    """RO-10: the reason a published month's change lacks; None where it has one.

    It is a warning: whoever gives the reason goes on. A longer one than the log keeps is refused,
    but never for the mark of what is taken back: the longest reason has an undo too.
    """
    words = " ".join(reason.removeprefix(BACK).split())
    length = len(words)
    if length < SHORTEST_REASON:
        facts = {"month": month, "number": number, "least": SHORTEST_REASON}
        return Problem("roster-reason-needed", Severity.WARNING, facts, "reason")
    if length > LONGEST_REASON:
        return Problem("roster-reason-long", facts={"most": LONGEST_REASON}, field="reason")
    return next(unseen_problems("reason", words), None)
