"""What a list of residents may do: it adds and corrects, and leaves all that wants judgement.

A list gives no reasons. So a warning that a form would ask a reason for keeps a row out, and the
person is entered by hand; nobody is admitted again, nobody's arrival moves, and a personal code
never goes over to somebody of another name, as it would when one column of a list was sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from openblock.errors import Problem, Severity
from openblock.features.residents.rules.content import ResidentContent, Status, StayContent
from openblock.features.residents.rules.people import content_problems
from openblock.features.residents.rules.stays import age_problems, stay_problems


@dataclass(frozen=True, slots=True)
class ListRules:
    """What the block has set, and today: by what every row is judged."""

    today: date
    code_check: str
    minimum_age: int


def entry_problems(
    content: ResidentContent, stay: StayContent | None, rules: ListRules
) -> tuple[Problem, ...]:
    """All that is wrong with a person and a stay taken alone."""
    own = content_problems(content, rules.today, rules.code_check)
    if stay is None:
        return own
    aged = age_problems(content.birth_date, stay.admitted, rules.minimum_age)
    return (*own, *stay_problems(stay), *aged)


def new_entry_problems(content: ResidentContent, admitted: object) -> Iterator[Problem]:
    """What a list must say of somebody the block does not know."""
    if admitted is None:
        yield Problem("list-no-arrival", field="admitted")
    if not content.personal_code and content.birth_date is None:
        yield Problem("list-unrecognisable", field="birth_date")


def known_entry_problems(
    before: ResidentContent, after: ResidentContent, status: str, left: date | None
) -> Iterator[Problem]:
    """What a list may not change about somebody the block knows."""
    if status == Status.DISCHARGED:
        yield Problem("list-been-here", facts={"name": before.name, "day": left})
    same = {_folded(before.surname), _folded(before.given_name)}
    if not same.intersection({_folded(after.surname), _folded(after.given_name)}):
        yield Problem("list-other-name", facts={"name": before.name}, field="surname")


def arrival_problems(stored: datetime, listed: datetime) -> Iterator[Problem]:
    """A list does not move an arrival: beds and all that followed hang on it."""
    if stored != listed:
        yield Problem("list-other-arrival", facts={"stored": stored}, field="admitted")


def _folded(name: str) -> str:
    return name.casefold()


def kept_out(
    found: Iterable[Problem], before: Iterable[Problem] = (), accepted: Iterable[str] = ()
) -> tuple[Problem, ...]:
    """The problems as a list meets them: every warning that would need a reason is an error.

    One that was there ``before`` and has its reason is not asked about again.
    """
    answered = [each for each in before if each.code in set(accepted)]
    left = [each for each in found if each not in answered or each.severity is Severity.ERROR]
    told = [
        replace(each, severity=Severity.ERROR) if each.severity is Severity.WARNING else each
        for each in left
    ]
    if any(each.severity is Severity.WARNING for each in left):
        told.append(Problem("list-by-hand", Severity.INFORMATION))
    return tuple(told)
