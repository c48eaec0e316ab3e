"""Asks every source the officer may ask, and logs once for each opening whose names were seen."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.search.source import MOST, Hit, SearchSource


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one source, best first; ``more`` says that they are not all."""

    source: SearchSource
    hits: tuple[Hit, ...]
    more: bool = False


class Finder:
    """One officer's search; what was logged is forgotten when the box is opened again."""

    def __init__(self, desk: Desk, sources: tuple[SearchSource, ...]) -> None:
        self.sources = tuple(each for each in sources if desk.may(each.operation))
        self._desk = desk
        self._logged: set[str] = set()

    def begin(self) -> None:
        """The box was opened: what is seen from now on is seen anew."""
        self._logged.clear()

    def find(self, typed: str) -> tuple[Group, ...]:
        """The hits by kind, the kind with the best one first; KnownError where one is refused."""
        groups = [self._ask(each, typed) for each in self.sources] if typed.strip() else []
        found = sorted(filter(lambda each: each.hits, groups), key=lambda each: each.hits[0].rank)
        for group in found:
            self._log(group.source)
        return tuple(found)

    def _ask(self, source: SearchSource, typed: str) -> Group:
        hits = sorted(source.find(self._desk, typed), key=lambda hit: hit.rank)
        return Group(source, tuple(hits[:MOST]), more=len(hits) > MOST)

    def _log(self, source: SearchSource) -> None:
        """Before the names are shown, not after: a log that cannot be written shows none."""
        if source.consults and source.key not in self._logged:
            self._desk.consult(Consultation("search", source.key))
            self._logged.add(source.key)
