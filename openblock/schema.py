"""Gathers every feature's tables, so that the whole mapped schema is known in one place."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from sqlalchemy import MetaData

from openblock.storage import audit, consulting, facts
from openblock.storage.base import Base

_STORAGE = (audit, consulting, facts)
_FEATURES = ("accounts", "staff", "roster")


def metadata() -> MetaData:
    """The tables of the storage and of every feature."""
    for feature in _FEATURES:
        name = f"openblock.features.{feature}.tables"
        if find_spec(name) is not None:
            import_module(name)
    return Base.metadata
