"""The Latvian personal code: read as typed, checked, shown with a hyphen or masked (RES-02..05).

Until July 2017 a code began with the birth date and the digit of its century; newer ones begin
with 32 and hold no date. The sources disagree on the check digit of the new ones, so a wrong one
is a warning with both (the block may set that it is refused, or not looked at).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from operator import mul

from openblock.errors import Problem, Severity

DIGITS = 11
WITHOUT_DATE = "32"
_WEIGHTS = (1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CENTURIES = {"0": 1800, "1": 1900, "2": 2000}
_TYPED = re.compile(r"([0-9]{6})[\s\N{EN DASH}\N{NON-BREAKING HYPHEN}-]*([0-9]{5})")
_FIELD = "personal_code"


def parsed_code(text: str) -> str | None:
    """The eleven digits of what was typed, with or without hyphen and spaces; None if none are."""
    found = _TYPED.fullmatch("".join(text.split()))
    return found[1] + found[2] if found else None


def check_digit(digits: str) -> str:
    """The last digit that belongs to the first ten of ``digits``.

    Where the remainder is 10 the digit is 0, as it is for 0: those two it cannot tell apart.
    """
    weighed = sum(map(mul, map(int, digits), _WEIGHTS))
    return str((1101 - weighed) % 11 % 10)


def has_date(digits: str) -> bool:
    """Whether the code is of the old form, in which the birth date stands."""
    return not digits.startswith(WITHOUT_DATE)


def birth_date_of(digits: str) -> date | None:
    """The birth date in a code of the old form; None for a new one and for an impossible date."""
    century = _CENTURIES.get(digits[6])
    if not has_date(digits) or century is None:
        return None
    try:
        return date(century + int(digits[4:6]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None


def code_problems(text: str, birth_date: date | None, check: str = "warn") -> tuple[Problem, ...]:
    """All that is wrong with a typed code; nothing typed is nothing wrong (RES-02).

    ``check`` says what a wrong check digit is: "warn", "error", or "off" for not looked at.
    """
    if not text.strip():
        return ()
    digits = parsed_code(text)
    if digits is None:
        return (Problem("personal-code-shape", field=_FIELD),)
    return (*_date_problems(digits, birth_date), *_digit_problems(digits, check))


def _date_problems(digits: str, birth_date: date | None) -> Iterator[Problem]:
    if not has_date(digits):
        return
    said = birth_date_of(digits)
    if said is None:
        yield Problem("personal-code-date", facts={"date": digits[:6]}, field=_FIELD)
    elif birth_date is not None and said != birth_date:
        facts = {"in_code": said, "birth_date": birth_date}
        yield Problem("personal-code-other-date", Severity.WARNING, facts, _FIELD)


def _digit_problems(digits: str, check: str) -> Iterator[Problem]:
    if check != "off" and digits[10] != check_digit(digits):
        severity = Severity.ERROR if check == "error" else Severity.WARNING
        # With the digits, so that a reason given for one code does not answer for another.
        yield Problem("personal-code-check-digit", severity, {"digits": digits}, _FIELD)


def shown_code(digits: str) -> str:
    """With the hyphen, for those who may see it: 161175-19997; nothing for no code."""
    return f"{digits[:6]}-{digits[6:]}" if digits else ""


def masked_code(digits: str) -> str:
    """Only the last four digits: ``******-*9997``; nothing for no code."""
    return f"******-*{digits[-4:]}" if digits else ""
