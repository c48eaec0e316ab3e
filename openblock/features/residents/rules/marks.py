"""What may be entered as an alert mark, a note, a photograph, a prison of the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from openblock.errors import Problem
from openblock.features.residents.rules.content import (
    AlertContent,
    AlertKind,
    NoteKind,
    PrisonContent,
)
from openblock.features.residents.rules.names import LINES, LONGEST_NAME, tidy, unseen_problems
from openblock.features.residents.rules.stays import FIRST_YEAR, LAST_YEAR, choice_problem

LONGEST_ALERT = 200
LONGEST_NOTE = 4000
#: The screen makes a photograph smaller before it sends it.
LARGEST_PHOTO = 300 * 1024
_JPEG = b"\xff\xd8\xff"


def tidy_alert(content: AlertContent) -> AlertContent:
    """``content`` with its text in one line."""
    return replace(content, text=tidy(" ".join(content.text.split())))


def alert_problems(content: AlertContent) -> tuple[Problem, ...]:
    """All that is wrong with a tidied alert mark."""
    return tuple(_alert_problems(content))


def _alert_problems(content: AlertContent) -> Iterator[Problem]:
    if content.kind not in set(AlertKind):
        yield choice_problem("kind", content.kind)
    yield from text_problems("text", content.text, LONGEST_ALERT)
    yield from _year_problems(content.first_day, "first_day")
    yield from _year_problems(content.last_day, "last_day")
    if content.last_day is not None and content.last_day < content.first_day:
        facts = {"first_day": content.first_day, "last_day": content.last_day}
        yield Problem("alert-ends-before-start", facts=facts, field="last_day")


def text_problems(field: str, text: str, limit: int) -> Iterator[Problem]:
    """Why a text does not do: nothing in it, too much, or something that cannot be seen."""
    if not text:
        yield Problem("text-missing", field=field)
    if len(text) > limit:
        yield Problem("text-too-long", facts={"length": len(text), "limit": limit}, field=field)
    yield from unseen_problems(field, text, LINES)


def _year_problems(day: date | None, field: str) -> Iterator[Problem]:
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        facts = {"day": day, "first_year": FIRST_YEAR, "last_year": LAST_YEAR}
        yield Problem("date-out-of-range", facts=facts, field=field)


def tidy_note(text: str) -> str:
    """The note without blank ends; its lines stay, in one kind of line end."""
    return "\n".join(text.splitlines()).strip()


def note_problems(kind: str, text: str) -> tuple[Problem, ...]:
    """All that is wrong with a tidied note."""
    unknown = () if kind in set(NoteKind) else (choice_problem("kind", kind),)
    return (*unknown, *text_problems("text", text, LONGEST_NOTE))


def photo_problems(jpeg: bytes) -> tuple[Problem, ...]:
    """Why these bytes are no photograph to keep."""
    found = []
    if not jpeg.startswith(_JPEG):
        found.append(Problem("photo-not-jpeg", field="jpeg"))
    if len(jpeg) > LARGEST_PHOTO:
        facts = {"size": len(jpeg), "limit": LARGEST_PHOTO}
        found.append(Problem("photo-too-large", facts=facts, field="jpeg"))
    return tuple(found)


def prison_problems(content: PrisonContent, *, taken: bool) -> tuple[Problem, ...]:
    """All that is wrong with a tidied prison; ``taken`` says that another has the name."""
    found = list(text_problems("name", content.name, LONGEST_NAME))
    found += _year_problems(content.active_from, "active_from")
    found += _year_problems(content.active_to, "active_to")
    if taken:
        found.append(Problem("prison-name-taken", facts={"name": content.name}, field="name"))
    first, last = content.active_from, content.active_to
    if first is not None and last is not None and last < first:
        facts = {"active_from": first, "active_to": last}
        found.append(Problem("prison-closes-before-open", facts=facts, field="active_to"))
    return tuple(found)
