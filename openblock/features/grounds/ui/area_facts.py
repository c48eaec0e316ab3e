"""What an officer has to know of an area before booking it, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from openblock.features.grounds.queries import AreaRow
from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaKind,
    GroundsLimits,
    Light,
    Span,
)
from openblock.features.grounds.words import light_kind
from openblock.features.shadowing.words import hours_between
from openblock.i18n import _, n_

_BETWEEN = " \N{MIDDLE DOT} "


def area_facts(
    area: AreaContent,
    light: Light | None = None,
    hours: Sequence[Span] = (),
    limits: GroundsLimits | None = None,
) -> str:
    """12 places · one officer for 12 · by daylight 08:18–16:03 · open 07:00–21:00."""
    said = [n_("{number} place", "{number} places", area.capacity)]
    if area.exclusive:
        said.append(_("one group at a time"))
    said.append(
        _("one officer for {number}").format(number=area.ratio)
        if area.ratio
        else _("no officer needed")
    )
    said.append(_light_words(area, light, limits))
    if hours:
        open_at = ", ".join(map(hours_between, hours))
        said.append(_("open {hours}").format(hours=open_at))
    elif limits is not None:
        said.append(_("does not open that day"))
    return _BETWEEN.join(said)


def bookable(rows: Sequence[AreaRow]) -> tuple[AreaRow, ...]:
    """The places that can be booked, in their order; buildings are only drawn."""
    return tuple(row for row in rows if row.content.kind is AreaKind.PLACE and row.content.active)


def _light_words(area: AreaContent, light: Light | None, limits: GroundsLimits | None) -> str:
    kind = light_kind(area)
    if light is None or limits is None or not area.needs_light:
        return kind
    first, last = (light.dawn, light.dusk) if limits.civil else (light.sunrise, light.sunset)
    if first is None or last is None:
        return kind
    return _("{kind} {hours}").format(kind=kind, hours=hours_between(Span(first, last)))
