"""Rows to test with, each with a default for every fact the test is not about.

Every feature adds its own section at the end.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from openblock.clock import FOREVER
from openblock.features.residents.commands import (
    AdmitResident,
    SavePrison,
    admit_resident,
    save_prison,
)
from openblock.features.residents.rules.content import (
    PrisonContent,
    ResidentContent,
    StayContent,
)
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


# residents

ADMITTED = datetime(2026, 1, 5, 9, tzinfo=UTC)
_OF_PERSON = ("personal_code", "birth_date", "sex", "needs", "contact_officer_id")


def with_resident(
    store: Store,
    surname: str = "Bērziņš",
    given_name: str = "Jānis",
    *,
    admitted: datetime = ADMITTED,
    **facts: Any,
) -> int:
    """One person, here since January 2026 without an end; facts of the person or of the stay."""
    own = {name: facts.pop(name) for name in _OF_PERSON if name in facts}
    content = ResidentContent(surname, given_name, **own)
    stay = StayContent(admitted, facts.pop("discharged", FOREVER), **facts)
    request = AdmitResident(content, stay, reason="as the test wants it")
    return int(store.run(admit_resident, request).value)


def with_prison(store: Store, name: str = "Tālais cietums", **facts: Any) -> int:
    """One prison of the list that can always be chosen; the number."""
    return int(store.run(save_prison, SavePrison(None, 0, PrisonContent(name, **facts))).value)
