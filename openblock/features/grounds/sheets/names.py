"""Whose names a sheet of the grounds shows: nobody's on the wall unless the officer chooses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from openblock.features.residents.queries import ResidentRow
from openblock.features.residents.sheets import Copy
from openblock.i18n import _, p_


@dataclass(frozen=True, slots=True)
class Names:
    """How people stand on a sheet; ``copy`` None is the notice board's: no resident is named.

    ``officers`` are names as walls show them, ``places`` the residents' beds, both by number.
    """

    copy: Copy | None = None
    officers: Mapping[int, str] = field(default_factory=dict)
    residents: Mapping[int, ResidentRow] = field(default_factory=dict)
    places: Mapping[int, str] = field(default_factory=dict)

    def officer(self, officer_id: int | None, name: str) -> str:
        """The supervisor's surname and initial; ``name`` where the list of officers has none."""
        if officer_id is None:
            return ""
        return self.officers.get(officer_id, name)

    def people(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The residents as this copy shows them; what it must not show is not there at all."""
        if self.copy is None:
            return ()
        found = [self.residents[each] for each in numbers if each in self.residents]
        if self.copy is Copy.WALL:
            return tuple(each.initialled for each in found)
        return tuple(each.name for each in found)


def copy_words(copy: Copy | None) -> str:
    """What a sheet says of itself about the names on it."""
    if copy is None:
        return _("Wall copy without names")
    return _("Duty copy") if copy is Copy.DUTY else _("Wall copy")


def names_words(copy: Copy | None) -> str:
    """How people stand on a copy, in as few words as a list of sheets has room for."""
    if copy is None:
        return p_("names on a sheet", "no names")
    if copy is Copy.WALL:
        return p_("names on a sheet", "initials")
    return p_("names on a sheet", "names")


def copy_letters(copy: Copy | None) -> str:
    """What the sheet's number ends with, so that two copies are not taken for one."""
    return {None: "", Copy.WALL: "-I", Copy.DUTY: "-D"}[copy]
