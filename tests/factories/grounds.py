"""Areas, bookings and closures to test with, each with a default for what the test is not about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from openblock.features.grounds.commands import (
    BookArea,
    CloseArea,
    SaveArea,
    book_area,
    close_area,
    save_area,
)
from openblock.features.grounds.rules.content import (
    AreaContent,
    BookingContent,
    ClosureContent,
    ClosureReason,
)
from openblock.storage.store import Store


def with_area(store: Store, name: str = "Sporta laukums", **facts: Any) -> int:
    """One unlit place outdoors for twelve, watched, open from 7 to 21; the number."""
    return int(store.run(save_area, SaveArea(None, 0, AreaContent(name, **facts))).value)


def with_booking(
    store: Store,
    area_id: int,
    residents: tuple[int, ...],
    start: datetime,
    end: datetime,
    **facts: Any,
) -> int:
    """One booking of an area, whatever speaks against it short of an error; the number."""
    content = BookingContent(area_id, start, end, residents, **facts)
    request = BookArea(content, reason="as the test wants it")
    return int(store.run(book_area, request).value)


def with_closure(
    store: Store,
    area_id: int,
    start: datetime,
    end: datetime,
    reason: ClosureReason = ClosureReason.REPAIR,
    remark: str = "",
) -> int:
    """One closure of an area nobody has booked then; the number."""
    content = ClosureContent(area_id, start, end, reason, remark)
    return int(store.run(close_area, CloseArea(content)).value)
