"""What can be asked for: one frozen request for each thing that can be done on the grounds.

``version`` is what the editor saw, 0 for something new. ``reason`` answers warnings: at least five
characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaDayContent,
    BookingContent,
    ClosureContent,
    SeriesContent,
)


@dataclass(frozen=True, slots=True)
class SaveArea:
    """A new area (``area_id`` None) or new content for one; ``place`` None keeps its order.

    Bookings ahead that no longer fit are warnings; with a reason they stay, and are shown.
    """

    area_id: int | None
    version: int
    content: AreaContent
    place: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemoveArea:
    """Take out an area entered by mistake: one that never had a booking or a closure."""

    area_id: int
    version: int


@dataclass(frozen=True, slots=True)
class MoveOnPlan:
    """An area dragged on the plan of the grounds, in the plan's units."""

    area_id: int
    version: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SaveAreaDay:
    """Other hours on one date; bookings that no longer fit as in :class:`SaveArea`."""

    area_day_id: int | None
    version: int
    content: AreaDayContent
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemoveAreaDay:
    """The usual hours hold on that date again."""

    area_day_id: int
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BookArea:
    """A booking (GR-02), or with ``booking_id`` other content for one: moved, extended, changed."""

    content: BookingContent
    booking_id: int | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BookSeries:
    """A booking that repeats: what the preview showed as possible is booked (GR-10).

    ``reason`` answers the warnings of all its dates; without it the dates that have warnings are
    refused together.
    """

    content: SeriesContent
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelBooking:
    """A booking will not be; ``rest`` cancels the later ones of its series too."""

    booking_id: int
    version: int
    reason: str
    rest: bool = False


@dataclass(frozen=True, slots=True)
class ApproveBooking:
    """What was requested may be (GR-11)."""

    booking_id: int
    version: int


@dataclass(frozen=True, slots=True)
class NameSupervisor:
    """Another officer watches over the booking (GR-06); None takes the name away."""

    booking_id: int
    version: int
    officer_id: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StartBooking:
    """The group has gone out, at ``at`` (None: now); ``missing`` residents did not come."""

    booking_id: int
    version: int
    at: datetime | None = None
    missing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FinishBooking:
    """The group is back, at ``at`` (None: now)."""

    booking_id: int
    version: int
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NoShow:
    """Nobody came, ``reason`` if it is known."""

    booking_id: int
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """What becomes of a booking a closure hits: moved to ``content``, or cancelled (None)."""

    booking_id: int
    version: int
    content: BookingContent | None = None


@dataclass(frozen=True, slots=True)
class CloseArea:
    """An area out of use; every live booking it hits has to stand in ``hits`` (GR-09).

    With ``closure_id`` that closure gets other content.
    """

    content: ClosureContent
    hits: tuple[Hit, ...] = ()
    closure_id: int | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpenArea:
    """A closure ends now, or one that has not begun is taken back; its bookings stay cancelled."""

    closure_id: int
    version: int
