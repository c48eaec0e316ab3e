"""Which people stand on which page of the time-sheet: whole teams, and never half a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from openblock.features.roster.sheets.time_sheet import FormLine


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the form and how high its three rows are together."""

    line: FormLine
    height: float


Page = tuple[Person, ...]


def form_pages(people: Sequence[Person], room: float, tail: float) -> tuple[Page, ...]:
    """The pages in order, at least one; the last leaves ``tail`` points of ``room`` free.

    A person higher than a page has one alone. Where the tail fits nowhere else, the last page has
    nobody on it.
    """
    pages: list[list[Person]] = [[]]
    for _team, group in groupby(people, key=lambda each: each.line.team):
        _place(list(group), pages, room)
    while pages[-1] and _high(pages[-1]) + tail > room:
        pages[-1], over = _parted(pages[-1])
        pages.append(over)
        if not over:
            break
    return tuple(tuple(page) for page in pages)


def _high(people: Sequence[Person]) -> float:
    return sum(each.height for each in people)


def _place(team: list[Person], pages: list[list[Person]], room: float) -> None:
    """Put a team on this page, else on the next; a team longer than a page goes on as it comes."""
    whole = _high(team)
    if pages[-1] and _high(pages[-1]) + whole > room >= whole:
        pages.append([])
    for person in team:
        if pages[-1] and _high(pages[-1]) + person.height > room:
            pages.append([])
        pages[-1].append(person)


def _parted(page: list[Person]) -> tuple[list[Person], list[Person]]:
    """What stays, and what goes over: the last team, or the last half of the only one."""
    team = page[-1].line.team
    first = len(page)
    while first and page[first - 1].line.team == team:
        first -= 1
    if not first:
        first = -(-len(page) // 2) if len(page) > 1 else len(page)
    return page[:first], page[first:]
