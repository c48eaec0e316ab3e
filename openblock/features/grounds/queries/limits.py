"""The figures the grounds are judged by, and the daylight at the block, as its settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from openblock.features.accounts.queries import settings
from openblock.features.accounts.rules.settings import SettingValue
from openblock.features.grounds.queries.daylight import light_of
from openblock.features.grounds.rules.content import GroundsLimits, Light

#: Places are kept in hundredths of a degree.
HUNDREDTHS = 100


def grounds_limits(session: Session) -> GroundsLimits:
    """The limits in force (GR-04 to GR-12)."""
    return read_figures(session).limits


def lights(session: Session, first: date, last: date) -> tuple[Light, ...]:
    """The daylight of every date from ``first`` to ``last``, both included."""
    figures = read_figures(session)
    return tuple(map(figures.light, dates(first, last)))


def dates(first: date, last: date) -> tuple[date, ...]:
    """Every date from ``first`` to ``last``, both included; none where they are backwards."""
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))


@dataclass(frozen=True, slots=True)
class Figures:
    """The limits, and where the block lies in degrees north and east."""

    limits: GroundsLimits
    latitude: float
    longitude: float

    def light(self, day: date) -> Light:
        """The daylight of a date."""
        return light_of(day, self.latitude, self.longitude)


def read_figures(session: Session) -> Figures:
    """All of them in one statement."""
    block = settings(session)
    return Figures(
        _limits(block),
        int(block["latitude"]) / HUNDREDTHS,
        int(block["longitude"]) / HUNDREDTHS,
    )


def _limits(block: Mapping[str, SettingValue]) -> GroundsLimits:
    def number(key: str) -> int:
        return int(block[key])

    return GroundsLimits(
        civil=block["daylight_mode"] == "civil",
        dark_is_error=block["daylight_severity"] == "error",
        margin=number("daylight_margin"),
        night_from=number("night_rest_from"),
        night_to=number("night_rest_to"),
        counts=(number("count_morning"), number("count_evening")),
        count_guard=number("grounds_count_guard"),
        week_quota=number("grounds_week_quota"),
        approval=bool(block["grounds_approval"]),
    )
