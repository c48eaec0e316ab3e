"""Trainees are entered, changed, taken out; what they have been cleared for is ticked (TR-02)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.accounts.rights import Role
from openblock.features.accounts.tables import Account
from openblock.features.shadowing.commands.giving_way import InTheWay, come_back
from openblock.features.shadowing.commands.judging import answer
from openblock.features.shadowing.commands.ledger import Ledger
from openblock.features.shadowing.commands.requests import (
    LinkTrainee,
    RemoveTrainee,
    SaveTrainee,
    TickClearance,
)
from openblock.features.shadowing.commands.stored import known, lock, name_of
from openblock.features.shadowing.rules.content import CourseContent, ItemKind, TraineeContent
from openblock.features.shadowing.rules.trainees import (
    cleaned_trainee,
    clearance_day_problems,
    trainee_content_problems,
)
from openblock.features.shadowing.tables import (
    Clearance,
    Course,
    PracticeItem,
    Shadowing,
    Trainee,
    Unavailability,
)
from openblock.storage.store import Done, Work

_FIELDS = ("course_id", "surname", "given_name", "group", "phone", "left_on")


def save_trainee(work: Work, request: SaveTrainee) -> Done:
    """A new trainee or other content for one; ``Done.value`` is the number.

    Another course or group brings other classes: planned shadowing shifts in their way are
    warnings until ``reason`` answers them, and need planning anew then. RuleBroken with every
    problem; KnownError ``trainee-unknown``, ``course-unknown``, ``item-unknown``,
    ``changed-meanwhile``.
    """
    row = None
    if request.trainee_id is not None:
        row = known(work, Trainee, request.trainee_id, request.version)
    content = cleaned_trainee(request.content)
    found = content_problems(work, content)
    if found:
        raise RuleBroken(*found)
    ledger = Ledger(work)
    number = write_trainee(ledger, content, row)
    in_the_way = InTheWay(ledger)
    answer(work, in_the_way.problems(), request.reason)
    in_the_way.give_way()
    if row is not None:
        come_back(ledger, {number})
    return ledger.done(number)


def content_problems(work: Work, content: TraineeContent) -> tuple[Problem, ...]:
    """All that is wrong with a tidied trainee; KnownError ``course-unknown``."""
    course = known(work, Course, content.course_id)
    days = CourseContent(course.name, course.first_day, course.last_day)
    return trainee_content_problems(content, days, work.today)


def write_trainee(ledger: Ledger, content: TraineeContent, row: Trainee | None = None) -> int:
    """Writes a judged content with its clearances; the trainee's number."""
    values = {name: getattr(content, name) for name in _FIELDS}
    if row is None:
        number = ledger.add(Trainee(**values))
    else:
        number = row.id
        ledger.change(row, **values)
    _write_clearances(ledger, number, content.clearances)
    return number


def _write_clearances(ledger: Ledger, trainee_id: int, wanted: Mapping[int, date]) -> None:
    own = select(Clearance).where(Clearance.trainee_id == trainee_id).order_by(Clearance.id)
    there = {each.item_id: each for each in ledger.work.session.scalars(own)}
    for item_id in there.keys() - wanted.keys():
        ledger.remove(there[item_id])
    for item_id, day in wanted.items():
        _tick(ledger, trainee_id, item_id, day, there.get(item_id))


def _tick(ledger: Ledger, trainee_id: int, item_id: int, day: date, row: Clearance | None) -> None:
    item = known(ledger.work, PracticeItem, item_id)
    if item.kind != ItemKind.CLEARANCE:
        raise KnownError("item-unknown")
    if row is None:
        ledger.add(
            Clearance(
                trainee_id=trainee_id,
                item_id=item_id,
                day=day,
                noted_by=ledger.work.actor.name,
            )
        )
    elif row.day != day:
        ledger.change(row, day=day, noted_by=ledger.work.actor.name)


def tick_clearance(work: Work, request: TickClearance) -> Done:
    """An item had on a day, or taken back; RuleBroken for a day to come (TR-02).

    KnownError ``trainee-unknown``, ``item-unknown``.
    """
    trainee = known(work, Trainee, request.trainee_id)
    lock(work, {trainee.id}, ())
    own = select(Clearance).where(
        Clearance.trainee_id == trainee.id, Clearance.item_id == request.item_id
    )
    row = work.session.scalar(own)
    ledger = Ledger(work)
    if request.day is None:
        if row is not None:
            ledger.remove(row)
        return ledger.done()
    found = tuple(clearance_day_problems(request.day, work.today, "day"))
    if found:
        raise RuleBroken(*found)
    _tick(ledger, trainee.id, request.item_id, request.day, row)
    return ledger.done()


def remove_trainee(work: Work, request: RemoveTrainee) -> Done:
    """Takes out a trainee entered by mistake, with what was ticked and the times away.

    KnownError ``trainee-unknown``, ``changed-meanwhile``, and ``trainee-has-practice`` for one
    who has a shadowing shift of whatever state: who gives up gets a last day instead.
    """
    row = known(work, Trainee, request.trainee_id, request.version)
    any_practice = select(Shadowing.id).where(Shadowing.trainee_id == row.id).limit(1)
    if work.session.scalar(any_practice) is not None:
        raise KnownError("trainee-has-practice", trainee=name_of(work, row.id))
    ledger = Ledger(work)
    for kind in (Clearance, Unavailability):
        for each in work.session.scalars(select(kind).where(kind.trainee_id == row.id)).all():
            ledger.remove(each)
    ledger.remove(row)
    return ledger.done(request.trainee_id)


def link_trainee(work: Work, request: LinkTrainee) -> Done:
    """Says which account is a trainee's own (TR-15).

    RuleBroken by field ``account``; KnownError ``trainee-unknown``, ``changed-meanwhile``,
    ``account-gone``.
    """
    row = known(work, Trainee, request.trainee_id, request.version)
    if request.account_id is not None and request.account_id != row.account_id:
        found = _account_problems(work, request.account_id)
        if found:
            raise RuleBroken(*found)
    ledger = Ledger(work)
    ledger.change(row, account_id=request.account_id)
    return ledger.done(row.id)


def _account_problems(work: Work, account_id: int) -> tuple[Problem, ...]:
    account = work.session.get(Account, account_id)
    if account is None:
        raise KnownError("account-gone")
    if account.role != Role.TRAINEE:
        return (Problem("trainee-account-role", facts={"name": account.name}, field="account"),)
    bearer = work.session.scalar(select(Trainee.id).where(Trainee.account_id == account_id))
    if bearer is None:
        return ()
    facts = {"name": name_of(work, bearer)}
    return (Problem("trainee-account-taken", facts=facts, field="account"),)
