"""Names, passwords, administrators: what an account must be, and what may not happen to it."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Collection
from enum import StrEnum

from openblock.errors import Problem

NAME_LENGTH = 120
PASSWORD_SHORTEST = 10
PASSWORD_LONGEST = 512
THEMES = ("light", "dark", "night")
TEXT_SIZES = range(100, 201)


class Strength(StrEnum):
    """Advice on a password, never a condition beyond its length (trust 2.5)."""

    SHORT = "short"
    GUESSABLE = "guessable"
    FAIR = "fair"
    STRONG = "strong"


def tidy_name(text: str) -> str:
    """A typed name with its spaces put right and its letters composed (NFC)."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def name_key(name: str) -> str:
    """What two names must not share: the name without regard to case."""
    return tidy_name(name).casefold()


def plain_password(text: str) -> str:
    """The password as it is kept: the same letters whichever keyboard composed them (NFC)."""
    return unicodedata.normalize("NFC", text)


def name_problems(name: str, taken: Collection[str] = ()) -> tuple[Problem, ...]:
    """Everything wrong with a tidied ``name``; ``taken`` holds the keys of the other accounts."""
    if not name:
        return (Problem("name-missing", field="name"),)
    problems = []
    if len(name) > NAME_LENGTH:
        facts = {"length": len(name), "longest": NAME_LENGTH}
        problems.append(Problem("name-too-long", facts=facts, field="name"))
    if any(unicodedata.category(letter).startswith("C") for letter in name):
        problems.append(Problem("name-unreadable", field="name"))
    if name_key(name) in taken:
        problems.append(Problem("name-taken", facts={"name": name}, field="name"))
    return tuple(problems)


def password_problems(password: str, again: str, name: str = "") -> tuple[Problem, ...]:
    """Everything that stops a new password; ``again`` is the same typed a second time."""
    password, again = plain_password(password), plain_password(again)
    problems = []
    if len(password) < PASSWORD_SHORTEST:
        facts = {"length": len(password), "shortest": PASSWORD_SHORTEST}
        problems.append(Problem("password-too-short", facts=facts, field="password"))
    elif len(password) > PASSWORD_LONGEST:
        facts = {"length": len(password), "longest": PASSWORD_LONGEST}
        problems.append(Problem("password-too-long", facts=facts, field="password"))
    elif name and name_key(password) == name_key(name):
        problems.append(Problem("password-is-name", field="password"))
    if password != again:
        problems.append(Problem("passwords-differ", field="again"))
    return tuple(problems)


def same_password() -> Problem:
    """The new password is the one there is."""
    return Problem("same-password", field="password")


def strength(password: str, name: str = "") -> Strength:
    """How well ``password`` would stand up to guessing; advice shown while it is typed."""
    plain = plain_password(password)
    if len(plain) < PASSWORD_SHORTEST:
        return Strength.SHORT
    if _guessable(plain.casefold(), name):
        return Strength.GUESSABLE
    return Strength.STRONG if len(plain) >= PASSWORD_SHORTEST + 6 else Strength.FAIR


def _guessable(password: str, name: str) -> bool:
    steps = {ord(after) - ord(before) for before, after in itertools.pairwise(password)}
    one_step = len(steps) == 1 and steps <= {-1, 0, 1}
    few_letters = len(set(password)) < PASSWORD_SHORTEST // 2
    own_name = any(part in password for part in name_key(name).split() if len(part) > 3)
    if one_step or few_letters or password.isdecimal():
        return True
    return own_name or "parole" in password or "password" in password


def administrator_problems(remaining: int) -> tuple[Problem, ...]:
    """Why a change may not leave ``remaining`` active administrators: one must stay (SEC-01)."""
    return () if remaining > 0 else (Problem("last-administrator", field="role"),)
