"""What a release would end or cancel, in words: one line for each open matter of any feature."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from openblock.clock import FOREVER, day_of
from openblock.features.residents.queries import OpenMatter
from openblock.i18n import _, format_day, format_moment, format_time

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


def _left_bookings(facts: Facts) -> str:
    one = _("{area}, {time}: taken out of the booking, the others stay in it.")
    more = _("{area}, {first} to {last}: taken out of so many bookings: {number}; the others stay.")
    return _bookings(facts, one, more)


def _last_of_bookings(facts: Facts) -> str:
    one = _("{area}, {time}: the booking is cancelled, nobody else takes part.")
    more = _(
        "{area}, {first} to {last}: so many bookings are cancelled: {number}; nobody else takes "
        "part."
    )
    return _bookings(facts, one, more)


def _bookings(facts: Facts, one: str, more: str) -> str:
    """``one`` with its hours, or ``more`` with its number and the days it lies between."""
    area, number = facts.get("area", ""), facts.get("number", 1)
    start, end, last = (facts.get(name) for name in ("start", "end", "last"))
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return str(area)
    if number == 1 or not isinstance(last, datetime):
        return one.format(area=area, time=f"{format_moment(start)}–{format_time(end)}")
    first, until = format_day(day_of(start)), format_day(day_of(last))
    return more.format(area=area, first=first, last=until, number=number)


_WORDS: Mapping[str, Callable[[Facts], str]] = {
    "bed": lambda facts: _("Bed {bed} is left.").format(bed=_bed(facts)),
    "planned-placement": _placement,
    "booking": _left_bookings,
    "last-of-booking": _last_of_bookings,
    "hold": lambda facts: _("Bed {bed} is no longer held.").format(bed=_bed(facts)),
}
