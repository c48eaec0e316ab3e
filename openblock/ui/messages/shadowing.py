"""Words for what the rules of planning practice find, with names, days, hours and the way out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from openblock.clock import day_of
from openblock.i18n import (
    _,
    format_day,
    format_hours,
    format_minute,
    format_short_day,
    format_time,
    n_,
)
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def hours(facts: Facts, name: str) -> str:
    """A fact in minutes, as hours."""
    return format_hours(int(str(facts[name])))


def times(facts: Facts, first: str = "start", last: str = "end") -> str:
    """24 Nov 09:00–21:00, with the second day where it is another; TypeError for no instants."""
    start, end = facts[first], facts[last]
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        raise TypeError(first)
    began, ended = day_of(start), day_of(end)
    until = format_time(end) if began == ended else f"{format_short_day(ended)} {format_time(end)}"
    dash = "\N{EN DASH}" if began == ended else " \N{EN DASH} "
    return f"{format_short_day(began)} {format_time(start)}{dash}{until}"


def moment(facts: Facts, name: str) -> str:
    """24 Nov 09:00; TypeError for anything but an instant."""
    value = facts[name]
    if not isinstance(value, datetime):
        raise TypeError(name)
    return f"{format_short_day(day_of(value))} {format_time(value)}"


def short_day(facts: Facts, name: str) -> str:
    """24 Nov; TypeError for anything but a day."""
    value = facts[name]
    if not isinstance(value, date):
        raise TypeError(name)
    return format_short_day(value)


def listed(facts: Facts, name: str) -> str:
    """A fact of several names, one after the other."""
    value = facts[name]
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


# The trainee: course and clearance


def _outside_course(facts: Facts) -> str:
    return _(
        "{trainee}: the course “{course}” runs from {first} to {last}, and this is not within it."
    ).format(
        trainee=fact(facts, "trainee"),
        course=fact(facts, "course"),
        first=fact(facts, "first_day"),
        last=fact(facts, "last_day"),
    )


def _trainee_left(facts: Facts) -> str:
    return _("{trainee} has left the course; the last day was {day}.").format(
        trainee=fact(facts, "trainee"), day=fact(facts, "left_on")
    )


def _not_cleared(facts: Facts) -> str:
    return _(
        "{trainee}, {day}: not yet had: {items}. Tick it with its day on the trainee's card first."
    ).format(
        trainee=fact(facts, "trainee"), day=short_day(facts, "day"), items=listed(facts, "items")
    )


# The mentor


def _no_mentor(facts: Facts) -> str:
    return _("{name} is not a mentor.").format(name=fact(facts, "name"))


def _uncertified(facts: Facts) -> str:
    return _("{name}: no mentor's certificate is entered.").format(name=fact(facts, "name"))


def _expired(facts: Facts) -> str:
    return _("{name}: the mentor's certificate ended on {until}.").format(
        name=fact(facts, "name"), until=fact(facts, "until")
    )


def _not_serving(facts: Facts) -> str:
    first, last = facts["first_day"], facts.get("last_day")
    name = fact(facts, "name")
    if isinstance(last, date):
        return _("{name} serves only from {first} to {last}.").format(
            name=name, first=fact(facts, "first_day"), last=format_day(last)
        )
    if not isinstance(first, date):
        raise TypeError("first_day")
    return _("{name} serves only from {first}.").format(name=name, first=format_day(first))


def _outside_duty(facts: Facts) -> str:
    wanted = times(facts, "wanted_start", "wanted_end")
    name = fact(facts, "name")
    if facts.get("start") is None:
        return _("{name} has no duty near {wanted}. Choose a mentor who is on duty then.").format(
            name=name, wanted=wanted
        )
    return _("{name} is on duty {duty}; {wanted} is not within that.").format(
        name=name, duty=times(facts), wanted=wanted
    )


def _too_short(facts: Facts) -> str:
    return _("Practice of {hours} h is too short; at least {least} h.").format(
        hours=hours(facts, "minutes"), least=hours(facts, "least")
    )


def _trainee_busy(facts: Facts) -> str:
    what = str(facts.get("words", ""))
    return _clash(str(facts["kind"]), named=bool(what)).format(
        trainee=fact(facts, "trainee"), when=times(facts), what=what
    )


def _clash(kind: str, *, named: bool) -> str:
    if kind == "class":
        return (
            _("{trainee} has a class {when}: {what}.")
            if named
            else _("{trainee} has a class {when}.")
        )
    if kind == "shadowing":
        return (
            _("{trainee} already has practice {when}, mentor {what}.")
            if named
            else _("{trainee} already has practice {when}.")
        )
    return (
        _("{trainee} cannot come {when}: {what}.") if named else _("{trainee} cannot come {when}.")
    )


def _too_long(facts: Facts) -> str:
    return _("{trainee}: {hours} h in a row ({when}); at most {most} h.").format(
        trainee=fact(facts, "trainee"),
        hours=hours(facts, "minutes"),
        when=times(facts),
        most=hours(facts, "most"),
    )


def _rest_short(facts: Facts) -> str:
    sentence = _("{trainee}: rest {rest} h from {ended} to {starts}, needed {needed} h ({what}).")
    return sentence.format(
        trainee=fact(facts, "trainee"),
        rest=hours(facts, "rest"),
        needed=hours(facts, "needed"),
        ended=moment(facts, "ended"),
        starts=moment(facts, "starts"),
        what=_neighbour(str(facts["kind"]), str(facts.get("words", ""))),
    )


def _neighbour(kind: str, what: str) -> str:
    if kind == "class":
        return _("class: {what}").format(what=what) if what else _("class")
    return _("practice, mentor {what}").format(what=what) if what else _("practice")


def _weekly_rest(facts: Facts) -> str:
    return _("{trainee}: no free {needed} h in a row within {days} days since {since}.").format(
        trainee=fact(facts, "trainee"),
        needed=hours(facts, "needed"),
        days=fact(facts, "window_days"),
        since=moment(facts, "since"),
    )


def _week_long(facts: Facts) -> str:
    return _(
        "{trainee}: {hours} h of practice and classes in the week {first}–{last}; at most {most} h."
    ).format(
        trainee=fact(facts, "trainee"),
        hours=hours(facts, "minutes"),
        first=short_day(facts, "first"),
        last=short_day(facts, "last"),
        most=hours(facts, "most"),
    )


# The night


def _night(facts: Facts) -> str:
    return _(
        "The course “{course}” has no practice at night, {since}–{until}. Choose hours by day."
    ).format(
        course=fact(facts, "course"),
        since=format_minute(int(str(facts["night_from"]))),
        until=format_minute(int(str(facts["night_to"]))),
    )


def _alone(facts: Facts) -> str:
    present = int(str(facts["present"]))
    if not present:
        return _("At night {when} no officer is on duty; at least {needed} are needed.").format(
            when=times(facts), needed=fact(facts, "needed")
        )
    return _("At night {when} only one officer is on duty; at least {needed} are needed.").format(
        when=times(facts), needed=fact(facts, "needed")
    )


# Progress


def _hours_short(facts: Facts) -> str:
    lacking, last = hours(facts, "minutes"), fact(facts, "last_day")
    left = int(str(facts["days"]))
    if left < 0:
        return _("{hours} h are lacking; the course ended on {day}.").format(
            hours=lacking, day=last
        )
    if not left:
        return _("{hours} h are lacking; the course ends today.").format(hours=lacking)
    days = n_("{number} day", "{number} days", left)
    return _("{hours} h are lacking; the course ends on {day}, time left: {left}.").format(
        hours=lacking, day=last, left=days
    )


WORDS = {
    "practice-alone-at-night": _alone,
    "practice-hours-short": _hours_short,
    "practice-mentor-expired": _expired,
    "practice-mentor-not-serving": _not_serving,
    "practice-mentor-uncertified": _uncertified,
    "practice-night": _night,
    "practice-no-mentor": _no_mentor,
    "practice-not-cleared": _not_cleared,
    "practice-outside-course": _outside_course,
    "practice-outside-duty": _outside_duty,
    "practice-rest-short": _rest_short,
    "practice-too-long": _too_long,
    "practice-too-short": _too_short,
    "practice-trainee-busy": _trainee_busy,
    "practice-trainee-left": _trainee_left,
    "practice-week-long": _week_long,
    "practice-weekly-rest": _weekly_rest,
}
