"""What a sheet says of a day's light: when the sun, or its twilight, comes and goes."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.features.grounds.rules.content import GroundsLimits, Light
from openblock.features.grounds.rules.light import edges_of
from openblock.i18n import _, format_time, p_

RISES, SETS = "\N{BLACK UP-POINTING TRIANGLE} ", "\N{BLACK DOWN-POINTING TRIANGLE} "


@dataclass(frozen=True, slots=True)
class LightWords:
    """The two times of a day, a dash where they do not happen; ``remark`` says why."""

    rises: str
    sets: str
    remark: str = ""


def light_words(light: Light, limits: GroundsLimits) -> LightWords:
    """Sunrise and sunset, or dawn and dusk where the block counts by these (GR-04)."""
    rises, sets = edges_of(light, limits)
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


def light_line(light: Light, limits: GroundsLimits) -> str:
    """The light of a day in one line: ▲ sunrise 08:23   ▼ sunset 15:58."""
    words = light_words(light, limits)
    if words.remark:
        return words.remark
    rises, sets = light_names(civil=limits.civil)
    return f"{RISES}{rises} {words.rises}   {SETS}{sets} {words.sets}"


def dark_words(light: Light, limits: GroundsLimits) -> str:
    """What holds from sunset or dusk on; nothing where the sun does not set."""
    sets = edges_of(light, limits)[1]
    if sets is None:
        return ""
    return _("{sunset} {time}, unlit areas under the open sky are closed").format(
        sunset=light_names(civil=limits.civil)[1], time=format_time(sets)
    )


def light_names(*, civil: bool) -> tuple[str, str]:
    """What the two times are called."""
    if civil:
        return p_("of a day", "dawn"), p_("of a day", "dusk")
    return p_("of a day", "sunrise"), p_("of a day", "sunset")
