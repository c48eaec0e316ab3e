"""Officers to test with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from openblock.features.staff.commands import AddOfficer, add_officer
from openblock.features.staff.queries import OfficerRow, officers
from openblock.features.staff.rules import OfficerContent
from openblock.storage.store import Store

JANIS = OfficerContent("A-1", "Jānis", "Bērzgrauds", date(2026, 1, 1), rank="seržants", team=1)


def content(badge: str = "A-1", **facts: Any) -> OfficerContent:
    return replace(JANIS, badge=badge, **facts)


def add(store: Store, badge: str = "A-1", **facts: Any) -> int:
    """Adds an officer with JANIS's facts but those given; the number."""
    request = AddOfficer(content(badge, **facts), another_person=True)
    return int(store.run(add_officer, request).value)


def stored(store: Store) -> dict[int, OfficerContent]:
    """Every officer's content by number."""
    return {row.officer_id: row.content for row in store.read(officers)}


def one(store: Store) -> OfficerRow:
    (row,) = store.read(officers)
    return row
