"""Words for what is set up and ticked on the grounds: areas, closures, dates, in and out."""

from __future__ import annotations

from datetime import date, timedelta

from openblock.i18n import _, format_minute, format_short_day, n_, weekday_name
from openblock.ui.messages.facts import fact
from openblock.ui.messages.grounds import minutes, number
from openblock.ui.messages.shadowing import Facts, moment, short_day

_MONDAY = date(2024, 1, 1)

# Areas and their hours (GR-01)


def _name_taken(facts: Facts) -> str:
    return _("There is an area “{name}” already. Give this one another name.").format(
        name=fact(facts, "name")
    )


def _figure(facts: Facts) -> str:
    return _("Enter a number from {least} to {most}.").format(
        least=fact(facts, "least"), most=fact(facts, "most")
    )


def _length(facts: Facts) -> str:
    return _("A length is a multiple of {slot}, at most a day.").format(slot=minutes(facts, "slot"))


def _lengths_crossed(facts: Facts) -> str:
    return _("The longest booking ({longest}) is shorter than the shortest ({shortest}).").format(
        longest=minutes(facts, "longest"), shortest=minutes(facts, "shortest")
    )


def _week(_facts: Facts) -> str:
    return _("Each of the seven weekdays needs its hours, or none.")


def _too_small(facts: Facts) -> str:
    return _("On the plan an area is at least {least} units wide and high.").format(
        least=fact(facts, "least")
    )


def _outside_plan(_facts: Facts) -> str:
    return _("This lies beyond the edge of the plan. Move it, or make it smaller.")


def _on_weekday(facts: Facts, sentence: str) -> str:
    """The sentence, after the weekday where the hours are those of one."""
    if "weekday" not in facts:
        return sentence
    day = weekday_name(_MONDAY + timedelta(days=number(facts, "weekday")))
    return _("{weekday}: {sentence}").format(
        weekday=day[:1].upper() + day[1:], sentence=sentence[:1].lower() + sentence[1:]
    )


def _clock(facts: Facts, name: str) -> str:
    minute = number(facts, name)
    return "24:00" if minute == 24 * 60 else format_minute(minute)


def _hours_backwards(facts: Facts) -> str:
    sentence = _("The hours end before they begin, or on another day; enter 00:00 to 24:00.")
    return _on_weekday(facts, sentence)


def _hours_overlap(facts: Facts) -> str:
    sentence = _("The time from {start} to {end} stands there twice.").format(
        start=_clock(facts, "start"), end=_clock(facts, "end")
    )
    return _on_weekday(facts, sentence)


def _hours_many(facts: Facts) -> str:
    times = n_("{number} opening time", "{number} opening times", number(facts, "most"))
    return _on_weekday(facts, _("A day has at most {times}.").format(times=times))


def _change_hits(facts: Facts) -> str:
    bookings = n_("{number} booking", "{number} bookings", number(facts, "number"))
    return _("This no longer fits what is booked ahead: {bookings} ({dates}).").format(
        bookings=bookings, dates=_dates(facts.get("dates", ()))
    )


def _dates(value: object) -> str:
    days = value if isinstance(value, tuple) else ()
    return ", ".join(format_short_day(each) for each in dict.fromkeys(days))


def _area_in_use(_facts: Facts) -> str:
    return _(
        "This area has been booked or closed, so it is not taken out. Set it to not in use instead."
    )


# Closures (GR-09)


def _closure_over(facts: Facts) -> str:
    return _("The end, {end}, has passed already.").format(end=moment(facts, "end"))


def _closure_hits(facts: Facts) -> str:
    bookings = n_("{number} booking", "{number} bookings", number(facts, "number"))
    return _("Say of each whether it is moved or cancelled: {bookings}.").format(bookings=bookings)


# Dates of a booking that repeats, GR-10


def _series_long(facts: Facts) -> str:
    days = n_("{number} day", "{number} days", number(facts, "days"))
    return _("A booking repeats for half a year at most, {days}.").format(days=days)


def _series_empty(_facts: Facts) -> str:
    return _("This is possible on none of the dates. Choose another last date, or other hours.")


def _no_such_hour(facts: Facts) -> str:
    return _("On {day} there is no {time}: the clocks are put forward.").format(
        day=short_day(facts, "day"), time=_clock(facts, "minute")
    )


# Approving, out and in (GR-11)


def _settled(facts: Facts) -> str:
    sentences = {
        "in-use": _("This group is out already: tick it in, or change only the end."),
        "finished": _("This booking is finished and stays as it is."),
        "cancelled": _("This booking is cancelled and stays as it is. Book anew instead."),
        "no-show": _("It is entered that nobody came, so this booking stays as it is."),
    }
    other = _("This booking is settled and stays as it is.")
    said = sentences.get(str(facts.get("state", "")), other)
    who = str(facts.get("who", "")).rstrip(".")
    return _("{sentence} Entered by {who}.").format(sentence=said, who=who) if who else said


def _not_requested(_facts: Facts) -> str:
    return _("This booking is approved already.")


def _not_approved(_facts: Facts) -> str:
    return _("This booking is only requested. It has to be approved first.")


def _too_early(facts: Facts) -> str:
    return _("The booking begins {start}. Tick the group out at most {early} before.").format(
        start=moment(facts, "start"), early=minutes(facts, "minutes")
    )


def _over(facts: Facts) -> str:
    return _("The booking ended {end}. If they were out, move it first; else nobody came.").format(
        end=moment(facts, "end")
    )


def _all_missing(_facts: Facts) -> str:
    return _("If all are missing, nobody came: enter that instead.")


def _not_started(_facts: Facts) -> str:
    return _("This group has not been ticked out yet.")


def _back_before_out(facts: Facts) -> str:
    return _("The group went out only {start}. Enter a later time.").format(
        start=moment(facts, "start")
    )


def _not_begun(facts: Facts) -> str:
    return _("The booking begins only {start}. Until then they may still come.").format(
        start=moment(facts, "start")
    )


def _in_future(facts: Facts) -> str:
    return _("{at} is still to come. Enter what has happened.").format(at=moment(facts, "at"))


# What is there no more, or was changed meanwhile


def _area_unknown(_facts: Facts) -> str:
    return _("This area is there no more. Look at the grounds again.")


def _booking_unknown(_facts: Facts) -> str:
    return _("This booking is there no more. Look at the grounds again.")


def _closure_unknown(_facts: Facts) -> str:
    return _("This closure is there no more. Look at the grounds again.")


def _changed(_facts: Facts) -> str:
    return _("This was changed meanwhile, so nothing was done. Look at what stands there now.")


WORDS = {
    "area-change-hits": _change_hits,
    "area-closure-over": _closure_over,
    "area-figure": _figure,
    "area-in-use": _area_in_use,
    "area-length": _length,
    "area-lengths-crossed": _lengths_crossed,
    "area-name-taken": _name_taken,
    "area-outside-plan": _outside_plan,
    "area-too-small": _too_small,
    "area-unknown": _area_unknown,
    "area-week": _week,
    "booking-all-missing": _all_missing,
    "booking-back-before-out": _back_before_out,
    "booking-no-such-hour": _no_such_hour,
    "booking-not-approved": _not_approved,
    "booking-not-begun": _not_begun,
    "booking-not-requested": _not_requested,
    "booking-not-started": _not_started,
    "booking-over": _over,
    "booking-settled": _settled,
    "booking-tick-in-future": _in_future,
    "booking-too-early": _too_early,
    "booking-unknown": _booking_unknown,
    "closure-hits": _closure_hits,
    "closure-unknown": _closure_unknown,
    "grounds-changed-meanwhile": _changed,
    "hours-backwards": _hours_backwards,
    "hours-many": _hours_many,
    "hours-overlap": _hours_overlap,
    "series-empty": _series_empty,
    "series-too-long": _series_long,
}
