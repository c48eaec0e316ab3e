"""The release: a stay ends, and with it everything open, in one transaction (RES-09)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from openblock.features.residents.commands.requests import ReleaseResident
from openblock.storage.store import Done, Step, Work

#: What a feature above does when a person's stay ends at an instant; gives back the steps that
#: undo it, in the order they have to be run.
Ending = Callable[[Work, int, datetime], tuple[Step, ...]]

_endings: dict[str, Ending] = {}


def ends_with(key: str, ending: Ending) -> None:
    """Have ``ending`` run at every release; the feature ``key`` joins once.

    A feature that forgets to join is stopped by the database: no assignment may outlast its stay.
    """
    _endings[key] = ending


def release_resident(work: Work, request: ReleaseResident) -> Done:
    """Ends the open stay and everything that hangs on it."""
    raise NotImplementedError
