"""Words for what is entered and settled of practice: courses, classes, trainees, confirmations."""

from __future__ import annotations

from datetime import datetime

from openblock.i18n import _, n_
from openblock.ui.messages.facts import fact
from openblock.ui.messages.shadowing import Facts, hours, moment, short_day, times

# Confirming, and what stays as it is


def _locked(facts: Facts) -> str:
    if facts.get("standing") == "missed":
        return _("It is entered that {trainee} did not come, so this stays as it is.").format(
            trainee=fact(facts, "trainee")
        )
    who, when = str(facts.get("who", "")), facts.get("when")
    if who and isinstance(when, datetime):
        return _(
            "{who} confirmed this ({when}), and it stays as it is. Write an addition to it instead."
        ).format(who=who, when=fact(facts, "when"))
    return _("This is confirmed and stays as it is. Write an addition to it instead.")


def _upset(facts: Facts) -> str:
    return _("{trainee}, {when}: this needs planning anew first, for it no longer stands.").format(
        trainee=fact(facts, "trainee"), when=times(facts)
    )


def _not_begun(facts: Facts) -> str:
    return _("{trainee}: the shift begins only {start}. Confirm it afterwards.").format(
        trainee=fact(facts, "trainee"), start=moment(facts, "start")
    )


def _backwards(_facts: Facts) -> str:
    return _("The end is not after the beginning.")


def _in_future(facts: Facts) -> str:
    return _("The end, {end}, is still to come. Confirm what has been worked.").format(
        end=moment(facts, "end")
    )


def _hours_outside_duty(facts: Facts) -> str:
    name = fact(facts, "name")
    if facts.get("start") is None:
        return _("{name} has no duty at that time, so these hours cannot be confirmed.").format(
            name=name
        )
    return _("{name} was on duty {duty}; the hours have to lie within that.").format(
        name=name, duty=times(facts)
    )


def _situation_unknown(_facts: Facts) -> str:
    return _("One of the situations is no longer in the course. Look at the list again.")


def _competence_unknown(_facts: Facts) -> str:
    return _("One of the competences is no longer in the list. Look at it again.")


def _mark_unknown(_facts: Facts) -> str:
    return _("Choose how far the trainee has come from the list.")


def _confirm_late(facts: Facts) -> str:
    days = n_("{number} day", "{number} days", int(str(facts["days"])))
    return _(
        "{trainee}, {when}: confirming was due by {until} ({days} after the shift). Say why it is "
        "late."
    ).format(
        trainee=fact(facts, "trainee"),
        when=times(facts),
        until=moment(facts, "until"),
        days=days,
    )


def _not_confirmed(_facts: Facts) -> str:
    return _("Additions are written to what is confirmed. Confirm the hours first.")


# Courses, their situations and classes


def _course_backwards(facts: Facts) -> str:
    return _("The course would end before its first day, {first_day}.").format(
        first_day=fact(facts, "first_day")
    )


def _course_long(facts: Facts) -> str:
    return n_(
        "A course lasts {number} year at most.",
        "A course lasts {number} years at most.",
        int(str(facts["most"])),
    )


def _required_hours(facts: Facts) -> str:
    return _("From 0 to {most} hours of practice.").format(most=hours(facts, "most"))


def _situations_many(facts: Facts) -> str:
    return n_(
        "At most {number} situation in a course.",
        "At most {number} situations in a course.",
        int(str(facts["most"])),
    )


def _situation_twice(facts: Facts) -> str:
    return _(
        "Situation {place} is in the list twice. Give it another name, or take it out."
    ).format(place=fact(facts, "place"))


def _situation_unnamed(facts: Facts) -> str:
    return _("Situation {place} needs a name.").format(place=fact(facts, "place"))


def _situation_time(facts: Facts) -> str:
    return _("Situation {place}: type when it begins and when it ends, 00:00 to 23:59.").format(
        place=fact(facts, "place")
    )


def _class_long(facts: Facts) -> str:
    return _("A class lasts {most} hours at most.").format(most=hours(facts, "most"))


def _class_outside_course(facts: Facts) -> str:
    return _(
        "The course “{course}” runs from {first} to {last}; this class is not within it."
    ).format(
        course=fact(facts, "course"),
        first=fact(facts, "first_day"),
        last=fact(facts, "last_day"),
    )


def _item_taken(facts: Facts) -> str:
    return _("“{name}” is in the list already.").format(name=fact(facts, "name"))


# Trainees


def _left_before_course(facts: Facts) -> str:
    return _("The course begins only on {first_day}. Whoever never came is taken out.").format(
        first_day=fact(facts, "first_day")
    )


def _clearance_future(facts: Facts) -> str:
    return _("{day} is still to come. Tick it when it has been had.").format(
        day=short_day(facts, "day")
    )


def _away_long(facts: Facts) -> str:
    return n_(
        "At most {number} day at once. Whoever stays away longer leaves the course.",
        "At most {number} days at once. Whoever stays away longer leaves the course.",
        int(str(facts["most"])),
    )


WORDS = {
    "practice-away-long": _away_long,
    "practice-class-long": _class_long,
    "practice-class-outside-course": _class_outside_course,
    "practice-clearance-future": _clearance_future,
    "practice-competence-unknown": _competence_unknown,
    "practice-confirm-late": _confirm_late,
    "practice-course-backwards": _course_backwards,
    "practice-course-long": _course_long,
    "practice-hours-outside-duty": _hours_outside_duty,
    "practice-in-future": _in_future,
    "practice-item-taken": _item_taken,
    "practice-left-before-course": _left_before_course,
    "practice-locked": _locked,
    "practice-mark-unknown": _mark_unknown,
    "practice-not-begun": _not_begun,
    "practice-not-confirmed": _not_confirmed,
    "practice-required-hours": _required_hours,
    "practice-situation-time": _situation_time,
    "practice-situation-twice": _situation_twice,
    "practice-situation-unknown": _situation_unknown,
    "practice-situation-unnamed": _situation_unnamed,
    "practice-situations-many": _situations_many,
    "practice-time-backwards": _backwards,
    "practice-upset": _upset,
}
