"""What features above know about a resident: they join here, for residents cannot read them.

Rooms join today; leave, grounds and programmes will. The register and the card show what is
joined, and a release ends it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from openblock.features.residents.queries.rows import Event, OpenMatter


@dataclass(frozen=True, slots=True)
class Join:
    """What one feature adds. Every function reads; ``key`` names the feature.

    ``where(session, at)`` gives each present person's place as shown in lists ("105 A");
    ``events`` the person's own entries of the timeline; ``open_matters`` what a release at ``at``
    would end.
    """

    key: str
    where: Callable[[Session, datetime], Mapping[int, str]]
    events: Callable[[Session, int], tuple[Event, ...]]
    open_matters: Callable[[Session, int, datetime], tuple[OpenMatter, ...]]


_joined: dict[str, Join] = {}


def join(what: Join) -> None:
    """Have a feature's knowledge of residents shown and minded; joining twice changes nothing."""
    _joined[what.key] = what


def joined() -> tuple[Join, ...]:
    """Every join, in the order of the features' names."""
    return tuple(_joined[key] for key in sorted(_joined))
