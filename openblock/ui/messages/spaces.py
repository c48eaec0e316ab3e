"""Words for what a building, room, closure or hold can be refused for, and the way out."""

from __future__ import annotations

from openblock.i18n import _, n_
from openblock.ui.messages.facts import fact
from openblock.ui.messages.rooms import Facts, listed, moment_of


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
        start=moment_of(facts, "start")
    )


def _closure_backwards(facts: Facts) -> str:
    return _("The end lies before the beginning, {start}.").format(start=moment_of(facts, "start"))


def _closure_occupied(facts: Facts) -> str:
    return _("Move these people first: {people}.").format(people=listed(facts["people"]))


def _closed_already(facts: Facts) -> str:
    return _("It is closed already, from {start}, entered by {by}.").format(
        start=moment_of(facts, "start"), by=fact(facts, "by")
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
        name=fact(facts, "name"), start=moment_of(facts, "start")
    )


def _held_already(facts: Facts) -> str:
    return _("The bed is held already for {name}, until {end}.").format(
        name=fact(facts, "name"), end=moment_of(facts, "end")
    )


def _hold_over(_facts: Facts) -> str:
    return _("This bed is held no more. Look at the rooms again.")


WORDS = {
    "attribute-unknown": _choose,
    "bed-label-twice": _label_twice,
    "beds-in-other-room": _beds_in_other_room,
    "closed-already": _closed_already,
    "closure-backwards": _closure_backwards,
    "closure-expected-before-start": _expected_before_start,
    "closure-occupied": _closure_occupied,
    "closure-over": _closure_over,
    "closure-remark-missing": _closure_remark,
    "held-already": _held_already,
    "hold-bed-taken": _hold_bed_taken,
    "hold-for-nobody": _hold_for_nobody,
    "hold-length": _hold_length,
    "hold-over": _hold_over,
    "plan-size": _plan_size,
    "room-area": _room_area,
    "room-code-taken": _code_taken,
    "room-kind-unknown": _choose,
    "room-outside-plan": _outside_plan,
    "room-too-small": _room_too_small,
    "rooms-changed-meanwhile": _changed,
    "sex-unknown": _choose,
    "space-in-use": _space_in_use,
    "space-name-taken": _name_taken,
    "space-unknown": _space_unknown,
    "too-many-beds": _too_many_beds,
}
