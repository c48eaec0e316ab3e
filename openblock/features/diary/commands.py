"""Writes commitments for the features whose rows they stand for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select

from openblock.features.diary.rules import Commitment
from openblock.features.diary.tables import Commitment as Row
from openblock.storage.store import Work

_MANY = 500


class Book:
    """Puts commitments in and takes them out; what gives way is written before what comes in.

    The rules have looked for clashes before; the database refuses what went past them.
    """

    def __init__(self, work: Work) -> None:
        self._session = work.session

    def free(self, kind: str, source_ids: Collection[int]) -> None:
        """Take out everybody's commitments that stand for these rows."""
        wanted = sorted(source_ids)
        for first in range(0, len(wanted), _MANY):
            some = wanted[first : first + _MANY]
            asked = select(Row).where(Row.kind == kind, Row.source_id.in_(some))
            for row in self._session.scalars(asked):
                self._session.delete(row)
        self._session.flush()

    def keep(self, kind: str, source_ids: Collection[int], held: Sequence[Commitment]) -> None:
        """Have these rows stand for ``held`` and nothing else."""
        self.free(kind, source_ids)
        self._session.add_all(
            Row(
                person=each.person,
                kind=each.kind,
                source_id=each.source_id,
                starts_at=each.start,
                ends_at=each.end,
            )
            for each in held
        )
        self._session.flush()
