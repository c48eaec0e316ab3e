"""What an officer's entry may hold, and who counts as serving or as a mentor on a day.

Decision on names: RES-01 (letters, space, hyphen, apostrophe, dot) stood model, but an officer's
name must print exactly as typed, ``O'Brien <b>&`` included. So every printable character is
accepted and only characters that cannot be seen are refused; escaping is the paper's work.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from openblock.errors import Problem, Severity
from openblock.features.accounts.rights import Role

LIMITS = {
    "badge": 20,
    "given_name": 100,
    "surname": 100,
    "rank": 60,
    "position": 100,
    "post": 60,
    "phone": 40,
}
NEEDED = ("badge", "surname", "given_name")
HIGHEST_TEAM = 99
FIRST_YEAR, LAST_YEAR = 1950, 2100

# Highest first; with the short forms and the feminine forms met in administrators' own lists.
RANKS: tuple[tuple[str, ...], ...] = (
    ("ģenerālis", "ģen.", "ģenerāle"),
    ("pulkvedis", "plkv.", "pulkvede"),
    ("pulkvežleitnants", "plt.", "pulkvežltn.", "pulkvežleitnante"),
    ("majors", "mjr.", "maj.", "majore"),
    ("kapteinis", "kpt.", "kapt.", "kapteine"),
    ("virsleitnants", "vltn.", "v. ltn.", "virsltn.", "virsleitnante"),
    ("leitnants", "ltn.", "leitnante"),
    ("virsniekvietnieks", "vnv.", "virsniekvietniece"),
    ("virsseržants", "vserž.", "v. serž.", "virsseržante"),
    ("seržants", "serž.", "seržante"),
    ("kaprālis", "kpr.", "kapr.", "kaprāle"),
    ("ierindnieks", "ier.", "ierindn.", "ierindniece"),
)


@dataclass(frozen=True, slots=True)
class OfficerContent:
    """Everything an administrator enters about one officer; ``last_day`` is served in full."""

    badge: str
    given_name: str
    surname: str
    active_from: date
    rank: str = ""
    position: str = ""
    post: str = ""
    team: int | None = None
    is_mentor: bool = False
    mentor_certified_until: date | None = None
    phone: str = ""
    last_day: date | None = None

    @property
    def name(self) -> str:
        """Surname first, as lists of the block are written."""
        return f"{self.surname} {self.given_name}".strip()


FIELDS = tuple(each.name for each in fields(OfficerContent))


class MentorStanding(StrEnum):
    """Whether an officer may mentor on a day, and if not, why (TR-03)."""

    NOT_A_MENTOR = "not-a-mentor"
    NOT_CERTIFIED = "not-certified"
    EXPIRED = "expired"
    CERTIFIED = "certified"


def tidy(text: str) -> str:
    """One kind of space, none doubled, none at the ends; letters composed as keyboards type them.

    Only spaces are touched: an invisible character inside stays, so that it can be refused.
    """
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)
    words = [word for word in unicodedata.normalize("NFC", spaced).strip().split(" ") if word]
    return " ".join(words)


def cleaned(content: OfficerContent) -> OfficerContent:
    """``content`` with every text tidied."""
    tidied: dict[str, Any] = {name: tidy(getattr(content, name)) for name in LIMITS}
    return replace(content, **tidied)


def fold(text: str) -> str:
    """Text as it is compared for sameness: tidied, without case."""
    return tidy(text).casefold()


def problems_of(content: OfficerContent) -> tuple[Problem, ...]:
    """All that is wrong with ``content`` (cleaned) taken alone; names by RES-01 as noted above."""
    return (
        *(found for name in LIMITS for found in text_problems(name, getattr(content, name))),
        *_team_problems(content.team),
        *_date_problems(content),
    )


def text_problems(name: str, text: str) -> Iterator[Problem]:
    """What is wrong with one text field, by the field's name."""
    if not text and name in NEEDED:
        yield Problem("text-missing", field=name)
    if len(text) > LIMITS[name]:
        facts = {"length": len(text), "limit": LIMITS[name]}
        yield Problem("text-too-long", facts=facts, field=name)
    unseen = next((sign for sign in text if not sign.isprintable()), "")
    if unseen:
        facts_of_sign = {"place": text.index(unseen) + 1, "sign": f"U+{ord(unseen):04X}"}
        yield Problem("text-not-printable", facts=facts_of_sign, field=name)


def _team_problems(team: int | None) -> Iterator[Problem]:
    if team is not None and not 1 <= team <= HIGHEST_TEAM:
        yield Problem(
            "officer-team-out-of-range", facts={"team": team, "highest": HIGHEST_TEAM}, field="team"
        )


def _date_problems(content: OfficerContent) -> Iterator[Problem]:
    for name in ("active_from", "last_day", "mentor_certified_until"):
        day = getattr(content, name)
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            facts = {"day": day, "first_year": FIRST_YEAR, "last_year": LAST_YEAR}
            yield Problem("date-out-of-range", facts=facts, field=name)
    if content.last_day is not None and content.last_day < content.active_from:
        facts = {"active_from": content.active_from, "last_day": content.last_day}
        yield Problem("officer-leaves-before-start", facts=facts, field="last_day")
    if content.is_mentor and content.mentor_certified_until is None:
        yield Problem(
            "officer-mentor-not-certified", Severity.INFORMATION, field="mentor_certified_until"
        )


class Bearers:
    """Who bears which badge and name, looked up without regard to case."""

    def __init__(self, entries: Iterable[tuple[object, OfficerContent]]) -> None:
        self._badges: dict[str, list[tuple[object, OfficerContent]]] = {}
        self._names: dict[str, list[tuple[object, OfficerContent]]] = {}
        for owner, content in entries:
            self._badges.setdefault(fold(content.badge), []).append((owner, content))
            self._names.setdefault(fold(content.name), []).append((owner, content))

    def clashes(self, owner: object, content: OfficerContent) -> Iterator[Problem]:
        """A badge another bears is an error; the same name is a warning, for it may be true."""
        for other, held in self._badges.get(fold(content.badge), ()):
            if other != owner and content.badge:
                facts = {"badge": content.badge, "name": held.name}
                yield Problem("officer-badge-taken", facts=facts, field="badge")
                break
        for other, held in self._names.get(fold(content.name), ()):
            if other != owner and content.name:
                facts = {"name": held.name, "badge": held.badge}
                yield Problem("officer-same-name", Severity.WARNING, facts, "surname")
                break


def serves_on(active_from: date, last_day: date | None, day: date) -> bool:
    """Whether an officer with these dates serves on ``day``; both ends are served."""
    return active_from <= day and (last_day is None or day <= last_day)


def mentor_standing(*, is_mentor: bool, certified_until: date | None, day: date) -> MentorStanding:
    """Whether the mentor flag and the certificate hold on ``day`` (TR-03)."""
    if not is_mentor:
        return MentorStanding.NOT_A_MENTOR
    if certified_until is None:
        return MentorStanding.NOT_CERTIFIED
    return MentorStanding.EXPIRED if certified_until < day else MentorStanding.CERTIFIED


def _plain(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in split if sign.isalpha())


_SENIORITY = {_plain(form): place for place, forms in enumerate(RANKS) for form in forms}


def seniority(rank: str) -> int:
    """The place of a rank, 0 the highest; a rank not in the list comes after all of them."""
    return _SENIORITY.get(_plain(rank), len(RANKS))


def account_problems(role: str, bearer: str) -> tuple[Problem, ...]:
    """Why an account of ``role`` is not an officer's; ``bearer`` is who has it already, or none."""
    if role == Role.TRAINEE:
        return (Problem("officer-account-trainee", field="account"),)
    if bearer:
        return (Problem("officer-account-taken", facts={"name": bearer}, field="account"),)
    return ()
