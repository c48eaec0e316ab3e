"""Writes commitments for the features whose rows they stand for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import delete, insert

from openblock.errors import RuleBroken
from openblock.features.diary.queries import clashes, in_parts
from openblock.features.diary.rules import Commitment, clash_problems
from openblock.features.diary.tables import Commitment as Row
from openblock.storage.store import Work


def refuse_clashes(
    work: Work,
    wanted: Sequence[Commitment],
    name_of: Callable[[str], str],
    *,
    but: Collection[str] = (),
    field: str = "",
) -> None:
    """RuleBroken where somebody would be meant to be at two things at once.

    ``name_of`` names who the diary writes as "officer:5"; ``but`` are the kinds that are about
    to be written anew; ``field`` is the request's that the refusal belongs beside.
    """
    found = clash_problems(clashes(work.session, wanted, but=but), name_of, field)
    if found:
        raise RuleBroken(*found)


class Book:
    """Puts commitments in and takes them out; what gives way is written before what comes in.

    The rules have looked for clashes before; the database refuses what went past them. Written
    in bulk, for the log holds the rows that these repeat.
    """

    def __init__(self, work: Work) -> None:
        self._session = work.session

    def free(self, kind: str, source_ids: Collection[int]) -> None:
        """Take out everybody's commitments that stand for these rows."""
        for some in in_parts(source_ids):
            self._session.execute(
                delete(Row).where(Row.kind == kind, Row.source_id.in_(some)),
                execution_options={"synchronize_session": False},
            )

    def put(self, held: Sequence[Commitment]) -> None:
        """Put these in, beside what there is."""
        self._session.flush()
        if held:
            self._session.execute(insert(Row), [_columns(each) for each in held])

    def keep(self, kind: str, source_ids: Collection[int], held: Sequence[Commitment]) -> None:
        """Have these rows stand for ``held`` and nothing else."""
        self.free(kind, source_ids)
        self.put(held)


def _columns(each: Commitment) -> dict[str, object]:
    return {
        "person": each.person,
        "kind": each.kind,
        "source_id": each.source_id,
        "starts_at": each.start,
        "ends_at": each.end,
    }
