"""Words for what speaks against a booking of the grounds, with places, hours and the way out."""

from __future__ import annotations

from datetime import date, datetime

from openblock.i18n import _, format_minute, format_short_day, format_time, n_
from openblock.ui.messages.facts import fact
from openblock.ui.messages.shadowing import Facts, listed, moment, times


def number(facts: Facts, name: str) -> int:
    """A fact that is a whole number; ValueError for anything else."""
    return int(str(facts[name]))


def minutes(facts: Facts, name: str) -> str:
    """A fact in minutes, in words."""
    return n_("{number} minute", "{number} minutes", number(facts, name))


def clock_time(facts: Facts, name: str) -> str:
    """An instant among the facts by the clock, 15:45; TypeError where it is none."""
    value = facts[name]
    if not isinstance(value, datetime):
        raise TypeError(name)
    return format_time(value)


# The form (GR-01)


def _backwards(_facts: Facts) -> str:
    return _("The end is not after the beginning.")


def _not_on_slot(_facts: Facts) -> str:
    return _("A booking begins and ends on a quarter of an hour: 10:00, 10:15, 10:30, 10:45.")


def _too_short(facts: Facts) -> str:
    return _("{area}: a booking of {length} is too short; at least {least}.").format(
        area=fact(facts, "area"), length=minutes(facts, "minutes"), least=minutes(facts, "shortest")
    )


def _too_long(facts: Facts) -> str:
    return _("{area}: a booking of {length} is too long; at most {most}.").format(
        area=fact(facts, "area"), length=minutes(facts, "minutes"), most=minutes(facts, "longest")
    )


def _nobody(_facts: Facts) -> str:
    return _("Choose who takes part.")


def _not_active(facts: Facts) -> str:
    return _("{area} cannot be booked at present. Choose another area.").format(
        area=fact(facts, "area")
    )


def _in_past(facts: Facts) -> str:
    return _("The beginning, {start}, has passed already: this is entered afterwards.").format(
        start=moment(facts, "start")
    )


# The area: hours, closures, places (GR-02, GR-03)


def _outside_hours(facts: Facts) -> str:
    area, wanted = fact(facts, "area"), times(facts)
    hours = facts["open"]
    if not isinstance(hours, tuple) or not hours:
        return _("{area} does not open on that day, so {wanted} is not possible.").format(
            area=area, wanted=wanted
        )
    said = ", ".join(times({"start": start, "end": end}) for start, end in hours)
    return _("{area} is open {hours}; {wanted} is not within that.").format(
        area=area, hours=said, wanted=wanted
    )


def _closed(facts: Facts) -> str:
    reasons = {
        "weather": _("{area} is closed {when} because of the weather."),
        "repair": _("{area} is closed {when} for repair."),
        "event": _("{area} is closed {when} for an event."),
        "safety": _("{area} is closed {when} for safety."),
    }
    sentence = reasons.get(str(facts["reason"]), _("{area} is closed {when}."))
    said = sentence.format(area=fact(facts, "area"), when=times(facts))
    remark = str(facts.get("remark", ""))
    return (
        _("{sentence} Remark: {remark}.").format(sentence=said, remark=remark.rstrip("."))
        if remark
        else said
    )


def _full(facts: Facts) -> str:
    area, capacity = fact(facts, "area"), number(facts, "capacity")
    heads, taken = number(facts, "heads"), number(facts, "taken")
    if not taken:
        return _("{area} has room for {capacity}; this group is {heads}.").format(
            area=area, capacity=capacity, heads=heads
        )
    sentence = _(
        "{area} has room for {capacity}. {when} there are {taken} already ({who}; booked by {by}): "
        "free are {free}, this group is {heads}."
    )
    return sentence.format(
        area=area,
        capacity=capacity,
        when=times(facts),
        taken=taken,
        who=listed(facts, "who") or _people(taken),
        by=listed(facts, "by"),
        free=max(0, capacity - taken),
        heads=heads,
    )


def _people(heads: int) -> str:
    """A group that nobody has said a purpose of."""
    return n_("{number} person", "{number} people", heads)


def _taken(facts: Facts) -> str:
    return _(
        "{area} is for one group at a time, and {when} it is taken: {who} (booked by {by})."
    ).format(
        area=fact(facts, "area"),
        when=times(facts),
        who=fact(facts, "who") or _people(number(facts, "heads")),
        by=fact(facts, "by"),
    )


# Light, night rest, counts (GR-04, GR-05)


def _dark(facts: Facts) -> str:
    area, day = fact(facts, "area"), facts["day"]
    if not isinstance(day, date):
        raise TypeError("day")
    said = {"area": area, "day": format_short_day(day)}
    if facts["which"] == "never":
        return _("{area} has no floodlights, and on {day} it is not light long enough.").format(
            **said
        )
    sentence, edge = _edge(str(facts["which"]), civil="dawn" in facts)
    return sentence.format(**said, time=clock_time(facts, edge), limit=clock_time(facts, "limit"))


def _edge(which: str, *, civil: bool) -> tuple[str, str]:
    """The sentence for too early or too late, and the fact that is its time."""
    if which == "before" and civil:
        return _(
            "{area} has no floodlights, and on {day} it is light only from {time}. Begin at "
            "{limit} or later."
        ), "dawn"
    if which == "before":
        return _(
            "{area} has no floodlights, and on {day} the sun rises at {time}. Begin at {limit} or "
            "later."
        ), "sunrise"
    if civil:
        return _(
            "{area} has no floodlights, and on {day} it is dark from {time}. End by {limit}."
        ), "dusk"
    return _(
        "{area} has no floodlights, and on {day} the sun sets at {time}. End by {limit}."
    ), "sunset"


def _night_rest(facts: Facts) -> str:
    return _("Night rest is from {night_from} to {night_to}; nobody is out then.").format(
        night_from=format_minute(number(facts, "night_from")),
        night_to=format_minute(number(facts, "night_to")),
    )


def _over_count(facts: Facts) -> str:
    count = clock_time(facts, "count")
    if not number(facts, "guard"):
        return _("People are counted at {count}, and this group would be out.").format(count=count)
    return _("People are counted at {count}; this group would not be back {guard} before.").format(
        count=count, guard=minutes(facts, "guard")
    )


# The officer who watches (GR-06)


def _unwatched(facts: Facts) -> str:
    return _("Somebody has to watch over this group. Name an officer on duty {when}.").format(
        when=times(facts)
    )


def _watch_open(facts: Facts) -> str:
    return _("The roster for {when} is not laid yet, so nobody watches over this group.").format(
        when=times(facts)
    )


def _off_duty(facts: Facts) -> str:
    name, wanted, duties = fact(facts, "name"), times(facts), facts.get("duties", ())
    if not isinstance(duties, tuple) or not duties:
        return _("{name} is not on duty {wanted}. Name another officer.").format(
            name=name, wanted=wanted
        )
    said = ", ".join(times({"start": start, "end": end}) for start, end in duties)
    return _("{name} is on duty {duty}; {wanted} is not within that.").format(
        name=name, duty=said, wanted=wanted
    )


def _overloaded(facts: Facts) -> str:
    return _(
        "{name} would watch over {heads} people {when}; one officer may watch {ratio}."
    ).format(
        name=fact(facts, "name"),
        heads=fact(facts, "heads"),
        when=times(facts),
        ratio=fact(facts, "ratio"),
    )


# Those who take part (GR-07, GR-08, GR-12)


def _absent(facts: Facts) -> str:
    return _("{name} is not in the block all the time {when}.").format(
        name=fact(facts, "name"), when=times(facts)
    )


def _busy(facts: Facts) -> str:
    name, when, what = fact(facts, "name"), times(facts), str(facts.get("words", ""))
    if facts.get("kind") == "booking" and what:
        return _("{name} is booked already {when}: {what}.").format(name=name, when=when, what=what)
    return _("{name} has something else {when}.").format(name=name, when=when)


def _apart(facts: Facts) -> str:
    return _("{one} and {other} are kept apart, and both would be there {when}.").format(
        one=fact(facts, "one"), other=fact(facts, "other"), when=times(facts)
    )


def _over_quota(facts: Facts) -> str:
    bookings = n_("{number} booking", "{number} bookings", number(facts, "times"))
    return _("{name} would have {bookings} ahead in that week; at most {quota}.").format(
        name=fact(facts, "name"), bookings=bookings, quota=fact(facts, "quota")
    )


WORDS = {
    "area-closed": _closed,
    "area-full": _full,
    "area-not-active": _not_active,
    "area-taken": _taken,
    "booking-backwards": _backwards,
    "booking-in-past": _in_past,
    "booking-nobody": _nobody,
    "booking-not-on-slot": _not_on_slot,
    "booking-outside-hours": _outside_hours,
    "booking-too-long": _too_long,
    "booking-too-short": _too_short,
    "guest-absent": _absent,
    "guest-busy": _busy,
    "guest-over-quota": _over_quota,
    "guests-apart": _apart,
    "in-night-rest": _night_rest,
    "outside-daylight": _dark,
    "over-count": _over_count,
    "supervisor-missing": _unwatched,
    "supervisor-off-duty": _off_duty,
    "supervisor-open": _watch_open,
    "supervisor-overloaded": _overloaded,
}
