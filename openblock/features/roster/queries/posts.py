"""The posts that ask for a qualification, and who may stand on them (RO-11)."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.roster.queries.rows import PostRow
from openblock.features.roster.tables import Post, PostHolder
from openblock.features.staff.queries import officers
from openblock.i18n import sort_key


def posts(session: Session) -> tuple[PostRow, ...]:
    """Every post that asks for a qualification, by its name, with the officers who hold it."""
    holders: dict[int, list[int]] = defaultdict(list)
    for post_id, officer_id in session.execute(select(PostHolder.post_id, PostHolder.officer_id)):
        holders[post_id].append(officer_id)
    rows = [
        PostRow(each.id, each.name, tuple(sorted(holders[each.id])), each.version)
        for each in session.scalars(select(Post))
    ]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def qualified(session: Session, post: str) -> frozenset[int] | None:
    """The officers who may stand on a post: whose own it is, and who hold it beside them.

    None where the post asks for nothing: it is not listed, or there is no post at all.
    """
    wanted = folded(post)
    row = next((each for each in posts(session) if folded(each.name) == wanted), None)
    if row is None:
        return None
    own = {each.officer_id for each in officers(session) if folded(each.post) == wanted}
    return frozenset(own | set(row.holders))


def folded(post: str) -> str:
    """A post's name as it is compared: duties and cards write it with other capitals."""
    return " ".join(post.split()).casefold()
