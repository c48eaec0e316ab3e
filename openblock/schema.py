"""Gathers every feature's tables, so that the whole mapped schema is known in one place."""

from __future__ import annotations

from types import ModuleType

from sqlalchemy import MetaData

from openblock.features.accounts import tables as accounts
from openblock.features.diary import tables as diary
from openblock.features.grounds import tables as grounds
from openblock.features.residents import tables as residents
from openblock.features.rooms import tables as rooms
from openblock.features.roster import tables as roster
from openblock.features.shadowing import tables as shadowing
from openblock.features.staff import tables as staff
from openblock.storage import audit, consulting, facts
from openblock.storage.base import Base

ROOMS: tuple[ModuleType, ...] = (
    *(audit, consulting, facts),
    *(accounts, staff, residents, diary, rooms, roster, shadowing, grounds),
)


def metadata() -> MetaData:
    """The tables of the storage and of every feature."""
    return Base.metadata
