"""Words for what stays, releases and prisons are refused or warned for, with the way out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from openblock.clock import FOREVER
from openblock.i18n import _, format_moment, n_
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def _whole(facts: Facts, name: str) -> int:
    return int(str(facts[name]))


# The stay


def _stay_backwards(facts: Facts) -> str:
    return _("The stay would end before it begins at {admitted}.").format(
        admitted=fact(facts, "admitted")
    )


def _sentence_backwards(facts: Facts) -> str:
    return _("The sentence would end before it begins on {start}.").format(
        start=fact(facts, "start")
    )


def _overlap(facts: Facts) -> str:
    admitted, end = fact(facts, "admitted"), facts["discharged"]
    if isinstance(end, datetime) and end < FOREVER:
        return _(
            "The person was here from {admitted} to {discharged}, and nobody is here twice at a "
            "time. Choose another time, or change that stay."
        ).format(admitted=admitted, discharged=format_moment(end))
    return _(
        "The person has been here since {admitted}, and nobody is here twice at a time. Release "
        "them first, or choose an earlier time."
    ).format(admitted=admitted)


def _under_age(facts: Facts) -> str:
    age = n_("{number} year", "{number} years", _whole(facts, "age"))
    return _(
        "The person is {age} old on the day of admission; the youngest age is {minimum}. Look at "
        "the birth date, or give a reason."
    ).format(age=age, minimum=fact(facts, "minimum"))


def _stay_unknown(_facts: Facts) -> str:
    return _("This stay is no longer there. Somebody took it back.")


def _stay_ended(_facts: Facts) -> str:
    return _("This stay has ended and is not changed any more.")


def _stay_begun(_facts: Facts) -> str:
    return _("The person has arrived, so the arrival is not called off. Enter a release instead.")


# The release


def _not_here(_facts: Facts) -> str:
    return _("The person is not here now, so there is nobody to release.")


def _before_admission(facts: Facts) -> str:
    return _("The person came at {admitted}. A release is later than that.").format(
        admitted=fact(facts, "admitted")
    )


def _long_ago(facts: Facts) -> str:
    hours = n_("{number} hour", "{number} hours", _whole(facts, "hours"))
    return _(
        "The release was more than {hours} ago. Look at the day, or say why it is entered late."
    ).format(hours=hours)


def _stopped(_facts: Facts) -> str:
    return _(
        "Something open has to be settled before the release. It stands in the list of what the "
        "release would end."
    )


# Prisons


def _prison_taken(facts: Facts) -> str:
    return _("{name} is already in the list of prisons. Change that line.").format(
        name=fact(facts, "name")
    )


def _prison_backwards(facts: Facts) -> str:
    return _("The prison would close before it opens on {active_from}.").format(
        active_from=fact(facts, "active_from")
    )


def _prison_unknown(_facts: Facts) -> str:
    return _("This prison is no longer in the list. Choose another one.")


def _prison_not_in_use(facts: Facts) -> str:
    return _(
        "{name} was not in use on {day}. Choose another prison, or have an administrator change "
        "its dates."
    ).format(name=fact(facts, "name"), day=fact(facts, "day"))


def _not_planned(_facts: Facts) -> str:
    return _("No release is planned for this person any more. Look at the card again.")


WORDS = {
    "release-not-planned": _not_planned,
    "prison-closes-before-open": _prison_backwards,
    "prison-name-taken": _prison_taken,
    "prison-not-in-use": _prison_not_in_use,
    "prison-unknown": _prison_unknown,
    "release-before-admission": _before_admission,
    "release-long-ago": _long_ago,
    "release-stopped": _stopped,
    "resident-not-here": _not_here,
    "resident-under-age": _under_age,
    "sentence-ends-before-start": _sentence_backwards,
    "stay-begun": _stay_begun,
    "stay-ended": _stay_ended,
    "stay-ends-before-start": _stay_backwards,
    "stay-unknown": _stay_unknown,
    "stays-overlap": _overlap,
}
