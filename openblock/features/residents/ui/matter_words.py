"""What a release would end or cancel, in words: one line for each open matter of any feature."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from openblock.clock import FOREVER
from openblock.features.residents.queries import OpenMatter
from openblock.i18n import _, format_moment, format_time

Facts = Mapping[str, object]


def matter_words(matter: OpenMatter) -> str:
    """One open matter as a line; an unknown kind stands for itself."""
    wording = _WORDS.get(matter.kind)
    return matter.kind if wording is None else wording(matter.facts)


def _bed(facts: Facts) -> str:
    return str(facts.get("bed", ""))


def _moment(facts: Facts, name: str) -> str:
    value = facts.get(name)
    return format_moment(value) if isinstance(value, datetime) and value != FOREVER else ""


def _placement(facts: Facts) -> str:
    words = _("The placement in bed {bed} planned from {moment} is cancelled.")
    return words.format(bed=_bed(facts), moment=_moment(facts, "start"))


def _booking(facts: Facts) -> tuple[str, str]:
    start, end = facts.get("start"), facts.get("end")
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return str(facts.get("area", "")), ""
    return str(facts.get("area", "")), f"{format_moment(start)}–{format_time(end)}"


def _left_booking(facts: Facts) -> str:
    area, time = _booking(facts)
    words = _("{area}, {time}: taken out of the booking, the others stay in it.")
    return words.format(area=area, time=time)


def _last_of_booking(facts: Facts) -> str:
    area, time = _booking(facts)
    words = _("{area}, {time}: the booking is cancelled, nobody else takes part.")
    return words.format(area=area, time=time)


_WORDS: Mapping[str, Callable[[Facts], str]] = {
    "bed": lambda facts: _("Bed {bed} is left.").format(bed=_bed(facts)),
    "planned-placement": _placement,
    "booking": _left_booking,
    "last-of-booking": _last_of_booking,
    "hold": lambda facts: _("Bed {bed} is no longer held.").format(bed=_bed(facts)),
}
