"""The completion statement: what of a course's practice has been reached, and what has not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from openblock import clock
from openblock.features.shadowing.queries.rows import Hours, ShadowingRow, TraineeCard
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.rules.hours import counted
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.sheets.times import real_span
from openblock.features.shadowing.words import item_name, mark_words, marks, situation_name
from openblock.i18n import _, format_hours, n_, sort_key


@dataclass(frozen=True, slots=True)
class SeenSituation:
    """A situation of the course: how often it was confirmed as seen, and when first."""

    name: str
    times: int
    first: date | None


@dataclass(frozen=True, slots=True)
class Reached:
    """A competence: how far the trainee has come at best, and how often it was evaluated."""

    name: str
    best: str
    times: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A mentor: how many confirmed shifts, and how many minutes of them count."""

    name: str
    shifts: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Completion:
    """What the Training Centre is told of one trainee; nothing ``missing`` means complete."""

    trainee_id: int
    name: str
    group: str
    course: str
    first_day: date
    last_day: date
    hours: Hours
    shifts: int
    clearance: tuple[tuple[str, date | None], ...]
    situations: tuple[SeenSituation, ...]
    competences: tuple[Reached, ...]
    mentors: tuple[Beside, ...]
    missing: tuple[str, ...]
    at: datetime


def completion(card: TraineeCard, limits: PracticeLimits, at: datetime) -> Completion:
    """Only what mentors have confirmed counts (TR-11)."""
    trainee, content = card.line.trainee, card.course.content
    confirmed = [row for row in card.shadowings if row.standing is Standing.CONFIRMED]
    competences = _competences(card, confirmed)
    situations = _situations(card, confirmed)
    return Completion(
        trainee_id=trainee.trainee_id,
        name=trainee.name,
        group=trainee.content.group,
        course=content.name,
        first_day=content.first_day,
        last_day=content.last_day,
        hours=card.line.hours,
        shifts=len(confirmed),
        clearance=tuple((item_name(each.code, each.name), day) for each, day in card.clearance),
        situations=situations,
        competences=competences,
        mentors=_mentors(confirmed, limits),
        missing=_missing(card, situations, competences),
        at=at,
    )


def _situations(card: TraineeCard, confirmed: list[ShadowingRow]) -> tuple[SeenSituation, ...]:
    days: dict[int, list[date]] = defaultdict(list)
    for row in confirmed:
        for number in row.settled.situations if row.settled else ():
            days[number].append(clock.day_of(real_span(row).start))
    return tuple(
        SeenSituation(
            situation_name(each.content),
            len(days[each.situation_id]),
            min(days[each.situation_id], default=None),
        )
        for each in card.course.situations
    )


def _competences(card: TraineeCard, confirmed: list[ShadowingRow]) -> tuple[Reached, ...]:
    order = [code for code, _words in marks()]
    given: dict[int, list[str]] = defaultdict(list)
    for row in confirmed:
        for number, mark in (row.settled.evaluation if row.settled else {}).items():
            given[number].append(mark)
    return tuple(
        Reached(
            item_name(each.code, each.name),
            mark_words(max(given[each.item_id], key=order.index)) if given[each.item_id] else "",
            len(given[each.item_id]),
        )
        for each in card.competences
        if each.active or given[each.item_id]
    )


def _mentors(confirmed: list[ShadowingRow], limits: PracticeLimits) -> tuple[Beside, ...]:
    minutes: dict[int, list[int]] = defaultdict(list)
    names = {row.officer_id: row.mentor for row in confirmed}
    for row in confirmed:
        minutes[row.officer_id].append(counted(row.minutes, limits))
    found = [Beside(names[each], len(rows), sum(rows)) for each, rows in minutes.items()]
    return tuple(sorted(found, key=lambda each: sort_key(each.name)))


def _missing(
    card: TraineeCard, situations: tuple[SeenSituation, ...], competences: tuple[Reached, ...]
) -> tuple[str, ...]:
    """In whole sentences: whoever reads them has no screen to look it up on."""
    hours = card.line.hours
    lacking = hours.required - hours.confirmed
    waiting = [row for row in card.shadowings if row.standing is Standing.DONE]
    unseen = ", ".join(each.name for each in situations if not each.times)
    unmarked = ", ".join(each.name for each in competences if not each.times)
    uncleared = ", ".join(
        item_name(each.code, each.name) for each, day in card.clearance if not day
    )
    found = []
    if lacking > 0:
        found.append(
            _("{lacking} h of {required} h are not confirmed.").format(
                lacking=format_hours(lacking), required=format_hours(hours.required)
            )
        )
    if waiting:
        said = n_(
            "{number} shift waits for its mentor’s confirmation",
            "{number} shifts wait for their mentors’ confirmation",
            len(waiting),
        )
        found.append(f"{said}: {format_hours(hours.done)} h.")
    if unseen:
        found.append(_("Not seen: {situations}.").format(situations=unseen))
    if unmarked:
        found.append(_("Not evaluated: {competences}.").format(competences=unmarked))
    if uncleared:
        found.append(_("No date is entered for: {items}.").format(items=uncleared))
    return tuple(found)
