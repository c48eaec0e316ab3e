"""Short ways to ask about the block of the grounds: as a command would, and as a screen does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from openblock.errors import Problem
from openblock.features.grounds.commands import BookArea
from openblock.features.grounds.queries import BookingRow, Week, WeekAsked, risks_of_booking, week
from openblock.features.grounds.rules.content import BookingContent
from openblock.features.residents.queries import resident_card
from openblock.storage.store import Store
from tests.features.grounds.outside import NOW, GroundsBlock

#: Monday to Sunday around the block's today.
MONDAY, SUNDAY = date(2026, 9, 14), date(2026, 9, 20)


def inside(store: Store, query: Callable[..., Any], *asked: Any, **options: Any) -> Any:
    """What a query gives that only other rooms ask, within a transaction that reads."""
    with Session(store.engine.execution_options(readonly=True)) as session:
        return query(session, *asked, **options)


def risks(
    block: GroundsBlock, content: BookingContent, number: int | None = None, at: datetime = NOW
) -> tuple[Problem, ...]:
    return block.store.read(risks_of_booking, BookArea(content, number), at)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [each.code for each in problems]


def seen(block: GroundsBlock, area: str = "", at: datetime = NOW) -> Week:
    """The week of the block's today, of one area or of all."""
    asked = WeekAsked(MONDAY, SUNDAY, block.areas[area] if area else None)
    return block.store.read(week, asked, at)


def row(block: GroundsBlock, name: str, at: datetime = NOW) -> BookingRow:
    """One of the block's bookings as the week shows it."""
    rows = {each.booking_id: each for each in seen(block, at=at).bookings}
    return rows[block.bookings[name]]


def stay_of(block: GroundsBlock, letter: str) -> Any:
    """The stay of one of the block's residents."""
    return block.store.read(resident_card, block.residents[letter], NOW).stays[0]
