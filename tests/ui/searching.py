"""Sources to search in with tests: a few names, and what was asked."""

from __future__ import annotations

from openblock.features.accounts.queries import log_rows
from openblock.i18n import search_key
from openblock.storage.log import LogFilter, LogRow
from openblock.storage.searching import rank
from openblock.ui.search import Hit, SearchSource

PEOPLE = ("Bērziņš Jānis", "Bērziņa Anna", "Kalniņš Bērtulis")
ROOMS = ("101 Bērzu telpa", "102")


def source(
    key: str,
    names: tuple[str, ...],
    *,
    operation: str = "roster.roster",
    consults: bool = False,
    tab: str = "roster",
) -> SearchSource:
    def find(_desk, typed: str) -> tuple[Hit, ...]:
        ranks = [(name, rank(search_key(name), typed)) for name in names]
        return tuple(
            Hit(name, f"{key} {place}", tab, {"period": name}, how)
            for place, (name, how) in enumerate(ranks)
            if how is not None
        )

    return SearchSource(key, key.capitalize, "person", operation, find, consults=consults)


def logged(store, operation: str) -> list[LogRow]:
    """What the log says of one kind of deed."""
    return [each for each in store.read(log_rows, LogFilter()) if each.operation == operation]


def consulted(store) -> list[tuple[tuple[str, str], ...]]:
    """Whose data the log says was looked at, look by look."""
    return [each.subjects for each in logged(store, "consult")]
