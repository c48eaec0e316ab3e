"""The figures of the block at an instant (§4.3), counted from beds and people."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Roll:
    """Beds and people at one instant.

    ``beds_in_use`` = ``inside`` + ``outside``; ``present`` = ``inside`` + ``without_bed``;
    ``free`` = ``usable`` - ``beds_in_use``, which can be negative and is then shown so.
    """

    beds: int
    out_of_service: int
    beds_in_use: int
    inside: int
    outside: int
    without_bed: int
    held: int

    @property
    def usable(self) -> int:
        """Beds in service."""
        return self.beds - self.out_of_service

    @property
    def free(self) -> int:
        """Usable beds nobody has; negative when more are in use than are in service."""
        return self.usable - self.beds_in_use

    @property
    def present(self) -> int:
        """People on site."""
        return self.inside + self.without_bed


def roll_of(
    *,
    beds: AbstractSet[int],
    closed: AbstractSet[int],
    held: AbstractSet[int],
    assigned: AbstractSet[int],
    staying: AbstractSet[int],
    outside: AbstractSet[int] = frozenset(),
) -> Roll:
    """The roll from sets of numbers.

    ``beds``, ``closed`` and ``held`` are beds; ``assigned`` residents with a bed, ``staying``
    those whose stay holds, ``outside`` those outside. Somebody outside keeps the bed (ROOM-13);
    somebody outside without a bed is not on site.
    """
    away = outside & staying
    return Roll(
        beds=len(beds),
        out_of_service=len(closed & beds),
        beds_in_use=len(assigned),
        inside=len(assigned - away),
        outside=len(assigned & away),
        without_bed=len(staying - assigned - away),
        held=len((held & beds) - closed),
    )
