"""A list of trainees comes in: all of it in one transaction, or nothing; one step takes it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken
from openblock.features.shadowing.commands.ledger import Ledger
from openblock.features.shadowing.commands.requests import ImportTrainees
from openblock.features.shadowing.commands.stored import known
from openblock.features.shadowing.commands.trainees import content_problems, write_trainee
from openblock.features.shadowing.queries.lists import TRAINEES_LIST
from openblock.features.shadowing.rules.content import TraineeContent
from openblock.features.shadowing.rules.trainees import cleaned_trainee
from openblock.features.shadowing.tables import Course, Trainee
from openblock.features.staff.rules import fold
from openblock.features.staff.tables import RememberedHeadings
from openblock.storage.store import Done, Work


def import_trainees(work: Work, request: ImportTrainees) -> Done:
    """Writes a whole list or nothing; ``Done.value`` is how many trainees came in.

    RuleBroken with every problem of every row (facts hold ``trainee`` and ``row``, counted from
    1): somebody who is on the course already among them. KnownError ``course-unknown``,
    ``item-unknown``.
    """
    known(work, Course, request.course_id)
    contents = [
        cleaned_trainee(replace(each, course_id=request.course_id)) for each in request.trainees
    ]
    found = tuple(_problems(work, request.course_id, contents))
    if found:
        raise RuleBroken(*found)
    ledger = Ledger(work)
    for content in contents:
        write_trainee(ledger, content)
    _remember(work, request.headings)
    for subject_type, subject in sorted(work.subjects):
        work.about(subject_type, subject, reason=request.file_name)
    return ledger.done(len(contents))


def _problems(work: Work, course_id: int, contents: Sequence[TraineeContent]) -> Iterator[Problem]:
    columns = select(Trainee.surname, Trainee.given_name).where(Trainee.course_id == course_id)
    there = {fold(f"{surname} {given}") for surname, given in work.session.execute(columns)}
    for place, content in enumerate(contents, start=1):
        facts: dict[str, object] = {"trainee": content.name, "row": place}
        for each in content_problems(work, content):
            yield replace(each, facts={**each.facts, **facts})
        if content.name and fold(content.name) in there:
            yield Problem("practice-trainee-known", facts=facts, field="surname")
        there.add(fold(content.name))


def _remember(work: Work, headings: Sequence[tuple[str, str]]) -> None:
    if headings:
        kept = work.session.get(RememberedHeadings, TRAINEES_LIST)
        if kept is None:
            kept = RememberedHeadings(list_name=TRAINEES_LIST, headings={})
            work.session.add(kept)
        kept.headings = {**kept.headings, **dict(headings)}
