"""Which beds suit a person at the instant on show: asked once for each until the house changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from openblock.errors import KnownError
from openblock.features.rooms.queries import Occupancy, Suggestion, find_beds
from openblock.ui.desk import Desk


class Suited:
    """Someone only expected is asked for from the hour of arrival."""

    def __init__(
        self,
        desk: Desk,
        seen: Callable[[], Occupancy | None],
        at: Callable[[], datetime],
    ) -> None:
        self._desk = desk
        self._seen = seen
        self._at = at
        self._known: dict[int, tuple[Suggestion, ...]] = {}

    def forget(self) -> None:
        """The house is another now."""
        self._known.clear()

    def beds_for(self, resident_id: int) -> tuple[Suggestion, ...]:
        """The beds for a person, best first."""
        if resident_id not in self._known:
            moment = self._arrival(resident_id) or self._at()
            self._known[resident_id] = self._desk.read(find_beds, resident_id, moment)
        return self._known[resident_id]

    def how_many(self, resident_id: int) -> int | None:
        """How many beds nothing speaks against; None where nobody could say."""
        try:
            return sum(not each.problems for each in self.beds_for(resident_id))
        except KnownError:
            return None

    def _arrival(self, resident_id: int) -> datetime | None:
        seen = self._seen()
        expected = seen.expected if seen is not None else ()
        return next((each.arrives for each in expected if each.resident_id == resident_id), None)
