"""Words for what a room, a closure or a placement can be refused or warned for, and the way out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from openblock import clock
from openblock.clock import FOREVER
from openblock.i18n import _, format_moment, n_
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def moment_of(facts: Facts, name: str) -> str:
    """The instant among the facts, as it is said; nothing where there is none."""
    moment = facts[name]
    return format_moment(moment) if isinstance(moment, datetime) else ""


def _ends(facts: Facts) -> bool:
    return facts["end"] not in (None, FOREVER)


def _bed_taken(facts: Facts) -> str:
    if _ends(facts):
        return _("{bed} is {name}'s from {start} until {end}. Choose another bed or time.").format(
            bed=fact(facts, "bed"),
            name=fact(facts, "name"),
            start=moment_of(facts, "start"),
            end=moment_of(facts, "end"),
        )
    return _("{bed} has been {name}'s since {start}, entered by {by}. Choose another bed.").format(
        bed=fact(facts, "bed"),
        name=fact(facts, "name"),
        start=moment_of(facts, "start"),
        by=fact(facts, "by"),
    )


def _resident_has_bed(facts: Facts) -> str:
    return _("{name} has {bed} from {start}. Nobody has two beds at once.").format(
        name=fact(facts, "name"), bed=fact(facts, "bed"), start=moment_of(facts, "start")
    )


def _outside_stay(facts: Facts) -> str:
    if facts["admitted"] is None:
        return _("{name} is not here at that time. A bed is given only during a stay.").format(
            name=fact(facts, "name")
        )
    if facts["discharged"] == FOREVER:
        return _("{name} arrives on {admitted}. A bed is given only during a stay.").format(
            name=fact(facts, "name"), admitted=moment_of(facts, "admitted")
        )
    return _("{name} is here from {admitted} until {discharged}, no longer.").format(
        name=fact(facts, "name"),
        admitted=moment_of(facts, "admitted"),
        discharged=moment_of(facts, "discharged"),
    )


def _bed_closed(facts: Facts) -> str:
    if _ends(facts):
        return _("{bed} is closed from {start} until {end}. Choose another bed.").format(
            bed=fact(facts, "bed"), start=moment_of(facts, "start"), end=moment_of(facts, "end")
        )
    return _("{bed} is closed from {start}. Choose another bed.").format(
        bed=fact(facts, "bed"), start=moment_of(facts, "start")
    )


def _sex_differs(facts: Facts) -> str:
    if facts["sex"] == "female":
        return _("{bed} is for women, and {name} is not registered as one.").format(
            bed=fact(facts, "bed"), name=fact(facts, "name")
        )
    return _("{bed} is for men, and {name} is not registered as one.").format(
        bed=fact(facts, "bed"), name=fact(facts, "name")
    )


def _sex_not_entered(facts: Facts) -> str:
    return _(
        "{bed} is for one sex only, and the sex of {name} is not entered. Enter it on the card."
    ).format(bed=fact(facts, "bed"), name=fact(facts, "name"))


def need_words(need: object) -> str:
    """What a person needs of a room, in the middle of a sentence."""
    return {
        "accessible": _("accessible room"),
        "non_smoking": _("non-smoking room"),
        "lower_bed": _("lower bed"),
        "near_post": _("near the duty post"),
        "own_toilet": _("own toilet"),
    }.get(str(need), str(need))


def listed(words: object) -> str:
    """Several words one after the other."""
    return ", ".join(map(str, words)) if isinstance(words, (tuple, list)) else str(words)


def _need_unmet(facts: Facts) -> str:
    needs = facts["needs"]
    words = listed(tuple(map(need_words, needs))) if isinstance(needs, tuple) else ""
    return _("{name} needs what {bed} does not offer: {needs}.").format(
        name=fact(facts, "name"), bed=fact(facts, "bed"), needs=words
    )


def _bed_held(facts: Facts) -> str:
    return _("{bed} is held for {named} until {end}.").format(
        bed=fact(facts, "bed"), named=fact(facts, "named"), end=moment_of(facts, "end")
    )


def _is_so_now(facts: Facts) -> bool:
    start = facts["start"]
    return isinstance(start, datetime) and start <= clock.now()


def _apart_in_room(facts: Facts) -> str:
    if _is_so_now(facts):
        return _("{name} and {other} must be kept apart and share a room since {start}.").format(
            name=fact(facts, "name"), other=fact(facts, "other"), start=moment_of(facts, "start")
        )
    return _("{name} and {other} must be kept apart and would share a room from {start}.").format(
        name=fact(facts, "name"), other=fact(facts, "other"), start=moment_of(facts, "start")
    )


def _apart_nearby(facts: Facts) -> str:
    in_section = facts["level"] == "section"
    if _is_so_now(facts) and in_section:
        words = _("{name} and {other} must be kept apart and live in one section since {start}.")
    elif _is_so_now(facts):
        words = _("{name} and {other} must be kept apart and live in one building since {start}.")
    elif in_section:
        words = _(
            "{name} and {other} must be kept apart and would live in one section from {start}."
        )
    else:
        words = _(
            "{name} and {other} must be kept apart and would live in one building from {start}."
        )
    return words.format(
        name=fact(facts, "name"), other=fact(facts, "other"), start=moment_of(facts, "start")
    )


def _too_far_ahead(facts: Facts) -> str:
    days = n_("{number} day", "{number} days", int(str(facts["days"])))
    return _("Moves are planned at most {days} ahead, until {latest}.").format(
        days=days, latest=moment_of(facts, "latest")
    )


def _too_far_back(facts: Facts) -> str:
    hours = n_("{number} hour", "{number} hours", int(str(facts["hours"])))
    return _(
        "This lies more than {hours} back and can be entered no more. Write it into the journal."
    ).format(hours=hours)


def _before_headcount(facts: Facts) -> str:
    return _("The headcount of {counted_at} is closed; nothing before it is changed.").format(
        counted_at=moment_of(facts, "counted_at")
    )


def _back_dated(facts: Facts) -> str:
    return _("This is entered late, for {at}. Say why.").format(at=moment_of(facts, "at"))


def _reason_missing(_facts: Facts) -> str:
    return _("Choose a reason from the list.")


def _remark_missing(_facts: Facts) -> str:
    return _("With another reason, say in words which one.")


def _decision_missing(_facts: Facts) -> str:
    return _("Enter the number of the placement commission's decision.")


def _already_there(_facts: Facts) -> str:
    return _("This is the bed the person has already.")


def _until_before_at(_facts: Facts) -> str:
    return _("The end lies before the beginning.")


def _without_bed(_facts: Facts) -> str:
    return _("There is no bed to leave at that time. Place the person instead.")


def _with_oneself(_facts: Facts) -> str:
    return _("Choose two different people.")


def _assignment_unknown(_facts: Facts) -> str:
    return _("This placement is there no more. Look at what stands there now.")


def _assignment_begun(_facts: Facts) -> str:
    return _("The person sleeps there already. Move them, or end the placement.")


def _bed_unknown(_facts: Facts) -> str:
    return _("This bed is there no more. Look at the rooms again.")


WORDS = {
    "already-there": _already_there,
    "apart-in-room": _apart_in_room,
    "apart-nearby": _apart_nearby,
    "assignment-begun": _assignment_begun,
    "assignment-unknown": _assignment_unknown,
    "back-dated": _back_dated,
    "bed-closed": _bed_closed,
    "bed-held": _bed_held,
    "bed-taken": _bed_taken,
    "bed-unknown": _bed_unknown,
    "before-headcount": _before_headcount,
    "closure-reason-missing": _reason_missing,
    "decision-missing": _decision_missing,
    "need-unmet": _need_unmet,
    "outside-stay": _outside_stay,
    "placement-reason-missing": _reason_missing,
    "placement-remark-missing": _remark_missing,
    "resident-has-bed": _resident_has_bed,
    "resident-without-bed": _without_bed,
    "sex-differs": _sex_differs,
    "sex-not-entered": _sex_not_entered,
    "swap-with-oneself": _with_oneself,
    "too-far-ahead": _too_far_ahead,
    "too-far-back": _too_far_back,
    "until-before-at": _until_before_at,
}
