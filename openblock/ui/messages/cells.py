"""Words for cells of a list that say something else than was meant, with the way out."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def _short_year(facts: Facts) -> str:
    return _("The year in “{shown}” has only two digits. Write it in full: 22.11.2026.").format(
        shown=fact(facts, "shown")
    )


def _two_ways(facts: Facts) -> str:
    return _(
        "In “{shown}” day and month can be taken for each other. Write it with dots, the day "
        "first: 22.11.2026."
    ).format(shown=fact(facts, "shown"))


def _no_such_time(facts: Facts) -> str:
    return _("“{shown}” is no time of a day. Write 22.11.2026 14:30.").format(
        shown=fact(facts, "shown")
    )


def _not_one_of(facts: Facts) -> str:
    known = facts["known"]
    each = known if isinstance(known, tuple | list) else (known,)
    return _("“{shown}” is not known here. What can stand here: {known}.").format(
        shown=fact(facts, "shown"), known=", ".join(map(str, each))
    )


def _not_a_decimal(facts: Facts) -> str:
    return _("“{shown}” is no number of at most two decimals. Write 17,4.").format(
        shown=fact(facts, "shown")
    )


def _ditto(facts: Facts) -> str:
    return _("A ditto mark ({shown}) stands here. Fill in every row.").format(
        shown=fact(facts, "shown")
    )


def _garbled(facts: Facts) -> str:
    return _(
        "The letters are garbled: “{shown}” was “{meant}”. Open the original list, and save it "
        "as .xlsx or CSV UTF-8."
    ).format(shown=fact(facts, "shown"), meant=fact(facts, "meant"))


def _two_alphabets(facts: Facts) -> str:
    return _(
        "The letter “{sign}” in “{shown}” is of another alphabet and only looks the same. Type "
        "the word again."
    ).format(sign=fact(facts, "sign"), shown=fact(facts, "shown"))


def _lost_zero(facts: Facts) -> str:
    return _(
        "The spreadsheet took the number for a figure and dropped the zero at its beginning "
        "({shown}). Format the column as text and type it again."
    ).format(shown=fact(facts, "shown"))


WORDS = {
    "cell-date-two-ways": _two_ways,
    "cell-ditto": _ditto,
    "cell-garbled": _garbled,
    "cell-lost-zero": _lost_zero,
    "cell-no-such-time": _no_such_time,
    "cell-not-a-decimal": _not_a_decimal,
    "cell-not-one-of": _not_one_of,
    "cell-short-year": _short_year,
    "cell-two-alphabets": _two_alphabets,
}
