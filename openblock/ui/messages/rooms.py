"""Words for what a room, a closure or a placement can be refused or warned for, and the way out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from openblock.clock import FOREVER
from openblock.i18n import _, format_moment, n_
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def _moment(facts: Facts, name: str) -> str:
    moment = facts[name]
    return format_moment(moment) if isinstance(moment, datetime) else ""


def _ends(facts: Facts) -> bool:
    return facts["end"] not in (None, FOREVER)


def _bed_taken(facts: Facts) -> str:
    if _ends(facts):
        return _("{bed} is {name}'s from {start} until {end}. Choose another bed or time.").format(
            bed=fact(facts, "bed"),
            name=fact(facts, "name"),
            start=_moment(facts, "start"),
            end=_moment(facts, "end"),
        )
    return _("{bed} has been {name}'s since {start}, entered by {by}. Choose another bed.").format(
        bed=fact(facts, "bed"),
        name=fact(facts, "name"),
        start=_moment(facts, "start"),
        by=fact(facts, "by"),
    )


def _resident_has_bed(facts: Facts) -> str:
    return _("{name} has {bed} from {start}. Nobody has two beds at once.").format(
        name=fact(facts, "name"), bed=fact(facts, "bed"), start=_moment(facts, "start")
    )


def _outside_stay(facts: Facts) -> str:
    if facts["admitted"] is None:
        return _("{name} is not here at that time. A bed is given only during a stay.").format(
            name=fact(facts, "name")
        )
    if facts["discharged"] == FOREVER:
        return _("{name} arrives on {admitted}. A bed is given only during a stay.").format(
            name=fact(facts, "name"), admitted=_moment(facts, "admitted")
        )
    return _("{name} is here from {admitted} until {discharged}, no longer.").format(
        name=fact(facts, "name"),
        admitted=_moment(facts, "admitted"),
        discharged=_moment(facts, "discharged"),
    )


def _bed_closed(facts: Facts) -> str:
    if _ends(facts):
        return _("{bed} is closed from {start} until {end}. Choose another bed.").format(
            bed=fact(facts, "bed"), start=_moment(facts, "start"), end=_moment(facts, "end")
        )
    return _("{bed} is closed from {start}. Choose another bed.").format(
        bed=fact(facts, "bed"), start=_moment(facts, "start")
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


def _listed(words: object) -> str:
    return ", ".join(map(str, words)) if isinstance(words, (tuple, list)) else str(words)


def _need_unmet(facts: Facts) -> str:
    needs = facts["needs"]
    words = _listed(tuple(map(need_words, needs))) if isinstance(needs, tuple) else ""
    return _("{name} needs what {bed} does not offer: {needs}.").format(
        name=fact(facts, "name"), bed=fact(facts, "bed"), needs=words
    )


def _bed_held(facts: Facts) -> str:
    return _("{bed} is held for {named} until {end}.").format(
        bed=fact(facts, "bed"), named=fact(facts, "named"), end=_moment(facts, "end")
    )


def _apart_in_room(facts: Facts) -> str:
    return _("{name} and {other} must be kept apart and would share a room from {start}.").format(
        name=fact(facts, "name"), other=fact(facts, "other"), start=_moment(facts, "start")
    )


def _apart_nearby(facts: Facts) -> str:
    if facts["level"] == "section":
        return _(
            "{name} and {other} must be kept apart and would live in one section from {start}."
        ).format(
            name=fact(facts, "name"), other=fact(facts, "other"), start=_moment(facts, "start")
        )
    return _(
        "{name} and {other} must be kept apart and would live in one building from {start}."
    ).format(name=fact(facts, "name"), other=fact(facts, "other"), start=_moment(facts, "start"))


def _too_far_ahead(facts: Facts) -> str:
    days = n_("{number} day", "{number} days", int(str(facts["days"])))
    return _("Moves are planned at most {days} ahead, until {latest}.").format(
        days=days, latest=_moment(facts, "latest")
    )


def _too_far_back(facts: Facts) -> str:
    hours = n_("{number} hour", "{number} hours", int(str(facts["hours"])))
    return _(
        "This lies more than {hours} back and can be entered no more. Write it into the journal."
    ).format(hours=hours)


def _before_headcount(facts: Facts) -> str:
    return _("The headcount of {counted_at} is closed; nothing before it is changed.").format(
        counted_at=_moment(facts, "counted_at")
    )


def _back_dated(facts: Facts) -> str:
    return _("This is entered late, for {at}. Say why.").format(at=_moment(facts, "at"))


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
    return _("One of the two has no bed at that time. Place them instead.")


def _with_oneself(_facts: Facts) -> str:
    return _("Choose two different people.")


def _assignment_unknown(_facts: Facts) -> str:
    return _("This placement is there no more. Look at what stands there now.")


def _assignment_begun(_facts: Facts) -> str:
    return _("The person sleeps there already. Move them, or end the placement.")


def _bed_unknown(_facts: Facts) -> str:
    return _("This bed is there no more. Look at the rooms again.")


def _space_unknown(_facts: Facts) -> str:
    return _("This is there no more. Look at the rooms again.")


def _space_in_use(_facts: Facts) -> str:
    return _(
        "Something is still in it, or somebody has slept there, so it is not taken out. Close it "
        "instead."
    )


def _changed(_facts: Facts) -> str:
    return _("This was changed meanwhile, so nothing was done. Look at what stands there now.")


def _code_taken(facts: Facts) -> str:
    return _("There is a room {code} in this building already.").format(code=fact(facts, "code"))


def _name_taken(facts: Facts) -> str:
    return _("There is one named {name} already.").format(name=fact(facts, "name"))


def _plan_size(facts: Facts) -> str:
    return _("A plan is between 100 and {largest} units wide and high.").format(
        largest=fact(facts, "largest")
    )


def _room_too_small(facts: Facts) -> str:
    return _("A room is at least {smallest} units wide and high on the plan.").format(
        smallest=fact(facts, "smallest")
    )


def _outside_plan(_facts: Facts) -> str:
    return _("The room lies beyond the edge of the plan. Move it, or make the plan larger.")


def _beds_in_other_room(_facts: Facts) -> str:
    return _("Only a living room has beds.")


def _too_many_beds(facts: Facts) -> str:
    return _("{number} beds are too many for one room; at most {most}.").format(
        number=fact(facts, "number"), most=fact(facts, "most")
    )


def _label_twice(facts: Facts) -> str:
    return _("Bed {label} stands there twice.").format(label=fact(facts, "label"))


def _choose(_facts: Facts) -> str:
    return _("Choose one from the list.")


def _room_area(facts: Facts) -> str:
    return _("The area is between 0 and {largest} m².").format(largest=fact(facts, "largest"))


def _closure_remark(_facts: Facts) -> str:
    return _("With another reason, say in words which one.")


def _expected_before_start(facts: Facts) -> str:
    return _("The expected day lies before the beginning, {start}.").format(
        start=_moment(facts, "start")
    )


def _closure_backwards(facts: Facts) -> str:
    return _("The end lies before the beginning, {start}.").format(start=_moment(facts, "start"))


def _closure_occupied(facts: Facts) -> str:
    return _("Move these people first: {people}.").format(people=_listed(facts["people"]))


def _closed_already(facts: Facts) -> str:
    return _("It is closed already, from {start}, entered by {by}.").format(
        start=_moment(facts, "start"), by=fact(facts, "by")
    )


def _closure_over(_facts: Facts) -> str:
    return _("This closure is over already. Look at the rooms again.")


def _hold_for_nobody(_facts: Facts) -> str:
    return _("Say for whom the bed is held, or what for.")


def _hold_length(facts: Facts) -> str:
    days = n_("{number} day", "{number} days", int(str(facts["days"])))
    return _("A bed is held until a time after now, at most {days}.").format(days=days)


def _hold_bed_taken(facts: Facts) -> str:
    return _("The bed is {name}'s from {start}. Hold another one.").format(
        name=fact(facts, "name"), start=_moment(facts, "start")
    )


def _held_already(facts: Facts) -> str:
    return _("The bed is held already for {name}, until {end}.").format(
        name=fact(facts, "name"), end=_moment(facts, "end")
    )


def _hold_over(_facts: Facts) -> str:
    return _("This bed is held no more. Look at the rooms again.")


WORDS = {
    "already-there": _already_there,
    "apart-in-room": _apart_in_room,
    "apart-nearby": _apart_nearby,
    "assignment-begun": _assignment_begun,
    "assignment-unknown": _assignment_unknown,
    "attribute-unknown": _choose,
    "back-dated": _back_dated,
    "bed-closed": _bed_closed,
    "bed-held": _bed_held,
    "bed-label-twice": _label_twice,
    "bed-taken": _bed_taken,
    "bed-unknown": _bed_unknown,
    "beds-in-other-room": _beds_in_other_room,
    "before-headcount": _before_headcount,
    "closed-already": _closed_already,
    "closure-backwards": _closure_backwards,
    "closure-expected-before-start": _expected_before_start,
    "closure-occupied": _closure_occupied,
    "closure-over": _closure_over,
    "closure-reason-missing": _reason_missing,
    "closure-remark-missing": _closure_remark,
    "decision-missing": _decision_missing,
    "held-already": _held_already,
    "hold-bed-taken": _hold_bed_taken,
    "hold-for-nobody": _hold_for_nobody,
    "hold-length": _hold_length,
    "hold-over": _hold_over,
    "need-unmet": _need_unmet,
    "outside-stay": _outside_stay,
    "placement-reason-missing": _reason_missing,
    "placement-remark-missing": _remark_missing,
    "plan-size": _plan_size,
    "resident-has-bed": _resident_has_bed,
    "resident-without-bed": _without_bed,
    "room-area": _room_area,
    "room-code-taken": _code_taken,
    "room-kind-unknown": _choose,
    "room-outside-plan": _outside_plan,
    "room-too-small": _room_too_small,
    "rooms-changed-meanwhile": _changed,
    "sex-differs": _sex_differs,
    "sex-not-entered": _sex_not_entered,
    "sex-unknown": _choose,
    "space-in-use": _space_in_use,
    "space-name-taken": _name_taken,
    "space-unknown": _space_unknown,
    "swap-with-oneself": _with_oneself,
    "too-far-ahead": _too_far_ahead,
    "too-far-back": _too_far_back,
    "too-many-beds": _too_many_beds,
    "until-before-at": _until_before_at,
}
