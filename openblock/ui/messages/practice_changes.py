"""Words for what the commands of practice refuse, and for what the roster is told of practice."""

from __future__ import annotations

from datetime import date, datetime

from openblock.i18n import _, n_
from openblock.ui.messages.facts import fact
from openblock.ui.messages.shadowing import Facts, listed, short_day, times

# What is there no more, or is somebody else's


def _course_unknown(_facts: Facts) -> str:
    return _("This course is no longer there. Somebody took it out.")


def _trainee_unknown(_facts: Facts) -> str:
    return _("This trainee is no longer there. Somebody took the entry out.")


def _shadowing_unknown(_facts: Facts) -> str:
    return _("This practice shift is no longer there. Somebody cancelled it.")


def _class_unknown(_facts: Facts) -> str:
    return _("This class is no longer in the timetable. Somebody took it out.")


def _item_unknown(_facts: Facts) -> str:
    return _("This entry is no longer in the list. Somebody took it out.")


def _unavailability_unknown(_facts: Facts) -> str:
    return _("This absence is no longer there. Somebody took it out.")


def _not_yours(_facts: Facts) -> str:
    return _(
        "Only the mentor of this shift or a coordinator can do this. Sign in as one of them; the "
        "administrator says which account is whose."
    )


def _in_use(_facts: Facts) -> str:
    return _(
        "Practice already hangs on this, so it is not taken out. Set it out of use, or change it."
    )


def _changed(facts: Facts) -> str:
    who, when, day = str(facts.get("who", "")), facts.get("when"), facts.get("day")
    if not isinstance(day, date):
        return _("This was changed meanwhile, so nothing was done. Look at what stands there now.")
    theirs = listed(facts, "theirs") or _("nobody")
    if who and isinstance(when, datetime):
        return _(
            "{trainee}, {day}: {who} has changed this cell ({when}); the mentor now is {theirs}. "
            "Set yours again if it is to stand."
        ).format(
            trainee=fact(facts, "trainee"),
            day=short_day(facts, "day"),
            who=who,
            when=fact(facts, "when"),
            theirs=theirs,
        )
    return _(
        "{trainee}, {day}: somebody has changed this cell meanwhile; the mentor now is {theirs}. "
        "Set yours again if it is to stand."
    ).format(trainee=fact(facts, "trainee"), day=short_day(facts, "day"), theirs=theirs)


# Planning by the cell, and what gives way


def _no_duty(facts: Facts) -> str:
    return _("{trainee}, {day}: {name} has no duty that day. Choose a mentor who has one.").format(
        trainee=fact(facts, "trainee"), day=short_day(facts, "day"), name=fact(facts, "name")
    )


def _in_the_way(facts: Facts) -> str:
    return _(
        "{trainee} has practice {when}, mentor {name}. If this stands, it needs planning anew."
    ).format(trainee=fact(facts, "trainee"), when=times(facts), name=fact(facts, "name"))


def _class_overlap(facts: Facts) -> str:
    other = str(facts.get("other", ""))
    if not other:
        return _("The group already has a class {when}.").format(when=times(facts))
    return _("The group already has a class {when}: {other}.").format(
        when=times(facts), other=other
    )


# What the roster is told


def _needs_replanning(facts: Facts) -> str:
    return _(
        "{trainee} was to have practice {when} with {mentor}; that needs planning anew."
    ).format(trainee=fact(facts, "trainee"), when=times(facts), mentor=fact(facts, "mentor"))


def _confirmed_on_duty(facts: Facts) -> str:
    return _(
        "{name}: on this duty {trainee} had practice {when}, which is confirmed. The duty has to "
        "hold those hours."
    ).format(name=fact(facts, "name"), trainee=fact(facts, "trainee"), when=times(facts))


# What hangs on something else, or is somebody's already


def _course_taken(facts: Facts) -> str:
    return _("There is a course “{name}” already. Give this one another name.").format(
        name=fact(facts, "name")
    )


def _course_has_trainees(facts: Facts) -> str:
    trainees = n_("{number} trainee", "{number} trainees", int(str(facts["trainees"])))
    return _(
        "The course “{name}” is not taken out, for somebody is on it: {trainees}. Move them to "
        "another course first."
    ).format(name=fact(facts, "name"), trainees=trainees)


def _situation_seen(facts: Facts) -> str:
    name = str(facts.get("name", ""))
    if not name:
        return _("A trainee has seen this situation already, so it stays in the course.")
    return _("A trainee has seen “{name}” already, so it stays in the course.").format(name=name)


def _has_practice(facts: Facts) -> str:
    return _(
        "{trainee} has had practice, so the entry stays. Fill in the last day of who gave up."
    ).format(trainee=fact(facts, "trainee"))


def _account_role(facts: Facts) -> str:
    return _("The account {name} is not one of a trainee. Choose one with that role.").format(
        name=fact(facts, "name")
    )


def _account_taken(facts: Facts) -> str:
    return _("This account is already that of {name}. Choose another.").format(
        name=fact(facts, "name")
    )


# Lists


def _trainee_known(facts: Facts) -> str:
    return _("{trainee} (row {row}) is on this course already, or in the list twice.").format(
        trainee=fact(facts, "trainee"), row=fact(facts, "row")
    )


def _list_known(facts: Facts) -> str:
    return _(
        "{name} is on the course already, with something else here. A list changes nobody: "
        "correct the row, or the trainee's card."
    ).format(name=fact(facts, "name"))


def _list_alike(facts: Facts) -> str:
    return _(
        "There is another {name} on this course. If these are two people, enter the second by hand."
    ).format(name=fact(facts, "name"))


WORDS = {
    "class-unknown": _class_unknown,
    "course-has-trainees": _course_has_trainees,
    "course-unknown": _course_unknown,
    "item-unknown": _item_unknown,
    "list-trainee-alike": _list_alike,
    "list-trainee-known": _list_known,
    "practice-changed-meanwhile": _changed,
    "practice-class-overlap": _class_overlap,
    "practice-confirmed-on-duty": _confirmed_on_duty,
    "practice-course-taken": _course_taken,
    "practice-in-the-way": _in_the_way,
    "practice-in-use": _in_use,
    "practice-needs-replanning": _needs_replanning,
    "practice-no-duty": _no_duty,
    "practice-not-yours": _not_yours,
    "practice-situation-seen": _situation_seen,
    "practice-trainee-known": _trainee_known,
    "shadowing-unknown": _shadowing_unknown,
    "trainee-account-role": _account_role,
    "trainee-account-taken": _account_taken,
    "trainee-has-practice": _has_practice,
    "trainee-unknown": _trainee_unknown,
    "unavailability-unknown": _unavailability_unknown,
}
