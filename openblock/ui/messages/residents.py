"""Words for what people, their marks and pairs are refused or warned for, with the way out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from openblock.i18n import _, n_
from openblock.ui.messages.facts import fact, size

Facts = Mapping[str, object]


def _whole(facts: Facts, name: str) -> int:
    return int(str(facts[name]))


# The person


def _name_sign(facts: Facts) -> str:
    return _(
        "“{sign}” cannot stand in a name (character {place}). Letters can, and space, hyphen, "
        "apostrophe and dot."
    ).format(sign=fact(facts, "sign"), place=fact(facts, "place"))


def _name_without_letter(_facts: Facts) -> str:
    return _("A name has a letter at the least.")


def _code_shape(_facts: Facts) -> str:
    return _(
        "A personal code has eleven digits: 161175-19997. Type all of them, or leave it empty for "
        "a person without one."
    )


def _code_date(facts: Facts) -> str:
    return _(
        "The personal code begins with a date that does not exist: {date}. Look for a mistyped "
        "digit."
    ).format(date=fact(facts, "date"))


def _code_other_date(facts: Facts) -> str:
    return _(
        "By the personal code the person was born on {in_code}, but {birth_date} is entered. "
        "Correct one of them, or give a reason if both are true."
    ).format(in_code=fact(facts, "in_code"), birth_date=fact(facts, "birth_date"))


def _code_check_digit(_facts: Facts) -> str:
    return _(
        "The last digit of the personal code does not fit the others. Look for a mistyped digit, "
        "or give a reason if the document says so."
    )


def _code_taken(facts: Facts) -> str:
    return _(
        "{name} already has this personal code. If this is the same person, enter a new stay for "
        "them."
    ).format(name=fact(facts, "name"))


def _may_exist(facts: Facts) -> str:
    name, born = fact(facts, "name"), facts["birth_date"]
    if isinstance(born, date):
        return _(
            "{name}, born on {birth_date}, is already in the register. If this is the same person, "
            "enter a new stay for them; if it is another, say so."
        ).format(name=name, birth_date=fact(facts, "birth_date"))
    return _(
        "{name} is already in the register. If this is the same person, enter a new stay for them; "
        "if it is another, say so."
    ).format(name=name)


def _birth_in_future(facts: Facts) -> str:
    return _("Nobody is born on {day}: the day is still to come. Look at the year.").format(
        day=fact(facts, "day")
    )


def _choice_unknown(facts: Facts) -> str:
    return _("“{value}” is none of the choices. Choose one of the list.").format(
        value=fact(facts, "value")
    )


def _unknown(_facts: Facts) -> str:
    return _("This person is no longer in the register. Somebody took the admission back.")


def _no_such(facts: Facts) -> str:
    return _("There is no person with the number {number} in the register.").format(
        number=fact(facts, "number")
    )


def _erased(_facts: Facts) -> str:
    return _("The data of this person were erased, so nothing can be entered about them any more.")


def _changed(_facts: Facts) -> str:
    return _("This was changed meanwhile, so it is not taken back. Look at what stands there now.")


def _built_upon(_facts: Facts) -> str:
    return _(
        "Something that was entered later builds on this: a bed, perhaps, or a stay. Take that "
        "back first."
    )


def _reason_needed(facts: Facts) -> str:
    return _("Say why, in {least} to {most} characters. The reason is kept.").format(
        least=fact(facts, "least"), most=fact(facts, "most")
    )


# Marks and photographs


def _alert_backwards(facts: Facts) -> str:
    return _("The mark would end before its first day, {first_day}.").format(
        first_day=fact(facts, "first_day")
    )


def _alert_unknown(_facts: Facts) -> str:
    return _("This alert mark is no longer there. Somebody took it out.")


def _note_unknown(_facts: Facts) -> str:
    return _("The note to be corrected is not there. Write yours as a note of its own.")


def _not_jpeg(_facts: Facts) -> str:
    return _("This is no photograph in JPEG form. Choose another file.")


def _not_a_picture(facts: Facts) -> str:
    return _("{file} cannot be read as a picture. Choose another file.").format(
        file=fact(facts, "file")
    )


def _photo_large(facts: Facts) -> str:
    return _(
        "The photograph is too large: {size}; the most is {limit}. Choose a smaller one."
    ).format(size=size(_whole(facts, "size")), limit=size(_whole(facts, "limit")))


# Keep-apart pairs, erasure


def _pair_of_one(_facts: Facts) -> str:
    return _("Nobody is kept apart from themselves. Choose two people.")


def _pair_exists(facts: Facts) -> str:
    return _("{first} and {second} are kept apart already. Change that entry.").format(
        first=fact(facts, "first"), second=fact(facts, "second")
    )


def _pair_unknown(_facts: Facts) -> str:
    return _("This keep-apart entry is no longer there. Somebody took it back.")


def _pair_closed(_facts: Facts) -> str:
    return _("This keep-apart entry is closed. Enter a new one to keep the two apart again.")


def _too_early(facts: Facts) -> str:
    years = n_("{number} year", "{number} years", _whole(facts, "years"))
    return _(
        "The data are kept for {years} after a person left. Until then they cannot be erased."
    ).format(years=years)


WORDS = {
    "alert-ends-before-start": _alert_backwards,
    "alert-unknown": _alert_unknown,
    "birth-date-in-future": _birth_in_future,
    "choice-unknown": _choice_unknown,
    "erase-too-early": _too_early,
    "name-sign": _name_sign,
    "name-without-letter": _name_without_letter,
    "no-such-resident": _no_such,
    "note-unknown": _note_unknown,
    "pair-closed": _pair_closed,
    "pair-exists": _pair_exists,
    "pair-of-one": _pair_of_one,
    "pair-unknown": _pair_unknown,
    "personal-code-check-digit": _code_check_digit,
    "personal-code-date": _code_date,
    "personal-code-other-date": _code_other_date,
    "personal-code-shape": _code_shape,
    "personal-code-taken": _code_taken,
    "photo-not-a-picture": _not_a_picture,
    "photo-not-jpeg": _not_jpeg,
    "photo-too-large": _photo_large,
    "reason-needed": _reason_needed,
    "resident-built-upon": _built_upon,
    "resident-erased": _erased,
    "resident-may-exist": _may_exist,
    "resident-unknown": _unknown,
    "residents-changed-meanwhile": _changed,
}
