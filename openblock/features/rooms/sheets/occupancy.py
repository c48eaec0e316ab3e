"""The occupancy of a period, day by day, with its averages and what each figure means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from openblock.features.rooms.queries import DayOfBeds, Roll
from openblock.i18n import _


@dataclass(frozen=True, slots=True)
class OccupancyReport:
    """The rolls of a period at the end of each day; ``definitions`` are terms and their words."""

    first: date
    last: date
    days: tuple[DayOfBeds, ...]
    definitions: tuple[tuple[str, str], ...]

    def average(self, figure: str) -> float:
        """The mean of one figure of the roll over all days; 0 where there is no day."""
        found = [int(getattr(each.roll, figure)) for each in self.days]
        return sum(found) / len(found) if found else 0.0

    @property
    def share(self) -> float | None:
        """Nights slept for each night a usable bed stood ready; nothing where none did."""
        usable = sum(each.roll.usable for each in self.days)
        return sum(each.roll.beds_in_use for each in self.days) / usable if usable else None

    @property
    def fullest(self) -> DayOfBeds | None:
        """The day with most beds in use, the first of several."""
        return max(self.days, key=lambda each: each.roll.beds_in_use, default=None)

    @property
    def emptiest(self) -> DayOfBeds | None:
        """The day with fewest beds in use, the first of several."""
        return min(self.days, key=lambda each: each.roll.beds_in_use, default=None)


def share_of(roll: Roll) -> float | None:
    """How much of what is usable is in use; nothing where nothing is usable."""
    return roll.beds_in_use / roll.usable if roll.usable else None


def occupancy_report(days: tuple[DayOfBeds, ...], first: date, last: date) -> OccupancyReport:
    """The report of the days from ``first`` to ``last``, both counted."""
    return OccupancyReport(first, last, days, _definitions())


def _definitions() -> tuple[tuple[str, str], ...]:
    """What the roll counts (rule 4.3), so that two readers count the same."""
    return (
        (_("Beds"), _("All bed places that are set up.")),
        (
            _("Out of service"),
            _("Beds that are closed by themselves or with their room, section or building."),
        ),
        (_("Usable"), _("Beds in service: all beds without those out of service.")),
        (
            _("In use"),
            _("Beds with a person assigned. On leave a person keeps the bed: it stays in use."),
        ),
        (
            _("Free"),
            _("Usable beds without those in use; a minus means more people than usable beds."),
        ),
        (_("Without a bed"), _("People who are present and have no bed assigned.")),
        (_("Occupancy"), _("Beds in use for each 100 usable beds.")),
        (_("Figures of a day"), _("As they stand at the end of that day, by the block's clock.")),
    )
