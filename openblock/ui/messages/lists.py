"""Words for what keeps a row of a list of residents or rooms out, with the way out."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def _by_hand(_facts: Facts) -> str:
    return _(
        "A list gives no reasons for what is unusual. Correct the row, or leave it out and enter "
        "the person by hand, where a reason can be given."
    )


def _no_arrival(_facts: Facts) -> str:
    return _("The block does not know this person yet. Fill in when the person was admitted.")


def _unrecognisable(_facts: Facts) -> str:
    return _(
        "Without a personal code and a birth date nobody can be recognised the next time. Fill in "
        "one of them."
    )


def _been_here(facts: Facts) -> str:
    return _(
        "{name} has been here before and left on {day}. A list admits nobody again: do it on the "
        "person's card."
    ).format(name=fact(facts, "name"), day=fact(facts, "day"))


def _other_name(facts: Facts) -> str:
    return _(
        "This personal code or birth date is that of {name}. Look whether a column was sorted by "
        "itself; a new name is entered on the person's card."
    ).format(name=fact(facts, "name"))


def _other_arrival(facts: Facts) -> str:
    return _(
        "The block has the arrival at {stored}. A list does not move it: correct the row, or the "
        "person's card."
    ).format(stored=fact(facts, "stored"))


def _swapped(facts: Facts) -> str:
    return _(
        "“{surname}” is a given name, and “{given_name}” is none known here. The two may have "
        "been swapped."
    ).format(surname=fact(facts, "surname"), given_name=fact(facts, "given_name"))


def _prison(facts: Facts) -> str:
    nearest = str(facts["nearest"])
    if nearest:
        return _(
            "“{shown}” is not in the list of prisons. The nearest there is “{nearest}”."
        ).format(shown=fact(facts, "shown"), nearest=nearest)
    return _(
        "“{shown}” is not in the list of prisons. Have an administrator add it, or leave the cell "
        "empty."
    ).format(shown=fact(facts, "shown"))


def _bed_labels(facts: Facts) -> str:
    return _(
        "“{shown}” names no beds. Write how many there are, at most {most}, or their labels: "
        "A, B, C."
    ).format(shown=fact(facts, "shown"), most=fact(facts, "most"))


def _section_sex(facts: Facts) -> str:
    return _(
        "By the row of room {room} section {section} is for others. A section is for the same "
        "people in every row."
    ).format(room=fact(facts, "room"), section=fact(facts, "section"))


def _stored_section_sex(facts: Facts) -> str:
    return _(
        "Section {section} is for others in the block. A list does not change that: correct the "
        "row, or the section itself."
    ).format(section=fact(facts, "section"))


def _other_floor(facts: Facts) -> str:
    return _(
        "Room {code} is on {floor} in the block. A list does not move a room to another floor."
    ).format(code=fact(facts, "code"), floor=fact(facts, "floor"))


def _beds_taken_away(facts: Facts) -> str:
    return _(
        "The list would take away beds that are there: {beds}. A list only adds beds; take them "
        "away at the room itself."
    ).format(beds=fact(facts, "beds"))


WORDS = {
    "list-beds-taken-away": _beds_taken_away,
    "list-been-here": _been_here,
    "list-by-hand": _by_hand,
    "list-names-swapped": _swapped,
    "list-no-arrival": _no_arrival,
    "list-no-beds": _bed_labels,
    "list-other-arrival": _other_arrival,
    "list-other-floor": _other_floor,
    "list-other-name": _other_name,
    "list-prison-unknown": _prison,
    "list-section-sex": _section_sex,
    "list-stored-section-sex": _stored_section_sex,
    "list-unrecognisable": _unrecognisable,
}
