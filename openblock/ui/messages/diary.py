"""Words for a time that is somebody's already, and for a duty that others' hours hold back."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _
from openblock.ui.messages.facts import fact
from openblock.ui.messages.living import spell
from openblock.ui.messages.shadowing import times

Facts = Mapping[str, object]


def _clashes(facts: Facts) -> str:
    kinds = {
        "duty": _("{name} is on duty {time}. Choose another time, or move the duty first."),
        "class": _("{name} has a class {time}. Choose another time, or move the class first."),
        "shadowing": _(
            "{name} is on a shadowing shift {time}. Choose another time, or move the shift first."
        ),
        "unavailable": _("{name} cannot come {time}. Choose another time."),
        "booking": _(
            "{name} is booked for the grounds {time}. Choose another time, or take {name} out of "
            "that booking first."
        ),
        "call-out": _("{name} was called out {time}. Choose another time."),
    }
    if facts["kind"] == "absence":
        # Never why: health is nobody's business here.
        away = _("{name} is away {time}. Choose another time, or end the absence first.")
        return away.format(name=fact(facts, "name"), time=spell(facts))
    other = _("{name} has something else {time}. Choose another time.")
    sentence = kinds.get(str(facts["kind"]), other)
    return sentence.format(name=fact(facts, "name"), time=times(facts))


def _held_back(_facts: Facts) -> str:
    return _(
        "Confirmed hours of practice stand in one of these duties, and several move at once. "
        "Change that duty alone first."
    )


WORDS = {"commitment-clashes": _clashes, "duty-held-back": _held_back}
