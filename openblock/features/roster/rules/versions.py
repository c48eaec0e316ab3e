"""What a version of a roster holds cell by cell, and how two versions differ (RO-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


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
