"""What an officer has to know of an area before booking it, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from openblock.features.grounds.queries import AreaRow
from openblock.features.grounds.rules.content import AreaContent, AreaKind, GroundsLimits, Light
from openblock.features.grounds.words import light_kind
from openblock.i18n import _, format_time, n_

_BETWEEN = " \N{MIDDLE DOT} "


def area_facts(area: AreaContent, light: Light | None, limits: GroundsLimits) -> str:
    """12 places · one officer for 12 · not lit, sun 08:18–16:03."""
    said = [n_("{number} place", "{number} places", area.capacity)]
    if area.exclusive:
        said.append(_("one group at a time"))
    said.append(
        _("one officer for {number}").format(number=area.ratio)
        if area.ratio
        else _("no officer needed")
    )
    said.append(_light_words(area, light, limits))
    return _BETWEEN.join(filter(None, said))


def bookable(rows: Sequence[AreaRow]) -> tuple[AreaRow, ...]:
    """The places that can be booked, in their order; buildings are only drawn."""
    return tuple(row for row in rows if row.content.kind is AreaKind.PLACE and row.content.active)


def _light_words(area: AreaContent, light: Light | None, limits: GroundsLimits) -> str:
    kind = light_kind(area)
    if light is None or not area.needs_light:
        return kind
    first, last = (light.dawn, light.dusk) if limits.civil else (light.sunrise, light.sunset)
    if first is None or last is None:
        return kind
    return _("{kind} {start}\N{EN DASH}{end}").format(
        kind=kind, start=format_time(first), end=format_time(last)
    )
