"""Rows to test with, each with a default for every fact the test is not about.

Every feature adds its own section at the end.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from openblock.features.roster.commands import SaveTemplate, save_template
from openblock.features.roster.rules import TemplateShape
from openblock.features.staff.commands import AddOfficer, add_officer
from openblock.features.staff.rules import OfficerContent
from openblock.storage.store import Store

# roster


def with_templates(store: Store) -> dict[str, int]:
    """The usual templates: 24, D, N and 8; their numbers by code."""
    shapes = (
        TemplateShape("24", "diennakts", 540, 1440),
        TemplateShape("D", "diena", 540, 720),
        TemplateShape("N", "nakts", 1260, 720),
        TemplateShape("8", "darba diena", 480, 480),
    )
    return {shape.code: store.run(save_template, SaveTemplate(shape)).value for shape in shapes}


def with_officer(store: Store, badge: str = "1", surname: str = "Bērziņš", **facts: Any) -> int:
    """One officer of the first team, on the staff since 2020; the number."""
    content = OfficerContent(
        badge=badge,
        given_name=facts.pop("given_name", "Jānis"),
        surname=surname,
        active_from=facts.pop("active_from", date(2020, 1, 1)),
        team=facts.pop("team", 1),
        **facts,
    )
    return int(store.run(add_officer, AddOfficer(content, another_person=True)).value)
