"""What a feature gives to the search: one kind of thing it finds, and what a hit is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openblock.ui.desk import Desk

#: So many hits of one kind are shown.
MOST = 8
#: So many a source looks for: one more than is shown says that there are more.
ASKED = MOST + 1


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: Enter opens ``tab`` at ``place`` (:meth:`openblock.ui.tab.Tab.go_to`).

    ``detail`` is one short line; ``rank`` is that of :class:`openblock.storage.searching.Rank`.
    """

    title: str
    detail: str
    tab: str
    place: Mapping[str, object]
    rank: int = 0


@dataclass(frozen=True, slots=True)
class SearchSource:
    """One kind of thing that is found: ``operation`` is the right needed to look for it.

    ``find(desk, typed)`` gives the hits, best first; no more than ``ASKED`` are needed.
    ``consults`` says that they are residents by name: seeing them goes into the log (SEC-03).
    """

    key: str
    title: Callable[[], str]
    icon: str
    operation: str
    find: Callable[[Desk, str], tuple[Hit, ...]]
    consults: bool = False
