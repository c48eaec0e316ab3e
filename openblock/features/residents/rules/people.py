"""What may be entered about a person, alone and among the others (RES-01..05, RES-08)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from openblock.errors import Problem, Severity
from openblock.features.residents.rules.content import Need, ResidentContent, Sex
from openblock.features.residents.rules.names import name_problems, tidy
from openblock.features.residents.rules.personal_code import code_problems, parsed_code
from openblock.features.residents.rules.stays import choice_problem

EARLIEST_BIRTH = 1900


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the register already, as far as another may be the same person."""

    resident_id: int
    name: str
    same_name: bool
    birth_date: date | None
    personal_code: str | None


def cleaned(content: ResidentContent) -> ResidentContent:
    """``content`` with tidied names, the code as eleven digits where it can be read, needs once."""
    return replace(
        content,
        surname=tidy(content.surname),
        given_name=tidy(content.given_name),
        personal_code=parsed_code(content.personal_code) or content.personal_code.strip(),
        needs=tuple(dict.fromkeys(content.needs)),
    )


def content_problems(
    content: ResidentContent, today: date, check: str = "warn"
) -> tuple[Problem, ...]:
    """All that is wrong with a cleaned ``content`` taken alone; ``check`` as in code_problems."""
    return (
        *name_problems("surname", content.surname),
        *name_problems("given_name", content.given_name),
        *code_problems(content.personal_code, content.birth_date, check),
        *_birth_problems(content.birth_date, today),
        *_choice_problems(content),
    )


def _birth_problems(birth_date: date | None, today: date) -> Iterator[Problem]:
    if birth_date is None:
        return
    if birth_date > today:
        yield Problem("birth-date-in-future", facts={"day": birth_date}, field="birth_date")
    elif birth_date.year < EARLIEST_BIRTH:
        facts = {"day": birth_date, "first_year": EARLIEST_BIRTH, "last_year": today.year}
        yield Problem("date-out-of-range", facts=facts, field="birth_date")


def _choice_problems(content: ResidentContent) -> Iterator[Problem]:
    if content.sex not in set(Sex):
        yield choice_problem("sex", content.sex)
    for need in content.needs:
        if need not in set(Need):
            yield choice_problem("needs", need)


def others_problems(content: ResidentContent, others: Iterable[Known]) -> tuple[Problem, ...]:
    """Who among ``others`` has the code (RES-04), or may be the same person (RES-08).

    The facts name that person's number, so that a new stay can be offered instead.
    """
    found: list[Problem] = []
    for other in others:
        facts: dict[str, object] = {"resident_id": other.resident_id, "name": other.name}
        if content.personal_code and other.personal_code == content.personal_code:
            found.append(Problem("personal-code-taken", facts=facts, field="personal_code"))
        elif other.same_name and other.birth_date == content.birth_date:
            dated = {**facts, "birth_date": other.birth_date}
            found.append(Problem("resident-may-exist", Severity.WARNING, dated, "surname"))
    return tuple(found)
