"""What confirmed shadowing shifts name by number: it cannot be taken out from under them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from openblock.errors import KnownError
from openblock.features.shadowing.rules.content import ItemKind, State
from openblock.features.shadowing.tables import PracticeItem, Shadowing, Situation
from openblock.storage.store import Work


def seen_situations(work: Work) -> frozenset[int]:
    """The situations that somebody has been at, of whatever course one is on by now."""
    asked = select(Shadowing.situations).where(Shadowing.state == State.CONFIRMED)
    return frozenset(number for numbers in work.session.scalars(asked) for number in numbers)


def demand_unseen(work: Work, row: Any) -> None:
    """KnownError ``practice-in-use`` where a situation was met or a competence was evaluated."""
    named: Iterable[int] = ()
    if isinstance(row, Situation):
        named = seen_situations(work)
    elif isinstance(row, PracticeItem) and row.kind == ItemKind.COMPETENCE:
        asked = select(Shadowing.evaluation).where(Shadowing.state == State.CONFIRMED)
        named = {int(number) for marks in work.session.scalars(asked) for number in marks}
    if row.id in named:
        raise KnownError("practice-in-use")
