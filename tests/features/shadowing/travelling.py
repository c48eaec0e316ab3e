"""How a journey through practice is made: what it is about, and when a shadowing shift is over."""

from __future__ import annotations

from datetime import timedelta

from tests.features.shadowing.commands.doing import TABLES
from tests.travels.traveller import Traveller, moment


class PracticeTraveller(Traveller):
    """Travels through practice."""

    tables = TABLES

    def over(self, number: int) -> int | None:
        """A planned shadowing shift, the clock moved on to its end if that is near; or one."""
        rows = self.replay.rows("shadowings")
        soon = self.now + timedelta(days=2)
        near = [
            key
            for key in sorted(rows)
            if rows[key]["state"] == "planned" and moment(rows[key]["ends_at"]) <= soon
        ]
        keys = sorted(rows) if number % 5 == 4 or not near else near
        if not keys:
            return None
        chosen = keys[number % len(keys)]
        if chosen in near and number % 3:
            self.now = max(self.now, moment(rows[chosen]["ends_at"]))
        return chosen
