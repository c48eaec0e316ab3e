"""Saying which posts ask for a qualification, and who holds it (RO-11)."""

from __future__ import annotations

from sqlalchemy import select

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.roster.commands.ledger import Ledger
from openblock.features.roster.commands.requests import RemovePost, SavePost
from openblock.features.roster.queries.posts import folded, posts
from openblock.features.roster.rules.shift import is_name
from openblock.features.roster.tables import Post, PostHolder
from openblock.features.staff.tables import Officer
from openblock.storage.store import Done, Work

LONGEST_NAME = 60


def save_post(work: Work, request: SavePost) -> Done:
    """List a post, or change one, with all who hold it; the value is its number.

    Raises RuleBroken by field; KnownError ``post-unknown``, ``changed-meanwhile``.
    """
    name = " ".join(request.name.split())
    found = _problems(work, request, name)
    if found:
        raise RuleBroken(*found)
    ledger = Ledger(work)
    if request.post_id is None:
        number = ledger.add(Post(name=name))
    else:
        row = _stored(work, request.post_id, request.version)
        number = row.id
        ledger.change(row, name=name)
    _hold(work, ledger, number, set(request.holders))
    return ledger.done(number)


def remove_post(work: Work, request: RemovePost) -> Done:
    """Have a post ask for nothing any more; duties on it stay.

    Raises KnownError ``post-unknown``, ``changed-meanwhile``.
    """
    row = _stored(work, request.post_id, request.version)
    ledger = Ledger(work)
    _hold(work, ledger, row.id, set())
    ledger.remove(row)
    return ledger.done()


def _problems(work: Work, request: SavePost, name: str) -> list[Problem]:
    found = []
    if not is_name(name, LONGEST_NAME):
        found.append(Problem("post-name", facts={"most": LONGEST_NAME}, field="name"))
    others = [each for each in posts(work.session) if each.post_id != request.post_id]
    if folded(name) in {folded(each.name) for each in others}:
        found.append(Problem("post-name-taken", facts={"name": name}, field="name"))
    known = set(work.session.scalars(select(Officer.id).where(Officer.id.in_(request.holders))))
    if known != set(request.holders):
        found.append(Problem("officer-unknown", field="holders"))
    return found


def _stored(work: Work, number: int, version: int) -> Post:
    row = work.session.get(Post, number)
    if row is None:
        raise KnownError("post-unknown")
    work.expect(row, version)
    return row


def _held(work: Work, number: int) -> dict[int, PostHolder]:
    """Who holds the post, by officer."""
    rows = work.session.scalars(select(PostHolder).where(PostHolder.post_id == number))
    return {each.officer_id: each for each in rows}


def _hold(work: Work, ledger: Ledger, number: int, wanted: set[int]) -> None:
    """Have these officers hold the post and nobody else."""
    held = _held(work, number)
    for officer_id in sorted(held.keys() - wanted):
        ledger.remove(held[officer_id])
    for officer_id in sorted(wanted - held.keys()):
        ledger.add(PostHolder(post_id=number, officer_id=officer_id))
