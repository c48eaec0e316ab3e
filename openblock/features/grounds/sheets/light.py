"""What a sheet says of a day's light: when the sun, or its twilight, comes and goes."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.features.grounds.rules.content import GroundsLimits, Light
from openblock.i18n import _, format_time


@dataclass(frozen=True, slots=True)
class LightWords:
    """The two times of a day, a dash where they do not happen; ``remark`` says why."""

    rises: str
    sets: str
    remark: str = ""


def light_words(light: Light, limits: GroundsLimits) -> LightWords:
    """Sunrise and sunset, or dawn and dusk where the block counts by these (GR-04)."""
    rises, sets = (light.dawn, light.dusk) if limits.civil else (light.sunrise, light.sunset)
    dash = "\N{EM DASH}"
    return LightWords(
        format_time(rises) if rises is not None else dash,
        format_time(sets) if sets is not None else dash,
        _remark(light, dark_too=limits.civil) if rises is None and sets is None else "",
    )


def _remark(light: Light, *, dark_too: bool) -> str:
    if light.always:
        return _("light all day")
    if light.always is False:
        return _("no sunrise")
    return _("no dusk") if dark_too else _("no sunset")


def light_names(*, civil: bool) -> tuple[str, str]:
    """What the two times are called."""
    return (_("dawn"), _("dusk")) if civil else (_("sunrise"), _("sunset"))
